"""Cases of the SDK 10: stake, delegation, locks, proxies, crowdloans, key swaps."""

import bittensor as bt
from bittensor.core.chain_data.proxy import ProxyType

from chain_tools import paying_root
from outcomes import Cases, gap
from sdk10_world import alpha, map_prefix, ok, tao, wallet_of

case = Cases()
read = case.read
N, M = 2, 3


def stake_of(w, who, netuid=N, hotkey=None):
    return w.s.get_stake(w.cold(who), hotkey or w.hot(w.alice), netuid)


@case("add_stake", "get_stake")
def add_stake(w):
    before = w.s.get_balance(w.cold(w.bob))
    ok(w.s.add_stake(w.bob, N, w.hot(w.alice), tao(100)))
    ok(w.s.add_stake(w.bob, M, w.hot(w.alice), tao(100), safe_staking=True, rate_tolerance=0.9))
    assert stake_of(w, w.bob).tao > 10 and stake_of(w, w.bob, M).tao > 10
    assert 200 <= (before - w.s.get_balance(w.cold(w.bob))).tao < 200.1


@case("add_stake_multiple")
def add_multiple(w):
    hot = w.hot(w.alice)
    ok(w.s.add_stake_multiple(w.charlie, [N, M], [hot, hot], [tao(10), tao(10)]))
    assert stake_of(w, w.charlie).tao > 1 and stake_of(w, w.charlie, M).tao > 1


@case("add_stake_burn")
def add_burn(w):
    sent = ok(w.s.add_stake_burn(w.alice, N, w.hot(w.alice), tao(1)))
    events = [e["event"] for e in w.settle(sent.extrinsic_receipt.triggered_events)]
    assert [e for e in events if e["event_id"] == "AddStakeBurn"], events


@case("unstake")
def unstake(w):
    before, free = stake_of(w, w.bob), w.s.get_balance(w.cold(w.bob))
    ok(w.s.unstake(w.bob, N, w.hot(w.alice), alpha(1, N)))
    ok(w.s.unstake(w.bob, N, w.hot(w.alice), alpha(1, N), safe_unstaking=True, rate_tolerance=0.9))
    assert stake_of(w, w.bob).rao < before.rao and w.s.get_balance(w.cold(w.bob)) > free


@case("move_stake")
def move_stake(w):
    ok(w.s.move_stake(w.bob, N, w.hot(w.alice), N, w.hot(w.bob), alpha(2, N)))
    # A share of a pool is rounded down, by a rao.
    assert stake_of(w, w.bob, N, w.hot(w.bob)).rao >= 2 * 10**9 - 1


@case("swap_stake")
def swap_stake(w):
    before = stake_of(w, w.bob, M)
    ok(w.s.swap_stake(w.bob, w.hot(w.alice), N, M, alpha(1, N)))
    assert stake_of(w, w.bob, M) > before
    # With safe_swapping the client hands over the ratio of prices unscaled, 1 for 0.000000001, which
    # overflows in the chain's limit and leaves no room: so it answers at 425, and so do we.
    safe = w.s.swap_stake(w.bob, w.hot(w.alice), N, M, alpha(1, N), safe_swapping=True, rate_tolerance=0.9)
    assert not safe.success and "SlippageTooHigh" in safe.message, safe


@case("transfer_stake")
def transfer_stake(w):
    before = stake_of(w, w.dave)
    ok(w.s.transfer_stake(w.bob, w.cold(w.dave), w.hot(w.alice), N, N, alpha(1, N)))
    assert (stake_of(w, w.dave) - before).rao >= 10**9 - 1


@case("unstake_multiple")
def unstake_multiple(w):
    hot = w.hot(w.alice)
    free = w.s.get_balance(w.cold(w.charlie))
    ok(w.s.unstake_multiple(w.charlie, [N, M], [hot, hot], [alpha(1, N), alpha(1, M)]))
    assert w.s.get_balance(w.cold(w.charlie)) > free


