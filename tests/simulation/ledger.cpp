// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/ledger.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {

const QString kCustomerType = u"customers"_s;
const QString kInvoiceType = u"invoices"_s;

const Schema &ledgerSchema()
{
    static const Schema accounting = Schema::load({u"accounting"_s}).value();
    return accounting;
}

HttpResponse answered(int status, const QJsonObject &body, HttpHeaders headers = {})
{
    headers.insert("content-type", "application/json");
    return {status, headers, toCanonicalJson(body)};
}

HttpResponse declined(int status, const QString &code, const QStringList &args = {}, HttpHeaders headers = {})
{
    return answered(status, {{u"code"_s, code}, {u"args"_s, QJsonArray::fromStringList(args)}}, std::move(headers));
}

bool isWrite(const HttpRequest &request)
{
    return request.method != "GET";
}

//! Nobody changes what is booked.
bool isClosed(const QJsonObject &body)
{
    return body["booked"_L1].toBool() || body["cancelled"_L1].toBool();
}
} // namespace

Ledger::Ledger(const Surroundings &around) : m_around(around)
{
    m_types.insert(kCustomerType, {});
    m_types.insert(kInvoiceType, {});
}

bool Ledger::draws(Fault fault, int percent)
{
    if (!m_around.faults.strikes(fault, m_around.random, percent))
        return false;
    m_around.faults.happened(fault);
    return true;
}

// --- What it answers

HttpResponse Ledger::serve(const HttpRequest &request)
{
    const bool isPost = request.method == "POST";
    // RFC 9110, 9.2.2: nobody on the way repeats a POST. What the link doubles is one.
    if (isPost && m_lastPost.at == now() && m_lastPost.body == request.body)
        return m_lastPost.answer;
    if (comesTooLate(request))
        return declined(408, u"too.late"_s);
    auto response = refusal().value_or(HttpResponse());
    if (response.status == 0) {
        response = done(request);
        if (isWrite(request) && m_mood == Mood::Difficult && draws(Fault::ErrorAfterCommit, 4))
            response = declined(500, u"internal"_s);
    }
    if (isPost)
        m_lastPost = {now(), request.body, response};
    return response;
}

std::optional<HttpResponse> Ledger::refusal()
{
    if (m_mood == Mood::Fair)
        return std::nullopt;
    if (draws(Fault::RateLimited, 3))
        return declined(429, u"rate.limited"_s, {}, {{"retry-after", m_around.random.chance(50) ? "7" : "soon"}});
    if (m_around.random.chance(3))
        return declined(503, u"busy"_s);
    return std::nullopt;
}

//! What was given up by its sender is not carried out over what others have done since: no remote of this kind could tell,
//! and neither could anybody else.
bool Ledger::comesTooLate(const HttpRequest &request) const
{
    const auto left = request.headers.value("late-since", "-1").toLongLong();
    if (left < 0)
        return false;
    if (request.method == "POST")
        return left <= m_clockMoved;
    const auto parts = request.url.path().split(u'/', Qt::SkipEmptyParts);
    const auto entry = m_types.value(parts.value(0)).constFind(parts.value(1).toLongLong());
    return isWrite(request) && entry != m_types.value(parts.value(0)).cend() && entry->changedByOthers >= left;
}

HttpResponse Ledger::done(const HttpRequest &request)
{
    const auto parts = request.url.path().split(u'/', Qt::SkipEmptyParts);
    const auto type = parts.value(0);
    if (type == u"changes")
        return changesSince(request);
    if (type == u"keys")
        return keys(request);
    if (!m_types.contains(type))
        return declined(404, u"path.unknown"_s);
    const auto body = parseJsonObject(request.body, 64).value_or(QJsonObject());
    if (request.method == "POST")
        return create(type, body);
    if (parts.size() < 2)
        return search(type, QUrlQuery(request.url).queryItemValue(u"reference"_s));
    const Id id(type, parts[1].toLongLong());
    if (!m_types[type].contains(id.second))
        return declined(404, u"record.unknown"_s);
    if (m_types[type][id.second].sight == Sight::Forbidden)
        return declined(403, u"right.missing"_s);
    if (request.method == "PUT")
        return change(id, body);
    return request.method == "DELETE" ? remove(id) : one(id);
}

