# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the window's translations complete: translations_test.py ROOT [LUPDATE]"""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = LUPDATE = ""
SOURCES = ("ui", "app/desktop")  # the command line stays English
FORMS = 2                        # of a noun after a number, in Swedish as in English

PLACEHOLDER = re.compile(r"%L?(?:\d{1,2}|n)")
MNEMONIC = re.compile(r"&(?=[^\s&])")
TAG = re.compile(r"</?\w[^<>]*>")

Message = collections.namedtuple("Message", "context source comment numerus finished forms")


def messages(xml):
    for context in ElementTree.fromstring(xml).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            numerus = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")] if numerus else [translation.text or ""]
            yield Message(context.findtext("name"), message.findtext("source"), message.findtext("comment") or "",
                          numerus, translation.get("type") is None, forms)


def named(message):
    return f"{message.context}: {message.source!r}"


def unfinished(message):
    if not message.finished or not all(form.strip() for form in message.forms):
        yield f"{named(message)} is not translated"
    if message.numerus and len(message.forms) != FORMS:
        yield f"{named(message)} has {len(message.forms)} forms instead of {FORMS}"


def unlike(message):
    """What a translation must share with its source, or the program shows something else than it means."""
    source = message.source
    for form in message.forms:
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(source)):
            yield f"{named(message)} has other placeholders: {form!r}"
        if len(MNEMONIC.findall(form)) != len(MNEMONIC.findall(source)) or len(MNEMONIC.findall(source)) > 1:
            yield f"{named(message)} has another number of mnemonics: {form!r}"
        if sorted(TAG.findall(form)) != sorted(TAG.findall(source)):
            yield f"{named(message)} has other tags: {form!r}"
        if source.endswith(" …") and not form.endswith(" …"):
            yield f"{named(message)} lacks the ellipsis: {form!r}"


def spelled_keys(message):
    """Keys are named by keyName(): another system writes them in another way."""
    if re.search(r"\b(Ctrl|Alt|Shift|Meta)\+", message.source):
        yield f"{named(message)} spells keys out"


def bracketed_plural(message):
    for form in message.forms:
        if re.search(r"\(e?s\)", form):
            yield f"{named(message)} leaves the plural to the reader: {form!r}"


def differences(kept, found):
    """Keys of what one file has and the other has not."""
    key = lambda message: (message.context, message.source, message.comment)
    kept, found = {key(message) for message in kept}, {key(message) for message in found}
    return ([f"not in the file: {context}: {source!r}" for context, source, _ in sorted(found - kept)]
            + [f"no longer said: {context}: {source!r}" for context, source, _ in sorted(kept - found)])


def read(name):
    with open(os.path.join(ROOT, "translations", name), encoding="utf-8") as file:
        return list(messages(file.read()))


class Translations(unittest.TestCase):
    maxDiff = None

    def hold(self, name, *rules):
        problems = [problem for message in read(name) for rule in rules for problem in rule(message)]
        self.assertEqual([], problems, "\n" + "\n".join(problems))

    def test_swedish_is_complete(self):
        self.assertGreater(len(read("frost_sv.ts")), 100)
        self.hold("frost_sv.ts", unfinished, unlike, spelled_keys)

    def test_english_plurals_are_complete(self):
        self.assertTrue(all(message.numerus for message in read("frost_en.ts")))
        self.assertGreater(len(read("frost_en.ts")), 10)
        self.hold("frost_en.ts", unfinished, unlike, bracketed_plural)

    def test_what_qt_says_is_swedish(self):
        self.hold("qtbase_sv.ts", unfinished, unlike)
        words = {(message.context, message.source): message.forms for message in read("qtbase_sv.ts")}
        self.assertEqual(["Avbryt"], words["QPlatformTheme", "Cancel"])

    def test_the_files_hold_what_the_window_says(self):
        if not LUPDATE:
            self.skipTest("no lupdate")
        for name, options in [("frost_sv.ts", []), ("frost_en.ts", ["-pluralonly"])]:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                copy = shutil.copy(os.path.join(ROOT, "translations", name), folder)
                subprocess.run([LUPDATE, "-silent", "-I", ROOT, *SOURCES, "-no-obsolete", "-locations", "none",
                                *options, "-ts", copy], cwd=ROOT, check=True)
                with open(copy, encoding="utf-8") as file:
                    problems = differences(read(name), messages(file.read()))
                self.assertEqual([], problems, "\n" + "\n".join(problems))