@case("unstake_all")
def unstake_all(w):
    ok(w.s.unstake_all(w.charlie, M, w.hot(w.alice), rate_tolerance=0.5))
    assert stake_of(w, w.charlie, M).rao == 0


read("get_stake_for_hotkey", lambda w: w.s.get_stake_for_hotkey(w.hot(w.alice), N).tao > 0)
read("get_hotkey_stake", lambda w: w.s.get_hotkey_stake(w.hot(w.alice), N).tao > 0)
read("get_stake_for_coldkey_and_hotkey", lambda w: w.s.get_stake_for_coldkey_and_hotkey(w.cold(w.bob), w.hot(w.alice))[N].stake.tao > 0)
read("get_stake_info_for_coldkey", lambda w: len(w.s.get_stake_info_for_coldkey(w.cold(w.bob))) == 3)
read("get_stake_info_for_coldkeys", lambda w: len(w.s.get_stake_info_for_coldkeys([w.cold(w.bob), w.cold(w.dave)])) == 2)


@case("get_stake_availability_for_coldkeys")
def availability(w):
    found = w.s.get_stake_availability_for_coldkeys([w.cold(w.bob)], [N])[w.cold(w.bob)][N]
    assert found["locked"] == 0 and found["available"] == found["total"] > 10**9, found



