"""Cases of bittensor 11: intents on proxies, multisigs, crowdloans, leases, and keys that take the place of others."""

import bittensor as bt
from bittensor import calls

from sdk11_world import Keys, M, Module, N, case

CALL = "transfer"


def delegates(w, who):
    found = w.read("proxies", coldkey_ss58=getattr(who, "cold", who)) or {}
    return [(p["delegate"], p["proxy_type"], p["delay"]) for p in found.get("proxies", [])]


@case("intent add_proxy", "intent execute_proxy_announced", "intent remove_proxy", "intent remove_proxies", "read proxies")
def proxies(w):
    add = {"delegate_ss58": w.dave.cold, "proxy_type": "Any", "delay": 1}
    w.intent(w.bob, "add_proxy", **add)
    assert delegates(w, w.bob) == [(w.dave.cold, "Any", 1)]
    inner = {"dest_ss58": w.eve.cold, "amount_tao": 1}
    call = w.do(w.client.compose(calls.Balances.transfer_keep_alive(dest=w.eve.cold, value=10**9)))
    w.send(w.dave, calls.Proxy.announce(real=w.bob.cold, call_hash="0x" + bytes(call.call_hash).hex()))
    w.wait(2)
    eve, bob = w.free(w.eve), w.free(w.bob)
    w.intent(w.dave, "execute_proxy_announced", delegate_ss58=w.dave.cold, real_ss58=w.bob.cold, inner_op=CALL, inner_args=inner)
    assert (w.free(w.eve) - eve, bob - w.free(w.bob)) == (10**9, 10**9)
    w.intent(w.bob, "remove_proxy", **add)
    assert delegates(w, w.bob) == []
    w.intent(w.bob, "add_proxy", **add)
    w.intent(w.bob, "remove_proxies")
    assert delegates(w, w.bob) == []


@case("intent create_pure_proxy", "intent kill_pure_proxy")
def pure(w):
    made = w.intent(w.bob, "create_pure_proxy", proxy_type="Any").data
    account = made["pure_proxy"]
    assert delegates(w, account) == [(w.bob.cold, "Any", 0)]
    w.intent(w.alice, "transfer", dest_ss58=account, amount_tao=3)
    kill = bt.KillPureProxy(spawner_ss58=w.bob.cold, proxy_type="Any", index=0, height=made["height"], ext_index=made["ext_index"])
    result = w.do(w.client.execute(kill, w.bob, proxy_for=account))
    assert result.success and delegates(w, account) == [], result


@case("intent multisig_approve", "intent multisig_cancel", "intent multisig_execute", "intent multisig_threshold_1", "read multisig")
def multisigs(w):
    call = {"op": CALL, "dest_ss58": w.eve.cold, "amount_tao": 1}
    both = w.do(w.client.multisig([w.alice.cold, w.bob.cold], 2)).address
    one = w.do(w.client.multisig([w.alice.cold, w.bob.cold], 1)).address
    for account in (both, one):
        w.intent(w.alice, "transfer", dest_ss58=account, amount_tao=10)

    def approve():
        opened = w.intent(w.alice, "multisig_approve", threshold=2, other_signatories=[w.bob.cold], call=call)
        digest = opened.data["multisig_call_hash"]
        pending = w.read("multisig", account_ss58=both, call_hash=digest)
        assert pending["approvals"] == [w.alice.cold] == [pending["depositor"]], pending
        return digest, pending["timepoint"]

    eve = w.free(w.eve)
    w.intent(w.alice, "multisig_threshold_1", other_signatories=[w.bob.cold], call=call)
    assert (w.free(w.eve) - eve, w.free(one)) == (10**9, 9 * 10**9)
    digest, when = approve()
    w.intent(w.bob, "multisig_execute", threshold=2, other_signatories=[w.alice.cold], call=call, timepoint=when)
    assert (w.free(w.eve) - eve, w.free(both)) == (2 * 10**9, 9 * 10**9)
    digest, when = approve()
    w.intent(w.alice, "multisig_cancel", threshold=2, other_signatories=[w.bob.cold], call=call, timepoint=when)
    assert not w.read("multisig", account_ss58=both, call_hash=digest)


