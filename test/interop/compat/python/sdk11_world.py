"""What the cases of bittensor 11 share: people, a client, and how a case of a read or an intent is written."""

import asyncio

import bittensor as bt
from bittensor import calls
from bittensor._generated import storage
from bittensor.keyfiles import Keypair

from chain_tools import make_blocks
from outcomes import Cases

case = Cases()
N, M = 2, 3
Module = storage.SubtensorModule


class Keys:
    """A wallet whose keys come from a development URI."""

    def __init__(self, uri):
        self.coldkey = self.coldkeypub = Keypair.create_from_uri(uri)
        self.hotkey = Keypair.create_from_uri(f"{uri}//hot")
        self.cold, self.hot = self.coldkey.ss58_address, self.hotkey.ss58_address


class World:
    """Alice owns subnets 2 and 3 and the sudo key; the others come as they are needed."""

    def __init__(self, url):
        self.url = url
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.client = bt.Client(url)
        self.do(self.client.connect())
        self.notes = {}
        for name in ("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie"):
            setattr(self, name.lower(), Keys(f"//{name}"))

    def do(self, awaitable):
        return self.loop.run_until_complete(awaitable)

    def read(self, name, **params):
        return self.do(self.client.read(name, **params))

    def free(self, who):
        """Free balance in rao of somebody or of an address."""
        return self.read("balance", coldkey_ss58=getattr(who, "cold", who)).rao

    def stake(self, cold, hot, netuid=N):
        """Alpha in rao of a coldkey on a hotkey."""
        return self.read("stake", coldkey_ss58=cold.cold, hotkey_ss58=hot.hot, netuid=netuid).rao

    def stored(self, item, *params):
        return self.do(self.client.query(item, list(params)))

    def intent(self, who, op, **args):
        """Runs an intent and waits until it is final."""
        result = self.do(self.client.execute_tool(op, args, who))
        assert result.success, f"{op}: {result.message} {result.error!r}"
        return result

    def send(self, who, call, **options):
        result = self.do(self.client.submit_call(call, who, **options))
        assert result.success, f"{result.message} {result.error!r}"
        return result

    def sudo(self, *inner):
        for one in inner:
            call = self.do(self.client.compose(one))
            result = self.send(self.alice, calls.Sudo.sudo(call=call))
            said = [e for e in result.events if "Sudid" in str(e)]
            assert said and "Err" not in str(said), said

    def block(self):
        return self.do(self.client.block())

    def wait(self, blocks):
        self.do(self.client.wait_for_block(self.block() + blocks))

    def skip_to(self, block):
        """Has the node make blocks at once until it is past a block."""
        if self.block() <= block:
            make_blocks(self.url, block + 1 - self.block())

    def until(self, done, blocks=120):
        for _ in range(blocks):
            value = done()
            if value:
                return value
            self.wait(1)
        raise AssertionError("it did not come to pass in time")


def read(name, check, **params):
    """A case of one read; parameters may be functions of the world, a check may take the world too."""

    def run(w):
        given = {k: v(w) if callable(v) else v for k, v in params.items()}
        value = w.read(name, **given)
        good = check(w, value) if check.__code__.co_argcount == 2 else check(value)
        assert good, f"the answer is {value!r}"[:400]

    case(f"read {name}")(run)


def intent(op, who, see, then=None, **args):
    """A case of one intent, and what it leaves.

    `see` looks at the state before and after; `then` compares the two (a value instead of a function is
    what has to be seen afterwards; without it, more has to be seen than before).
    """

    def run(w):
        given = {k: v(w) if callable(v) else v for k, v in args.items()}
        before = see(w)
        w.intent(getattr(w, who), op, **given)
        after = see(w)
        good = then(before, after) if callable(then) else after == then if then is not None else after > before
        assert good, f"{op}: {before!r} became {after!r}"[:600]

    case(f"intent {op}")(run)


def hot(name):
    return lambda w: getattr(w, name).hot


def cold(name):
    return lambda w: getattr(w, name).cold


def less(before, after):
    return after < before
