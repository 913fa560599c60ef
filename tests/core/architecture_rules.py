# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the source tree. A rule takes a path and a text, and yields what is wrong as "path:line: problem"."""
import ast
import fnmatch
import os
import re
import sys
import tomllib

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "LICENSES", "README.md", "REUSE.toml",
             "app", "core", "packaging", "resources", "tests", "translations", "ui"}
OWN_HEADER = (".h", ".cpp", ".py", ".sh", ".cmake", ".sql", ".toml", ".yaml", ".yml", "CMakeLists.txt", ".clang-format",
              ".clang-tidy", ".gitignore", ".ci/run")
TEXT = OWN_HEADER + (".json", ".md", ".txt", ".qrc", ".ts")
SPDX = ("SPDX-" + "FileCopyrightText: ", "SPDX-" + "License-Identifier: GPL-3.0-or-later")
QT_FOR_CORE = {"Core", "Network", "Sql", "WebSockets"}

# Spelled so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(wo" r"rk|ro" r"ot|ho" r"me|tm" r"p)/|\.\./sha" r"red\b")
QUOTED_INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
SCREEN_INCLUDE = re.compile(r"^\s*#\s*include\s*<(Qt(Gui|Widgets)\b|Q(Gui)?Application>|Q\w*(Widget|Window|Dialog|MessageBox"
                            r"|Painter|Pixmap|Icon|Font|Color|Action|Menu)>)")
TRANSLATION = re.compile(r"\b(tr|translate|qsTr|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(")
VAGUE_TYPE = re.compile(r"^\s*(?:class|struct)\s+\w*(Manager|Helper|Utils?|Utility)\b")


def files(root):
    """Paths below root with '/', without build output and what editors leave."""
    for folder, folders, names in os.walk(root):
        top = folder == root
        folders[:] = sorted(name for name in folders
                            if name != "__pycache__" and not (top and name.startswith(("build", "cmake-build")))
                            and (name == ".ci" or not name.startswith(".")))
        for name in sorted(names):
            if name == ".git" or name.endswith((".user", ".pyc", "~", ".swp")):
                continue
            yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def lines_matching(path, text, pattern, problem):
    for number, line in enumerate(text.splitlines(), 1):
        found = pattern.search(line)
        if found:
            yield f"{path}:{number}: {problem}: {found.group(0).strip()}"


def top_level(path):
    first = path.split("/")[0]
    if first not in TOP_LEVEL and not first.startswith("."):
        yield f"{path}: does not belong into the top folder"


def licence(path, text, covered_patterns):
    """A source file says its licence itself; any other file says it or is named in REUSE.toml."""
    if path.startswith("LICENSES/"):
        return
    head = "\n".join(text.splitlines()[:5])
    if all(line in head for line in SPDX):
        return
    if path.endswith(OWN_HEADER):
        yield f"{path}:1: lacks the two SPDX lines"
    elif not any(covers(pattern, path) for pattern in covered_patterns):
        yield f"{path}: neither has SPDX lines nor is named in REUSE.toml"


def covers(pattern, path):
    """REUSE's globbing: ** is anything, * stays inside a folder."""
    parts = re.split(r"(\*\*|\*)", pattern)
    expression = "".join({"**": ".*", "*": "[^/]*"}.get(part, re.escape(part)) for part in parts)
    return re.fullmatch(expression, path) is not None


def reuse_patterns(text):
    patterns = []
    for annotation in tomllib.loads(text)["annotations"]:
        path = annotation["path"]
        patterns += [path] if isinstance(path, str) else path
    return patterns


def core_order(cmake):
    """Folders of core/CMakeLists.txt in the order of dependency."""
    order = []
    for found in re.finditer(r"add_subdirectory\((\w+)\)|foreach\(folder ([\w\s]+)\)", cmake):
        order += [found.group(1)] if found.group(1) else found.group(2).split()
    return order


