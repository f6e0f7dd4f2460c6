"""Cases of bittensor 11: reads over what the intents have left; the state that they are compared with is read by storage item."""

import time

from bittensor import calls
from bittensor._generated import storage

from sdk11_world import M, Module, N, case, cold, hot, read

BOTH = {"coldkey_ss58s": lambda w: [w.bob.cold, w.dave.cold]}
ALICE, BOB = {"hotkey_ss58": hot("alice")}, {"coldkey_ss58": cold("bob")}
HERE = {"netuid": N}


def same_as(item):
    """The read says what a map of SubtensorModule holds for the subnet."""
    return lambda w, value: value == w.stored(item, N)


read("burn", lambda w, v: abs(v.rao - w.stored(Module.Burn, N)) < v.rao // 10, **HERE)
read("difficulty", same_as(Module.Difficulty), **HERE)
read("immunity_period", lambda v: v == 3, **HERE)
read("max_weight_limit", lambda v: v == 65535, **HERE)
read("min_allowed_weights", same_as(Module.MinAllowedWeights), **HERE)
read("weights_rate_limit", lambda v: v == 0, **HERE)
read("commit_reveal_enabled", lambda v: v is True, **HERE)
read("reveal_period", lambda v: v == 1, **HERE)
read("tx_rate_limit", lambda v: v == 0)
read("blocks_since_last_step", lambda v: 0 <= v <= 21, **HERE)
read("blocks_until_next_epoch", lambda v: 0 <= v <= 21, **HERE)
read("next_epoch_start_block", lambda w, v: -3 < v - w.block() <= 21, **HERE)
read("epoch_status", lambda w, v: v["tempo"] == 20 and v["next_epoch_start_block"] - v["last_epoch_block"] == 20, **HERE)
read("subnet_start_schedule", lambda w, v: v["registered_at"] == w.stored(Module.NetworkRegisteredAt, N) == v["earliest_start_block"], **HERE)
read("subnet_hyperparameters", lambda v: (v["tempo"], v["immunity_period"], v["kappa"], v["registration_allowed"]) == (20, 3, 32767, True), **HERE)
read("alpha_price", lambda w, v: v["netuid"] == N and abs(v["price_rao"] / 10**9 - w.read("alpha_prices")[N]) < 0.1 * v["tao_per_alpha"], **HERE)
read("alpha_prices", lambda v: sorted(v)[:4] == [0, 1, N, M] and v[0] == v[1] == 1.0 and v[N] > 1)
read("associated_evm_key", lambda v: v["evm_address"].startswith("0x"), **HERE, uid=0)
read("auto_stake", lambda w, v: v == w.alice.hot, **BOB, **HERE)
read("auto_stake_all", lambda w, v: v == [{"netuid": N, "hotkey": w.alice.hot}], **BOB)
read("balance", lambda w, v: v.rao == w.stored(storage.System.Account, w.bob.cold)["data"]["free"], **BOB)
read("balances", lambda w, v: {a: b.rao for a, b in v.items()} == {k.cold: w.free(k) for k in (w.bob, w.dave)}, **BOTH)
read("block_info", lambda v: v["number"] == 3 and "Timestamp.set" in v["extrinsics"], block=3)
read("block_time", lambda v: v == 0.25)
read("is_fast_blocks", lambda v: v is True)
read("timestamp", lambda w, v: abs(v["block"] - w.block()) < 20 and abs(v["unix"] - time.time()) < 3600)
read("blocks_since_last_update", lambda w, v: 0 < v < w.block(), **HERE, uid=0)
read("bonds", lambda v: sorted(v) == [0, 1, 2] and v[0][1] > 0 and v[1] == v[2] == {}, **HERE, mechid=0)
read("weights", lambda v: v == {0: {1: 1.0}}, **HERE, mechid=0)
read("coldkey_lock", lambda w, v: v["hotkey"] == w.charlie.hot and 0 < v["locked_alpha"].rao <= 10**9, **BOB, **HERE)
read("locks_for_coldkey", lambda w, v: [(one["netuid"], one["hotkey"]) for one in v] == [(N, w.charlie.hot)], **BOB)
read("hotkey_conviction", lambda v: v["conviction_alpha"].rao >= 0, hotkey_ss58=hot("charlie"), **HERE)
read("most_convicted_hotkey", lambda w, v: v == w.charlie.hot, **HERE)
read("subnet_convictions", lambda w, v: v["owner_hotkey"] == w.alice.hot and w.charlie.hot in [one["hotkey"] for one in v["hotkeys"]], **HERE)
read("delegate", lambda w, v: (v.hotkey, v.owner, abs(v.take - 0.15) < 1e-3) == (w.alice.hot, w.alice.cold, True), **ALICE)
read("delegate_take", lambda v: abs(v["take"] - 0.15) < 1e-3 and v["min"] == 0, **ALICE)
read("delegated", lambda w, v: {(d.delegate.hotkey, d.netuid) for d in v} >= {(w.alice.hot, N), (w.alice.hot, M)}, **BOB)
read("delegates", lambda w, v: w.alice.hot in [d.hotkey for d in v])
read("is_delegate", lambda v: v is True, **ALICE)
read("existential_deposit", lambda v: v.rao == 500)
read("hotkey_identities", lambda w, v: v[w.alice.hot]["name"] == "Alice", hotkey_ss58s=lambda w: [w.alice.hot])
read("hotkey_owner", lambda w, v: v == w.alice.cold, **ALICE)
read("identity", lambda v: v["name"] == "Alice", coldkey_ss58=cold("alice"))
read("metagraph", lambda w, v: (v["netuid"], v["name"], v["owner_hotkey"], v["tempo"]) == (N, "One", w.alice.hot, 20), **HERE)
read("mev_shield_next_key", lambda v: len(v) == 2 + 2 * 1184)
read("netuids_for_hotkey", lambda v: sorted(v) == [0, N], **ALICE)
read("neurons", lambda w, v: [n.hotkey for n in v] == [w.alice.hot, w.bob.hot, w.charlie.hot], **HERE, lite=False)
read("owned_hotkeys", lambda w, v: w.alice.hot in v, coldkey_ss58=cold("alice"))
read("quote_stake", lambda w, v: v.alpha.rao > 0 and v.tao.rao + v.tao_fee.rao == 10**9, **HERE, amount_tao=1)
read("quote_unstake", lambda w, v: v.tao.rao > 0 and v.alpha.rao + v.alpha_fee.rao == 10**9, **HERE, amount_alpha=1)
read("root_claim_type", lambda v: v == {"type": "Keep", "subnets": None}, coldkey_ss58=cold("alice"))
read("stake", lambda w, v: v.rao > 10**9 and w.alice.hot in w.read("staking_hotkeys", coldkey_ss58=w.bob.cold), **BOB, **ALICE, **HERE)


def positions(w, found):
    return {(p.hotkey, p.netuid) for p in found} >= {(w.alice.hot, N), (w.alice.hot, M), (w.bob.hot, N)}


read("stake_for_coldkey", positions, **BOB)
read("stake_for_coldkeys", lambda w, v: sorted(v) == sorted([w.bob.cold, w.dave.cold]) and positions(w, v[w.bob.cold]), **BOTH)
read("stake_value_for_coldkey", lambda w, v: v.coldkey == w.bob.cold and positions(w, v.positions), **BOB)
read("stake_value_for_coldkeys", lambda w, v: sorted(v) == sorted([w.bob.cold, w.dave.cold]) and positions(w, v[w.bob.cold].positions), **BOTH)
read("staking_hotkeys", lambda w, v: set(v) >= {w.alice.hot, w.bob.hot}, **BOB)
read("subnet", lambda v: (v.netuid, v.tempo, v.neuron_count) == (N, 20, 3), **HERE)
read("subnets", lambda v: [(s.netuid, s.neuron_count) for s in v][:3] == [(0, 1), (1, 1), (N, 3)])
read("subnet_emission_enabled", lambda v: v == 1, **HERE)
read("subnet_identity", lambda v: (v["subnet_name"], v["github_repo"]) == ("One", "https://github.com/a/b"), **HERE)
read("subnet_names", lambda v: v == {N: "One"})
read("subnet_registration_cost", lambda v: v.rao > 10**12)
read("token_symbols", lambda v: (v[1], v[N]) == ("α", "ש"))
read("uid", lambda v: v == 1, hotkey_ss58=hot("bob"), **HERE)


@case("read commitment", "read commitments")
def commitments(w):
    info = {"fields": [[{"Raw5": "0x" + b"hello".hex()}]]}
    w.send(w.bob, calls.Commitments.set_commitment(netuid=N, info=info), signer="hotkey")
    one = w.read("commitment", netuid=N, hotkey_ss58=w.bob.hot)
    assert one.data == "hello" and one.deposit.rao == 0
    rows = w.read("commitments", netuid=N)
    assert [(r["hotkey"], r["uid"], r["commitment"]) for r in rows] == [(w.bob.hot, 1, "hello")], rows


@case("read revealed_commitment")
def revealed(w):
    assert w.read("revealed_commitment", netuid=N, hotkey_ss58=w.bob.hot) is None
    return "of nothing revealed: the pulses that reveal come from the internet"


@case("read children", "read parents")
def relations(w):
    w.until(lambda: w.read("children", hotkey_ss58=w.alice.hot, netuid=N))
    assert w.read("children", hotkey_ss58=w.alice.hot, netuid=N) == [(2**62, w.bob.hot)]
    assert w.read("parents", hotkey_ss58=w.bob.hot, netuid=N) == [(2**62, w.alice.hot)]
