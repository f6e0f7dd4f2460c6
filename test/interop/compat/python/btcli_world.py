"""What the cases of btcli share: how it is called, and how its answers are read."""

import os
import re

import bittensor as bt

from btcli_run import BAD, execute
from outcomes import Cases
from sdk10_world import World

case = Cases()
N, M = 2, 3
HOME = os.path.expanduser("~")
WALLETS = os.path.join(HOME, "wallets")
OWN = ("--wallet-path", WALLETS)
OPEN = ("--no-mev-protection",)


class Cli(World):
    """The world of the SDK's cases, with its wallets as btcli's own.

    What btcli does is looked up through the SDK: the two read the chain with code of their own.
    """

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
        return (*OWN, "--wallet-name", wallet, "--hotkey", "default")

    def sign(self, wallet, *args, stdin=""):
        """A command that signs; it says in JSON whether it went well."""
        ran = self.ask(*args, *self.who(wallet), "--no-prompt", "--json-output", stdin=stdin)
        assert not says_no(ran.json), ran
        return ran.json

    def say(self, wallet, *args, stdin=""):
        """A command that signs and has no JSON."""
        return self.ask(*args, *self.who(wallet), "--no-prompt", stdin=stdin)

    def stored(self, item, *params):
        """What SubtensorModule holds under a name."""
        found = self.s.query_subtensor(item, params=list(params))
        return getattr(found, "value", found)

    def free(self, wallet):
        return self.s.get_balance(self.cold(wallet)).rao

    def stake(self, who, hotkey, netuid=N):
        """Alpha, in rao, of a coldkey on a hotkey."""
        return self.s.get_stake(self.cold(who), self.hot(hotkey), netuid).rao


def says_no(answer):
    """Whether a JSON answer holds a `success` that is false, however deep."""
    if isinstance(answer, dict):
        return answer.get("success") is False or any(says_no(v) for v in answer.values())
    return isinstance(answer, list) and any(says_no(v) for v in answer)


def close(value, wanted, tolerance=1e-3):
    return abs(float(value) - float(wanted)) <= tolerance * max(1.0, abs(float(wanted)))


def plain_text(ran):
    """What a command printed, without the marks that order text from left to right."""
    return re.sub(r"[\u200e\u200f]", "", ran.out)
