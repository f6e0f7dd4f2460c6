"""Cases of btcli: subnets and their mechanisms, coins, identities."""

from btcli_run import execute
from btcli_world import M, N, OPEN, case, close, plain_text

WEB = "https://example.com"


def identity(name):
    return (
        "--subnet-name", name, "--github-repo", "https://github.com/a/b", "--subnet-contact", "team@example.com",
        "--subnet-url", WEB, "--discord-handle", "abc", "--description", "about",
        "--logo-url", f"{WEB}/logo.png", "--additional-info", "more",
    )


@case("subnets burn-cost", "subnets create")
def create(w):
    w.admin(
        ("sudo_set_network_rate_limit", {"rate_limit": 0}),
        ("sudo_set_admin_freeze_window", {"window": 0}),
        ("sudo_set_tx_rate_limit", {"tx_rate_limit": 0}),
        ("sudo_set_tx_delegate_take_rate_limit", {"tx_rate_limit": 0}),
    )
    assert w.json("subnets", "burn-cost")["burn_cost"] == {"rao": 10**12, "tao": 1000.0}
    before = w.free(w.alice)
    assert w.sign("alice", "subnets", "create", *identity("One"), *OPEN)["netuid"] == N
    assert before - w.free(w.alice) > 10**12
    # The second as btcli does it by itself: sealed, so that nobody sees it before it is in a block.
    assert w.sign("alice", "subnets", "create", *identity("Two"))["success"] is True
    for netuid, name in ((N, "One"), (M, "Two")):
        assert w.s.subnet(netuid).owner_coldkey == w.cold(w.alice)
        assert w.s.subnet(netuid).subnet_identity.subnet_name == name
        w.admin(
            ("sudo_set_subnet_emission_enabled", {"netuid": netuid, "enabled": True}),
            ("sudo_set_commit_reveal_weights_enabled", {"netuid": netuid, "enabled": False}),
            ("sudo_set_weights_set_rate_limit", {"netuid": netuid, "weights_set_rate_limit": 0}),
            ("sudo_set_serving_rate_limit", {"netuid": netuid, "serving_rate_limit": 0}),
        )


@case("subnets check-start", "subnets start")
def start(w):
    said = plain_text(w.ask("subnets", "check-start", "--netuid", N))
    assert str(w.stored("NetworkRegisteredAt", N)) in said and "can be started" in said, said
    for netuid in (N, M):
        assert not w.s.is_subnet_active(netuid)
        w.say("alice", "subnets", "start", "--netuid", netuid)
        assert w.s.is_subnet_active(netuid)


@case("subnets register")
def register(w):
    for name, netuid, uid in (("bob", N, 1), ("charlie", N, 2), ("bob", M, 1)):
        assert w.sign(name, "subnets", "register", "--netuid", netuid)["success"] is True
        assert w.s.get_uid_for_hotkey_on_subnet(w.hot(getattr(w, name)), netuid) == uid


@case("subnets list", "subnets show")
def lists(w):
    rows = w.json("subnets", "list")["subnets"]
    assert sorted(map(int, rows)) == [0, 1, 2, 3]
    assert (rows["2"]["subnet_name"], rows["2"]["tempo"]["sn_tempo"]) == ("One", 10)
    assert close(rows["2"]["price"], w.s.subnet(N).price, 0.1) and rows["1"]["liquidity"] == {"tao_in": 10.0, "alpha_in": 10.0}
    shown = w.json("subnets", "show", "--netuid", N, "--no-prompt")
    assert [u["hotkey"] for u in shown["uids"]] == [w.hot(x) for x in (w.alice, w.bob, w.charlie)]
    assert (shown["owner"], shown["tempo"]["tempo"]) == (w.cold(w.alice), 10)


@case("subnets hyperparameters")
def hyperparameters(w):
    rows = {row["hyperparameter"]: row["value"] for row in w.json("subnets", "hyperparameters", "--netuid", N)}
    wanted = w.s.get_subnet_hyperparameters(N)
    for name in ("tempo", "immunity_period", "kappa", "max_validators", "min_burn", "serving_rate_limit"):
        assert rows[name] == getattr(wanted, name), (name, rows[name])


