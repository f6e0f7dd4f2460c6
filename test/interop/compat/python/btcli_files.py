"""Cases of btcli that need no chain: wallets, messages, settings, units."""

import re

import bittensor as bt

from btcli_run import execute
from btcli_world import OWN, WALLETS, case
from outcomes import gap

WORDS = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"
FREE = ("--no-use-password", "--overwrite", "--json-output")


def wallet(name, hotkey="default"):
    return bt.Wallet(name=name, hotkey=hotkey, path=WALLETS)


@case("wallet create", "wallet new-coldkey", "wallet new-hotkey", "wallet list")
def new_wallets(w):
    w.plain("wallet", "create", *OWN, "--wallet-name", "made", "--hotkey", "one", "--n-words", "12", *FREE)
    w.plain("wallet", "new-coldkey", *OWN, "--wallet-name", "cold", "--n-words", "12", *FREE)
    w.plain("wallet", "new-hotkey", *OWN, "--wallet-name", "made", "--hotkey", "two", "--n-words", "12", *FREE)
    listed = {one["name"]: one for one in w.plain("wallet", "list", *OWN, "--json-output").json["wallets"]}
    assert {"made", "cold", "alice"} <= set(listed), listed
    assert listed["alice"]["ss58_address"] == w.cold(w.alice)
    hotkeys = {one["name"]: one["ss58_address"] for one in listed["made"]["hotkeys"]}
    assert hotkeys == {n: wallet("made", n).hotkey.ss58_address for n in ("one", "two")}, hotkeys


@case("wallet regen-coldkey", "wallet regen-coldkeypub", "wallet regen-hotkey", "wallet regen-hotkeypub")
def wallets_again(w):
    address = bt.Keypair.create_from_mnemonic(WORDS).ss58_address
    assert address == "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV"
    w.plain("wallet", "regen-coldkey", *OWN, "--wallet-name", "again", "--mnemonic", WORDS, *FREE)
    w.plain("wallet", "regen-hotkey", *OWN, "--wallet-name", "again", "--hotkey", "one", "--mnemonic", WORDS, *FREE)
    again = wallet("again", "one")
    assert {k.ss58_address for k in (again.coldkey, again.coldkeypub, again.hotkey)} == {address}
    write = ("--overwrite", "--json-output")
    w.plain("wallet", "regen-coldkeypub", *OWN, "--wallet-name", "seen", "--ss58", w.cold(w.bob), *write)
    w.plain("wallet", "regen-hotkeypub", *OWN, "--wallet-name", "seen", "--hotkey", "one", "--ss58", w.hot(w.bob), *write)
    seen = wallet("seen", "one")
    assert (seen.coldkeypub.ss58_address, seen.hotkeypub.ss58_address) == (w.cold(w.bob), w.hot(w.bob))


@case("wallet sign", "wallet verify")
def signatures(w):
    for key, address in (("--no-use-hotkey", w.cold(w.alice)), ("--use-hotkey", w.hot(w.alice))):
        signed = w.plain("wallet", "sign", *w.who("alice"), key, "--message", "hello", "--json-output").json
        for message in ("hello", "hallo"):
            given = ("-m", message, "-s", signed["signed_message"], "-a", address, "--json-output")
            checked = execute(["wallet", "verify", *given])
            assert checked.json["verified"] is (message == "hello"), checked


@case("wallet encrypt", "wallet decrypt")
def secrets(w):
    kinds = ("--coldkey-crypto-type", "ed25519", "--hotkey-crypto-type", "ed25519")
    w.plain("wallet", "create", *OWN, "--wallet-name", "edward", "--hotkey", "default", "--n-words", "12", *kinds, *FREE)
    address = wallet("edward").coldkeypub.ss58_address
    sealed = w.plain("wallet", "encrypt", "--to", address, "--message", "secret", "--json-output").json
    text = re.search(r"[0-9a-f]{60,}", str(sealed))[0]
    opened = w.plain("wallet", "decrypt", *w.who("edward"), "--no-use-hotkey", "--ciphertext", text, "--json-output")
    assert "secret" in opened.out and "secret" not in str(sealed), opened


@case("wallet history")
def history(w):
    ran = execute(["wallet", "history", *w.who("bob")])
    assert ran.code == 1 and "currently disabled" in ran.err, ran
    return gap("has switched it off, and says so before it asks any chain; hidden in its help")


@case("config set", "config get", "config clear")
def settings(w):
    w.plain("config", "set", "--network", w.url, stdin="y\n")
    assert w.url in w.plain("config", "get").out
    w.plain("config", "clear", "--all", stdin="y\ny\ny\n")
    assert w.url not in w.plain("config", "get").out


@case("config add-proxy", "config proxies", "config update-proxy", "config remove-proxy", "config clear-proxies")
def proxy_book(w):
    def book():
        return w.plain("config", "proxies").out

    for name in ("helper", "other"):
        proxy = ("--name", name, "--address", w.cold(w.dave), "--proxy-type", "Transfer", "--delay", "0")
        w.plain("config", "add-proxy", *proxy, "--spawner", w.cold(w.bob), "--note", "a note")
    assert "helper" in book() and w.cold(w.dave) in book() and "12345" not in book()
    w.plain("config", "update-proxy", "--name", "helper", "--delay", "12345")
    assert "12345" in book()
    w.plain("config", "remove-proxy", "--name", "helper")
    assert "helper" not in book() and "other" in book()
    w.plain("config", "clear-proxies", stdin="y\n")
    assert "other" not in book()


@case("utils convert")
def convert(w):
    said = [w.plain("utils", "convert", *args).out.replace(",", "") for args in (("--tao", "1.5"), ("--rao", "2500000000"))]
    assert "1500000000" in said[0] and re.search(r"2\.5", said[1]), said


@case("utils latency")
def latency(w):
    ran = execute(["utils", "latency", "--network", w.url])
    row = next((line for line in ran.out.splitlines() if w.url in line), "")
    assert len(re.findall(r"\d+\.\d+", row.split(w.url)[-1])) == 3, ran
    return "of our node; the public endpoints that it measures too need the internet"
