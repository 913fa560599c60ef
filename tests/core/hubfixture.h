// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncfixture.h"

#include <algorithm>

//! Two remotes on one store (R-SYN-10): each with its own ids, its own habits, and people who work there.
namespace hubfixture {

using namespace syncfixture;

inline const EntityType kArticles(u"articles"_s);

//! A remote that really keeps records: a feed of changes in their order, a key of its own for every record.
class Shop final : public Provider
{
public:
    struct Habits {
        QString prefix;
        Capabilities can{.feeds = {u"all"_s}};
        //! The form in which it keeps a body; what differs from what was sent is answered.
        std::function<QJsonObject(QJsonObject)> form = [](QJsonObject body) { return body; };
    };
    explicit Shop(Habits habits) : m_habits(std::move(habits)) { }

    [[nodiscard]] const Capabilities &capabilities() const override { return m_habits.can; }
    Capabilities &can() { return m_habits.can; }

    // --- What people there do
    RemoteId add(const EntityType &type, const QJsonObject &body)
    {
        const RemoteId id(m_habits.prefix + QString::number(++m_lastId));
        set(type, id, body);
        return id;
    }
    void set(const EntityType &type, const RemoteId &id, const QJsonObject &body)
    {
        auto &stored = m_records[{type, id}];
        stored = record(type, id, m_habits.form(body));
        note(type, id);
    }
    void remove(const EntityType &type, const RemoteId &id)
    {
        auto &stored = m_records[{type, id}];
        stored.deleted = true;
        stored.body = {};
        stored.version = version();
        note(type, id);
        if (m_habits.can.deletes == Capabilities::Deletes::Silent) {
            m_records.remove({type, id});
            m_feed.removeIf([&](const auto &key) { return key == Key(type, id); });
        }
    }
    //! Deleted, and nothing of it is to be kept.
    void erase(const EntityType &type, const RemoteId &id)
    {
        m_records[{type, id}].erased = true;
        remove(type, id);
    }
    [[nodiscard]] QJsonObject body(const EntityType &type, const RemoteId &id) const { return m_records.value({type, id}).body; }
    [[nodiscard]] QList<RemoteId> live(const EntityType &type) const
    {
        QList<RemoteId> ids;
        for (auto it = m_records.cbegin(); it != m_records.cend(); ++it) {
            if (it.key().first == type && !it->deleted)
                ids.append(it.key().second);
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    //! As a restore from an old backup, or a new installation, leaves it.
    void forgetEverything()
    {
        m_records.clear();
        m_feed.clear();
        ++m_epoch;
    }
    void forget(const EntityType &type, const RemoteId &id) { m_records.remove({type, id}); m_feed.removeIf([&](const auto &key) { return key == Key(type, id); }); }
    void beginNewHistory() { ++m_epoch; }

    QString account;
    int pushed = 0;                     //!< operations that arrived
    std::vector<PushRequest> received{}; //!< the same, as they were
    std::vector<std::pair<EntityType, RemoteId>> fetched;
    std::function<void()> beforePush;   //!< runs once
    std::function<void()> beforePull;   //!< runs once
    std::function<void()> afterFind;    //!< runs once, while the answer is on its way
    enum class Answers { Arrive, AreLost, NothingArrives } answers = Answers::Arrive;
    QStringList pulledFeeds;
    QStringList unknownFeeds{}; //!< of types that it does not know
    bool saysWhoMadeIt = false;         //!< a record says whose create made it
    std::optional<RemoteId> hidden;     //!< no right to see this one

    // --- Provider
    Task<Result<Page>> pull(QString feed, QString checkpoint, int limit) override
    {
        if (beforePull)
            std::exchange(beforePull, {})();
        pulledFeeds.append(feed);
        if (unknownFeeds.contains(feed))
            co_return fail(ErrorKind::Usage, u"type.unknown"_s, {feed});
        if (!checkpoint.isEmpty() && checkpoint.section(u'.', 0, 0).toInt() != m_epoch)
            co_return fail(ErrorKind::Expired, u"cursor.expired"_s);
        Page page;
        qsizetype at = checkpoint.section(u'.', 1, 1).toInt();
        for (; at < m_feed.size() && int(page.changes.size()) < limit; ++at) {
            const auto &key = m_feed[at];
            const bool wanted = feed == u"all"_s || feed == key.first.toString();
            if (wanted && m_feed.lastIndexOf(key) == at && hidden != key.second)
                page.changes.push_back(m_records.value(key));
        }
        page.checkpoint = u"%1.%2"_s.arg(m_epoch).arg(at);
        page.hasMore = at < m_feed.size();
        co_return page;
    }
    Task<Result<RemoteRecord>> fetch(EntityType type, RemoteId id) override
    {
        fetched.push_back({type, id});
        if (hidden == id)
            co_return fail(ErrorKind::Forbidden, u"remote.status"_s, {u"403"_s});
        const auto known = m_records.constFind({type, id});
        if (known == m_records.cend())
            co_return fail(ErrorKind::NotFound, u"record.unknown"_s);
        co_return *known;
    }
    Task<Result<std::optional<RemoteRecord>>> find(EntityType type, CreateMarker marker) override
    {
        std::optional<RemoteRecord> found;
        for (const auto &stored : std::as_const(m_records)) {
            if (stored.type == type && !stored.deleted && stored.body["name"_L1] == marker.body["name"_L1])
                found = stored;
        }
        if (afterFind)
            std::exchange(afterFind, {})();
        co_return std::optional<RemoteRecord>(found);
    }
    Task<Result<KeyPage>> keys(EntityType type, QString page) override
    {
        auto ids = live(type);
        if (hidden)
            ids.removeAll(*hidden);
        const qsizetype begin = page.toInt();
        KeyPage keys;
        for (qsizetype i = begin; i < std::min(begin + 2, ids.size()); ++i)
            keys.ids.push_back(ids[i]);
        keys.next = begin + 2 < ids.size() ? QString::number(begin + 2) : QString();
        co_return keys;
    }
    Task<Result<QString>> identity() override { co_return QString(account); } // a copy: QCoro moves from what it is given
    [[nodiscard]] PushRequest encode(const PushDraft &draft) const override
    {
        const QJsonObject bytes{{u"baseVersion"_s, draft.baseVersion}, {u"data"_s, draft.body}};
        return {draft.operation, draft.kind, draft.type, draft.local, draft.remote, draft.key, toCanonicalJson(bytes)};
    }
    Task<Result<std::vector<PushOutcome>>> push(std::vector<PushRequest> requests) override
    {
        if (beforePush)
            std::exchange(beforePush, {})();
        if (answers == Answers::NothingArrives)
            co_return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
        std::vector<PushOutcome> outcomes;
        for (const auto &request : requests)
            outcomes.push_back(take(request));
        if (answers == Answers::AreLost)
            co_return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
        co_return outcomes;
    }

private:
    using Key = std::pair<EntityType, RemoteId>;

    QString version() { return m_habits.can.versions == Capabilities::Versions::Each ? QString::number(++m_lastVersion) : QString(); }
    RemoteRecord record(const EntityType &type, const RemoteId &id, const QJsonObject &body) { return remoteRecord(type, id.toString(), version(), body); }
    void note(const EntityType &type, const RemoteId &id) { m_feed.append(Key(type, id)); }

    PushOutcome take(const PushRequest &request)
    {
        ++pushed;
        received.push_back(request);
        if (m_habits.can.keys == Capabilities::Keys::Idempotent && m_answered.contains(request.key))
            return m_answered.value(request.key);
        PushOutcome outcome;
        const auto sent = value(parseJsonObject(request.bytes));
        RemoteId id = request.remote;
        if (id.isEmpty())
            id = RemoteId(m_habits.prefix + QString::number(++m_lastId));
        const auto known = m_records.constFind({request.type, id});
        const bool versions = m_habits.can.versions == Capabilities::Versions::Each;
        outcome.id = id;
        if (versions && request.kind != OperationKind::Create && (known == m_records.cend() || known->version != sent["baseVersion"_L1].toString())) {
            outcome.kind = PushOutcome::Kind::Conflict;
            outcome.conflictType = u"version"_s;
            RemoteRecord other = known == m_records.cend() ? remoteRecord(request.type, id.toString(), {}, {}) : *known;
            other.deleted = known == m_records.cend() || known->deleted;
            outcome.version = other.version;
            outcome.remote = other;
            return outcome;
        }
        outcome.kind = PushOutcome::Kind::Applied;
        if (request.kind == OperationKind::Delete) {
            remove(request.type, id);
            outcome.version = m_records.value({request.type, id}).version;
        } else {
            const auto data = sent["data"_L1].toObject();
            set(request.type, id, data);
            if ((saysWhoMadeIt || m_habits.can.keys == Capabilities::Keys::Idempotent) && request.kind == OperationKind::Create)
                m_records[{request.type, id}].madeAs = request.local;
            const auto stored = m_records.value({request.type, id});
            outcome.version = stored.version;
            if (stored.body != data)
                outcome.remote = stored;
        }
        m_answered.insert(request.key, outcome);
        return outcome;
    }

    Habits m_habits;
    QHash<Key, RemoteRecord> m_records;
    QList<Key> m_feed;
    QHash<IdempotencyKey, PushOutcome> m_answered;
    int m_lastId = 0;
    int m_lastVersion = 0;
    int m_epoch = 1;
};

//! WooCommerce's kind: no versions, no idempotency keys.
inline Capabilities plain(Capabilities::Deletes deletes = Capabilities::Deletes::Reported)
{
    Capabilities can;
    can.feeds = {u"all"_s};
    can.versions = Capabilities::Versions::None;
    can.keys = Capabilities::Keys::None;
    can.deletes = deletes;
    return can;
}

//! One store, two remotes: `main` has versions, `shop` has not.
class Hub : public Office
{
public:
    explicit Hub(Shop::Habits mainHabits = {.prefix = u"M"_s}, Shop::Habits shopHabits = {.prefix = u"S"_s, .can = plain()})
        : Office({kServer, kShop}), main(std::move(mainHabits)), shop(std::move(shopHabits)),
          editor(writer, company.clock, company.random), conflicts(company.sql(), company.clock),
          resolver(writer, conflicts, company.clock, company.random),
          mainEngine(writer, main, kServer, kAnna, company.clock, company.random, executor),
          shopEngine(writer, shop, kShop, kAnna, company.clock, company.random, executor)
    {
    }

    RunReport sync(SyncEngine &engine, SyncEngine::Options options = {}) { return value(QCoro::waitFor(engine.run(std::move(options)))); }
    //! A run whose answers are lost, or whose requests are; the next one is answered again.
    void syncUnanswered(Shop &remote, Shop::Answers fate)
    {
        remote.answers = fate;
        sync(&remote == &main ? mainEngine : shopEngine);
        remote.answers = Shop::Answers::Arrive;
    }
    //! Until nothing moves any more. @return the rounds it took; 20: it never ends
    int settle()
    {
        for (int round = 1; round < 20; ++round) {
            const int before = main.pushed + shop.pushed;
            sync(mainEngine);
            sync(shopEngine);
            if (main.pushed + shop.pushed == before && value(writer.outbox().unsent(kServer)) + value(writer.outbox().unsent(kShop)) == 0)
                return round;
        }
        return 20;
    }
    [[nodiscard]] LocalId localOf(const RemoteId &id, const ConnectionId &connection, const EntityType &type = kCustomers)
    {
        const auto link = value(links(connection).find(type, id));
        return link ? link->local : LocalId();
    }
    [[nodiscard]] RemoteId remoteOf(const LocalId &id, const ConnectionId &connection, const EntityType &type = kCustomers)
    {
        const auto link = value(links(connection).find(type, id));
        return link && link->syncedAt.isValid() ? link->remote : RemoteId();
    }
    [[nodiscard]] std::optional<Record> record(const LocalId &id, const EntityType &type = kCustomers)
    {
        return value(value(company.database().objectStore(type)).get(id));
    }
    LocalId create(const QJsonObject &customer) { return value(editor.create(kCustomers, customer, kAnna)).id; }
    struct Known {
        LocalId id;
        RemoteId there;
    };
    //! A customer who was made at that remote, and whom everybody knows by now.
    Known customerFrom(Shop &remote, const QJsonObject &body)
    {
        const auto there = remote.add(kCustomers, body);
        settle();
        return {localOf(there, &remote == &main ? kServer : kShop), there};
    }
    struct Everywhere {
        LocalId id;
        RemoteId there; //!< at the main remote
        RemoteId inShop;
    };
    //! The only invoice, made at the main remote, which everybody knows by now.
    Everywhere invoiceEverywhere()
    {
        const auto customer = main.add(kCustomers, named(u"Ek"_s));
        const auto there = main.add(kInvoices, remoteInvoice({}, customer.toString()).body);
        settle();
        return {localOf(there, kServer, kInvoices), there, shop.live(kInvoices).first()};
    }
    [[nodiscard]] QList<Conflict> openConflicts() { return value(conflicts.list(false)); }
    void resolveFirst(Strategy strategy) { value(resolver.resolve(openConflicts().first().id, strategy, std::nullopt, kAnna)); }
    void edit(const LocalId &id, const QJsonObject &patch) { value(editor.update(kCustomers, id, patch, kAnna)); }
    void rules(const ConnectionId &connection, const QJsonObject &json) { value(setRules(company.database(), connection, json)); }

    Shop main;
    Shop shop;
    AtOnce executor;
    RecordEditor editor;
    ConflictStore conflicts;
    ConflictResolver resolver;
    SyncEngine mainEngine;
    SyncEngine shopEngine;
};

} // namespace hubfixture
