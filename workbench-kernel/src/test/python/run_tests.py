"""Runs unittest modules and prints one line of JSON a test: run_tests.py MODULE...

    {"test": "module.Class.method", "outcome": "passed" | "failed" | "skipped", "seconds": 1.2, "detail": "..."}

Tests may print lines of their own, which begin with #. The last line is {"end": number of tests}.
"""
import faulthandler
import json
import os
import signal
import sys
import time
import traceback
import unittest

LIMIT_SECONDS = 1200 if os.environ.get("SEGUE_SLOW_TESTS") else 240


def say(**line):
    print(json.dumps(line), file=sys.__stdout__, flush=True)


class Lines(unittest.TestResult):
    """One line a test; of several failed subtests the first is the failure, with the number of the others."""

    def startTest(self, test):
        super().startTest(test)
        # A test that hangs ends the run with its stack; the IT reports that the module did not come to its end.
        faulthandler.dump_traceback_later(LIMIT_SECONDS, exit=True)
        self.begun = time.monotonic()
        self.troubles = []
        self.skip_reason = None

    def addSubTest(self, test, subtest, failure):
        if failure is not None:
            self.troubles.append(f"{subtest._subDescription()}\n{text(failure)}")

    def addFailure(self, test, failure):
        self._trouble(test, failure)

    def addError(self, test, failure):
        self._trouble(test, failure)

    def _trouble(self, test, failure):
        if isinstance(test, unittest.TestCase):
            self.troubles.append(text(failure))
        else:  # setUpClass or tearDownClass: none of its tests will be heard of
            self.testsRun += 1
            say(test=name(test), outcome="failed", seconds=0, detail=text(failure))

    def addSkip(self, test, reason):
        if isinstance(test, unittest.TestCase) and hasattr(self, "begun"):
            self.skip_reason = reason or "not asked for"
        else:
            self.testsRun += 1
            say(test=name(test), outcome="skipped", seconds=0, detail=reason)

    def addExpectedFailure(self, test, failure):
        self.troubles.append("a test here may not expect to fail\n" + text(failure))

    def addUnexpectedSuccess(self, test):
        self.troubles.append("a test here may not expect to fail")

    def stopTest(self, test):
        super().stopTest(test)
        outcome = "failed" if self.troubles else "skipped" if self.skip_reason else "passed"
        more = f"\n({len(self.troubles) - 1} more failures)" if len(self.troubles) > 1 else ""
        detail = "\n".join(self.troubles[:3]) + more if self.troubles else self.skip_reason or ""
        say(test=name(test), outcome=outcome, seconds=round(time.monotonic() - self.begun, 2), detail=detail)


def text(failure):
    kind, error, trace = failure
    frames = [f for f in traceback.extract_tb(trace) if "unittest" not in f.filename][-3:]
    places = "".join(f"\n  at {f.filename.rsplit('/', 1)[-1]}:{f.lineno} {f.line}" for f in frames)
    return f"{kind.__name__}: {str(error)[:4000]}{places}"


def name(test):
    return test.id() if isinstance(test, unittest.TestCase) else str(test)


def main(modules):
    # A build in the background ignores SIGINT, and so would every kernel that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    result = Lines()
    unittest.defaultTestLoader.loadTestsFromNames(modules).run(result)
    faulthandler.cancel_dump_traceback_later()
    say(end=result.testsRun)


if __name__ == "__main__":
    main(sys.argv[1:])
