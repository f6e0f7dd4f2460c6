"""Cases of the SDK 10: what stands around Subtensor and speaks with a chain through it."""

import importlib
import inspect
import os
import tempfile

import bittensor as bt
from bittensor import pallets
from bittensor.core.metagraph import AsyncMetagraph, Metagraph
from bittensor.extras import timelock
from bittensor.extras.dev_framework import NETUID, REGISTER_NEURON, REGISTER_SUBNET, TestSubnet
from bittensor.extras.dev_framework import calls as recorded

from outcomes import Cases, gap, internet
from sdk10_world import ok

case = Cases()
GROUPS = [n for n, p in inspect.getmembers(bt.SubtensorApi, lambda m: isinstance(m, property)) if n != "block"]
BUILDERS = {
    f"pallets.{pallet}.{name}": (pallet, name)
    for pallet in pallets.__all__
    if pallet != "Call"
    for name, _ in inspect.getmembers(getattr(pallets, pallet), inspect.isfunction)
    if not name.startswith("_") and name not in dir(pallets.base.CallBuilder)
}
# Besides what it computes, a Metagraph has these.
METAGRAPH = [n for n, m in inspect.getmembers(Metagraph) if not n.startswith("_") and callable(m)]
RECORDED = ("calls.non_sudo_calls", "calls.sudo_calls")
# Calls that this client knows from another spec.
NOT_AT_425 = {"clear_identity", "faucet", "sudo_set_coldkey_swap_schedule_duration"}


def surface():
    return [
        *(f"SubtensorApi.{name}" for name in ("block", *GROUPS)),
        *(f"Metagraph.{name}" for name in METAGRAPH),
        *(f"AsyncMetagraph.{name}" for name in METAGRAPH),
        *(f"timelock.{name}" for name in ("encrypt", "decrypt", "wait_reveal_and_decrypt")),
        *(f"dev_framework.TestSubnet.{n}" for n, _ in inspect.getmembers(TestSubnet, inspect.isfunction) if n[0] != "_"),
        *(f"dev_framework.{name}" for name in RECORDED),
        *BUILDERS,
    ]


# One use of each group of SubtensorApi; all else in a group has to be Subtensor's own method.
USES = {
    "chain": lambda g: g.get_existential_deposit().rao == 500,
    "commitments": lambda g: g.get_all_commitments(1) == {},
    "crowdloans": lambda g: g.get_crowdloan_next_id() == 0,
    "delegates": lambda g: isinstance(g.get_delegates(), list),
    "extrinsics": lambda g: g.transfer is not None,
    "metagraphs": lambda g: int(g.metagraph(1).n) == 1,
    "mev_shield": lambda g: len(g.get_mev_shield_next_key()) == 1184,
    "neurons": lambda g: [n.uid for n in g.neurons_lite(1)] == [0],
    "proxies": lambda g: len(g.get_proxy_types()) == 18,
    "queries": lambda g: g.query_subtensor("TotalNetworks").value >= 2,
    "staking": lambda g: g.get_stake_add_fee(bt.Balance.from_tao(1), 1).rao > 0,
    "subnets": lambda g: g.tempo(1) == 100,
    "wallets": lambda g: g.get_balance(bt.Keypair.create_from_uri("//Bob").ss58_address).tao > 1000,
}


@case("SubtensorApi.block")
def block_of_api(w):
    w.api = bt.SubtensorApi(network=w.url)
    assert w.api.block > 0


def group_of_api(name):
    def run(w):
        group = getattr(w.api, name)
        methods = {n: m for n, m in vars(group).items() if not n.startswith("_")}
        strange = [
            n for n, m in methods.items()
            if not hasattr(bt.Subtensor, n) or m != getattr(w.api.inner_subtensor, n)
        ]
        assert methods and strange == [], strange
        assert USES[name](group)
        return f"{len(methods)} methods of Subtensor"

    case(f"SubtensorApi.{name}")(run)


for group in GROUPS:
    group_of_api(group)


