"""Every command that the help of btcli 9.23.2 shows, against a chain.

usage: btcli.py ws://HOST:PORT [COMMAND …]; prints one JSON object per command. HOME must be a folder of its own.
"""

import importlib.metadata
import os
import re
import sys

os.environ.update(NO_COLOR="1", COLUMNS="2000", DISABLE_UPDATE_CHECK="1", TERM="dumb")

import bittensor as bt
import bittensor_cli.cli  # noqa: F401 (the forks want it loaded)

from btcli_run import BAD, commands, execute
from outcomes import Cases, Report, gap, internet
from sdk10_world import World, alpha, ok, tao

bt.logging.off()
case = Cases()
N, M = 2, 3
HOME = os.path.expanduser("~")
WALLETS = os.path.join(HOME, "wallets")
WORDS = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"


class Cli(World):
    """The world of the SDK's cases, with its wallets as btcli's own."""

    def __init__(self, url):
        super().__init__(url, "sync")
        for name in ("alice", "bob", "charlie", "dave", "eve", "ferdie"):
            wallet = bt.Wallet(name=name, hotkey="default", path=WALLETS)
            source = getattr(self, name)
            wallet.set_coldkey(keypair=source.coldkey, encrypt=False, overwrite=True)
            wallet.set_coldkeypub(keypair=source.coldkey, encrypt=False, overwrite=True)
            wallet.set_hotkey(keypair=source.hotkey, encrypt=False, overwrite=True)
            setattr(self, name, wallet)

    def plain(self, *args, stdin=""):
        """A command that needs no chain."""
        ran = execute([str(a) for a in args], stdin)
        assert ran.code == 0 and not BAD.search(ran.out + ran.err), ran
        return ran

    def ask(self, *args, stdin=""):
        """A command that reads the chain."""
        return self.plain(*args, "--network", self.url, stdin=stdin)

    def json(self, *args):
        return self.ask(*args, "--json-output").json

    @staticmethod
    def who(wallet):
        return ("--wallet-path", WALLETS, "--wallet-name", wallet, "--hotkey", "default")

    def sign(self, wallet, *args, stdin=""):
        """A command that signs; it says in JSON whether it went well."""
        ran = self.ask(*args, *self.who(wallet), "--no-prompt", "--json-output", stdin=stdin)
        assert not says_no(ran.json), ran
        return ran.json

    def say(self, wallet, *args, stdin=""):
        """A command that signs and has no JSON."""
        return self.ask(*args, *self.who(wallet), "--no-prompt", stdin=stdin)


def says_no(answer):
    """Whether a JSON answer holds a `success` that is false, however deep."""
    if isinstance(answer, dict):
        return answer.get("success") is False or any(says_no(v) for v in answer.values())
    return isinstance(answer, list) and any(says_no(v) for v in answer)


# Files only: wallets and settings

OWN = ("--wallet-path", WALLETS)


@case("wallet create", "wallet new-coldkey", "wallet new-hotkey", "wallet regen-coldkey", "wallet regen-coldkeypub", "wallet regen-hotkey", "wallet regen-hotkeypub", "wallet list")
def wallets(w):
    free = ("--no-use-password", "--overwrite", "--json-output")
    w.plain("wallet", "create", *OWN, "--wallet-name", "made", "--hotkey", "one", "--n-words", "12", *free)
    w.plain("wallet", "new-coldkey", *OWN, "--wallet-name", "cold", "--n-words", "12", *free)
    w.plain("wallet", "new-hotkey", *OWN, "--wallet-name", "made", "--hotkey", "two", "--n-words", "12", *free)
    w.plain("wallet", "regen-coldkey", *OWN, "--wallet-name", "again", "--mnemonic", WORDS, *free)
    w.plain("wallet", "regen-hotkey", *OWN, "--wallet-name", "again", "--hotkey", "one", "--mnemonic", WORDS, *free)
    w.plain("wallet", "regen-coldkeypub", *OWN, "--wallet-name", "seen", "--ss58", w.cold(w.bob), "--overwrite", "--json-output")
    w.plain("wallet", "regen-hotkeypub", *OWN, "--wallet-name", "seen", "--hotkey", "one", "--ss58", w.hot(w.bob), "--overwrite", "--json-output")
    found = w.plain("wallet", "list", *OWN, "--json-output").json
    assert {"made", "cold", "again", "alice"} <= {one["name"] for one in found["wallets"]}, found


