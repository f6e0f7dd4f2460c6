"""Runs btcli commands, each in a fork of a process that has its modules loaded."""

import inspect
import json
import os
import re
import signal
import sys
import tempfile
import time

LIMIT_S = 90
BAD = re.compile(r"❌|Traceback \(most recent|Usage: btcli|Failed|Error:|\bfailed\b", re.IGNORECASE)


class Ran:
    def __init__(self, args, code, out, err):
        self.args, self.code, self.out, self.err = args, code, out, err

    @property
    def json(self):
        """The JSON that the command printed, whatever stands around it."""
        decoder = json.JSONDecoder(strict=False)
        for start in (found.start() for found in re.finditer(r"[{\[]", self.out)):
            try:
                return decoder.raw_decode(self.out[start:])[0]
            except ValueError:
                continue
        raise AssertionError(f"no JSON: {self}")

    def __str__(self):
        said = " ".join(re.sub(r"[─-╿]", " ", self.out + self.err).split())
        return f"btcli {' '.join(self.args)} -> {self.code}: {said[-700:]}"


def execute(args, stdin=""):
    """One command to its end; its standard streams are files."""
    import bittensor_cli.cli as cli

    files = [tempfile.TemporaryFile("w+") for _ in range(3)]
    files[0].write(stdin)
    files[0].seek(0)
    child = os.fork()
    if child == 0:
        os.setsid()
        for number, file in enumerate(files):
            os.dup2(file.fileno(), number)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, m) for n, m in ((0, "r"), (1, "w"), (2, "w")))
        sys.argv = ["btcli", *args]
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException:
            import traceback

            traceback.print_exc()
            code = 1
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code or 0)
    status = wait(child)
    texts = []
    for file in files[1:]:
        file.seek(0)
        texts.append(file.read())
    return Ran(args, status, *texts)


def wait(child):
    deadline = time.time() + LIMIT_S
    while time.time() < deadline:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return f"no end after {LIMIT_S} s"


def commands():
    """The commands of btcli: what its help shows, and what it hides under no other name."""
    import typer.main
    from bittensor_cli.cli import CLIManager

    shown, hidden = {}, {}

    def walk(command, path, out_of_sight):
        for name, child in getattr(command, "commands", {}).items():
            away = out_of_sight or child.hidden
            if hasattr(child, "commands"):
                walk(child, [*path, name], away)
            else:
                # Other spellings of a command ("w list", "subnets metagraph") share its function,
                # but for one: `subnets hyperparameters` is `sudo get` and both are shown.
                meaning = inspect.unwrap(child.callback).__qualname__
                (hidden if away else shown).setdefault(meaning, []).append(" ".join([*path, name]))

    walk(typer.main.get_command(CLIManager().app), [], False)
    names = [name for spellings in shown.values() for name in spellings]
    return names + [spellings[0] for meaning, spellings in hidden.items() if meaning not in shown]
