// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo.h"

#include "ui/wording/labels.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

struct Last {
    EntityType type{u"invoices"_s};
    QString id; //!< as shown; "" none
};

//! What was changed last here, of the types a colleague answers to.
Result<Last> lastChanged(Company &company)
{
    Last last;
    QDateTime when;
    for (const auto &name : {u"invoices"_s, u"customers"_s}) {
        const EntityType type(name);
        auto store = company.database().objectStore(type);
        FROST_TRY(store);
        const auto records = store->select({.sort = u"updatedAt"_s, .descending = true, .limit = 1});
        FROST_TRY(records);
        if (records->isEmpty() || (when.isValid() && records->first().updatedAt <= when))
            continue;
        const auto id = company.shownIds().shown(type, records->first().id);
        FROST_TRY(id);
        when = records->first().updatedAt;
        last = {type, *id};
    }
    return last;
}

} // namespace

Demo::Demo(QObject *parent) : DemoControls(parent), m_theatre(new DemoTheatre(m_folder.path()))
{
    m_thread.setObjectName(u"demo"_s);
    m_theatre->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_theatre, &QObject::deleteLater);
    m_thread.start();
}

Demo::~Demo()
{
    m_thread.quit();
    m_thread.wait();
}

void Demo::end()
{
    m_session = nullptr;
    connect(m_theatre, &QObject::destroyed, this, &QObject::deleteLater); // its server has ended by then
    m_thread.quit();
}

QString Demo::dataFolder() const
{
    return m_theatre->dataFolder(); // fixed when it was made, so any thread may ask
}

void Demo::answer(std::function<void()> then)
{
    QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
}

void Demo::onStage(std::function<void()> scene)
{
    QMetaObject::invokeMethod(m_theatre, [theatre = m_theatre, scene = std::move(scene)] { theatre->play(scene); });
}

void Demo::prepare(std::function<void(const Result<DataFolder::Company> &)> then)
{
    onStage([this, then = std::move(then)] {
        answer([this, then, company = m_theatre->prepare()] {
            m_server = company ? Server::Running : Server::Stopped;
            Q_EMIT serverChanged();
            then(company);
        });
    });
}

void Demo::play(std::function<Result<>(DemoTheatre &)> scene, Server then)
{
    m_server = Server::Starting;
    Q_EMIT serverChanged();
    onStage([this, scene = std::move(scene), then] {
        answer([this, then, played = scene(*m_theatre)] {
            m_server = played ? then : Server::Stopped;
            Q_EMIT serverChanged();
            if (m_session)
                m_session->syncNow(); // as when the network says that it is gone, or back
            if (!played)
                Q_EMIT failed(played.error());
        });
    });
}

void Demo::startServer()
{
    play([](DemoTheatre &theatre) { return theatre.startServer(); }, Server::Running);
}

void Demo::stopServer()
{
    play(
        [](DemoTheatre &theatre) {
            theatre.stopServer();
            return Result<>();
        },
        Server::Stopped);
}

void Demo::faultServer()
{
    play([](DemoTheatre &theatre) { return theatre.faultServer(); }, Server::Faulty);
}

void Demo::colleagueActs(ColleagueAct act)
{
    if (!m_session)
        return;
    m_session->ask(Lane::Page, this, &lastChanged, [this, act](const Result<Last> &last) {
        if (last)
            colleagueActs(act, last->type, last->id);
        else
            Q_EMIT failed(last.error());
    });
}

void Demo::colleagueActs(ColleagueAct act, const EntityType &type, const QString &id)
{
    onStage([this, act, type, id] {
        answer([this, done = m_theatre->colleagueActs(act, type, id)] {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            QStringList fields;
            for (const auto &field : done->fields)
                fields += wording::fieldLabel(done->type, field);
            Q_EMIT colleagueDid(done->act, wording::typeLabel(done->type, wording::Number::One) + u' ' + done->record, fields);
        });
    });
}

} // namespace frost