@case("wallet sign", "wallet verify", "wallet encrypt", "wallet decrypt")
def messages(w):
    signed = w.plain("wallet", "sign", *w.who("alice"), "--no-use-hotkey", "--message", "hello", "--json-output").json
    checked = w.plain("wallet", "verify", "-m", "hello", "-s", signed["signed_message"], "-a", w.cold(w.alice), "--json-output").json
    assert checked["verified"] is True, checked
    w.plain("wallet", "create", *OWN, "--wallet-name", "edward", "--hotkey", "default", "--n-words", "12", "--coldkey-crypto-type", "ed25519", "--hotkey-crypto-type", "ed25519", "--no-use-password", "--overwrite", "--json-output")
    address = bt.Wallet(name="edward", path=WALLETS).coldkeypub.ss58_address
    sealed = w.plain("wallet", "encrypt", "--to", address, "--message", "secret", "--json-output").json
    text = re.search(r"[0-9a-f]{60,}", str(sealed))[0]
    opened = w.plain("wallet", "decrypt", *w.who("edward"), "--no-use-hotkey", "--ciphertext", text, "--json-output")
    assert "secret" in opened.out, opened


@case("config set", "config get", "config clear", "config add-proxy", "config proxies", "config update-proxy", "config remove-proxy", "config clear-proxies")
def settings(w):
    w.plain("config", "set", "--network", w.url, stdin="y\n")
    assert w.url in w.plain("config", "get").out
    w.plain("config", "clear", "--all", stdin="y\ny\ny\n")
    proxy = ("--name", "helper", "--address", w.cold(w.dave), "--proxy-type", "Transfer", "--delay", "0")
    w.plain("config", "add-proxy", *proxy, "--spawner", w.cold(w.bob), "--note", "a")
    assert "helper" in w.plain("config", "proxies").out
    w.plain("config", "update-proxy", "--name", "helper", "--delay", "1")
    w.plain("config", "remove-proxy", "--name", "helper")
    w.plain("config", "clear-proxies", stdin="y\n")


@case("utils convert")
def convert(w):
    assert "1000000000" in w.plain("utils", "convert", "--tao", "1").out.replace(",", "").replace(".0", "")


@case("utils latency")
def latency(w):
    ran = execute(["utils", "latency", "--network", w.url])
    if w.url in ran.out and ran.code == 0:
        return None
    return internet(f"it measures the public endpoints too: {ran.out[-120:]}")


# Subnets


@case("subnets create")
def create(w):
    w.admin(
        ("sudo_set_network_rate_limit", {"rate_limit": 0}),
        ("sudo_set_admin_freeze_window", {"window": 0}),
        ("sudo_set_tx_rate_limit", {"tx_rate_limit": 0}),
        ("sudo_set_tx_delegate_take_rate_limit", {"tx_rate_limit": 0}),
    )
    for name in ("One", "Two"):
        made = w.sign("alice", "subnets", "create", *identity(name), "--no-mev-protection")
        assert made["success"] is True, made
    settings = {"weights_set_rate_limit": 0}
    for netuid in (N, M):
        w.admin(
            ("sudo_set_subnet_emission_enabled", {"netuid": netuid, "enabled": True}),
            ("sudo_set_commit_reveal_weights_enabled", {"netuid": netuid, "enabled": False}),
            ("sudo_set_weights_set_rate_limit", {"netuid": netuid, **settings}),
            ("sudo_set_serving_rate_limit", {"netuid": netuid, "serving_rate_limit": 0}),
        )


