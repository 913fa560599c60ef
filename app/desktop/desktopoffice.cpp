// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoffice.h"

#include "app/desktop/demo.h"
#include "core/store/backup.h"

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

DesktopOffice::DesktopOffice(QString dataFolder) : m_dataFolder(std::move(dataFolder)) { }

DesktopOffice::~DesktopOffice()
{
    waitForRestoring();
}

QList<DataFolder::Company> DesktopOffice::companies() const
{
    return DataFolder(m_dataFolder).companies();
}

void DesktopOffice::openIn(const QString &dataFolder, const DataFolder::Company &company, const CompanyFile &file, Opened then)
{
    auto *session = new DesktopSession(company, dataFolder, file);
    session->setParent(this); // until somebody takes it
    connect(session, &DesktopSession::opened, this, [this, session, then] {
        disconnect(session, nullptr, this, nullptr);
        session->setParent(nullptr);
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
    openIn(m_dataFolder, company, CompanyFile(), std::move(then));
}

void DesktopOffice::create(const NewCompany &company, Opened then)
{
    const auto place = DataFolder(m_dataFolder).place(TenantId(company.tenant), CompanyId(company.company));
    const auto packs = company.packs.isEmpty() ? QStringList{u"accounting"_s} : company.packs; // an older server does not say
    if (place)
        openIn(m_dataFolder, *place, CompanyFile{packs}, std::move(then));
    else
        then(fail(place.error()));
}

// Copying and reading through take as long as the file is large.
void DesktopOffice::restore(const QString &backup, WhenRestored then)
{
    waitForRestoring();
    const auto restored = std::make_shared<Result<Restored>>();
    m_restoring.reset(QThread::create([restored, backup, folder = m_dataFolder] {
        SystemClock clock;
        SystemRandom random;
        *restored = restoreBackup(DataFolder(folder), backup, clock, random);
    }));
    connect(m_restoring.get(), &QThread::finished, this, [restored, then = std::move(then)] { then(*restored); });
    m_restoring->start();
}

void DesktopOffice::waitForRestoring()
{
    if (m_restoring)
        m_restoring->wait();
}

// --- servers

namespace {

QJsonObject settingsOf(const ServerAccess &access)
{
    return {{u"url"_s, access.address.toString()}, {u"company"_s, access.company}};
}

Task<void> askServer(ServerAccess access, Transport &transport, Clock &clock, Office::Checked then)
{
    Connection connection{access.connection, u"frostserver"_s, settingsOf(access), false, {}};
    const auto answer = co_await askAccess(std::move(connection), access.token, transport, clock);
    then(answer ? Result<QStringList>(answer->packs) : Result<QStringList>(fail(answer.error())));
}

} // namespace

void DesktopOffice::checkServer(const ServerAccess &access, Checked then)
{
    askServer(access, m_transport, m_clock, std::move(then));
}

// A person waits for the answer and can mend the address, so nothing is kept that was not checked.
void DesktopOffice::connectToServer(CompanySession &session, const ServerAccess &access, Done then)
{
    OpenCompany::NewConnection wanted;
    wanted.id = access.connection;
    wanted.provider = u"frostserver"_s;
    wanted.settings = settingsOf(access);
    wanted.token = access.token;
    wanted.unreached = OpenCompany::Unreached::Refuse;
    static_cast<DesktopSession &>(session).connectTo(wanted, [then = std::move(then)](const Result<OpenCompany::Connected> &connected) {
        then(connected ? Result<>() : Result<>(fail(connected.error())));
    });
}

void DesktopOffice::stopConnecting(CompanySession &session)
{
    static_cast<DesktopSession &>(session).stopConnecting();
}

// --- the demo

void DesktopOffice::openDemo(Opened then)
{
    endDemo();
    m_demo = new Demo(this);
    m_demo->prepare([this, demo = m_demo, then = std::move(then)](const Result<DataFolder::Company> &company) {
        if (demo != m_demo)
            return;
        if (!company) {
            endDemo();
            then(fail(company.error()));
            return;
        }
        openIn(demo->dataFolder(), *company, CompanyFile(), [this, demo, then](Result<std::unique_ptr<CompanySession>> session) {
            if (demo != m_demo)
                return;
            if (session)
                showDemo(**session);
            else
                endDemo();
            then(std::move(session));
        });
    });
}

// Whoever shows it holds its session, and lets go of that last.
void DesktopOffice::showDemo(CompanySession &session)
{
    m_demo->setSession(&session);
    connect(&session, &QObject::destroyed, this, [this, demo = m_demo] {
        if (demo == m_demo)
            endDemo();
    });
}

void DesktopOffice::endDemo()
{
    if (auto *demo = std::exchange(m_demo, nullptr))
        demo->end();
}

DemoControls *DesktopOffice::demo()
{
    return m_demo && m_demo->isOpen() ? m_demo : nullptr;
}

} // namespace frost