@case("subnets set-identity", "subnets get-identity", "subnets set-symbol")
def names(w):
    w.sign("alice", "subnets", "set-identity", "--netuid", N, *identity("Renamed"))
    found = w.json("subnets", "get-identity", "--netuid", N)
    assert (found["subnet_name"], found["subnet_contact"], found["additional"]) == ("Renamed", "team@example.com", "more")
    assert w.s.subnet(N).symbol == "β"
    w.sign("alice", "subnets", "set-symbol", "--netuid", N, "ש")
    assert w.s.subnet(N).symbol == "ש"


@case("subnets price")
def price(w):
    stats = w.json("subnets", "price", "--netuids", N, "--current")[str(N)]["stats"]
    assert close(stats["current_price"], w.s.subnet(N).price, 0.1) and stats["symbol"] == "ש", stats
    # Its history has a point each 300 blocks of the last four hours; our chain is younger than two of them.
    ran = execute(["subnets", "price", "--netuids", "1", "--network", w.url])
    assert "Need at least 5 data points" in ran.err, ran
    return "the current price; a curve wants 1,200 blocks of history"


@case("subnets mechanisms count", "subnets mechanisms set", "subnets mechanisms emissions", "subnets mechanisms split-emissions")
def mechanisms(w):
    # All mechanisms of a subnet together have as many places as one subnet.
    w.admin(("sudo_trim_to_max_allowed_uids", {"netuid": M, "max_n": 64}))
    assert w.json("subnets", "mechanisms", "count", "--netuid", M)["count"] == 1
    # It asks, whatever --no-prompt says.
    w.sign("alice", "subnets", "mechanisms", "set", "--netuid", M, "--count", 2, stdin="y\n")
    assert w.json("subnets", "mechanisms", "count", "--netuid", M)["count"] == w.s.get_mechanism_count(M) == 2
    w.sign("alice", "subnets", "mechanisms", "split-emissions", "--netuid", M, "--split", "75,25")
    assert w.json("subnets", "mechanisms", "emissions", "--netuid", M)["split"] == [49151, 16384]
    assert w.s.get_mechanism_emission_split(M) == [75, 25]


@case("wallet transfer", "wallet balance")
def transfer(w):
    before = w.free(w.dave)
    w.sign("alice", "wallet", "transfer", "--destination", w.cold(w.dave), "--amount", 5)
    assert w.free(w.dave) - before == 5 * 10**9
    row = w.json("wallet", "balance", *w.who("dave"))["balances"]["dave"]
    assert round(row["free"] * 10**9) == w.free(w.dave) and row["coldkey"] == w.cold(w.dave), row


@case("wallet overview", "wallet inspect")
def overview(w):
    found = w.json("wallet", "overview", *w.who("bob"))
    rows = {s["netuid"]: s["neurons"] for s in found["subnets"]}
    assert {n: [(r["uid"], r["hotkey_ss58"]) for r in r] for n, r in rows.items()} == {n: [(1, w.hot(w.bob))] for n in (N, M)}
    said = plain_text(w.ask("wallet", "inspect", *w.who("bob")[:4]))
    assert "bob" in said and f"{w.free(w.bob) / 10**9:,.4f}" in said, said


@case("wallet set-identity", "wallet get-identity")
def identities(w):
    fields = ("--id-name", "Alice", "--web-url", WEB, "--image-url", WEB, "--discord", "abc", "--description", "a", "--additional", "b", "--github", WEB)
    w.sign("alice", "wallet", "set-identity", *fields)
    assert w.s.query_identity(w.cold(w.alice)).name == "Alice"
    found = w.json("wallet", "get-identity", "--ss58", w.cold(w.alice))
    assert (found["name"], found["url"], found["additional"]) == ("Alice", WEB, "b"), found