def identity(name):
    return (
        "--subnet-name", name, "--github-repo", "https://github.com/a/b", "--subnet-contact", "team@example.com",
        "--subnet-url", "https://example.com", "--discord-handle", "abc", "--description", "about",
        "--logo-url", "https://example.com/logo.png", "--additional-info", "more",
    )


@case("subnets check-start", "subnets start")
def start(w):
    w.ask("subnets", "check-start", "--netuid", N)
    for netuid in (N, M):
        w.say("alice", "subnets", "start", "--netuid", netuid)
        assert w.s.is_subnet_active(netuid)


@case("subnets register")
def register(w):
    for name, netuid in (("bob", N), ("charlie", N), ("bob", M)):
        assert w.sign(name, "subnets", "register", "--netuid", netuid)["success"] is True
    assert w.s.is_hotkey_registered(w.hot(w.bob), N)


@case("subnets list", "subnets show", "subnets hyperparameters", "subnets burn-cost", "subnets get-identity", "subnets set-identity", "subnets set-symbol", "subnets conviction")
def subnets(w):
    assert sorted(map(int, w.json("subnets", "list")["subnets"])) == [0, 1, 2, 3]
    assert w.hot(w.bob) in str(w.json("subnets", "show", "--netuid", N, "--no-prompt"))
    assert "tempo" in str(w.json("subnets", "hyperparameters", "--netuid", N))
    assert w.json("subnets", "burn-cost")["error"] == ""
    w.sign("alice", "subnets", "set-identity", "--netuid", N, *identity("Renamed"))
    assert "Renamed" in str(w.json("subnets", "get-identity", "--netuid", N))
    w.sign("alice", "subnets", "set-symbol", "--netuid", N, "ש")
    w.json("subnets", "conviction", "--netuid", N)


@case("subnets price")
def price(w):
    assert "price" in str(w.json("subnets", "price", "--netuids", N, "--current")).lower()


@case("subnets mechanisms count", "subnets mechanisms set", "subnets mechanisms emissions", "subnets mechanisms split-emissions")
def mechanisms(w):
    w.admin(("sudo_trim_to_max_allowed_uids", {"netuid": M, "max_n": 64}))
    # It asks, whatever --no-prompt says.
    w.sign("alice", "subnets", "mechanisms", "set", "--netuid", M, "--count", 2, stdin="y\n")
    assert "2" in str(w.json("subnets", "mechanisms", "count", "--netuid", M))
    w.sign("alice", "subnets", "mechanisms", "split-emissions", "--netuid", M, "--split", "75,25")
    assert "75" in str(w.json("subnets", "mechanisms", "emissions", "--netuid", M))


# Stake


@case("wallet transfer", "wallet balance", "wallet overview")
def transfer(w):
    before = w.s.get_balance(w.cold(w.dave))
    w.sign("alice", "wallet", "transfer", "--destination", w.cold(w.dave), "--amount", 5)
    assert (w.s.get_balance(w.cold(w.dave)) - before).tao == 5
    assert "balances" in str(w.json("wallet", "balance", *w.who("bob")))
    w.json("wallet", "overview", *w.who("bob"))


@case("stake add", "stake list")
def stake_add(w):
    plain = ("--unsafe", "--no-mev-protection")
    for name, amount, netuid in (("alice", 300, N), ("bob", 100, N), ("bob", 50, M)):
        w.sign(name, "stake", "add", "--netuid", netuid, "--amount", amount, *plain)
    assert str(N) in str(w.json("stake", "list", *w.who("bob"), "--no-prompt"))
    # Once more as btcli does it by itself: sealed, and with a limit of the price.
    w.sign("alice", "stake", "add", "--netuid", M, "--amount", 1, "--tolerance", "0.5", "--safe")


