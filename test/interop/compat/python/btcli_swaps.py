"""Cases of btcli: keys that take the place of others. They come last."""

import re

import bittensor as bt

from btcli_world import M, N, OPEN, WALLETS, case, plain_text


def new_hotkey(name):
    wallet = bt.Wallet(name="bob", hotkey=name, path=WALLETS)
    wallet.set_hotkey(keypair=bt.Keypair.create_from_uri(f"//Bob//{name}"), encrypt=False, overwrite=True)
    return wallet.hotkey.ss58_address


@case("wallet swap-hotkey")
def swap_hotkey(w):
    uid = w.s.get_uid_for_hotkey_on_subnet
    here, everywhere = new_hotkey("here"), new_hotkey("everywhere")
    w.sign("bob", "wallet", "swap-hotkey", "here", "--netuid", N)
    assert (uid(here, N), uid(w.hot(w.bob), N), uid(w.hot(w.bob), M)) == (1, None, 1)
    w.sign("bob", "wallet", "swap-hotkey", "everywhere", "--all-netuids")
    assert uid(everywhere, M) == 1 and uid(w.hot(w.bob), M) is None
    assert w.s.get_hotkey_owner(everywhere) == w.cold(w.bob)


@case("wallet swap-coldkey", "wallet swap-check")
def swap_coldkey(w):
    w.admin(
        ("sudo_set_coldkey_swap_announcement_delay", {"duration": 3}),
        ("sudo_set_coldkey_swap_reannouncement_delay", {"duration": 2}),
    )
    new = bt.Wallet(name="cold", path=WALLETS).coldkeypub.ss58_address

    def swap(name, action, *args):
        w.say(name, "wallet", "swap-coldkey", action, *args, *OPEN)

    def announced(wallet):
        return w.s.get_coldkey_swap_announcement(w.cold(wallet))

    for name in ("eve", "dave", "ferdie"):
        swap(name, "announce", "--new-coldkey", new)
        assert announced(getattr(w, name)) is not None
    swap("dave", "dispute")
    assert w.s.get_coldkey_swap_dispute(w.cold(w.dave)) is not None
    said = plain_text(w.ask("wallet", "swap-check", "--wallet-name", w.cold(w.eve)))
    assert re.search(r"execut|block", said, re.IGNORECASE) and "No pending" not in said, said
    w.skip_to(w.s.block + 5)
    eve = w.free(w.eve)
    swap("eve", "execute", "--new-coldkey", new)
    assert w.s.get_balance(new).rao > eve - 10**9 and w.free(w.eve) == 0
    swap("ferdie", "clear")
    assert announced(w.ferdie) is None