HttpResponse Ledger::changesSince(const HttpRequest &request)
{
    const QUrlQuery query(request.url);
    const auto since = query.queryItemValue(u"since"_s).toLongLong();
    const auto after = query.queryItemValue(u"after"_s).split(u'/');
    const auto limit = query.queryItemValue(u"limit"_s).toInt();
    using Place = std::tuple<qint64, QString, qint64>; // second, type, id
    const Place begin(since, after.value(0), after.value(1).toLongLong());
    QList<Place> places;
    for (auto type = m_types.cbegin(); type != m_types.cend(); ++type) {
        for (auto entry = type->cbegin(); entry != type->cend(); ++entry) {
            const Place place(entry->modified, type.key(), entry.key());
            if (entry->sight == Sight::Shown && place > begin)
                places.append(place);
        }
    }
    std::ranges::sort(places);
    QJsonArray items;
    for (const auto &[second, type, id] : std::as_const(places)) {
        if (items.size() == limit)
            break;
        items.append(QJsonObject{{u"type"_s, type}, {u"id"_s, id}, {u"modified"_s, second}, {u"data"_s, m_types[type][id].body}});
    }
    return answered(200, {{u"items"_s, items}, {u"more"_s, places.size() > items.size()}});
}

HttpResponse Ledger::keys(const HttpRequest &request)
{
    const QUrlQuery query(request.url);
    const auto after = query.queryItemValue(u"after"_s).toLongLong();
    constexpr int kPage = 4;
    const auto &entries = m_types[query.queryItemValue(u"type"_s)];
    QJsonArray ids;
    auto entry = entries.upperBound(after);
    for (; entry != entries.cend() && ids.size() < kPage; ++entry) {
        if (entry->sight == Sight::Shown)
            ids.append(entry.key());
    }
    return answered(200, {{u"ids"_s, ids}, {u"more"_s, entry != entries.cend() && !ids.isEmpty()}});
}

//! Finds what the lists do not show as well.
HttpResponse Ledger::search(const QString &type, const QString &reference)
{
    const auto &entries = m_types[type];
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry) {
        if (Oracle::tokenOf(entry->body) == reference)
            return one({type, entry.key()});
    }
    return answered(200, {});
}

HttpResponse Ledger::one(const Id &id)
{
    auto &entry = m_types[id.first][id.second];
    ++m_looks;
    entry.lookedAt = now();
    m_looked.insert(id);
    return answered(200, {{u"id"_s, id.second}, {u"data"_s, entry.body}});
}

HttpResponse Ledger::create(const QString &type, const QJsonObject &body)
{
    if (auto wrong = wrongReference(type, body))
        return *std::move(wrong);
    const auto token = Oracle::tokenOf(body);
    for (const auto &entry : std::as_const(m_types[type])) {
        if (!token.isEmpty() && Oracle::tokenOf(entry.body) == token)
            m_around.oracle.complain(u"I7: the ledger is asked to make %1 again, and has it"_s.arg(token));
    }
    const Id id(type, ++m_lastId);
    put(id, body, false);
    m_around.oracle.carriedOutByLedger(body);
    return answered(201, {{u"id"_s, id.second}});
}

HttpResponse Ledger::change(const Id &id, const QJsonObject &body)
{
    if (auto wrong = wrongReference(id.first, body))
        return *std::move(wrong);
    checkSeen(id, m_types[id.first][id.second]);
    put(id, body, false);
    m_around.oracle.carriedOutByLedger(body);
    return answered(200, {{u"id"_s, id.second}});
}

