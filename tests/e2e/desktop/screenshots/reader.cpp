// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/screenshots/reader.h"

#include "tests/e2e/desktop/screenshots/stage.h"

#include <QAccessible>
#include <QFile>
#include <QLineEdit>
#include <QProcess>

#include <cstdio>

namespace frost::screenshots {

using namespace Qt::StringLiterals;

// This program goes on meanwhile: it is what answers.
Reader::Found Reader::look(const QString &name, QString &told)
{
    settle();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(m_program, {QString::number(QCoreApplication::applicationPid())});
    waitFor("the reader", [&] { return process.state() == QProcess::NotRunning; });
    told = QString::fromUtf8(process.readAllStandardOutput());
    QFile file(m_folder + u'/' + name + u".txt"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(told.toUtf8()) < 0)
        waitedInVain("a file");
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() > 2)
        waitedInVain("the reader's answer");
    return Found(process.exitCode());
}

void Reader::read(const QString &name, const QWidget &window)
{
    QString told;
    const auto before = window.windowTitle();
    const bool isNamed = look(name, told) == Found::Named;
    const auto tells = [&](const QString &title) { return told.contains(u'"' + title + u'"'); };
    const bool isTold = tells(before) || tells(window.windowTitle()); // it may be opening a company
    m_failures += !isNamed || !isTold;
    if (!isTold)
        std::fprintf(stderr, "%s: nothing is told of the window \"%s\"\n", qPrintable(name), qPrintable(before));
    for (const auto &line : told.split(u'\n')) {
        if (line.startsWith(u'!'))
            std::fprintf(stderr, "%s: takes the focus without a name: %s\n", qPrintable(name), qPrintable(line.mid(1).trimmed()));
    }
}

namespace {
QStringList alertsHeard; // a handler is a plain function
}

void Reader::listen(const QString &name, const std::function<void()> &act)
{
    alertsHeard.clear();
    auto *before = QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
        if (event->type() == QAccessible::Alert)
            alertsHeard.append(event->accessibleInterface()->text(QAccessible::Name));
    });
    act();
    QAccessible::installUpdateHandler(before);
    if (alertsHeard.size() == 1 && !alertsHeard.first().isEmpty())
        return;
    ++m_failures;
    std::fprintf(stderr, "%s: an alert was to be told, not: %s\n", qPrintable(name), qPrintable(alertsHeard.join(u" | "_s)));
}

// Whoever asks first wakes the accessibility bus; then this program tells it about itself.
void Reader::prove()
{
    constexpr int kTries = 20;
    QWidget window;
    QLineEdit line(&window);
    window.show();
    QString told;
    auto found = Found::Nothing;
    for (int i = 0; i < kTries && found == Found::Nothing; ++i)
        found = look(u"00-nameless"_s, told);
    line.setAccessibleName(u"Named"_s);
    if (found != Found::Nameless || look(u"00-named"_s, told) != Found::Named || !told.contains("\"Named\" focusable"_L1)) {
        std::fprintf(stderr, "the reader does not tell what has a name:\n%s\n", qPrintable(told));
        std::exit(1);
    }
}

} // namespace frost::screenshots
