// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every window, dialog and state: frost-screenshots FOLDER [LANGUAGE…]
// With --reader PROGRAM (frost-accessible-tree) no pictures: the texts a screen reader is told, and 1 where some are missing.
#include "tests/e2e/desktop/screenshots/reader.h"
#include "tests/e2e/desktop/screenshots/stage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFontMetrics>

#include <cstdio>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

//! Text that would be boxes is no picture of a program.
void requireFont()
{
    const QFontMetrics metrics{QApplication::font()};
    for (const char32_t letter : {U'A', U'å', U'–', U'✕'}) {
        if (letter < 0x2000 && !metrics.inFontUcs4(letter)) {
            std::fprintf(stderr, "no font with the letter U+%04X is installed\n", unsigned(letter));
            std::exit(1);
        }
    }
}

void takeAll(const QString &folder, const QString &language, theme::Look look, screenshots::Reader *reader = nullptr)
{
    screenshots::Stage stage(folder, language, look, reader);
    screenshots::startPages(stage);
    stage.openExample();
    screenshots::lists(stage);
    screenshots::forms(stage);
    const auto invoice = screenshots::outage(stage);
    screenshots::merging(stage, invoice);
    screenshots::serverTroubles(stage);
    screenshots::dialogs(stage);
    screenshots::gallery(stage);
    screenshots::alike(stage);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(u"0.1.0"_s);
    requireFont();
    QCommandLineParser parser;
    const QCommandLineOption readWith(u"reader"_s, {}, u"PROGRAM"_s);
    parser.addOption(readWith);
    parser.process(application);
    const auto folder = parser.positionalArguments().value(0, u"."_s);
    QDir().mkpath(folder);
    const auto languages = parser.positionalArguments().mid(1);
    if (parser.isSet(readWith)) {
        screenshots::Reader reader(parser.value(readWith), folder);
        reader.prove();
        takeAll(folder, languages.value(0, u"en"_s), theme::Look::Light, &reader);
        return reader.failures() > 0 ? 1 : 0;
    }
    for (const auto &language : languages.isEmpty() ? QStringList{u"en"_s, u"sv"_s} : languages) {
        for (const auto look : {theme::Look::Light, theme::Look::Dark})
            takeAll(folder, language, look);
    }
    return 0;
}
