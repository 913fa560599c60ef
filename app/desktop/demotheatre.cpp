// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demotheatre.h"

#include "core/base/json.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

const auto kTenant = u"exempel"_s;
const auto kCompany = u"Nordlys"_s;
const auto kPerson = u"du@exempel.example"_s;
const auto kColleague = u"anna.berg@exempel.example"_s;

Result<QList<std::pair<EntityType, QJsonObject>>> examples()
{
    QFile file(u":/demo/company.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"demo.examplesMissing"_s);
    const auto records = QJsonDocument::fromJson(file.readAll())["records"_L1].toArray();
    QList<std::pair<EntityType, QJsonObject>> bodies;
    for (const auto &record : records)
        bodies.append({EntityType(record["type"_L1].toString()), record["body"_L1].toObject()});
    return bodies;
}

//! Answers whatever comes with a failure.
std::unique_ptr<QTcpServer> failingServer(quint16 port)
{
    auto server = std::make_unique<QTcpServer>();
    QObject::connect(server.get(), &QTcpServer::newConnection, server.get(), [server = server.get()] {
        while (auto *socket = server->nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        }
    });
    server->listen(QHostAddress::LocalHost, port);
    return server;
}

//! What a colleague may well change, other than the time before.
QJsonObject customerPatch(int edit)
{
    return {{u"phone"_s, u"08-555 01 %1"_s.arg(10 + edit % 90)},
            {u"termsOfPayment"_s, 10 + edit % 5},
            {u"invoiceEmail"_s, u"ekonomi%1@exempel.example"_s.arg(edit)}};
}

//! Long enough to be compared word by word.
QJsonObject notePatch(const QJsonObject &body, int edit)
{
    const auto before = body["note"_L1].toString();
    const auto added = u"Talade med kunden den %1: de vill ha fakturan uppdelad på två kostnadsställen, och betalar mot 30 dagar."_s.arg(1 + edit % 28);
    return {{u"note"_s, before.isEmpty() ? added : before + u'\n' + added}};
}

//! A row as the last one is, with another text and price.
QJsonObject rowAdded(const QJsonObject &invoice, int edit)
{
    auto rows = invoice["rows"_L1].toArray();
    auto row = rows.isEmpty() ? QJsonObject{{u"quantity"_s, u"1"_s}} : rows.last().toObject();
    row.remove(u"rowId"_s);
    row.insert(u"description"_s, u"Resa till kund"_s);
    row.insert(u"price"_s, QString::number(450 + edit));
    rows.append(row);
    return {{u"rows"_s, rows}};
}

QJsonObject invoicePatch(const QJsonObject &invoice, int edit)
{
    auto rows = invoice["rows"_L1].toArray();
    if (!rows.isEmpty()) {
        auto row = rows[0].toObject();
        row.insert(u"price"_s, QString::number(980 + edit));
        rows[0] = row;
    }
    return {{u"rows"_s, rows}, {u"yourReference"_s, u"Inköp, Anna %1"_s.arg(edit)}};
}

} // namespace

DemoTheatre::DemoTheatre(QString folder) : m_folder(std::move(folder)) { }

DemoTheatre::~DemoTheatre() = default;

void DemoTheatre::play(std::function<void()> scene)
{
    m_scenes.append(std::move(scene));
    if (m_stage == Stage::Taken)
        return;
    m_stage = Stage::Taken;
    while (!m_scenes.isEmpty())
        m_scenes.takeFirst()();
    m_stage = Stage::Free;
}

QString DemoTheatre::dataFolder() const
{
    return m_folder + u"/du"_s;
}

Result<DataFolder::Company> DemoTheatre::prepare()
{
    auto server = DemoServer::find(m_folder + u"/server"_s);
    FROST_TRY(server);
    m_server = *std::move(server);
    const auto mine = m_server->addUser(kTenant, kCompany, kPerson);
    FROST_TRY(mine);
    const auto theirs = m_server->addUser(kTenant, kCompany, kColleague);
    FROST_TRY(theirs);
    FROST_TRY(m_server->start());
    {
        demo::Bookkeeper person(u"Du"_s, dataFolder());
        FROST_TRY(person.makeCompany(TenantId(kTenant), CompanyId(kCompany)));
        FROST_TRY(fill(person.company()));
        FROST_TRY(QCoro::waitFor(person.connect(m_server->url(), *mine)));
        FROST_TRY(agree(person));
    }
    m_colleague = std::make_unique<demo::Bookkeeper>(u"Anna"_s, m_folder + u"/anna"_s);
    FROST_TRY(m_colleague->makeCompany(TenantId(kTenant), CompanyId(kCompany)));
    FROST_TRY(QCoro::waitFor(m_colleague->connect(m_server->url(), *theirs)));
    FROST_TRY(agree(*m_colleague));
    return DataFolder(dataFolder()).find(kTenant + u'/' + kCompany);
}

