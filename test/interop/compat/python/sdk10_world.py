"""The people and subnets that the cases of the Python SDK 10 share."""

import asyncio
import inspect
import tempfile

import bittensor as bt
import xxhash

from chain_tools import make_blocks


def wallet_of(uri):
    """A wallet in a temporary folder whose coldkey and hotkey come from a development URI."""
    wallet = bt.Wallet(name=uri.strip("/"), hotkey="default", path=tempfile.mkdtemp())
    coldkey, hotkey = (bt.Keypair.create_from_uri(u) for u in (uri, f"{uri}//hot"))
    wallet.set_coldkey(keypair=coldkey, encrypt=False, overwrite=True)
    wallet.set_coldkeypub(keypair=coldkey, encrypt=False, overwrite=True)
    wallet.set_hotkey(keypair=hotkey, encrypt=False, overwrite=True)
    return wallet


class Blocking:
    """The asynchronous client behind blocking calls, so that one table of cases serves both."""

    def __init__(self, target, loop):
        self.target, self.loop = target, loop

    def __getattr__(self, name):
        return self._settled(getattr(self.target, name))

    def _settled(self, value):
        if inspect.isawaitable(value):
            return self.loop.run_until_complete(value)
        if inspect.ismethod(value):
            return lambda *args, **kwargs: self._settled(value(*args, **kwargs))
        return value


def ok(response):
    """A successful response of an extrinsic."""
    assert response.success, f"{response.message} {response.error!r}"
    return response


class World:
    """Alice owns subnets 2 and 3 and the sudo key; the others come as they are needed."""

    def __init__(self, url, mode):
        self.url, self.mode = url, mode
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        if mode == "async":
            target = bt.AsyncSubtensor(network=url)
            self.loop.run_until_complete(target.initialize())
            self.s = Blocking(target, self.loop)
        else:
            self.s = bt.Subtensor(network=url)
        names = ("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie")
        for name in names:
            setattr(self, name.lower(), wallet_of(f"//{name}"))
        self.notes = {}

    @staticmethod
    def cold(wallet):
        return wallet.coldkeypub.ss58_address

    @staticmethod
    def hot(wallet):
        return wallet.hotkey.ss58_address

    def call(self, module, function, **params):
        return self.s.compose_call(call_module=module, call_function=function, call_params=params)

    def send(self, wallet, module, function, **params):
        call = self.call(module, function, **params)
        return ok(
            self.s.sign_and_send_extrinsic(call=call, wallet=wallet, wait_for_inclusion=True)
        )

    def sudo(self, *calls):
        """Root calls, (module, function, params), in one transaction."""
        inner = [self.call("Sudo", "sudo", call=self.call(m, f, **p)) for m, f, p in calls]
        sent = self.send(self.alice, "Utility", "batch_all", calls=inner)
        events = self.settle(sent.extrinsic_receipt.triggered_events)
        results = [e["event"]["attributes"]["sudo_result"] for e in events if e["event"]["event_id"] == "Sudid"]
        assert len(results) == len(calls) and all("Ok" in r for r in results), (calls, results)
        return sent

    def settle(self, value):
        return self.loop.run_until_complete(value) if inspect.isawaitable(value) else value

    def admin(self, *calls):
        return self.sudo(*(("AdminUtils", name, params) for name, params in calls))

    def fund(self, wallet, tao):
        return ok(self.s.transfer(self.alice, self.cold(wallet), bt.Balance.from_tao(tao)))

    def wait(self, blocks):
        self.s.wait_for_block(self.s.block + blocks)

    def skip_to(self, block):
        """Has the node make blocks at once until it is past a block: clients need not wait for a clock."""
        if self.s.block <= block:
            make_blocks(self.url, block + 1 - self.s.block)

    def until(self, done, blocks=120):
        """Waits until `done` answers something true and returns that."""
        for _ in range(blocks):
            value = done()
            if value:
                return value
            self.s.wait_for_block()
        raise AssertionError("it did not come to pass in time")

    def pairs(self, result):
        """The rows of a query_map of either client."""
        if hasattr(result, "__aiter__"):

            async def collect():
                return [row async for row in result]

            return self.loop.run_until_complete(collect())
        return list(result)


def tao(amount):
    return bt.Balance.from_tao(amount)


def alpha(amount, netuid):
    return bt.Balance.from_tao(amount).set_unit(netuid)


def twox(data, rounds):
    return b"".join(xxhash.xxh64(data, seed=i).intdigest().to_bytes(8, "little") for i in range(rounds))


def map_prefix(pallet, item):
    """The bytes that all keys of a storage item begin with."""
    return twox(pallet.encode(), 2) + twox(item.encode(), 2)