def same(one, other):
    assert [n.hotkey for n in one.neurons] == [n.hotkey for n in other.neurons] and int(one.block) == int(other.block)
    assert one.S.tolist() == other.S.tolist() and one.W.tolist() == other.W.tolist()
    return True


def metagraph(name, sync):
    def run(w):
        begin = w.s.block
        graph = sync(w, begin)
        assert int(graph.block) == begin and list(graph.hotkeys) == [n.hotkey for n in w.s.neurons_lite(1)]
        folder = tempfile.mkdtemp()
        graph.save(root_dir=[folder])
        (kept,) = [os.path.join(at, f) for at, _, files in os.walk(folder) for f in files]
        fresh = {"Metagraph": Metagraph, "AsyncMetagraph": AsyncMetagraph}[name](1, network=w.url, sync=False)
        fresh.load_from_path(os.path.dirname(kept))
        assert [float(s) for s in fresh.stake] == [float(s) for s in graph.stake] and int(fresh.block) == begin
        again = {"Metagraph": Metagraph, "AsyncMetagraph": AsyncMetagraph}[name](1, network=w.url, sync=False)
        again.load(root_dir=[folder])
        assert int(again.block) == begin and graph.metadata()["netuid"] == 1
        assert int(graph.state_dict()["n"]) == 1

    case(*(f"{name}.{method}" for method in METAGRAPH))(run)


def blocking(w, block):
    graph = Metagraph(1, network=w.url, sync=False)
    graph.sync(block=block, lite=False, subtensor=w.s)
    return graph


def awaiting(w, block):
    async def run():
        async with bt.AsyncSubtensor(network=w.url) as client:
            graph = AsyncMetagraph(1, network=w.url, sync=False, subtensor=client)
            await graph.sync(block=block, lite=False, subtensor=client)
            return graph

    return w.loop.run_until_complete(run())


metagraph("Metagraph", blocking)
metagraph("AsyncMetagraph", awaiting)


@case("timelock.encrypt")
def encrypt(w):
    sealed, round_ = timelock.encrypt("later", 10, block_time=0.25)
    assert sealed.endswith(timelock.TLE_ENCRYPTED_DATA_SUFFIX + round_.to_bytes(8, "little")) and b"later" not in sealed
    w.notes["sealed"] = sealed


@case("timelock.decrypt", "timelock.wait_reveal_and_decrypt")
def decrypt(w):
    return internet("opens with a pulse that it fetches from the beacon by HTTP")


@case(*(name for name in surface() if name.startswith("dev_framework.TestSubnet")))
def dev_framework(w):
    w.admin(
        ("sudo_set_network_rate_limit", {"rate_limit": 0}),
        ("sudo_set_admin_freeze_window", {"window": 0}),
    )
    mine = TestSubnet(w.api)
    mine.execute_steps([REGISTER_SUBNET(w.alice), REGISTER_NEURON(w.bob, NETUID)])
    assert w.s.subnet(mine.netuid).owner_coldkey == w.cold(w.alice) and mine.owner == w.alice
    assert w.s.get_uid_for_hotkey_on_subnet(w.hot(w.bob), mine.netuid) == 1
    limit = recorded.SUDO_SET_WEIGHTS_SET_RATE_LIMIT(w.alice, "AdminUtils", True, NETUID, 7)
    ok(mine.execute_one(limit))
    assert w.s.weights_rate_limit(mine.netuid) == 7
    ok(mine.set_hyperparameter(w.alice, "sudo_set_tempo", "AdminUtils", {"netuid": mine.netuid, "tempo": 12}, True))
    assert w.s.tempo(mine.netuid) == 12
    begin = w.s.get_next_epoch_start_block(mine.netuid)
    mine.wait_next_epoch()
    assert w.s.block > begin and len(mine.calls) == 4
    w.loop.run_until_complete(later(w))


