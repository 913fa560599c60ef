// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoffice.h"
#include "app/desktop/notifications/notifier.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

#include <memory>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

struct Options {
    QString dataFolder;
    QString company;
    bool demo = false;
};

Options read(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Main", "Offline-first bookkeeping"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(u"data"_s, QCoreApplication::translate("Main", "Where companies are kept."), u"DIR"_s);
    const QCommandLineOption demo(u"demo"_s, QCoreApplication::translate("Main", "Start with the example company."));
    const QCommandLineOption company(u"company"_s, QCoreApplication::translate("Main", "Open this company."), u"COMPANY"_s);
    parser.addOptions({data, demo, company});
    parser.process(application);
    auto folder = parser.value(data);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {QDir(folder).absolutePath(), parser.value(company), parser.isSet(demo)};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"frost"_s);
    QApplication::setApplicationDisplayName(u"Frost"_s);
    QApplication::setApplicationVersion(QStringLiteral(FROST_VERSION));
    QApplication::setDesktopFileName(u"frost"_s);
    const auto options = read(application);
    QDir().mkpath(options.dataFolder);

    Settings settings(options.dataFolder);
    DesktopOffice office(options.dataFolder);
    std::unique_ptr<Notifier> notifier;
    MainWindow window(office, settings);
    // Finding out who shows notifications waits for the desktop's answer: not while the program starts.
    QObject::connect(&window, &MainWindow::notify, &window, [&](const QString &title, const QString &text) {
        if (!notifier) {
            notifier = makeNotifier();
            QObject::connect(notifier.get(), &Notifier::activated, &window, &MainWindow::come);
        }
        notifier->show(title, text);
    });
    window.show();
    if (options.demo) {
        window.openDemo();
    } else if (!options.company.isEmpty()) {
        if (const auto company = DataFolder(options.dataFolder).find(options.company))
            window.openCompany(*company);
        else
            window.tellError(company.error());
    }
    return QApplication::exec();
}
