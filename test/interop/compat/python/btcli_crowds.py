"""Cases of btcli: proxies and crowdloans."""

from btcli_world import N, case
from sdk10_world import ok


@case("proxy add", "proxy execute", "proxy remove")
def proxies(w):
    kind = ("--delegate", w.cold(w.dave), "--proxy-type", "Any", "--delay", 1)
    w.sign("bob", "proxy", "add", *kind)
    assert [(p.delegate, p.delay) for p in w.s.get_proxies_for_real_account(w.cold(w.bob))[0]] == [(w.cold(w.dave), 1)]
    call = w.call("Balances", "transfer_keep_alive", dest=w.cold(w.eve), value=10**9)
    ok(w.s.announce_proxy(w.dave, w.cold(w.bob), "0x" + call.call_hash.hex()))
    w.wait(2)
    eve, bob = w.free(w.eve), w.free(w.bob)
    inner = ("--call-hash", call.call_hash.hex(), "--call-hex", "0x" + call.data.data.hex() if hasattr(call.data, "data") else str(call.data))
    w.sign("dave", "proxy", "execute", "--real", w.cold(w.bob), "--delegate", w.cold(w.dave), "--proxy", w.cold(w.bob), *inner)
    assert (w.free(w.eve) - eve, bob - w.free(w.bob)) == (10**9, 10**9)
    w.sign("bob", "proxy", "remove", *kind)
    assert w.s.get_proxies_for_real_account(w.cold(w.bob))[0] == []


@case("proxy create", "proxy kill")
def pure_proxy(w):
    made = w.sign("bob", "proxy", "create", "--proxy-type", "Any", "--delay", 0, "--index", 0)
    pure, height, index = made["data"]["pure"], *map(int, made["extrinsic_identifier"].split("-"))
    assert [p.delegate for p in w.s.get_proxies_for_real_account(pure)[0]] == [w.cold(w.bob)]
    w.sign("alice", "wallet", "transfer", "--destination", pure, "--amount", 2)
    # What others sign, they may sign for the pure account.
    eve = w.free(w.eve)
    w.sign("bob", "wallet", "transfer", "--destination", w.cold(w.eve), "--amount", 1, "--proxy", pure)
    assert w.free(w.eve) - eve == 10**9 and w.s.get_balance(pure).rao <= 10**9
    w.sign(
        "bob", "proxy", "kill", "--height", height, "--ext-index", index, "--spawner", w.cold(w.bob),
        "--proxy-type", "Any", "--index", 0, "--proxy", pure, stdin="KILL\ny\n",
    )
    assert w.s.get_proxies_for_real_account(pure)[0] == []


@case("crowd create", "crowd contribute", "crowd withdraw", "crowd update")
def crowd(w):
    def share(who, number):
        given = w.s.get_crowdloan_contributions(number).get(w.cold(who))
        return given and given.tao

    terms = ("--deposit", 10, "--min-contribution", 1, "--cap", 20)
    loan = (*terms, "--fundraising", "--target-address", w.cold(w.ferdie))
    w.sign("bob", "crowd", "create", *loan, "--duration", 900)
    made = w.s.get_crowdloan_by_id(0)
    assert (made.creator, made.cap.tao, made.target_address) == (w.cold(w.bob), 20, w.cold(w.ferdie)), made
    w.sign("charlie", "crowd", "contribute", "--id", 0, "--amount", 5)
    assert share(w.charlie, 0) == 5
    w.sign("charlie", "crowd", "withdraw", "--id", 0)
    assert share(w.charlie, 0) is None
    w.sign("bob", "crowd", "update", "--id", 0, "--min-contribution", 2)
    assert w.s.get_crowdloan_by_id(0).min_contribution.tao == 2
    w.sign("charlie", "crowd", "contribute", "--id", 0, "--amount", 10)
    assert (share(w.charlie, 0), w.s.get_crowdloan_by_id(0).raised.tao) == (10, 20)
    w.sign("charlie", "crowd", "create", *loan, "--duration", 850)
    w.sign("bob", "crowd", "contribute", "--id", 1, "--amount", 3)
    assert share(w.bob, 1) == 3


@case("crowd list", "crowd info", "crowd contributors")
def crowd_reads(w):
    rows = w.json("crowd", "list")["data"]["crowdloans"]
    assert {row["id"]: (row["raised"], row["contributors_count"]) for row in rows} == {0: (20.0, 2), 1: (13.0, 2)}, rows
    loan = w.json("crowd", "info", "--id", 0)["data"]
    assert (loan["creator"], loan["cap"], loan["min_contribution"], loan["target_address"]) == (w.cold(w.bob), 20.0, 2.0, w.cold(w.ferdie))
    given = w.json("crowd", "contributors", "--id", 1)["data"]["contributors"]
    assert [(one["address"], one["contribution_rao"]) for one in given] == [(w.cold(w.charlie), 10**10), (w.cold(w.bob), 3 * 10**9)]


@case("crowd finalize", "crowd refund", "crowd dissolve")
def crowd_ends(w):
    end = max(w.s.get_crowdloan_by_id(n).end for n in (0, 1))
    w.skip_to(end)
    ferdie = w.free(w.ferdie)
    w.sign("bob", "crowd", "finalize", "--id", 0)
    assert w.free(w.ferdie) - ferdie == 20 * 10**9 and w.s.get_crowdloan_by_id(0).finalized
    bob = w.free(w.bob)
    w.sign("charlie", "crowd", "refund", "--id", 1)
    assert w.free(w.bob) - bob == 3 * 10**9
    w.sign("charlie", "crowd", "dissolve", "--id", 1)
    assert w.s.get_crowdloan_by_id(1) is None


@case("stake child revoke")
def revoke(w):
    # Children may be changed once in 150 blocks.
    w.skip_to(w.notes["children"] + 151)
    w.sign("alice", "stake", "child", "revoke", "--netuid", N)
    w.until(lambda: w.s.get_children(w.hot(w.alice), N)[1] == [], 30)