# Crowdloans; the second ends in a lease.
@case("intent create_crowdloan", "intent contribute_crowdloan", "intent withdraw_crowdloan", "intent set_crowdloan_max_contribution", "intent update_crowdloan_cap", "intent update_crowdloan_end", "intent update_crowdloan_min_contribution", "read crowdloan", "read crowdloan_contributors", "read crowdloans")
def crowdloans(w):
    def loan(number):
        found = w.read("crowdloan", crowdloan_id=number)
        return tuple(found[k].rao // 10**9 for k in ("cap", "min_contribution", "raised"))

    def given(number):
        return {g["contributor"]: g["amount_tao"] for g in w.read("crowdloan_contributors", crowdloan_id=number)}

    base = {"deposit_tao": 10, "min_contribution_tao": 1}
    w.intent(w.bob, "create_crowdloan", **base, cap_tao=30, end=w.block() + 900, target_ss58=w.ferdie.cold)
    assert loan(0) == (30, 1, 10)
    w.intent(w.charlie, "contribute_crowdloan", crowdloan_id=0, amount_tao=5)
    assert given(0) == {w.bob.cold: 10, w.charlie.cold: 5}
    w.intent(w.charlie, "withdraw_crowdloan", crowdloan_id=0)
    assert given(0) == {w.bob.cold: 10}
    w.intent(w.bob, "set_crowdloan_max_contribution", crowdloan_id=0, new_max_contribution_tao=15)
    w.intent(w.bob, "update_crowdloan_cap", crowdloan_id=0, new_cap_tao=20)
    w.intent(w.bob, "update_crowdloan_min_contribution", crowdloan_id=0, new_min_contribution_tao=2)
    end = w.block() + 800
    w.intent(w.bob, "update_crowdloan_end", crowdloan_id=0, new_end=end)
    assert loan(0) == (20, 2, 10) and w.read("crowdloan", crowdloan_id=0)["end"] == end
    w.intent(w.charlie, "contribute_crowdloan", crowdloan_id=0, amount_tao=10)
    assert loan(0) == (20, 2, 20)
    lease = {"op": "register_leased_network", "emissions_share": 30, "end_block": w.block() + 1100}
    w.intent(w.bob, "create_crowdloan", **base, cap_tao=4000, end=w.block() + 700, call=lease)
    w.intent(w.charlie, "contribute_crowdloan", crowdloan_id=1, amount_tao=3990)
    w.intent(w.charlie, "create_crowdloan", **base, cap_tao=30, end=w.block() + 700, target_ss58=w.ferdie.cold)
    w.intent(w.bob, "contribute_crowdloan", crowdloan_id=2, amount_tao=5)
    rows = w.read("crowdloans")
    assert [(r["id"], r["raised_tao"], r["creator"]) for r in rows] == [(0, 20, w.bob.cold), (1, 4000, w.bob.cold), (2, 15, w.charlie.cold)], rows


@case("intent finalize_crowdloan", "intent refund_crowdloan", "intent dissolve_crowdloan", "intent register_leased_network", "read lease", "read leases")
def crowdloan_ends(w):
    w.skip_to(max(w.read("crowdloan", crowdloan_id=n)["end"] for n in range(3)))
    ferdie, bob = w.free(w.ferdie), w.free(w.bob)
    w.intent(w.bob, "finalize_crowdloan", crowdloan_id=0)
    assert w.free(w.ferdie) - ferdie == 20 * 10**9 and w.read("crowdloan", crowdloan_id=0)["finalized"] is True
    bob = w.free(w.bob)
    w.intent(w.charlie, "refund_crowdloan", crowdloan_id=2)
    assert w.free(w.bob) - bob == 5 * 10**9
    w.intent(w.charlie, "dissolve_crowdloan", crowdloan_id=2)
    assert not w.read("crowdloan", crowdloan_id=2)
    w.intent(w.bob, "finalize_crowdloan", crowdloan_id=1)
    (lease,) = w.read("leases")
    assert (lease["beneficiary"], lease["emissions_share"]) == (w.bob.cold, 30)
    assert w.read("lease", lease_id=0) == lease and w.stored(Module.SubnetOwner, lease["netuid"]) == lease["coldkey"]
    w.notes["lease"] = lease


@case("intent terminate_lease")
def end_of_lease(w):
    lease = w.notes["lease"]
    w.skip_to(lease["end_block"])
    w.intent(w.bob, "terminate_lease", lease_id=0, hotkey_ss58=w.bob.hot)
    assert w.read("leases") == [] and w.stored(Module.SubnetOwner, lease["netuid"]) == w.bob.cold


@case("intent announce_coldkey_swap", "intent dispute_coldkey_swap", "intent clear_coldkey_swap_announcement", "intent swap_coldkey_announced", "read coldkey_swap_announcement")
def coldkey_swaps(w):
    a = calls.AdminUtils
    w.sudo(a.sudo_set_coldkey_swap_announcement_delay(duration=3), a.sudo_set_coldkey_swap_reannouncement_delay(duration=2))
    new, *old = (Keys(f"//Compat11//{n}") for n in range(4))

    def announced(keys):
        return w.read("coldkey_swap_announcement", coldkey_ss58=keys.cold)

    for keys in old:
        w.intent(w.alice, "transfer", dest_ss58=keys.cold, amount_tao=5)
        w.intent(keys, "announce_coldkey_swap", new_coldkey_ss58=new.cold)
        assert announced(keys)["disputed"] is False
    w.intent(old[1], "dispute_coldkey_swap")
    assert announced(old[1])["disputed"] is True
    w.skip_to(w.block() + 6)
    w.intent(old[0], "swap_coldkey_announced", new_coldkey_ss58=new.cold)
    assert w.free(new) > 4 * 10**9 and w.free(old[0]) == 0
    w.intent(old[2], "clear_coldkey_swap_announcement")
    assert not announced(old[2])


@case("intent swap_hotkey")
def swap_hotkey(w):
    new = Keys("//Compat11//swap")
    w.intent(w.charlie, "swap_hotkey", new_hotkey_ss58=new.hot, hotkey_ss58=w.charlie.hot)
    assert w.read("uid", hotkey_ss58=new.hot, netuid=N) == 2 and w.read("uid", hotkey_ss58=w.charlie.hot, netuid=N) is None


@case("intent unstake_all_alpha", "intent unstake_all")
def unstake_all(w):
    w.intent(w.dave, "unstake_all_alpha", hotkey_ss58=w.alice.hot)
    assert w.stake(w.dave, w.alice) == 0 and w.stake(w.dave, w.alice, 0) > 0
    bob = w.free(w.bob)
    w.intent(w.bob, "unstake_all", hotkey_ss58=w.alice.hot)
    assert w.stake(w.bob, w.alice) == w.stake(w.bob, w.alice, M) == 0 and w.free(w.bob) > bob
