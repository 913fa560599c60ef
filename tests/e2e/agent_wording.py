# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every error code and reason of core has a sentence in frost-agent, so that nobody reads a code: agent_wording.py ROOT."""
import os
import re
import sys
import unittest

ROOT = sys.argv[1]
CODE = re.compile(r'u"([a-z][A-Za-z]*\.[a-z][A-Za-z]*)"(?:_s)?')
SENTENCE = re.compile(r'\{"([^"]+)", QT_TRANSLATE_NOOP\("Wording", "')
# Bugs of ours and of schema packs, which nobody but us makes: the general sentence and the code say enough.
INTERNAL = re.compile(r"ErrorKind::Internal|calculation\.|pack\.(malformed|cycle)|nameMalformed")
APP = ("app/composition", "app/demoserver")  # what the front ends of the client share
# The key of a note in the store, words of the audit trail, what only code that misuses the store could meet, and what only
# the server answers; why a channel is not open, which is for the log alone (core/net/changechannel): it is polled then.
NOT_CODES = {"import.csv", "given.again", "right.lost", "index.unknown", "key.malformed", "store.idMissing", "run.unknown",
             "store.declared", "store.unsynced", "cursor.count", "cursor.notAhead", "cursor.unique", "retention.outOfRange",
             "body.tooLarge", "gzip.malformed", "company.frost", "retention.prunedAt", "merge.noSuchRow",
             "channel.none", "events.lost", "events.notAStream", "events.refused", "events.silent", "events.tooLong"}


def folders():
    """All that a front end of the client calls. core/server words its own errors."""
    with open(os.path.join(ROOT, "core/CMakeLists.txt"), encoding="utf-8") as file:
        listed = re.search(r"foreach\(folder ([^)]*)\)", file.read())[1].split()
    return [os.path.join("core", folder) for folder in listed if folder != "server"] + list(APP)


def sources():
    for folder in folders():
        for path, _, names in os.walk(os.path.join(ROOT, folder)):
            for name in names:
                if name.endswith(".cpp"):
                    yield os.path.join(path, name)


def codes():
    found = {}
    for path in sources():
        with open(path, encoding="utf-8") as file:
            for line in file:
                if INTERNAL.search(line):
                    continue
                for code in CODE.findall(line):
                    if code not in NOT_CODES:
                        found.setdefault(code, os.path.relpath(path, ROOT))
    return found


def sentences():
    """Of every front end: what the window does not say for itself the command line does not need either."""
    with open(os.path.join(ROOT, "ui/wording/sentences.cpp"), encoding="utf-8") as file:
        return SENTENCE.findall(file.read())


class Wording(unittest.TestCase):
    maxDiff = None

    def test_every_code_has_a_sentence(self):
        known = set(sentences()) | {"record.invalid"}
        self.assertEqual({}, {code: path for code, path in codes().items() if code not in known})

    def test_no_code_has_two_sentences(self):
        self.assertEqual(sorted(set(sentences())), sorted(sentences()))

    def test_the_codes_are_found(self):
        self.assertIn("core/company", folders())
        self.assertIn("connection.otherTenant", codes())
        self.assertIn("lease.held", codes())
        self.assertGreater(len(codes()), 60)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
