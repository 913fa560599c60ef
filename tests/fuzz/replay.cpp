// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/require.h"

#include <QDir>
#include <QFile>

//! Gives every file of a corpus to a fuzz target: what was found once stays found, without libFuzzer.
int main(int argc, char **argv)
{
    const QDir corpus(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    const auto names = corpus.entryList(QDir::Files, QDir::Name);
    for (const auto &name : names) {
        QFile file(corpus.filePath(name));
        frost::fuzz::require(file.open(QIODevice::ReadOnly), "the corpus can be read");
        const auto bytes = file.readAll();
        std::fprintf(stderr, "%s\n", qPrintable(name)); // the last one printed is the one that fails
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
    }
    frost::fuzz::require(!names.isEmpty(), "there is a corpus");
    return 0;
}