@case("stake remove", "stake move", "stake transfer", "stake swap")
def stake_moves(w):
    free = ("--no-mev-protection",)
    w.sign("bob", "stake", "remove", "--netuid", N, "--amount", 2, "--unsafe", *free)
    w.sign("bob", "stake", "move", "--origin-netuid", N, "--dest-netuid", N, "--dest", w.hot(w.charlie), "--amount", 5, *free)
    before = w.s.get_stake(w.cold(w.dave), w.hot(w.bob), N)
    w.sign("bob", "stake", "transfer", "--origin-netuid", N, "--dest-netuid", N, "--dest", w.cold(w.dave), "--amount", 5, *free)
    assert w.s.get_stake(w.cold(w.dave), w.hot(w.bob), N).rao > before.rao
    w.sign("bob", "stake", "swap", "--origin-netuid", N, "--dest-netuid", M, "--amount", 5, "--unsafe", *free)


@case("stake wizard")
def wizard(w):
    ran = execute(["stake", "wizard", *w.who("bob"), "--network", w.url, "--no-mev-protection"], "q\nq\nq\n")
    assert "Traceback" not in ran.out + ran.err and "move" in ran.out.lower(), ran
    return "its first page; it ends where a person is asked"


@case("stake set-auto", "stake auto")
def auto(w):
    # The hotkey is asked for.
    w.ask("stake", "set-auto", "--netuid", N, *w.who("bob")[:4], "--no-prompt", stdin=f"{w.hot(w.alice)}\n")
    assert N in w.s.get_auto_stakes(w.cold(w.bob))
    w.json("stake", "auto", *w.who("bob")[:4])


@case("stake set-claim", "stake process-claim")
def claims(w):
    w.admin(("sudo_set_subtoken_enabled", {"netuid": 0, "subtoken_enabled": True}))
    w.sign("alice", "stake", "set-claim", "keep")
    assert w.s.get_root_claim_type(w.cold(w.alice)) == "Keep"
    w.say("alice", "stake", "process-claim", "--netuids", N)


@case("stake child set", "stake child get", "stake child revoke", "stake child take")
def children(w):
    ok(w.s.root_set_pending_childkey_cooldown(w.alice, 1))
    w.sign("alice", "stake", "child", "set", "--netuid", N, "--children", w.hot(w.bob), "--proportions", "0.25")
    w.until(lambda: w.s.get_children(w.hot(w.alice), N)[1])
    assert w.hot(w.bob) in str(w.json("stake", "child", "get", "--netuid", N, *w.who("alice")))
    w.sign("alice", "stake", "child", "take", "--netuid", N, "--take", "0.05", "--child-hotkey-ss58", w.hot(w.alice))
    # The owner may change children once in 150 blocks.
    last = w.s.block
    w.notes["children"] = last


@case("lock add", "lock list", "lock show", "lock mode", "lock move")
def locks(w):
    only = ("--wallet-path", WALLETS, "--wallet-name", "bob")
    signs = (*only, "--no-prompt", "--json-output")
    for args in (
        ("lock", "add", "--netuid", N, "--hotkey-ss58", w.hot(w.bob), "--amount", 1, "--mode", "perpetual", "--no-graph"),
        ("lock", "mode", "--netuid", N, "--mode", "decaying"),
        ("lock", "move", "--netuid", N, "--destination-hotkey", w.hot(w.charlie)),
    ):
        ran = w.ask(*args, *signs)
        assert not says_no(ran.json), ran
    assert str(N) in str(w.json("lock", "list", *only))
    w.json("lock", "show", "--netuid", N, "--no-graph", *only)


# Owner and root


