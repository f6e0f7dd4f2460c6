"""Cases of bittensor 11: intents on coins, subnets, stake, weights, keys."""

import hashlib

from bittensor import calls
from bittensor.evm import h160_to_ss58
from bittensor.evm.transactions import association_proof
from eth_account import Account

from chain_tools import paying_root
from sdk11_world import M, Module, N, case, cold, hot, intent

EVM_KEY = "0x" + "11" * 32
EVM_ADDRESS = "0x" + "12" * 20
Admin = calls.AdminUtils


def free(name):
    return lambda w: w.free(getattr(w, name))


def stake(who, hotkey, netuid=N):
    return lambda w: w.stake(getattr(w, who), getattr(w, hotkey), netuid)


def uid(name, netuid=N):
    return lambda w: w.read("uid", hotkey_ss58=getattr(w, name).hot, netuid=netuid)


def grew(amount):
    return lambda before, after: after - before == amount


def about(amount):
    """A share of a pool is rounded down, by a rao; what is staked earns."""
    return lambda before, after: after - before >= amount - 1


intent("transfer", "alice", free("eve"), grew(10**10), dest_ss58=cold("eve"), amount_tao="10")
intent("transfer_all", "eve", free("eve"), 500, dest_ss58=cold("dave"), keep_alive=True)
intent("batch", "alice", lambda w: (w.free(w.eve), w.free(w.dave)), lambda b, a: (a[0] - b[0], a[1] - b[1]) == (5 * 10**11, 10**9), intents=lambda w: [{"op": "transfer", "dest_ss58": w.eve.cold, "amount_tao": 500}, {"op": "transfer", "dest_ss58": w.dave.cold, "amount_tao": 1}])


@case("intent register_subnet")
def subnets(w):
    w.sudo(
        Admin.sudo_set_network_rate_limit(rate_limit=0),
        Admin.sudo_set_admin_freeze_window(window=0),
        Admin.sudo_set_tx_rate_limit(tx_rate_limit=0),
    )
    w.intent(w.alice, "register_subnet")
    w.intent(w.alice, "register_subnet", hotkey_ss58=w.eve.hot)
    assert [w.stored(Module.SubnetOwner, n) for n in (N, M)] == [w.alice.cold, w.alice.cold]
    assert [w.stored(Module.SubnetOwnerHotkey, n) for n in (N, M)] == [w.alice.hot, w.eve.hot]


def started(netuid):
    return lambda w: w.stored(Module.SubtokenEnabled, netuid)


intent("start_call", "alice", started(N), True, netuid=N)
intent("start_call", "alice", started(M), True, netuid=M)
intent("set_subnet_emission_enabled", "alice", lambda w: [w.read("subnet_emission_enabled", netuid=n) for n in (N, M)], [1, 1], netuids=[N, M], enabled=True)
intent("set_hyperparameter", "alice", lambda w: w.read("immunity_period", netuid=N), 3, netuid=N, name="immunity_period", value=3)


@case("intent set_hyperparameter")
def by_root(w):
    w.sudo(
        Admin.sudo_set_commit_reveal_weights_enabled(netuid=N, enabled=False),
        Admin.sudo_set_weights_set_rate_limit(netuid=N, weights_set_rate_limit=0),
        Admin.sudo_set_serving_rate_limit(netuid=N, serving_rate_limit=0),
        Admin.sudo_set_subtoken_enabled(netuid=0, subtoken_enabled=True),
        calls.SubtensorModule.set_activity_cutoff_factor(netuid=N, factor_milli=50_000),
    )


intent("burned_register", "bob", uid("bob"), 1, netuid=N)
intent("burned_register", "charlie", uid("charlie"), 2, netuid=N)
intent("associate_hotkey", "dave", lambda w: w.read("hotkey_owner", hotkey_ss58=w.dave.hot) == w.dave.cold, True)
intent("add_stake", "alice", stake("alice", "alice"), hotkey_ss58=hot("alice"), netuid=N, amount_tao=500, slippage_protection=False)
intent("add_stake", "bob", stake("bob", "alice"), hotkey_ss58=hot("alice"), netuid=N, amount_tao=200, rate_tolerance=0.9)
intent("add_stake", "bob", stake("bob", "alice", M), hotkey_ss58=hot("alice"), netuid=M, amount_tao=100, slippage_protection=False)
intent("add_stake_limit", "bob", stake("bob", "bob"), hotkey_ss58=hot("bob"), netuid=N, amount_tao=10, limit_price_rao=10**12)
intent("root_register", "alice", uid("alice", 0), 0)
intent("remove_stake", "bob", free("bob"), hotkey_ss58=hot("alice"), netuid=N, amount_alpha=1)
intent("remove_stake_limit", "bob", free("bob"), hotkey_ss58=hot("alice"), netuid=N, amount_alpha=1, limit_price_rao=1)
intent("move_stake", "bob", stake("bob", "bob"), about(5 * 10**9), origin_hotkey_ss58=hot("alice"), origin_netuid=N, dest_hotkey_ss58=hot("bob"), dest_netuid=N, amount_alpha=5)
intent("swap_stake", "bob", stake("bob", "alice", M), hotkey_ss58=hot("alice"), origin_netuid=N, dest_netuid=M, amount_alpha=3, rate_tolerance=0.3)
intent("transfer_stake", "bob", stake("dave", "alice"), about(3 * 10**9), dest_coldkey_ss58=cold("dave"), hotkey_ss58=hot("alice"), origin_netuid=N, dest_netuid=N, amount_alpha=3)