def allowed_areas(path):
    """Which top folders a file may include from: app -> ui -> core, tests -> everything."""
    area = path.split("/")[0]
    return {"core": {"core"}, "ui": {"core", "ui"}, "app": {"core", "ui", "app"}}.get(
        area, {"core", "ui", "app", "tests"})


def includes(path, text, order):
    """Includes are written from the project's folder (a test may name its neighbour) and point downwards only."""
    parts = path.split("/")
    for number, line in enumerate(text.splitlines(), 1):
        found = QUOTED_INCLUDE.match(line)
        if not found or found.group(1).endswith(".moc"):
            continue
        target = found.group(1)
        area, *rest = target.split("/")
        if not rest and parts[0] == "tests":
            continue
        if area not in {"core", "ui", "app", "tests"}:
            yield f"{path}:{number}: include is not written from the project's folder: {target}"
        elif area not in allowed_areas(path):
            yield f"{path}:{number}: {parts[0]} may not include {target}"
        elif parts[0] == "core" and rank(order, rest[0]) > rank(order, parts[1]):
            yield f"{path}:{number}: core/{parts[1]} stands before core/{rest[0]} and may not include it: {target}"


def rank(order, folder):
    return order.index(folder) if folder in order else len(order)


def core_only(path, text):
    """Core has no screen and no wording for people."""
    if path.startswith("core/") and path.endswith((".h", ".cpp")):
        yield from lines_matching(path, text, SCREEN_INCLUDE, "core has no screen")
        yield from lines_matching(path, text, TRANSLATION, "core holds no sentences")


def wording(path, text):
    yield from lines_matching(path, text, UNFINISHED, "unfinished")
    if not path.endswith((".json", ".ts")):
        yield from lines_matching(path, text, MACHINE_PATH, "path of one machine")
    if path.endswith(".h"):
        yield from lines_matching(path, text, VAGUE_TYPE, "name says no role")


def package_list(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#") and not re.fullmatch(r"[a-z0-9][a-z0-9.+-]+ +# \S.*", line):
            yield f"{path}:{number}: not 'package  # why': {line}"


def package_names(text):
    return {line.split()[0] for line in text.splitlines() if line and not line.startswith("#")}


def python_packages(path, text, own_modules, packages):
    """What a script imports is Python's own, ours, or a package of the list; Debian calls module x python3-x."""
    for node in ast.walk(ast.parse(text)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module]
        for module in {name.split(".")[0] for name in names}:
            package = "python3-" + module.lower().replace("_", "-")
            if module not in sys.stdlib_module_names and module not in own_modules and package not in packages:
                yield f"{path}:{node.lineno}: imports {module}, but {package} is not in the list of packages"


def link_graph(text, order):
    """Lines "target|folder|library;library..." of the core targets, as CMake knows them."""
    folders = {name: folder for name, folder, _ in parse_graph(text)}
    for name, folder, libraries in parse_graph(text):
        for library in libraries:
            module = re.fullmatch(r"Qt6?::(\w+)", library)
            if module and module.group(1) not in QT_FOR_CORE:
                yield f"{name}: core may not link {library}"
            other = folders.get(library.replace("frost::", "frost_"))
            if library.startswith("frost::") and other is None:
                yield f"{name}: links {library}, which is not in core"
            elif other and rank(order, other) > rank(order, folder):
                yield f"{name}: core/{folder} stands before core/{other} and may not link it"


def parse_graph(text):
    for line in text.splitlines():
        name, folder, libraries = line.split("|")
        plain = re.sub(r"\$<LINK_ONLY:([^>]+)>", r"\1", libraries)
        yield name, folder.split("/")[0], sorted({library for library in plain.split(";") if library})


def screen_libraries(names):
    """Of the shared libraries a program loads, those of Qt that draw."""
    return [name for name in names if fnmatch.fnmatch(name, "libQt[56]Gui*") or fnmatch.fnmatch(name, "libQt[56]Widgets*")]