@case("sudo get", "sudo set", "sudo set-take", "sudo get-take", "sudo trigger-epoch", "sudo stake-burn", "sudo trim")
def sudo(w):
    assert "tempo" in str(w.json("sudo", "get", "--netuid", N))
    w.sign("alice", "sudo", "set", "--netuid", N, "--param", "immunity_period", "--value", 7)
    assert w.s.immunity_period(N) == 7
    ran = w.ask("sudo", "set-take", "--take", "0.1", *w.who("alice"), "--json-output")
    assert not says_no(ran.json), ran
    shown = re.search(r"0\.\d+", str(w.json("sudo", "get-take", *w.who("alice"))))
    assert shown and abs(float(shown[0]) - 0.1) < 1e-3, shown
    w.sign("alice", "sudo", "set", "--netuid", N, "--param", "tempo", "--value", 360)
    w.sign("alice", "sudo", "trigger-epoch", "--netuid", N)
    w.admin(("sudo_set_tempo", {"netuid": N, "tempo": 10}), ("sudo_set_min_allowed_uids", {"netuid": N, "min_allowed_uids": 1}))
    w.sign("alice", "sudo", "stake-burn", "--netuid", N, "--amount", 1, "--unsafe", "--no-mev-protection")
    w.sign("alice", "sudo", "trim", "--netuid", N, "--max", 32)


@case("sudo senate", "sudo proposals", "sudo senate-vote")
def senate(w):
    said = {}
    for args in (("senate",), ("proposals",), ("senate-vote", "--proposal", "0x" + "11" * 32, "--vote-aye", *w.who("alice"), "--no-prompt")):
        ran = execute(["sudo", *args, "--network", w.url])
        said[args[0]] = ran.out + ran.err
        assert "Senate" in said[args[0]] or "Triumvirate" in said[args[0]], ran
    return gap("asks the pallets SenateMembers and Triumvirate, which runtime 425 does not have")


@case("wallet set-identity", "wallet get-identity")
def identities(w):
    web = "https://example.com"
    fields = ("--id-name", "Alice", "--web-url", web, "--image-url", web, "--discord", "abc", "--description", "a", "--additional", "b", "--github", web)
    w.sign("alice", "wallet", "set-identity", *fields)
    assert w.s.query_identity(w.cold(w.alice)).name == "Alice"
    assert "Alice" in str(w.json("wallet", "get-identity", "--ss58", w.cold(w.alice)))


@case("wallet associate-hotkey")
def associate(w):
    w.say("eve", "wallet", "associate-hotkey")
    assert w.s.get_hotkey_owner(w.hot(w.eve)) == w.cold(w.eve)


@case("axon set", "axon reset")
def axon(w):
    # `axon` takes --json-output for a contradiction of --no-prompt, so it is used without.
    w.say("bob", "axon", "set", "--netuid", N, "--ip", "93.184.216.34", "--port", 18091, "--ip-type", 4, "--protocol", 4)
    assert w.s.metagraph(N).axons[1].port == 18091
    w.say("bob", "axon", "reset", "--netuid", N)
    assert w.s.metagraph(N).axons[1].port in (0, 1)


# Proxies, crowdloans


@case("proxy add", "proxy remove", "proxy execute", "proxy create", "proxy kill")
def proxies(w):
    kind = ("--delegate", w.cold(w.dave), "--proxy-type", "Any")
    w.sign("bob", "proxy", "add", *kind, "--delay", 1)
    call = w.call("Balances", "transfer_keep_alive", dest=w.cold(w.eve), value=10**9)
    ok(w.s.announce_proxy(w.dave, w.cold(w.bob), "0x" + call.call_hash.hex()))
    w.wait(2)
    before = w.s.get_balance(w.cold(w.eve)).rao
    w.sign(
        "dave", "proxy", "execute", "--real", w.cold(w.bob), "--delegate", w.cold(w.dave), "--proxy", w.cold(w.bob),
        "--call-hash", call.call_hash.hex(), "--call-hex", "0x" + call.data.data.hex() if hasattr(call.data, "data") else str(call.data),
    )
    assert w.s.get_balance(w.cold(w.eve)).rao == before + 10**9
    w.sign("bob", "proxy", "remove", *kind, "--delay", 1)
    made = w.sign("bob", "proxy", "create", "--proxy-type", "Any", "--delay", 0, "--index", 0)
    pure, height, index = made["data"]["pure"], *map(int, made["extrinsic_identifier"].split("-"))
    w.sign("alice", "wallet", "transfer", "--destination", pure, "--amount", 2)
    w.sign(
        "bob", "proxy", "kill", "--height", height, "--ext-index", index, "--spawner", w.cold(w.bob),
        "--proxy-type", "Any", "--index", 0, "--proxy", pure, stdin="KILL\ny\n",
    )


