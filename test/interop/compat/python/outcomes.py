"""What a driver tells about one method: it works, or why not.

A case is a function of the world, registered under the name of what it exercises. It returns a
detail for people or one of the outcomes below; an exception is a failure.
"""

import json
import os
import sys
import time
import traceback

WORKS = "works"
INTERNET = "internet"
GAP = "client-gap"
FAILS = "fails"


class Outcome:
    """An outcome other than plain success, with its reason."""

    def __init__(self, outcome, reason):
        self.outcome, self.reason = outcome, reason


def gap(reason):
    return Outcome(GAP, reason)


def internet(reason):
    return Outcome(INTERNET, reason)


class Cases:
    """Cases in the order of their registration; a name may have several."""

    def __init__(self):
        self.steps = []

    def __call__(self, *names):
        def register(function):
            self.steps.append((names, function))
            return function

        return register

    def read(self, name, function):
        """A case in one line: the result must be true."""
        self.steps.append(((name,), function, True))


def shorten(value):
    text = str(value).replace("\n", " ")
    return text if len(text) <= 160 else text[:157] + "..."


class Report:
    """Runs cases and prints one JSON object per name."""

    def __init__(self, client, surface, only=()):
        self.client, self.surface, self.only = client, list(surface), set(only)
        self.found = {}

    def note(self, name, outcome, detail):
        worse = [WORKS, GAP, INTERNET, FAILS]
        old = self.found.get(name)
        if old is None or (worse.index(outcome), bool(detail)) > (worse.index(old[0]), bool(old[1])):
            self.found[name] = (outcome, detail)

    def run(self, world, cases):
        for names, function, *must in cases.steps:
            if self.only and names and not self.only & set(names):
                continue
            begin = time.time()
            outcome, detail = self._one(world, function, bool(must))
            print(f"{time.time() - begin:6.1f} s {', '.join(names)}", file=sys.stderr, flush=True)
            for name in names or ("(world)",):
                self.note(name, outcome, detail)

    def _one(self, world, function, must):
        try:
            result = function(world)
            if isinstance(result, Outcome):
                return result.outcome, result.reason
            if must and not result:
                return FAILS, f"the answer is {shorten(result)}"
            return WORKS, "" if must or result is None else shorten(result)
        except BaseException as error:
            where = traceback.extract_tb(error.__traceback__)
            here = [f"{frame.name}:{frame.lineno}" for frame in where][-3:]
            if isinstance(error, KeyboardInterrupt):
                raise
            return FAILS, f"{type(error).__name__}: {str(error)[:900]} at {' < '.join(reversed(here))}"

    def print(self):
        for name in sorted(set(self.surface) | set(self.found)):
            outcome, detail = self.found.get(name, (FAILS, "no case exercises it"))
            if name not in self.surface and name != "(world)":
                detail = f"not part of the client any more: {detail}"
                outcome = FAILS
            if name == "(world)" and outcome == WORKS:
                continue
            print(
                json.dumps({"client": self.client, "method": name, "outcome": outcome, "detail": detail}),
                flush=True,
            )

    def end(self):
        """Prints and ends the process: threads of a client that was never closed would keep it."""
        self.print()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
