// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoffice.h"

#include "app/desktop/demo.h"

namespace frost {

using namespace Qt::StringLiterals;

DesktopOffice::DesktopOffice(QString dataFolder) : m_dataFolder(std::move(dataFolder)) { }

DesktopOffice::~DesktopOffice() = default;

QList<DataFolder::Company> DesktopOffice::companies() const
{
    return DataFolder(m_dataFolder).companies();
}

void DesktopOffice::openIn(const QString &dataFolder, const DataFolder::Company &company, Opened then)
{
    auto *session = new DesktopSession(company, dataFolder, {});
    connect(session, &DesktopSession::opened, this, [this, session, then] {
        disconnect(session, nullptr, this, nullptr);
        then(std::unique_ptr<CompanySession>(session));
    });
    connect(session, &DesktopSession::failed, this, [this, session, then](const Error &error) {
        disconnect(session, nullptr, this, nullptr);
        session->deleteLater();
        then(fail(error));
    });
}

void DesktopOffice::open(const DataFolder::Company &company, Opened then)
{
    m_demo.reset();
    openIn(m_dataFolder, company, std::move(then));
}

// Making a file takes some 50 ms, once in the life of a company.
void DesktopOffice::create(const QString &tenant, const QString &company, Opened then)
{
    const auto place = DataFolder(m_dataFolder).place(TenantId(tenant), CompanyId(company));
    if (!place) {
        then(fail(place.error()));
        return;
    }
    SystemClock clock;
    SystemRandom random;
    if (const auto made = Database::create(*place, {u"accounting"_s}, clock, random, {}); !made) {
        then(fail(made.error()));
        return;
    }
    open(*place, std::move(then));
}

void DesktopOffice::connectToServer(CompanySession &session, const QUrl &server, const QByteArray &token, Done then)
{
    auto &opened = static_cast<DesktopSession &>(session);
    OpenCompany::NewConnection wanted;
    wanted.id = ConnectionId(u"frostserver"_s);
    wanted.provider = u"frostserver"_s;
    wanted.settings = {{u"url"_s, server.toString()}, {u"company"_s, session.company().company.toString()}};
    wanted.token = token;
    opened.connectTo(wanted, [then = std::move(then)](const Result<OpenCompany::Connected> &connected) {
        then(connected ? Result<>() : Result<>(fail(connected.error())));
    });
}

void DesktopOffice::openDemo(Opened then)
{
    m_demo = std::make_unique<Demo>();
    m_demo->prepare([this, then = std::move(then)](const Result<DataFolder::Company> &company) {
        if (!company) {
            then(fail(company.error()));
            return;
        }
        openIn(m_demo->dataFolder(), *company, [this, then](Result<std::unique_ptr<CompanySession>> session) {
            if (session)
                m_demo->setSession(session->get());
            then(std::move(session));
        });
    });
}

DemoControls *DesktopOffice::demo()
{
    return m_demo.get();
}

} // namespace frost