@case("intent stake_burn")
def stake_burn(w):
    sent = w.intent(w.alice, "stake_burn", netuid=N, amount_tao=1, limit_price=10**12)
    assert "AddStakeBurn" in str(sent.events), sent.events


intent("set_auto_stake", "bob", lambda w: w.read("auto_stake", coldkey_ss58=w.bob.cold, netuid=N), lambda b, a: b != a and a[:1] == "5", netuid=N, hotkey_ss58=hot("alice"))


def port(item):
    return lambda w: (w.stored(item, N, w.bob.hot) or {}).get("port")


intent("serve_axon", "bob", port(Module.Axons), 18091, netuid=N, ip="93.184.216.34", port=18091)
intent("serve_axon_tls", "bob", lambda w: (port(Module.Axons)(w), w.stored(Module.NeuronCertificates, N, w.bob.hot) is not None), (18092, True), netuid=N, ip="93.184.216.34", port=18092, certificate="0x01" + "aa" * 32)
intent("serve_prometheus", "bob", port(Module.Prometheus), 18093, netuid=N, ip="93.184.216.34", port=18093)
intent("reset_axon", "bob", port(Module.Axons), 1, netuid=N)
intent("set_identity", "alice", lambda w: (w.read("identity", coldkey_ss58=w.alice.cold) or {}).get("name"), "Alice", name="Alice")
intent("set_subnet_identity", "alice", lambda w: (w.read("subnet_identity", netuid=N) or {}).get("subnet_name"), "One", netuid=N, subnet_name="One", github_repo="https://github.com/a/b")
intent("update_symbol", "alice", lambda w: w.read("token_symbols")[N], "ש", netuid=N, symbol="ש")


@case("intent set_weights", "client wait_for_epoch")
def weights(w):
    w.until(lambda: w.stored(Module.ValidatorPermit, N)[0])
    w.intent(w.alice, "set_weights", netuid=N, uids=[1, 2], weights=[0.75, 0.25])
    row = w.read("weights", netuid=N, mechid=0)[0]
    assert abs(row[1] / row[2] - 3) < 1e-3, row
    epoch = w.read("epoch_status", netuid=N)["epoch_index"]
    assert w.do(w.client.wait_for_epoch(N, timeout=120))
    assert w.read("epoch_status", netuid=N)["epoch_index"] > epoch


@case("intent reveal_weights")
def reveal(w):
    w.sudo(
        Admin.sudo_set_commit_reveal_weights_enabled(netuid=N, enabled=True),
        Admin.sudo_set_tempo(netuid=N, tempo=20),
    )

    def words(*values):
        return bytes([len(values) << 2]) + b"".join(v.to_bytes(2, "little") for v in values)

    payload = bytes(w.alice.hotkey.public_key) + N.to_bytes(2, "little") + words(1) + words(65535) + words(1, 2, 3) + bytes(8)
    digest = hashlib.blake2b(payload, digest_size=32).hexdigest()
    w.send(w.alice, calls.SubtensorModule.commit_weights(netuid=N, commit_hash="0x" + digest), signer="hotkey")
    w.do(w.client.wait_for_epoch(N, timeout=120))
    w.intent(w.alice, "reveal_weights", netuid=N, uids=[1], weights=[1.0], salt=[1, 2, 3])
    assert w.read("weights", netuid=N, mechid=0)[0] == {1: 1.0}


@case("intent commit_weights", "read timelocked_weight_commits")
def commit(w):
    sent = w.intent(w.alice, "commit_weights", netuid=N, uids=[1, 2], weights=[0.5, 0.5])
    events = str(sent.events)
    assert "TimelockedWeightsCommitted" in events or "WeightsCommitted" in events, events
    found = w.read("timelocked_weight_commits", netuid=N, mechid=0)
    # A commit of fast blocks may be due at once: then it is the event that tells of it.
    assert found == {} or w.alice.hot in str(found), found


