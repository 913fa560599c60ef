// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every window, dialog and state: frost-screenshots FOLDER [LANGUAGE…]
#include "tests/e2e/desktop/screenshots/stage.h"

#include <QApplication>
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

void takeAll(const QString &folder, const QString &language, theme::Look look)
{
    screenshots::Stage stage(folder, language, look);
    screenshots::startPages(stage);
    stage.openExample();
    screenshots::lists(stage);
    screenshots::forms(stage);
    const auto invoice = screenshots::outage(stage);
    screenshots::merging(stage, invoice);
    screenshots::serverTroubles(stage);
    screenshots::dialogs(stage);
    screenshots::gallery(stage);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(u"0.1.0"_s);
    requireFont();
    const auto folder = application.arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    const auto languages = application.arguments().mid(2);
    for (const auto &language : languages.isEmpty() ? QStringList{u"en"_s, u"sv"_s} : languages) {
        for (const auto look : {theme::Look::Light, theme::Look::Dark})
            takeAll(folder, language, look);
    }
    return 0;
}