HttpResponse Ledger::remove(const Id &id)
{
    if (id.first == kCustomerType && hasInvoices(id.second))
        return declined(422, u"record.referred"_s);
    checkSeen(id, m_types[id.first][id.second]);
    forget(id);
    return answered(200, {{u"id"_s, id.second}});
}

//! I6: what travels in a reference is a number that was given here.
std::optional<HttpResponse> Ledger::wrongReference(const QString &type, const QJsonObject &body)
{
    if (type != kInvoiceType)
        return std::nullopt;
    const auto customer = body["customer"_L1].toString();
    const Id id(kCustomerType, customer.toLongLong());
    if (m_types[kCustomerType].contains(id.second))
        return std::nullopt;
    if (!m_everGiven.contains(id))
        m_around.oracle.complain(u"I6: the ledger never had the customer %1 that an invoice refers to"_s.arg(customer));
    return declined(422, u"reference.deleted"_s, {u"customer"_s, customer});
}

// I9: nothing is carried out over a state that whoever asks for it has not looked at.
void Ledger::checkSeen(const Id &id, const Entry &entry)
{
    if (entry.changedByOthers > 0 && entry.lookedAt < entry.changedByOthers)
        m_around.oracle.complain(u"I9: %1/%2 of the ledger is overwritten, and what others did there was not looked at"_s.arg(id.first).arg(id.second));
}

void Ledger::put(const Id &id, const QJsonObject &body, bool byOthers)
{
    ++m_changes;
    auto &entry = m_types[id.first][id.second];
    entry.body = body;
    entry.modified = m_around.simulator.now().toSecsSinceEpoch();
    if (byOthers)
        entry.changedByOthers = now();
    else
        entry.lookedAt = now();
    m_everGiven.insert(id);
    m_looked.remove(id);
    note(byOthers ? u"has"_s : u"is sent"_s, id, body);
    m_notes[Oracle::tokenOf(body)].insert(Oracle::noteOf(body));
}

void Ledger::note(const QString &what, const Id &id, const QJsonObject &body)
{
    m_trail += u"%1 ledger %2 %3 %4 %5"_s.arg(toIso(m_around.simulator.now()), what, id.first).arg(id.second).arg(QString::fromUtf8(toCanonicalJson(body)));
}

void Ledger::forget(const Id &id)
{
    ++m_changes;
    const auto entry = m_types[id.first].take(id.second);
    note(u"loses"_s, id, entry.body);
    m_looked.remove(id);
    m_lost.insert(id);
    if (id.first == kCustomerType && entry.body.contains("customerNumber"_L1))
        m_free.append(id.second);
}

QMap<QString, Ledger::Records> Ledger::records() const
{
    QMap<QString, Records> all;
    for (auto type = m_types.cbegin(); type != m_types.cend(); ++type) {
        for (auto entry = type->cbegin(); entry != type->cend(); ++entry)
            all[type.key()].insert(entry.key(), entry->body);
    }
    return all;
}

// --- What people do there

void Ledger::act()
{
    const auto dice = m_around.random.below(100);
    if (dice < 15)
        createCustomer(++m_lastId);
    else if (dice < 30)
        createInvoice();
    else if (dice < 60)
        edit(m_around.random.chance(50) ? kCustomerType : kInvoiceType, u"note"_s, newToken(u"note"_s));
    else if (dice < 75)
        edit(kCustomerType, m_around.random.chance(50) ? u"city"_s : u"phone"_s, newToken(u"field"_s));
    else if (dice < 88)
        removeOne();
    else if (m_around.faults.isOn(Fault::IdReuse))
        giveIdAgain();
}

QString Ledger::newToken(const QString &kind)
{
    return u"%1-%2-%3"_s.arg(kind).arg(Oracle::kLedger).arg(++m_tokens);
}

