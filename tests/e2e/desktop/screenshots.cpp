// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoffice.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/editor/recordform.h"
#include "ui/exchange/sieimportdialog.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/shell/companyview.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shortcutsheet.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFontMetrics>
#include <QTemporaryDir>

#include <cstdio>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 120'000; //!< ms

template<class Condition>
void waitFor(const char *what, Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > kPatience) {
            std::fprintf(stderr, "waited in vain for %s\n", what);
            std::exit(1);
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

//! Repaints and answers that are on their way.
void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 700)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

//! Text that would be boxes is no picture of a program.
void requireFont()
{
    const QFontMetrics metrics{QApplication::font()};
    for (const char32_t letter : U"Aå–✕") {
        if (letter && letter < 0x2000 && !metrics.inFontUcs4(letter)) {
            std::fprintf(stderr, "no font with the letter U+%04X is installed\n", unsigned(letter));
            std::exit(1);
        }
    }
}

//! Walks through the example company and takes a picture of everything on the way.
class Photographer
{
public:
    Photographer(QString folder, const QString &language, theme::Look look)
        : m_folder(std::move(folder)),
          m_suffix(u"-%1-%2.png"_s.arg(look == theme::Look::Dark ? u"dark"_s : u"light"_s, language)),
          m_settings(m_data.path()), m_office(m_data.path())
    {
        m_settings.setLanguage(language);
        m_settings.setLook(look);
        m_window = std::make_unique<MainWindow>(m_office, m_settings);
        m_window->resize(1366, 768);
        m_window->show();
    }

    void walk()
    {
        picture(u"01-start"_s, *m_window);
        bool opened = false;
        QObject::connect(m_window.get(), &MainWindow::companyOpened, m_window.get(), [&] { opened = true; });
        QObject::connect(m_window.get(), &MainWindow::openFailed, m_window.get(), [](const Error &error) {
            std::fprintf(stderr, "the example company: %s\n", qPrintable(error.logLine()));
            std::exit(1);
        });
        m_window->openDemo();
        waitFor("the example company", [&] { return opened; });
        m_view = m_window->view();
        records();
        forms();
        offlineAndConflict();
        dialogs();
    }

private:
    void picture(const QString &name, QWidget &widget)
    {
        settle();
        widget.grab().save(m_folder + u'/' + name + m_suffix);
    }
    RecordsPage &page(const QString &type)
    {
        const EntityType entityType(type);
        m_view->showType(entityType);
        auto &records = m_view->records(entityType);
        waitFor("a list", [&] { return records.model().row(0) != nullptr; });
        return records;
    }
    void open(RecordsPage &records, int row)
    {
        bool loaded = false;
        QObject::connect(&records.form(), &RecordForm::loaded, m_window.get(), [&] { loaded = true; });
        records.openRecord(records.model().row(row)->record.id);
        waitFor("a form", [&] { return loaded; });
        QObject::disconnect(&records.form(), &RecordForm::loaded, m_window.get(), nullptr);
    }

    void records()
    {
        page(u"customers"_s);
        picture(u"02-customers"_s, *m_window);
        page(u"invoices"_s);
        picture(u"03-invoices"_s, *m_window);
    }

    void forms()
    {
        for (const auto &[name, type] : {std::pair{u"04-customer"_s, u"customers"_s}, {u"05-invoice"_s, u"invoices"_s},
                                         {u"06-voucher"_s, u"vouchers"_s}}) {
            open(page(type), 1);
            picture(name, *m_window);
            m_view->records(EntityType(type)).form().closeForm();
        }
        auto &invoices = page(u"invoices"_s);
        invoices.createRecord();
        picture(u"07-new-invoice"_s, *m_window);
        invoices.form().closeForm();
    }

    void edit(const EntityType &type, const LocalId &id, const QJsonObject &patch)
    {
        bool done = false;
        m_view->session().ask(
            Lane::Write, m_window.get(),
            [=](Company &company) { return company.editor().update(type, id, patch, company.actor()); },
            [&](const Result<Record> &) { done = true; });
        waitFor("an edit", [&] { return done; });
    }