class TheRules(unittest.TestCase):
    """Each rule finds what it is there for."""

    def message(self, source, *forms, numerus=False, finished=True):
        return Message("Context", source, "", numerus, finished, list(forms))

    def finds(self, rule, message, count=1):
        self.assertEqual(count, len(list(rule(message))), message)

    def test_a_file_as_lupdate_writes_it(self):
        xml = """<TS><context><name>A</name>
            <message><source>One</source><translation type="unfinished"></translation></message>
            <message numerus="yes"><source>%n row(s)</source><comment>c</comment><translation>
                <numerusform>%n rad</numerusform><numerusform>%n rader</numerusform></translation></message>
            </context></TS>"""
        self.assertEqual([Message("A", "One", "", False, False, [""]),
                          Message("A", "%n row(s)", "c", True, True, ["%n rad", "%n rader"])], list(messages(xml)))

    def test_a_text_without_translation(self):
        self.finds(unfinished, self.message("Save", "Spara"), 0)
        self.finds(unfinished, self.message("Save", ""))
        self.finds(unfinished, self.message("Save", "Spara", finished=False))
        self.finds(unfinished, self.message("%n row(s)", "%n rad", "%n rader", numerus=True), 0)
        self.finds(unfinished, self.message("%n row(s)", "%n rad", "", numerus=True))
        self.finds(unfinished, self.message("%n row(s)", "%n rad", numerus=True))

    def test_a_lost_placeholder(self):
        self.finds(unlike, self.message("%1 of %2", "%2: %1"), 0)
        self.finds(unlike, self.message("%1 of %2", "%1 av %1"))
        self.finds(unlike, self.message("%Ln new", "%n nya"))
        self.finds(unlike, self.message("VAT %1 %", "Moms %1 %"), 0)

    def test_a_lost_mnemonic(self):
        self.finds(unlike, self.message("&Save", "S&para"), 0)
        self.finds(unlike, self.message("&Save", "Spara"))
        self.finds(unlike, self.message("Save", "&Spara"))
        self.finds(unlike, self.message("&Save", "&S&para"))
        self.finds(unlike, self.message("Profit && loss", "Vinst && förlust"), 0)

    def test_a_lost_tag(self):
        self.finds(unlike, self.message("<b>%1</b> is less < 2", "<b>%1</b> är mindre < 2"), 0)
        self.finds(unlike, self.message("<b>%1</b>", "<b>%1<b>"))

    def test_a_lost_ellipsis(self):
        self.finds(unlike, self.message("Open …", "Öppna …"), 0)
        self.finds(unlike, self.message("Open …", "Öppna…"))

    def test_a_plural_in_brackets(self):
        self.finds(bracketed_plural, self.message("%n row(s)", "%n row", "%n row(s)", numerus=True))
        self.finds(bracketed_plural, self.message("%n row(s)", "%n row", "%n rows", numerus=True), 0)

    def test_keys_spelled_out(self):
        self.finds(spelled_keys, self.message("Filter (Ctrl+F)", "Filtrera (Ctrl+F)"))
        self.finds(spelled_keys, self.message("Alt+Up, Alt+Down", "Alt+Upp, Alt+Ned"))
        self.finds(spelled_keys, self.message("F2 edit, %1 split", "F2 redigera, %1 dela"), 0)

    def test_a_text_that_only_one_side_has(self):
        old, new = self.message("Old", "Gammal"), self.message("New", "Ny")
        self.assertEqual(["not in the file: Context: 'New'", "no longer said: Context: 'Old'"], differences([old], [new]))
        self.assertEqual([], differences([old], [old]))


if __name__ == "__main__":
    ROOT, LUPDATE = (sys.argv[1:] + [""])[:2]
    unittest.main(argv=sys.argv[:1])
