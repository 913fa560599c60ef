# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the source tree and the built programs to the architecture: architecture_test.py ROOT GRAPH PROGRAM..."""
import os
import subprocess
import sys
import unittest

import architecture_rules as rules

ROOT = GRAPH = ""
PROGRAMS = []


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


class TheTree(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.files = list(rules.files(ROOT))
        self.texts = {path: read(path) for path in self.files if path.endswith(rules.TEXT)}
        self.order = rules.core_order(read("core/CMakeLists.txt"))

    def hold(self, rule, *facts):
        problems = [problem for path, text in self.texts.items() for problem in rule(path, text, *facts)]
        self.assertEqual([], problems, "\n" + "\n".join(problems))

    def test_only_known_names_stand_in_the_top_folder(self):
        self.assertEqual([], [problem for path in self.files for problem in rules.top_level(path)])

    def test_every_file_states_its_licence(self):
        covered = rules.reuse_patterns(read("REUSE.toml"))
        problems = [problem for path in self.files
                    for problem in rules.licence(path, self.texts.get(path, ""), covered)]
        self.assertEqual([], problems, "\n" + "\n".join(problems))

    def test_includes_point_downwards(self):
        sources = {path: text for path, text in self.texts.items() if path.endswith((".h", ".cpp"))}
        self.assertIn("core/base/result.h", sources)
        self.texts = sources
        self.hold(rules.includes, self.order)

    def test_every_core_folder_has_a_place_in_the_order(self):
        folders = {path.split("/")[1] for path in self.files if path.startswith("core/") and path.count("/") > 1}
        self.assertEqual(set(), folders - set(self.order))

    def test_core_has_neither_screen_nor_sentences(self):
        self.hold(rules.core_only)

    def test_nothing_is_left_unfinished(self):
        self.hold(rules.wording)

    def test_every_package_has_a_reason(self):
        path = "packaging/debian-packages.txt"
        self.assertEqual([], list(rules.package_list(path, read(path))))

    def test_what_scripts_import_is_installed(self):
        scripts = {path: text for path, text in self.texts.items() if path.endswith(".py")}
        self.assertIn("tests/contract/openapi.py", scripts)
        own = {os.path.basename(path).removesuffix(".py") for path in scripts}
        self.texts = scripts
        self.hold(rules.python_packages, own, rules.package_names(read("packaging/debian-packages.txt")))

    def test_core_links_downwards_and_nothing_that_draws(self):
        with open(GRAPH, encoding="utf-8") as file:
            graph = file.read()
        self.assertIn("frost_core_base|", graph)
        self.assertEqual([], list(rules.link_graph(graph, self.order)))


class ThePrograms(unittest.TestCase):
    def test_load_nothing_that_draws(self):
        for program in PROGRAMS:
            with self.subTest(os.path.basename(program)):
                loaded = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout.split()
                self.assertTrue(any(name.startswith("libQt6Core") for name in loaded), "ldd shows Qt Core")
                self.assertEqual([], rules.screen_libraries(loaded))


class TheRules(unittest.TestCase):
    """Each rule finds what it is there for."""
    ORDER = ["base", "store", "sync"]

    def finds(self, problems, count=1):
        self.assertEqual(count, len(list(problems)))

    def test_a_stray_top_level_file(self):
        self.finds(rules.top_level("notes.txt"))
        self.finds(rules.top_level("core/base/id.h"), 0)

    def test_a_source_without_licence_even_where_reuse_toml_covers_it(self):
        self.finds(rules.licence("core/a.cpp", "int a;", ["**.cpp"]))
        self.finds(rules.licence("core/CMakeLists.txt", "", ["**.txt"]))
        self.finds(rules.licence("core/a.cpp", f"// {rules.SPDX[0]}2026\n// {rules.SPDX[1]}\n", []), 0)

    def test_an_uncovered_file(self):
        self.finds(rules.licence("resources/a.svg", "", ["**.png", "*.svg"]))
        self.finds(rules.licence("resources/deep/a.png", "", ["**.png"]), 0)

    def test_an_include_against_the_direction(self):
        for path, include in [("core/base/a.h", "ui/b.h"), ("core/base/a.h", "tests/support/b.h"),
                              ("ui/a.cpp", "app/b.h"), ("core/store/a.cpp", "core/sync/b.h"),
                              ("core/store/a.cpp", "b.h"), ("app/agent/a.cpp", "tests/b.h")]:
            with self.subTest(f"{path} includes {include}"):
                self.finds(rules.includes(path, f'#include "{include}"', self.ORDER))

    def test_an_include_along_the_direction(self):
        for path, include in [("core/sync/a.cpp", "core/store/b.h"), ("app/agent/a.cpp", "core/sync/b.h"),
                              ("tests/core/a_test.cpp", "core/sync/b.h"), ("core/base/a.cpp", "a.moc"),
                              ("tests/core/a_test.cpp", "fixture.h")]:
            with self.subTest(f"{path} includes {include}"):
                self.finds(rules.includes(path, f'#include "{include}"', self.ORDER), 0)

    def test_a_screen_in_core(self):
        for include in ["QMessageBox", "QtWidgets/QLabel", "QWidget", "QGuiApplication", "QtGui"]:
            with self.subTest(include):
                self.finds(rules.core_only("core/base/a.cpp", f"#include <{include}>"))
        self.finds(rules.core_only("core/base/a.cpp", "#include <QCoreApplication>"), 0)
        self.finds(rules.core_only("ui/a.cpp", "#include <QWidget>"), 0)

    def test_a_sentence_in_core(self):
        self.finds(rules.core_only("core/base/a.cpp", 'return tr("Not found");'))
        self.finds(rules.core_only("core/base/a.cpp", 'const auto str(int);'), 0)

    def test_unfinished_work_and_paths_of_one_machine(self):
        self.finds(rules.wording("core/a.cpp", "// TO" + "DO later"))
        self.finds(rules.wording("core/a.cpp", 'open("/wo' + 'rk/main/x")'))
        self.finds(rules.wording("packaging/a.sh", "cat ../sha" + "red/data"))
        self.finds(rules.wording("core/a.cpp", "core/network/x"), 0)

    def test_a_name_without_a_role(self):
        self.finds(rules.wording("core/a.h", "class SyncManager"))

    def test_a_core_target_that_links_upwards_or_draws(self):
        self.finds(rules.link_graph("frost_core_base|base|Qt6::Gui", self.ORDER))
        self.finds(rules.link_graph("frost_core_base|base|frost::core_sync\nfrost_core_sync|sync|", self.ORDER))
        self.finds(rules.link_graph("frost_core_base|base|frost::ui_models", self.ORDER))
        self.finds(rules.link_graph("frost_core_base|base|\nfrost_core_sync|sync|frost::core_base;Qt6::Sql", self.ORDER), 0)

    def test_a_program_that_draws(self):
        self.assertEqual(["libQt6Gui.so.6"], rules.screen_libraries(["libQt6Core.so.6", "libQt6Gui.so.6"]))

    def test_an_import_that_no_package_brings(self):
        packages = rules.package_names("# a list\npython3-yaml   # why\npython3-foo-bar # why\n")
        for text, count in [("import requests", 1), ("from requests.auth import Auth", 1), ("import json, requests", 1),
                            ("def f():\n    import requests", 1), ("import yaml", 0), ("import foo_bar.deep", 0),
                            ("import os.path\nimport office", 0), ("# import requests", 0), ("from . import requests", 0)]:
            with self.subTest(text):
                self.finds(rules.python_packages("tests/a.py", text, {"office"}, packages), count)

    def test_a_package_without_a_reason(self):
        self.finds(rules.package_list("list", "cmake\n"))


if __name__ == "__main__":
    ROOT, GRAPH, *PROGRAMS = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
