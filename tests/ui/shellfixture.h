// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/syncfixture.h"
#include "ui/shell/mainwindow.h"

#include <QTemporaryDir>

#include <deque>

//! A window over an office that answers when the test says so.
namespace shellfixture {

using namespace syncfixture;

//! The demo's other side, which does nothing.
class StillDemo final : public DemoControls
{
public:
    Server server() const override { return Server::Running; }
    void startServer() override { }
    void stopServer() override { }
    void faultServer() override { }
    void colleagueActs(ColleagueAct) override { }
};

class SlowOffice final : public Office
{
public:
    QList<DataFolder::Company> companies() const override { return known; }
    void open(const DataFolder::Company &company, Opened then) override { openings.push_back({company, std::move(then)}); }
    void create(const NewCompany &company, Opened then) override
    {
        openings.push_back({{TenantId(company.tenant), CompanyId(company.company), {}}, std::move(then), company.packs});
    }
    void restore(const QString &backup, WhenRestored then) override { restores.push_back({backup, std::move(then)}); }
    void checkServer(const ServerAccess &access, Checked then) override { checks.push_back({access, std::move(then)}); }
    void connectToServer(CompanySession &, const ServerAccess &access, Done then) override
    {
        connects.push_back({access, std::move(then)});
    }
    void stopConnecting(CompanySession &) override { ++stops; }
    void openDemo(Opened then) override
    {
        openings.push_back({{TenantId(u"exempel"_s), CompanyId(u"Nordlys"_s), {}}, std::move(then)});
    }
    DemoControls *demo() override { return shownDemo.get(); }

    //! @param opening  which of those asked for so far, the first is 0
    CompanySession &answer(size_t opening)
    {
        auto &desk = m_desks.emplace_back();
        auto session = std::make_unique<test::TestSession>(*desk.company, openings[opening].place);
        session->tell(synced());
        auto &opened = *session;
        openings[opening].then(std::move(session));
        return opened;
    }
    [[nodiscard]] Desk &desk(size_t answered) { return m_desks[answered]; }

    struct Opening {
        DataFolder::Company place;
        Opened then;
        QStringList packs = {}; //!< of one that is to be made
    };
    struct Asked {
        ServerAccess access;
        Done then;
    };
    struct Checking {
        ServerAccess access;
        Checked then;
    };
    struct Restoring {
        QString backup;
        WhenRestored then;
    };
    QList<DataFolder::Company> known;
    std::deque<Restoring> restores;
    std::deque<Opening> openings;
    std::deque<Checking> checks;
    std::deque<Asked> connects;
    int stops = 0;
    std::unique_ptr<StillDemo> shownDemo;

private:
    std::deque<Desk> m_desks;
};

//! A computer with the window on it.
struct Screen {
    explicit Screen(const QString &language = u"en"_s)
    {
        settings.setLanguage(language);
        settings.setLook(theme::Look::Light);
        window = std::make_unique<MainWindow>(office, settings);
        window->show();
    }

    static DataFolder::Company company(const QString &name) { return {TenantId(u"firm"_s), CompanyId(name), {}}; }
    CompanySession &open(const QString &name)
    {
        window->openCompany(company(name));
        return office.answer(office.openings.size() - 1);
    }

    QTemporaryDir folder;
    Settings settings{folder.path()};
    SlowOffice office;
    std::unique_ptr<MainWindow> window;
};

//! The one that is open; a test fails without it.
template<class Widget>
Widget *shown(QWidget &window)
{
    for (auto *widget : window.findChildren<Widget *>()) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace shellfixture