Result<> DemoTheatre::fill(OpenCompany &company)
{
    const auto bodies = examples();
    FROST_TRY(bodies);
    FROST_TRY(company.editor().createAll(*bodies, company.actor(Source::Import)));
    return {};
}

Result<> DemoTheatre::agree(demo::Bookkeeper &person)
{
    const auto report = QCoro::waitFor(person.sync());
    FROST_TRY(report);
    if (report->error)
        return fail(*report->error);
    return {};
}

Result<> DemoTheatre::startServer()
{
    m_fault.reset();
    FROST_TRY(m_server->start());
    return agree(*m_colleague);
}

// She has seen everything when the server goes: what she changes afterwards is a question to the person, not to her.
void DemoTheatre::stopServer()
{
    if (!m_fault)
        (void)agree(*m_colleague);
    m_fault.reset();
    m_server->stop();
}

Result<> DemoTheatre::faultServer()
{
    (void)agree(*m_colleague);
    m_server->stop();
    m_fault = failingServer(quint16(m_server->url().port()));
    if (!m_fault->isListening())
        return fail(ErrorKind::Internal, u"demo.serverFailed"_s, {m_fault->errorString()});
    return {};
}

Result<std::optional<Record>> DemoTheatre::known(const EntityType &type, const QString &id)
{
    auto &company = m_colleague->company();
    auto store = company.database().objectStore(type);
    FROST_TRY(store);
    const auto local = company.shownIds().local(type, id);
    FROST_TRY(local);
    if (*local)
        return store->get(**local);
    const auto first = store->select({.limit = 1});
    FROST_TRY(first);
    return first->isEmpty() ? std::nullopt : std::optional(first->first());
}

// She works at her own computer: with the server away she goes on all the same, and it is sent when it is back.
Result<DemoTheatre::Done> DemoTheatre::colleagueActs(Act act, const EntityType &type, const QString &id)
{
    const bool away = !agree(*m_colleague);
    const auto record = known(type, id);
    FROST_TRY(record);
    if (!*record)
        return fail(ErrorKind::NotFound, u"record.unknown"_s, {type.toString(), id});
    const auto &body = (*record)->body;
    const bool isCustomer = type.toString() == u"customers";
    if (isCustomer && act != Act::Deletes && act != Act::WritesNote)
        act = Act::Edits;
    const auto fields = carryOut(act, type, **record);
    FROST_TRY(fields);
    if (!away)
        FROST_TRY(agree(*m_colleague));
    return Done{act, type, body[isCustomer ? "name"_L1 : "documentNumber"_L1].toString(), *fields};
}

//! @return the fields that she changed
Result<QStringList> DemoTheatre::carryOut(Act act, const EntityType &type, const Record &record)
{
    auto &company = m_colleague->company();
    auto &editor = company.editor();
    const auto actor = company.actor();
    switch (act) {
    case Act::Books:
        FROST_TRY(editor.step(type, record.id, u"book"_s, std::nullopt, actor));
        return QStringList();
    case Act::Deletes:
        FROST_TRY(editor.remove(type, record.id, actor));
        return QStringList();
    case Act::WritesNote:
        FROST_TRY(editor.update(type, record.id, notePatch(record.body, ++m_edits), actor));
        return QStringList();
    case Act::AddsRow:
        FROST_TRY(editor.update(type, record.id, rowAdded(record.body, ++m_edits), actor));
        return QStringList();
    case Act::RemovesRow: {
        auto rows = record.body["rows"_L1].toArray();
        if (!rows.isEmpty())
            rows.removeLast();
        FROST_TRY(editor.update(type, record.id, {{u"rows"_s, rows}}, actor));
        return QStringList();
    }
    case Act::Edits: break;
    }
    const bool isCustomer = type.toString() == u"customers";
    const auto patch = isCustomer ? customerPatch(++m_edits) : invoicePatch(record.body, ++m_edits);
    FROST_TRY(editor.update(type, record.id, patch, actor));
    return patch.keys();
}

} // namespace frost