    void offlineAndConflict()
    {
        auto &demo = *m_office.demo();
        waitFor("the server", [&] { return demo.server() == DemoControls::Server::Running; });
        demo.stopServer();
        const EntityType type(u"invoices"_s);
        auto &invoices = page(type.toString());
        const auto record = invoices.model().row(0)->record;
        auto rows = record.body["rows"_L1].toArray();
        auto row = rows[0].toObject();
        row.insert(u"price"_s, u"1111"_s);
        rows[0] = row;
        edit(type, record.id, {{u"rows"_s, rows}, {u"yourReference"_s, u"Kalle Ek"_s}, {u"note"_s, u"Ring före leverans"_s}});
        const auto &status = [this]() -> const CompanyStatus & { return m_view->session().status(); };
        waitFor("the outage", [&] { return status().connections.first().network.quality == NetworkQuality::Offline; });
        picture(u"08-offline"_s, *m_window);
        m_view->showSync();
        picture(u"09-queue"_s, *m_window);
        bool edited = false;
        QObject::connect(&demo, &DemoControls::colleagueDid, m_window.get(), [&] { edited = true; });
        demo.colleagueEdits();
        waitFor("the colleague", [&] { return edited; });
        demo.startServer();
        waitFor("a conflict", [&] { return status().openConflicts == 1; });
        picture(u"10-conflict-in-sight"_s, *m_window);
        m_view->showConflicts();
        auto *merge = m_window->findChild<MergeDialog *>();
        merge->resize(1366, 768);
        waitFor("the merge", [&] { return merge->current() != 0; });
        picture(u"11-merge"_s, *merge);
        merge->close();
        demo.faultServer();
        waitFor("the fault", [&] { return demo.server() == DemoControls::Server::Faulty; });
        m_view->session().syncNow();
        waitFor("the error", [&] { return status().connections.first().sync.lastError.has_value(); });
        picture(u"12-server-fault"_s, *m_window);
        demo.startServer();
    }

    template<class Dialog, class... Args>
    void dialog(const QString &name, Args &&...args)
    {
        Dialog shown(std::forward<Args>(args)..., m_window.get());
        shown.open();
        picture(name, shown);
    }

    void dialogs()
    {
        dialog<NewCompanyDialog>(u"13-new-company"_s);
        dialog<ServerDialog>(u"14-server"_s, QString(), QUrl());
        const DataFolder::Company place{TenantId(u"byran"_s), CompanyId(u"Nordlys"_s), {}};
        dialog<CompanySwitcher>(u"15-switch"_s, QList{place, {TenantId(u"byran"_s), CompanyId(u"Sydsken"_s), {}}},
                                u"byran/Nordlys"_s);
        dialog<ShortcutSheet>(u"16-keyboard"_s, m_window->actions().all());
        SieImportDialog sie(m_view->session(), QStringLiteral(FROST_SIE_EXAMPLE), m_window.get());
        bool looked = false;
        QObject::connect(&sie, &SieImportDialog::looked, &sie, [&] { looked = true; });
        sie.open();
        waitFor("the SIE file", [&] { return looked; });
        picture(u"17-sie"_s, sie);
    }

    QString m_folder;
    QString m_suffix;
    QTemporaryDir m_data;
    Settings m_settings;
    DesktopOffice m_office;
    std::unique_ptr<MainWindow> m_window;
    CompanyView *m_view = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(u"0"_s);
    requireFont();
    const auto folder = application.arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    const auto languages = application.arguments().mid(2);
    for (const auto &language : languages.isEmpty() ? QStringList{u"en"_s, u"sv"_s} : languages) {
        for (const auto look : {theme::Look::Light, theme::Look::Dark})
            Photographer(folder, language, look).walk();
    }
    return 0;
}