async def later(w):
    async with bt.SubtensorApi(network=w.url, async_subtensor=True) as api:
        mine = TestSubnet(api)
        await mine.async_execute_steps([REGISTER_SUBNET(w.charlie)])
        ok(await mine.async_execute_one(REGISTER_NEURON(w.bob, NETUID)))
        tempo = {"netuid": mine.netuid, "tempo": 12}
        ok(await mine.async_set_hyperparameter(w.alice, "sudo_set_tempo", "AdminUtils", tempo, True))
        assert await api.subnets.tempo(mine.netuid) == 12
        await mine.async_wait_next_epoch()


def in_metadata(w):
    """Names of arguments by call, as our metadata tells them; several pallets may share a call's name."""
    found = {}
    for pallet in w.s.substrate.metadata.pallets:
        for call in pallet.calls or []:
            fields = [field.value["name"] for field in call.args]
            found.setdefault(call.name, []).append(fields)
    return found


def recorded_calls(name):
    module = importlib.import_module(f"bittensor.extras.dev_framework.{name}")
    own = ("wallet", "pallet", "sudo")
    return {n.lower(): [f for f in c._fields if f not in own] for n, c in vars(module).items() if n.isupper()}


def dev_calls(name):
    def run(w):
        ours, theirs = in_metadata(w), recorded_calls(name)
        unlike = sorted(call for call, fields in theirs.items() if fields not in ours.get(call, []))
        assert set(unlike) <= NOT_AT_425, set(unlike) - NOT_AT_425
        return f"{len(theirs) - len(unlike)} calls as in our metadata; recorded at another spec: {', '.join(unlike)}"

    case(f"dev_framework.{name}")(run)


for recorded_name in RECORDED:
    dev_calls(recorded_name)


# Arguments for the builders of calls, by name where the type does not say enough.
def arguments(w, pallet, name):
    remark = w.call("System", "remark", remark=b"hello")
    address, digest = w.cold(w.bob), "0x" + "11" * 32
    known = {
        "call": remark, "call_hash": digest, "new_coldkey_hash": digest, "commit_hash": digest, "commit": b"sealed",
        "proxy_type": "Any", "force_proxy_type": "Any", "new_root_claim_type": "Swap", "children": [(2**63, address)],
        "subnets": [1], "limit_price": 10**9, "certificate": b"c", "info": {"fields": [[{"Raw1": b"x"}]]},
        "ciphertext": b"x" * 64, "commitment": digest, "payload": b"x", "enc_key": b"k" * 1184, "encrypted_call": b"x",
        "new_max_contribution": 1, "maybe_split": [1, 2], "recycle_or_burn": "Burn", "alpha": {"bits": 1},
        "flow_cutoff": {"bits": 1}, "exponent": {"bits": 1}, "precompile_id": "Staking",
        "next_authorities": [(digest, 1)], "new_authorities": [["0x" + "11" * 32]],
    }
    kinds = {int: 1, bool: True, bytes: b"x", str: address, float: 1}
    given = {}
    for parameter in inspect.signature(getattr(getattr(pallets, pallet), name)).parameters.values():
        if parameter.name == "self":
            continue
        wanted = str(parameter.annotation)
        kind = next((k for k in kinds if k.__name__ in wanted), None)
        given[parameter.name] = known.get(parameter.name, [1] if "list" in wanted else kinds.get(kind))
    return given


TEXTS = ("subnet_name", "github_repo", "subnet_contact", "subnet_url", "discord", "description", "logo_url", "additional")


def builder(full, pallet, name):
    def run(w):
        given = arguments(w, pallet, name)
        given.update({text: "text" for text in TEXTS if text in given})
        try:
            call = getattr(getattr(pallets, pallet)(w.s), name)(**given)
        except ValueError as error:
            if name in NOT_AT_425 and "not found" in str(error):
                return gap("composes a call that spec 425 does not have")
            raise
        # One name is an old one, and composes the call that took its place.
        meant = {"remove_coldkey_swap_announcement": "reset_coldkey_swap"}.get(name, name)
        assert (call.call_module.name, call.call_function.name) == (pallet, meant)

    case(full)(run)


for full_name, parts in BUILDERS.items():
    builder(full_name, *parts)
