// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopsession.h"

#include <QMetaObject>

namespace frost {

using namespace Qt::StringLiterals;

//! A thread's own reading connection.
class DesktopSession::Reader final : public QObject
{
public:
    explicit Reader(DataFolder::Company place) : m_place(std::move(place)) { }

    [[nodiscard]] Result<> open()
    {
        auto company = Company::open(m_clock, m_random, m_place, {.mode = OpenMode::ReadOnly});
        FROST_TRY(company);
        m_company = *std::move(company);
        return {};
    }
    void perform(const std::function<void(Company &)> &job)
    {
        if (m_company)
            job(*m_company);
    }

private:
    DataFolder::Company m_place;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Company> m_company;
};

DesktopSession::DesktopSession(DataFolder::Company place, QString dataFolder, CompanyFile file)
    : m_place(std::move(place)),
      m_dataFolder(std::move(dataFolder)),
      m_settings(readEngineSettings(m_dataFolder, m_place)),
      m_engine(new Engine(m_place, m_dataFolder, m_settings, std::move(file)))
{
    m_engineThread.setObjectName(u"engine"_s);
    m_engine->moveToThread(&m_engineThread);
    connect(&m_engineThread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &Engine::recordsWritten, this, &CompanySession::recordsChanged);
    connect(m_engine, &Engine::told, this, [this](const CompanyStatus &status) {
        const bool moved = status.queue != m_status.queue || status.openConflicts != m_status.openConflicts;
        m_status = status;
        Q_EMIT statusChanged();
        if (moved)
            Q_EMIT queueMoved();
    });
    connect(m_engine, &Engine::closed, &m_engineThread, &QThread::quit, Qt::DirectConnection);
    connect(&m_hint, &SystemHint::changed, m_engine, &Engine::setHint);
    m_engineThread.start();

    QMetaObject::invokeMethod(m_engine, [this, hint = m_hint.current()] {
        m_engine->setHint(hint);
        answer([this, schema = m_engine->open()] { engineOpened(schema); });
    });
}

DesktopSession::~DesktopSession()
{
    for (auto &thread : m_readerThreads)
        thread.quit();
    QMetaObject::invokeMethod(m_engine, &Engine::close);
    for (auto &thread : m_readerThreads)
        thread.wait();
    m_engineThread.wait();
}

// The readers come after the writer: it makes and mends tables, they only look.
void DesktopSession::engineOpened(const Result<Schema> &schema)
{
    if (!schema) {
        Q_EMIT failed(schema.error());
        return;
    }
    m_schema = *schema;
    for (size_t i = 0; i < m_readers.size(); ++i) {
        m_readers[i] = new Reader(m_place);
        m_readers[i]->moveToThread(&m_readerThreads[i]);
        connect(&m_readerThreads[i], &QThread::finished, m_readers[i], &QObject::deleteLater);
        m_readerThreads[i].start();
    }
    // Answers come in the order of the questions, so both have opened when the second has.
    for (auto *reader : m_readers) {
        QMetaObject::invokeMethod(reader, [this, reader, last = reader == m_readers.back()] {
            answer([this, last, result = reader->open()] {
                if (!result)
                    Q_EMIT failed(result.error());
                else if (last)
                    Q_EMIT opened();
            });
        });
    }
}

void DesktopSession::post(Lane lane, std::function<void(Company &)> job)
{
    if (lane == Lane::Write) {
        QMetaObject::invokeMethod(m_engine, [this, job = std::move(job)] { m_engine->perform(job); });
    } else if (auto *reader = m_readers[lane == Lane::Page ? 0 : 1]) {
        QMetaObject::invokeMethod(reader, [reader, job = std::move(job)] { reader->perform(job); });
    }
}

void DesktopSession::answer(std::function<void()> then)
{
    QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
}

void DesktopSession::setNetworkUse(NetworkUse use)
{
    m_settings.use = use;
    keepEngineSettings(m_dataFolder, m_place, m_settings);
    QMetaObject::invokeMethod(m_engine, [this, use] { m_engine->setNetworkUse(use); });
}

void DesktopSession::setPause(AutoSyncPause pause)
{
    m_settings.pause = pause;
    keepEngineSettings(m_dataFolder, m_place, m_settings);
    QMetaObject::invokeMethod(m_engine, [this, pause] { m_engine->setPause(pause); });
}

void DesktopSession::syncNow()
{
    QMetaObject::invokeMethod(m_engine, &Engine::syncNow);
}

void DesktopSession::confirmMassChange(const ConnectionId &connection, const MassQuestion &seen)
{
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, connection, seen] { engine->confirmMassChange(connection, seen); });
}

void DesktopSession::stopSync()
{
    QMetaObject::invokeMethod(m_engine, &Engine::stopSync);
}

void DesktopSession::connectTo(const OpenCompany::NewConnection &wanted, ConnectAnswer then)
{
    QMetaObject::invokeMethod(m_engine, [this, wanted, then = std::move(then)] {
        m_engine->connectTo(wanted, [this, then](Result<OpenCompany::Connected> connected) {
            answer([then, connected = std::move(connected)] { then(connected); });
        });
    });
}

void DesktopSession::stopConnecting()
{
    QMetaObject::invokeMethod(m_engine, &Engine::stopConnecting);
}

} // namespace frost