@case("intent set_children", "intent set_childkey_take", "read pending_children")
def children(w):
    w.sudo(calls.SubtensorModule.set_pending_childkey_cooldown(cooldown=40))
    w.intent(w.alice, "set_children", netuid=N, children=[[0.25, w.bob.hot]])
    pending = w.read("pending_children", hotkey_ss58=w.alice.hot, netuid=N)
    assert pending["children"] == [(2**62, w.bob.hot)] and pending["cooldown_block"] > w.block() - 5
    w.intent(w.alice, "set_childkey_take", netuid=N, take=0.05)
    assert w.stored(Module.ChildkeyTake, w.alice.hot, N) in (3276, 3277)


@case("intent decrease_take", "intent increase_take", "intent set_take", "read delegate_take")
def takes(w):
    w.sudo(Admin.sudo_set_tx_delegate_take_rate_limit(tx_rate_limit=0))
    for op, take in (("decrease_take", 0.1), ("increase_take", 0.12), ("set_take", 0.15)):
        w.intent(w.alice, op, take=take)
        assert abs(w.read("delegate_take", hotkey_ss58=w.alice.hot)["take"] - take) < 1e-4


def lock(field):
    return lambda w: (w.read("coldkey_lock", coldkey_ss58=w.bob.cold, netuid=N) or {}).get(field)


# A lock that is not perpetual decays from its first block.
intent("lock_stake", "bob", lambda w: getattr(lock("locked_alpha")(w), "rao", 0), lambda b, a: b == 0 and 999 * 10**6 < a <= 10**9, netuid=N, amount_alpha=1)
intent("set_perpetual_lock", "bob", lock("is_perpetual"), False, netuid=N, enabled=False)
intent("move_lock", "bob", lock("hotkey"), lambda b, a: a not in (None, b), netuid=N, destination_hotkey_ss58=hot("charlie"))


@case("intent set_root_claim_type", "intent claim_root")
def claims(w):
    w.intent(w.alice, "set_root_claim_type", claim_type="Keep")
    assert w.read("root_claim_type", coldkey_ss58=w.alice.cold)["type"] == "Keep"
    w.intent(w.alice, "add_stake", hotkey_ss58=w.alice.hot, netuid=0, amount_tao=1000, slippage_protection=False)
    # Nobody is paid without asking, lest there be nothing left to claim.
    w.sudo(
        calls.SubtensorModule.sudo_set_num_root_claims(new_value=0),
        calls.System.set_storage(items=[paying_root(N)]),
        calls.SubtensorModule.sudo_set_root_claim_threshold(netuid=N, new_value=0),
    )

    def claimed():
        return w.stored(Module.RootClaimed, N, w.alice.hot, w.alice.cold)

    rates = str(w.stored(Module.RootClaimable, w.alice.hot))
    w.until(lambda: str(w.stored(Module.RootClaimable, w.alice.hot)) != rates)
    before = claimed()
    w.intent(w.alice, "claim_root", subnets=[N])
    assert claimed() > before, (before, claimed())


@case("intent associate_evm_key")
def evm_key(w):
    number = w.block()
    account = Account.from_key(EVM_KEY)
    signature, _ = association_proof(account, w.alice.hot, number)
    w.intent(w.alice, "associate_evm_key", netuid=N, evm_key=account.address, block_number=number, signature=signature)
    found = w.read("associated_evm_key", netuid=N, uid=0)
    assert found["evm_address"] == account.address.lower() and found["block"] >= number, found


intent("fund_evm_key", "alice", lambda w: w.free(h160_to_ss58(EVM_ADDRESS)), grew(10**9), evm_address=EVM_ADDRESS, amount_tao=1)


@case("intent evm_withdraw")
def evm_withdraw(w):
    mirror = "0x" + bytes(w.bob.coldkey.public_key)[:20].hex()
    w.intent(w.alice, "fund_evm_key", evm_address=mirror, amount_tao=2)
    before = w.free(w.bob)
    w.intent(w.bob, "evm_withdraw", amount_tao=1)
    assert w.free(w.bob) > before + 9 * 10**8 and w.free(h160_to_ss58(mirror)) == 10**9


@case("intent set_mechanism_count", "read mechanism_count", "read mechanism_emission_split")
def mechanisms(w):
    w.sudo(Admin.sudo_set_max_allowed_uids(netuid=M, max_allowed_uids=64))
    assert w.read("mechanism_count", netuid=M) == 1
    w.intent(w.alice, "set_mechanism_count", netuid=M, mechanism_count=2)
    assert w.read("mechanism_count", netuid=M) == 2
    w.sudo(Admin.sudo_set_mechanism_emission_split(netuid=M, maybe_split=[49151, 16384]))
    assert w.read("mechanism_emission_split", netuid=M) in ([75, 25], [49151, 16384])


@case("intent trim_subnet")
def trim(w):
    w.sudo(Admin.sudo_set_min_allowed_uids(netuid=N, min_allowed_uids=1))
    w.intent(w.alice, "trim_subnet", netuid=N, max_n=32)
    assert w.stored(Module.MaxAllowedUids, N) == 32