void Ledger::make(const QString &type, qint64 id, QJsonObject body)
{
    const auto token = newToken(type.chopped(1));
    body.insert(u"externalReference"_s, token);
    if (type == kCustomerType)
        body.insert(u"name"_s, token);
    const auto &form = *ledgerSchema().find(EntityType(type));
    put({type, id}, derive(form, normalise(form, body, [this] { return m_around.random.uuid(); }).value()).value(), true);
    m_around.oracle.created(Oracle::kLedger, token);
}

//! It numbers its customers itself, and never twice alike.
void Ledger::createCustomer(qint64 id)
{
    make(kCustomerType, id, {{u"customerNumber"_s, u"L%1"_s.arg(++m_tokens)}});
}

void Ledger::createInvoice()
{
    const auto customer = someone(kCustomerType);
    if (!customer)
        return createCustomer(++m_lastId);
    make(kInvoiceType, ++m_lastId,
         {{u"customer"_s, QString::number(*customer)},
          {u"invoiceDate"_s, u"2026-01-05"_s},
          {u"currency"_s, u"SEK"_s},
          {u"rows"_s, QJsonArray{QJsonObject{{u"description"_s, u"from the ledger"_s}, {u"quantity"_s, u"2"_s}, {u"price"_s, u"99.5"_s}, {u"vat"_s, u"25"_s}}}}});
}

void Ledger::edit(const QString &type, const QString &field, const QString &value)
{
    const auto id = someone(type);
    if (!id)
        return;
    auto body = m_types[type][*id].body;
    if (isClosed(body))
        return;
    const auto token = Oracle::tokenOf(body);
    if (field == u"note") {
        m_around.oracle.seenByPerson(body);
        m_around.oracle.typed(Oracle::kLedger, token, value);
    }
    body[field] = value;
    put({type, *id}, body, true);
    m_around.faults.happened(Fault::EditedByOthers);
}

void Ledger::removeOne()
{
    const auto type = m_around.random.chance(50) ? kCustomerType : kInvoiceType;
    const auto id = someone(type);
    if (!id || isClosed(m_types[type][*id].body) || (type == kCustomerType && hasInvoices(*id)))
        return;
    m_around.oracle.seenByPerson(m_types[type][*id].body);
    m_around.oracle.deleted(Oracle::tokenOf(m_types[type][*id].body));
    forget({type, *id});
}

void Ledger::giveIdAgain()
{
    m_free.removeIf([this](qint64 id) { return m_types[kCustomerType].contains(id); });
    if (m_free.isEmpty())
        return;
    m_around.faults.happened(Fault::IdReuse);
    createCustomer(m_free.takeAt(qsizetype(m_around.random.below(std::uint64_t(m_free.size())))));
}

//! Whom no run is about to write.
std::optional<qint64> Ledger::someone(const QString &type)
{
    auto ids = m_types[type].keys();
    ids.removeIf([&](qint64 id) { return m_looked.contains({type, id}); });
    if (ids.isEmpty())
        return std::nullopt;
    return ids[qsizetype(m_around.random.below(std::uint64_t(ids.size())))];
}

bool Ledger::hasInvoices(qint64 customer) const
{
    return std::ranges::any_of(m_types[kInvoiceType], [&](const Entry &invoice) { return invoice.body["customer"_L1].toString().toLongLong() == customer; });
}

void Ledger::shrinkScope()
{
    const auto sight = m_around.random.chance(60) ? Sight::NotListed : Sight::Forbidden;
    const int share = m_around.random.chance(20) ? 100 : 30;
    for (auto &type : m_types) {
        for (auto &entry : type) {
            if (m_around.random.chance(share)) {
                entry.sight = sight;
                m_around.faults.happened(Fault::Scope);
            }
        }
    }
}

void Ledger::growScope()
{
    for (auto &type : m_types) {
        for (auto &entry : type)
            entry.sight = Sight::Shown;
    }
}

} // namespace frost::test