read("get_staking_hotkeys", lambda w: w.hot(w.alice) in w.s.get_staking_hotkeys(w.cold(w.bob)))
read("get_stake_add_fee", lambda w: w.s.get_stake_add_fee(tao(10), N).rao == 10**10 * 33 // 65535)
read("get_unstake_fee", lambda w: w.s.get_unstake_fee(N, alpha(10, N)).rao > 10**6)
read("get_stake_movement_fee", lambda w: w.s.get_stake_movement_fee(N, M, alpha(1, N)).rao > 0)
read("sim_swap", lambda w: w.s.sim_swap(0, N, tao(1)).alpha_amount.rao > 0 and w.s.sim_swap(N, M, alpha(1, N)).alpha_amount.rao > 0)
read("get_subnet_price", lambda w: w.s.get_subnet_price(N).rao > 0)
read("get_subnet_prices", lambda w: w.s.get_subnet_prices()[N].rao > 0)


@case("get_ema_tao_inflow", "get_all_ema_tao_inflow")
def ema_inflow(w):
    # Runtime 425 does not write this map any more; networks that ran before 425 still have rows.
    key = map_prefix("SubtensorModule", "SubnetEmaTaoFlow") + N.to_bytes(2, "little")
    value = (9).to_bytes(8, "little") + (5 << 64).to_bytes(16, "little")
    w.sudo(("System", "set_storage", {"items": [("0x" + key.hex(), "0x" + value.hex())]}))
    assert w.s.get_ema_tao_inflow(N)[0] == 9 and w.s.get_ema_tao_inflow(N)[1].rao == 5
    assert w.s.get_all_ema_tao_inflow()[N][1].rao == 5
    return "read from state set by hand: runtime 425 does not write it any more"


read("get_delegates", lambda w: w.hot(w.alice) in [d.hotkey_ss58 for d in w.s.get_delegates()])
read("get_delegate_by_hotkey", lambda w: w.s.get_delegate_by_hotkey(w.hot(w.alice)).owner_ss58 == w.cold(w.alice))
read("get_delegated", lambda w: {int(d.netuid) for d in w.s.get_delegated(w.cold(w.bob))} == {N, M})
read("is_hotkey_delegate", lambda w: w.s.is_hotkey_delegate(w.hot(w.alice)))


@case("set_delegate_take", "get_delegate_take")
def take(w):
    w.admin(("sudo_set_tx_delegate_take_rate_limit", {"tx_rate_limit": 0}))
    ok(w.s.set_delegate_take(w.alice, w.hot(w.alice), 0.1))
    assert abs(w.s.get_delegate_take(w.hot(w.alice)) - 0.1) < 1e-4
    ok(w.s.set_delegate_take(w.alice, w.hot(w.alice), 0.15))


@case("set_auto_stake", "get_auto_stakes")
def auto_stake(w):
    ok(w.s.set_auto_stake(w.bob, N, w.hot(w.alice)))
    assert w.s.get_auto_stakes(w.cold(w.bob)) == {N: w.hot(w.alice)}


@case("query_identity", "get_delegate_identities")
def identities(w):
    text = {"name": "Alice", "url": "", "github_repo": "", "image": "", "discord": "", "description": "", "additional": ""}
    w.send(w.alice, "SubtensorModule", "set_identity", **{k: v.encode() for k, v in text.items()})
    assert w.s.query_identity(w.cold(w.alice)).name == "Alice"
    assert w.s.get_delegate_identities()[w.cold(w.alice)].name == "Alice"


@case("set_children", "get_children_pending", "get_children", "get_parents", "root_set_pending_childkey_cooldown")
def children(w):
    ok(w.s.root_set_pending_childkey_cooldown(w.alice, 2))
    # Changes of children have a limit of one in 150 blocks; the first is free.
    ok(w.s.set_children(w.alice, netuid=N, hotkey_ss58=w.hot(w.alice), children=[(0.25, w.hot(w.bob))]))
    pending, block = w.s.get_children_pending(w.hot(w.alice), N)
    done, found, message = w.until(lambda: (lambda r: r if r[1] else None)(w.s.get_children(w.hot(w.alice), N)))
    assert done and abs(found[0][0] - 0.25) < 1e-9 and found[0][1] == w.hot(w.bob), found
    assert w.s.get_parents(w.hot(w.bob), N)[0][1] == w.hot(w.alice)
    assert pending in ([], [(0.25, w.hot(w.bob))]) and (pending == [] or block > 0), (pending, block)


@case("set_root_claim_type", "get_root_claim_type")
def claim_type(w):
    ok(w.s.set_root_claim_type(w.alice, "Keep"))
    assert w.s.get_root_claim_type(w.cold(w.alice)) == "Keep"
    ok(w.s.set_root_claim_type(w.alice, bt.RootClaimType.KeepSubnets([N]) if hasattr(bt, "RootClaimType") else {"KeepSubnets": {"subnets": [N]}}))
    assert w.s.get_root_claim_type(w.cold(w.alice)) == {"KeepSubnets": {"subnets": [N]}}


@case("claim_root", "get_root_claimable_all_rates", "get_root_claimable_rate", "get_root_claimable_stake", "get_root_claimed", "get_root_alpha_dividends_per_subnet")
def root_claim(w):
    hot, cold = w.hot(w.alice), w.cold(w.alice)
    w.admin(("sudo_set_subtoken_enabled", {"netuid": 0, "subtoken_enabled": True}))
    ok(w.s.add_stake(w.alice, 0, hot, tao(1000)))
    # Nobody is paid without asking, lest there be nothing left to claim.
    w.sudo(("SubtensorModule", "sudo_set_num_root_claims", {"new_value": 0}))
    w.sudo(("System", "set_storage", {"items": [paying_root(N)]}))
    w.sudo(("SubtensorModule", "sudo_set_root_claim_threshold", {"netuid": N, "new_value": 0}))
    w.until(lambda: w.s.get_root_claimable_all_rates(hot).get(N, 0) > 0)
    assert w.s.get_root_claimable_rate(hot, N) > 0
    w.until(lambda: w.s.get_root_claimable_stake(cold, hot, N).rao > 0)
    assert w.until(lambda: w.s.get_root_alpha_dividends_per_subnet(hot, N).rao > 0)
    before = w.s.get_root_claimed(cold, hot, N).rao
    ok(w.s.claim_root(w.alice, [N]))
    assert w.s.get_root_claimed(cold, hot, N).rao > before


@case("lock_stake", "get_stake_lock", "get_stake_locks", "get_coldkey_lock")
def lock(w):
    ok(w.s.lock_stake(w.bob, w.hot(w.bob), N, alpha(1, N)))
    assert w.s.get_stake_lock(w.cold(w.bob), N, w.hot(w.bob)) is not None
    assert w.s.get_stake_lock(w.cold(w.dave), N, w.hot(w.bob)) is None
    assert [h for h, _ in w.s.get_stake_locks(w.cold(w.bob), N)] == [w.hot(w.bob)]
    assert w.s.get_coldkey_lock(w.cold(w.bob), N) is not None


@case("set_perpetual_lock", "is_perpetual_lock")
def perpetual(w):
    before = w.s.is_perpetual_lock(w.cold(w.bob), N)
    ok(w.s.set_perpetual_lock(w.bob, N, not before))
    assert w.s.is_perpetual_lock(w.cold(w.bob), N) != before


@case("move_lock", "get_hotkey_conviction", "get_most_convicted_hotkey_on_subnet")
def move_lock(w):
    w.until(lambda: w.s.get_hotkey_conviction(w.hot(w.bob), N) > 0)
    assert w.s.get_most_convicted_hotkey_on_subnet(N) == w.hot(w.bob)
    ok(w.s.move_lock(w.bob, w.hot(w.charlie), N))
    assert [h for h, _ in w.s.get_stake_locks(w.cold(w.bob), N)] == [w.hot(w.charlie)]


@case("add_liquidity", "modify_liquidity", "remove_liquidity", "toggle_user_liquidity", "get_liquidity_list")
def liquidity(w):
    calls = {
        "add_liquidity": lambda: w.s.add_liquidity(w.alice, N, tao(1), tao(0.1), tao(2)),
        "modify_liquidity": lambda: w.s.modify_liquidity(w.alice, N, 1, tao(1)),
        "remove_liquidity": lambda: w.s.remove_liquidity(w.alice, N, 1),
        "toggle_user_liquidity": lambda: w.s.toggle_user_liquidity(w.alice, N, True),
    }
    said = {name: send() for name, send in calls.items()}
    assert not any(r is not None and r.success for r in said.values()), said
    assert w.s.get_liquidity_list(w.alice, N) in ([], None)
    return gap("refuses by itself, without asking a chain: users' liquidity is gone from runtime 425")


@case("get_proxy_constants", "get_proxy_types", "get_proxy_filter")
def proxy_facts(w):
    assert w.s.get_proxy_constants().MaxProxies == 20
    assert w.s.get_proxy_constants(as_dict=True)["MaxPending"] == 75
    assert len(w.s.get_proxy_types()) == 18
    assert len(w.s.get_proxy_filter()) == 18


@case("add_proxy", "get_proxies", "get_proxies_for_real_account", "proxy", "remove_proxy")
def proxies(w):
    ok(w.s.add_proxy(w.bob, w.cold(w.dave), ProxyType.Transfer, 0))
    assert [p.delegate for p in w.s.get_proxies_for_real_account(w.cold(w.bob))[0]] == [w.cold(w.dave)]
    assert w.cold(w.bob) in w.s.get_proxies()
    call = w.call("Balances", "transfer_keep_alive", dest=w.cold(w.eve), value=10**9)
    before = w.s.get_balance(w.cold(w.eve)).rao
    ok(w.s.proxy(w.dave, w.cold(w.bob), ProxyType.Transfer, call))
    assert w.s.get_balance(w.cold(w.eve)).rao == before + 10**9
    ok(w.s.remove_proxy(w.bob, w.cold(w.dave), ProxyType.Transfer, 0))
    assert w.s.get_proxies_for_real_account(w.cold(w.bob))[0] == []


def hash_of(call):
    return "0x" + call.call_hash.hex()


@case("announce_proxy", "get_proxy_announcement", "get_proxy_announcements", "proxy_announced", "reject_proxy_announcement", "remove_proxy_announcement")
def announcements(w):
    real, delegate = w.cold(w.bob), w.cold(w.dave)
    ok(w.s.add_proxy(w.bob, delegate, ProxyType.Any, 2))
    call = w.call("Balances", "transfer_keep_alive", dest=w.cold(w.eve), value=10**9)
    ok(w.s.announce_proxy(w.dave, real, hash_of(call)))
    assert [a.call_hash for a in w.s.get_proxy_announcement(delegate)] == [hash_of(call)]
    assert delegate in w.s.get_proxy_announcements()
    w.wait(3)
    before = w.s.get_balance(w.cold(w.eve)).rao
    ok(w.s.proxy_announced(w.dave, delegate, real, ProxyType.Any, call))
    assert w.s.get_balance(w.cold(w.eve)).rao == before + 10**9
    ok(w.s.announce_proxy(w.dave, real, hash_of(call)))
    ok(w.s.reject_proxy_announcement(w.bob, delegate, hash_of(call)))
    ok(w.s.announce_proxy(w.dave, real, hash_of(call)))
    ok(w.s.remove_proxy_announcement(w.dave, real, hash_of(call)))
    assert w.s.get_proxy_announcement(delegate) == []


@case("poke_deposit", "remove_proxies")
def deposits(w):
    ok(w.s.poke_deposit(w.bob))
    ok(w.s.remove_proxies(w.bob))
    assert w.s.get_proxies_for_real_account(w.cold(w.bob))[0] == []


@case("create_pure_proxy", "kill_pure_proxy")
def pure(w):
    data = ok(w.s.create_pure_proxy(w.bob, ProxyType.Any, 0, 0)).data
    assert [p.delegate for p in w.s.get_proxies_for_real_account(data["pure_account"])[0]] == [w.cold(w.bob)]
    ok(w.s.transfer(w.alice, data["pure_account"], tao(5)))
    ok(
        w.s.kill_pure_proxy(
            w.bob, data["pure_account"], spawner=data["spawner"], proxy_type=data["proxy_type"],
            index=data["index"], height=data["height"], ext_index=data["ext_index"],
        )
    )
    assert w.s.get_proxies_for_real_account(data["pure_account"])[0] == []


@case("get_crowdloan_constants", "get_crowdloan_next_id")
def crowdloan_facts(w):
    assert w.s.get_crowdloan_constants().MinimumBlockDuration == 50
    assert w.s.get_crowdloan_next_id() == 0


@case("create_crowdloan", "get_crowdloan_by_id", "get_crowdloans", "contribute_crowdloan", "get_crowdloan_contributions", "withdraw_crowdloan", "update_cap_crowdloan", "update_min_contribution_crowdloan", "update_end_crowdloan")
def crowdloan(w):
    end = w.s.block + 900
    ok(w.s.create_crowdloan(w.bob, tao(10), tao(1), tao(30), end, target_address=w.cold(w.ferdie)))
    assert w.s.get_crowdloan_by_id(0).creator == w.cold(w.bob)
    ok(w.s.contribute_crowdloan(w.charlie, 0, tao(5)))
    assert w.s.get_crowdloan_contributions(0)[w.cold(w.charlie)].tao == 5
    ok(w.s.withdraw_crowdloan(w.charlie, 0))
    assert w.cold(w.charlie) not in w.s.get_crowdloan_contributions(0)
    ok(w.s.update_cap_crowdloan(w.bob, 0, tao(20)))
    ok(w.s.update_min_contribution_crowdloan(w.bob, 0, tao(2)))
    end = w.s.block + 800
    ok(w.s.update_end_crowdloan(w.bob, 0, end))
    loan = w.s.get_crowdloan_by_id(0)
    assert (loan.cap.tao, loan.min_contribution.tao, loan.end) == (20, 2, end), loan
    ok(w.s.contribute_crowdloan(w.charlie, 0, tao(10)))
    assert w.s.get_crowdloan_by_id(0).raised.tao == 20
    ok(w.s.create_crowdloan(w.charlie, tao(10), tao(1), tao(30), w.s.block + 800, target_address=w.cold(w.ferdie)))
    ok(w.s.contribute_crowdloan(w.bob, 1, tao(5)))
    assert len(w.s.get_crowdloans()) == 2


SWAPS = ("announce_coldkey_swap", "get_coldkey_swap_announcement", "get_coldkey_swap_announcement_delay", "get_coldkey_swap_reannouncement_delay", "get_coldkey_swap_constants", "dispute_coldkey_swap", "get_coldkey_swap_dispute", "get_coldkey_swap_disputes")


@case(*SWAPS)
def coldkey_swaps(w):
    assert w.s.get_coldkey_swap_announcement_delay() == 50
    assert w.s.get_coldkey_swap_reannouncement_delay() == 10
    assert w.s.get_coldkey_swap_constants(as_dict=True)["KeySwapCost"] == 100_000_000
    w.admin(("sudo_set_coldkey_swap_announcement_delay", {"duration": 3}), ("sudo_set_coldkey_swap_reannouncement_delay", {"duration": 2}))
    w.old, w.new, w.sad, w.calm = (wallet_of(f"//Compat//{n}") for n in ("old", "new", "sad", "calm"))
    for wallet in (w.old, w.sad, w.calm):
        w.fund(wallet, 10)
        ok(w.s.announce_coldkey_swap(wallet, w.cold(w.new)))
    assert w.s.get_coldkey_swap_announcement(w.cold(w.old)).coldkey == w.cold(w.old)
    ok(w.s.dispute_coldkey_swap(w.sad))
    assert w.s.get_coldkey_swap_dispute(w.cold(w.sad)).coldkey == w.cold(w.sad)
    assert len(w.s.get_coldkey_swap_disputes()) == 1


@case("get_coldkey_swap_announcements")
def all_coldkey_swaps(w):
    try:
        assert len(w.s.get_coldkey_swap_announcements()) == 3
    except AttributeError as error:
        rows = w.pairs(w.s.query_map_subtensor("ColdkeySwapAnnouncements"))
        assert {key for key, _ in rows} == {w.cold(x) for x in (w.old, w.sad, w.calm)}, rows
        return gap(f"asks a row of a map for `.value`, which rows do not have: {error}")


@case("swap_coldkey_announced", "clear_coldkey_swap_announcement")
def swap_coldkey(w):
    w.skip_to(w.s.block + 6)
    ok(w.s.swap_coldkey_announced(w.old, w.cold(w.new)))
    assert w.s.get_balance(w.cold(w.new)).tao > 9
    ok(w.s.clear_coldkey_swap_announcement(w.calm))
    assert w.s.get_coldkey_swap_announcement(w.cold(w.calm)) is None


@case("finalize_crowdloan", "refund_crowdloan", "dissolve_crowdloan")
def crowdloan_ends(w):
    target = w.cold(w.ferdie)
    end = max(w.s.get_crowdloan_by_id(0).end, w.s.get_crowdloan_by_id(1).end)
    w.skip_to(end)
    before = w.s.get_balance(target)
    ok(w.s.finalize_crowdloan(w.bob, 0))
    assert (w.s.get_balance(target) - before).tao == 20
    before = w.s.get_balance(w.cold(w.bob))
    ok(w.s.refund_crowdloan(w.charlie, 1))
    assert (w.s.get_balance(w.cold(w.bob)) - before).tao == 5
    ok(w.s.dissolve_crowdloan(w.charlie, 1))
    assert w.s.get_crowdloan_by_id(1) is None


@case("close")
def close(w):
    w.s.close()
