"""Cases of bittensor 11: the client's own methods."""

from datetime import timedelta

import bittensor as bt
from bittensor import calls
from bittensor._generated import storage
from bittensor.intents import REGISTRY as INTENTS
from bittensor.reads import REGISTRY as READS

from sdk11_world import Module, case

METHODS = [name for name in dir(bt.Client) if not name.startswith("_")]


@case("client connect", "client query", "client query_map", "client query_batch", "client runtime", "client constant", "client block", "client at")
def generic(w):
    assert w.stored(Module.Tempo, 1) == 100
    assert dict(w.do(w.client.query_map(Module.NetworksAdded))) == {0: True, 1: True}
    assert list(w.do(w.client.query_batch(Module.Tempo, [[0], [1]]))) == [100, 100]
    assert w.do(w.client.runtime(bt.runtime_api.SwapRuntimeApi.current_alpha_price, [1])) == 10**9
    assert w.do(w.client.constant(bt.constants.Balances.ExistentialDeposit)) == 500
    # The same question at another block has another answer.
    number = w.block()
    then = w.do(w.client.at(1))
    assert then.block == 1 < number
    assert w.do(then.query(storage.System.Number)) == 1 < w.stored(storage.System.Number)


@case("client read", "client reads", "client tools", "client token_symbols", "client balance", "client policy", "client decode_scale")
def catalogs(w):
    assert {r["name"] for r in w.client.reads()} == set(READS)
    assert {t["name"] for t in w.client.tools()} == set(INTENTS)
    assert w.client.token_symbols[1] == "α" and w.client.balance(5).rao == 5 and w.client.policy is None
    assert w.do(w.client.decode_scale("(u16, Vec<u8>)", b"\x05\x00\x08\x01\x02"))[0] == 5
    assert w.read("existential_deposit").rao == 500


@case("client timestamp", "client block_time", "client is_fast_blocks", "client block_info", "client blocks", "client wait_for_block", "client wait_for_timestamp")
def clock(w):
    now = w.do(w.client.timestamp())
    assert w.do(w.client.block_time()) == 0.25 and w.do(w.client.is_fast_blocks()) is True
    info = w.do(w.client.block_info(2))
    assert (info.number, len(info.hash)) == (2, 66), info

    async def two():
        seen = []
        async for header in w.client.blocks():
            seen.append(header.number)
            if len(seen) == 2:
                return seen

    first, second = w.do(two())
    assert second == first + 1
    w.wait(2)
    assert w.block() >= second + 2
    w.do(w.client.wait_for_timestamp(now + timedelta(seconds=2)))
    assert w.do(w.client.timestamp()) >= now + timedelta(seconds=2)


@case("client plan", "client execute", "client execute_tool", "client compose", "client submit_call", "client prepare_call", "client submit_signature")
def sending(w):
    transfer = bt.Transfer(dest_ss58=w.dave.cold, amount_tao=1)
    plan = w.do(w.client.plan(transfer, w.alice))
    assert plan.fee.rao > 0 and not plan.violations
    dave, alice = w.free(w.dave), w.free(w.alice)
    assert w.do(w.client.execute(transfer, w.alice)).success
    paid = alice - w.free(w.alice) - 10**9
    assert w.free(w.dave) - dave == 10**9 and abs(paid - plan.fee.rao) <= 2, (paid, plan.fee)
    sent = w.send(w.alice, calls.System.remark_with_event(remark=b"hello"))
    assert "Remarked" in str(sent.events)
    call = calls.System.remark_with_event(remark=b"apart")
    unsigned = w.do(w.client.prepare_call(call, address=w.bob.cold))
    payload = getattr(unsigned, "signing_payload", None) or unsigned.payload
    sent = w.do(w.client.submit_signature(unsigned, w.bob.coldkey.sign(payload)))
    assert sent.success and "Remarked" in str(sent.events), sent


@case("client submit_shielded")
def shielded(w):
    # Ferdie does nothing else: the client keeps a nonce that a sealed call has used up.
    eve = w.free(w.eve)
    result = w.do(w.client.submit_shielded(bt.Transfer(dest_ss58=w.eve.cold, amount_tao=2), w.ferdie))
    assert result.success, result
    w.until(lambda: w.free(w.eve) - eve == 2 * 10**9, 10)


@case("client multisig")
def multisig(w):
    both = w.do(w.client.multisig([w.alice.cold, w.bob.cold], 2))
    # The account of a multisig does not depend on the order of who signs.
    assert both.address == w.do(w.client.multisig([w.bob.cold, w.alice.cold], 2)).address != w.alice.cold


@case("client namespaces")
def namespaces(w):
    """client.subnets.… and the like are the reads under other names."""
    names = [n for n, v in vars(w.client).items() if type(v).__module__ == "bittensor.namespaces"]
    methods = {
        f"{space}.{name}": getattr(getattr(w.client, space), name)
        for space in names
        for name in dir(getattr(w.client, space))
        if not name.startswith("_")
    }
    assert len(names) == 13 and all(callable(m) for m in methods.values()), names
    ed = w.do(w.client.balances.existential_deposit())
    assert ed.rao == 500
    return f"{len(methods)} methods in {len(names)} groups, over the reads of this table"


@case("client close")
def close(w):
    extra = bt.Client(w.url)
    w.do(extra.connect())
    assert w.do(extra.block()) > 0
    w.do(extra.close())


def members():
    return [*METHODS, "namespaces"]
