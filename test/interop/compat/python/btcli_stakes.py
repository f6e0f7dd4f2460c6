"""Cases of btcli: stake, children, claims, locks."""

import re

from btcli_run import execute
from btcli_world import M, N, OPEN, WALLETS, case, close, plain_text, says_no
from sdk10_world import ok


@case("stake add", "stake list")
def stake_add(w):
    for name, amount, netuid in (("alice", 300, N), ("bob", 100, N), ("bob", 50, M)):
        who = getattr(w, name)
        stake, free = w.stake(who, who, netuid), w.free(who)
        w.sign(name, "stake", "add", "--netuid", netuid, "--amount", amount, "--unsafe", *OPEN)
        assert w.stake(who, who, netuid) > stake and free - w.free(who) >= amount * 10**9
    # Once more as btcli does it by itself: sealed, and with a limit of the price.
    stake = w.stake(w.alice, w.alice, M)
    w.sign("alice", "stake", "add", "--netuid", M, "--amount", 1, "--tolerance", "0.5", "--safe")
    assert w.stake(w.alice, w.alice, M) > stake
    listed = w.json("stake", "list", *w.who("bob"), "--no-prompt")["stake_info"][w.hot(w.bob)]
    assert sorted(row["netuid"] for row in listed) == [N, M] and all(row["registered"] for row in listed)
    for row in listed:
        assert close(row["stake_value"] * 10**9, w.stake(w.bob, w.bob, row["netuid"]), 0.2), row


@case("stake remove")
def stake_remove(w):
    for flags in (("--unsafe", *OPEN), ("--safe", "--tolerance", "0.5")):
        free = w.free(w.bob)
        w.sign("bob", "stake", "remove", "--netuid", N, "--amount", 2, *flags)
        assert w.free(w.bob) > free
    w.sign("alice", "stake", "remove", "--all-alpha", *OPEN, "--netuid", M)
    return "single amounts and all alpha"


@case("stake move", "stake transfer", "stake swap")
def stake_moves(w):
    def grown(who, hotkey, netuid, *args):
        before = w.stake(who, hotkey, netuid)
        w.sign("bob", "stake", *args, *OPEN)
        return w.stake(who, hotkey, netuid) - before

    # A share of a pool is rounded down, by a rao.
    five = 5 * 10**9 - 1
    same = ("--origin-netuid", N, "--dest-netuid", N)
    assert grown(w.bob, w.charlie, N, "move", *same, "--dest", w.hot(w.charlie), "--amount", 5) >= five
    assert grown(w.dave, w.bob, N, "transfer", *same, "--dest", w.cold(w.dave), "--amount", 5) >= five
    assert grown(w.bob, w.bob, M, "swap", "--origin-netuid", N, "--dest-netuid", M, "--amount", 5, "--unsafe") > 0


@case("stake wizard")
def wizard(w):
    before = w.stake(w.bob, w.bob, M)
    answers = f"swap\n{N}\n0.5\n{M}\ny\n"
    ran = execute(["stake", "wizard", *w.who("bob"), "--network", w.url, *OPEN], answers)
    assert ran.code == 0 and w.stake(w.bob, w.bob, M) > before, ran
    return "a swap, by answers to its questions"


@case("stake set-auto", "stake auto")
def auto(w):
    # The hotkey is asked for.
    w.ask("stake", "set-auto", "--netuid", N, *w.who("bob")[:4], "--no-prompt", stdin=f"{w.hot(w.alice)}\n")
    assert w.s.get_auto_stakes(w.cold(w.bob)) == {N: w.hot(w.alice)}
    rows = w.json("stake", "auto", *w.who("bob")[:4])
    # (It shows the first letter of the hotkey: it takes the address for a list.)
    assert {n: row["status"] for n, row in rows.items()} == {"0": "default", "1": "default", "2": "custom", "3": "default"}


@case("stake child set", "stake child get", "stake child take")
def children(w):
    ok(w.s.root_set_pending_childkey_cooldown(w.alice, 1))
    w.sign("alice", "stake", "child", "set", "--netuid", N, "--children", w.hot(w.bob), "--proportions", "0.25")
    w.until(lambda: w.s.get_children(w.hot(w.alice), N)[1])
    # The owner may change children once in 150 blocks.
    w.notes["children"] = w.s.block
    assert w.s.get_children(w.hot(w.alice), N)[1] == [(0.25, w.hot(w.bob))]
    assert w.json("stake", "child", "get", "--netuid", N, *w.who("alice"))[str(N)] == {w.hot(w.bob): 2**62}
    w.sign("alice", "stake", "child", "take", "--netuid", N, "--take", "0.05", "--child-hotkey-ss58", w.hot(w.alice))
    assert w.stored("ChildkeyTake", w.hot(w.alice), N) == int(0.05 * 65535)


@case("lock add", "lock list", "lock show", "lock mode", "lock move", "subnets conviction")
def locks(w):
    only = ("--wallet-path", WALLETS, "--wallet-name", "bob")

    def sign(*args):
        ran = w.ask("lock", *args, *only, "--no-prompt", "--json-output")
        assert not says_no(ran.json), ran

    def lists(row):
        return (row["netuid"], row["hotkey"], row["mode"])

    sign("add", "--netuid", N, "--hotkey-ss58", w.hot(w.bob), "--amount", 1, "--mode", "perpetual", "--no-graph")
    assert w.s.get_stake_lock(w.cold(w.bob), N, w.hot(w.bob)) is not None
    assert w.s.is_perpetual_lock(w.cold(w.bob), N) is True
    found = w.json("lock", "list", *only)["locks"]
    assert [lists(row) for row in found] == [(N, w.hot(w.bob), "perpetual")] and found[0]["locked_alpha_rao"] == 10**9, found
    sign("mode", "--netuid", N, "--mode", "decaying")
    assert w.s.is_perpetual_lock(w.cold(w.bob), N) is False
    sign("move", "--netuid", N, "--destination-hotkey", w.hot(w.charlie))
    assert [h for h, _ in w.s.get_stake_locks(w.cold(w.bob), N)] == [w.hot(w.charlie)]
    assert lists(w.json("lock", "show", "--netuid", N, "--no-graph", *only)["locks"][0]) == (N, w.hot(w.charlie), "decaying")
    rows = w.json("subnets", "conviction", "--netuid", N)["rows"]
    assert {row["hotkey"]: row["is_owner"] for row in rows} == {w.hot(w.alice): True, w.hot(w.charlie): False}, rows


@case("wallet associate-hotkey")
def associate(w):
    assert w.s.get_hotkey_owner(w.hot(w.eve)) is None
    w.say("eve", "wallet", "associate-hotkey")
    assert w.s.get_hotkey_owner(w.hot(w.eve)) == w.cold(w.eve)


@case("wallet inspect")
def inspect_stakes(w):
    said = plain_text(w.ask("wallet", "inspect", *w.who("bob")[:4]))
    found = re.findall(r"\bbob\W+(\d+)\W+default-(\w+)", said)
    assert found == [(str(n), w.hot(w.bob)) for n in (N, M)], said