CROWD = ("create", "contribute", "withdraw", "list", "info", "contributors", "update")


@case(*(f"crowd {name}" for name in CROWD))
def crowd(w):
    loan = ("--deposit", 10, "--min-contribution", 1, "--cap", 20, "--fundraising", "--target-address", w.cold(w.ferdie))
    w.sign("bob", "crowd", "create", *loan, "--duration", 60)
    w.sign("charlie", "crowd", "contribute", "--id", 0, "--amount", 5)
    w.sign("charlie", "crowd", "withdraw", "--id", 0)
    w.sign("bob", "crowd", "update", "--id", 0, "--min-contribution", 2)
    w.sign("charlie", "crowd", "contribute", "--id", 0, "--amount", 10)
    assert "20" in str(w.json("crowd", "info", "--id", 0))
    assert w.cold(w.charlie) in str(w.json("crowd", "contributors", "--id", 0))
    w.sign("charlie", "crowd", "create", *loan, "--duration", 55)
    w.sign("bob", "crowd", "contribute", "--id", 1, "--amount", 3)
    assert w.cold(w.bob) in str(w.json("crowd", "list"))


# What takes its time, and what changes keys


@case("wallet swap-coldkey", "wallet swap-check")
def swap_coldkey(w):
    w.admin(("sudo_set_coldkey_swap_announcement_delay", {"duration": 3}), ("sudo_set_coldkey_swap_reannouncement_delay", {"duration": 2}))
    new = bt.Wallet(name="cold", path=WALLETS).coldkeypub.ss58_address
    w.say("eve", "wallet", "swap-coldkey", "announce", "--new-coldkey", new, "--no-mev-protection")
    assert w.s.get_coldkey_swap_announcement(w.cold(w.eve)) is not None
    w.json("wallet", "swap-check", "--wallet-name", w.cold(w.eve))
    w.wait(5)
    w.say("eve", "wallet", "swap-coldkey", "execute", "--new-coldkey", new, "--no-mev-protection")
    assert w.s.get_balance(new).tao > 1000


@case("wallet swap-hotkey")
def swap_hotkey(w):
    w.plain("wallet", "new-hotkey", *OWN, "--wallet-name", "charlie", "--hotkey", "fresh", "--n-words", "12", "--no-use-password", "--overwrite", "--json-output")
    w.sign("charlie", "wallet", "swap-hotkey", "fresh", "--all-netuids")


@case("view dashboard")
def dashboard(w):
    folder = os.path.join(HOME, "dashboard")
    os.makedirs(folder, exist_ok=True)
    ran = execute(["view", "dashboard", *w.who("bob"), "--network", w.url, "--save-file", "--dashboard-path", folder])
    assert os.listdir(folder), ran


@case("crowd finalize", "crowd refund", "crowd dissolve")
def crowd_ends(w):
    end = max(w.s.get_crowdloan_by_id(n).end for n in (0, 1))
    if w.s.block <= end:
        w.s.wait_for_block(end + 1)
    w.sign("bob", "crowd", "finalize", "--id", 0)
    w.sign("charlie", "crowd", "refund", "--id", 1)
    w.sign("charlie", "crowd", "dissolve", "--id", 1)
    assert w.s.get_crowdloan_by_id(1) is None


@case("stake child revoke")
def revoke(w):
    # Children may be changed once in 150 blocks.
    last = w.notes["children"] + 151
    if w.s.block < last:
        w.s.wait_for_block(last)
    w.sign("alice", "stake", "child", "revoke", "--netuid", N)


def main(url, *only):
    report = Report(f"btcli {importlib.metadata.version('bittensor-cli')}", commands(), only)
    report.run(Cli(url), case)
    report.print()


main(*sys.argv[1:])
