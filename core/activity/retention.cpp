// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/retention.h"

#include "core/store/keys.h"

#include <QJsonArray>

#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

const QString kPrunedAt = u"retention.prunedAt"_s; //!< meta
constexpr std::chrono::hours kPruneInterval{24};
constexpr int kPrunedAtOnce = 200; //!< rows a transaction; it stays well under the 50 ms of DESIGN section 8

struct Setting {
    QLatin1StringView name;
    int Retention::*value;
    int lowest;
    int highest;
};
constexpr std::array kSettings{
    Setting{QLatin1StringView("retention.tombstones"), &Retention::tombstones, 90, 36'500},
    Setting{QLatin1StringView("retention.history"), &Retention::history, 30, 36'500},
    Setting{QLatin1StringView("retention.payloads"), &Retention::payloads, 3'653, 36'500},
};

//! One company being pruned.
class Pruner
{
public:
    Pruner(Database &database, Audit &audit, const Actor &actor, const std::function<bool()> &goOn)
        : m_database(database), m_audit(audit), m_actor(actor), m_goOn(goOn)
    { }

    Result<> tombstones(const EntityType &type, const QDateTime &before);
    Result<> rows(qint64 Pruned::*count, const QString &what, const QByteArray &statement, const QVariantList &values);
    [[nodiscard]] const Pruned &pruned() const { return m_pruned; }

private:
    Result<QList<LocalId>> candidates(const EntityType &type, const QDateTime &before, const LocalId &after);
    Result<bool> isReferredTo(const EntityType &type, const LocalId &id);
    Result<> purge(const EntityType &type, const LocalId &id);
    [[nodiscard]] bool mayGoOn() const { return !m_goOn || m_goOn(); }

    Database &m_database;
    Audit &m_audit;
    const Actor &m_actor;
    const std::function<bool()> &m_goOn;
    Pruned m_pruned;
};

//! Tombstones that nobody has still to hear of.
Result<QList<LocalId>> Pruner::candidates(const EntityType &type, const QDateTime &before, const LocalId &after)
{
    static const QByteArray kOpen = " AND NOT EXISTS (SELECT 1 FROM ";
    const QByteArray table = "os_" + type.toUtf8();
    const QByteArray same = " x WHERE x.type = CAST(? AS TEXT) AND x.record = t.id";
    auto rows = m_database.sql().query(
        "SELECT CAST(t.id AS BLOB) FROM " + table
            + " t WHERE t.deleted = 1 AND t.updated_at < ? AND t.id > CAST(? AS TEXT)" + kOpen + "operations" + same + ")"
            + kOpen + "conflicts" + same + " AND x.state = 'open')" + kOpen + "drafts" + same + ")" + kOpen
            + "bases x WHERE x.type = CAST(? AS TEXT) AND x.local_id = t.id) ORDER BY t.id LIMIT ?",
        {before.toMSecsSinceEpoch(), after.toUtf8(), type.toUtf8(), type.toUtf8(), type.toUtf8(), type.toUtf8(),
         qint64(kPrunedAtOnce)});
    FROST_TRY(rows);
    QList<LocalId> ids;
    while (rows->next())
        ids.append(LocalId(QString::fromUtf8(rows->bytes(0))));
    FROST_TRY(rows->status());
    return ids;
}

Result<bool> Pruner::isReferredTo(const EntityType &type, const LocalId &id)
{
    const auto types = m_database.schema().types();
    for (const EntityType &referring : types) {
        auto store = m_database.objectStore(referring);
        FROST_TRY(store);
        for (const IndexDeclaration &index : store->schema().indexes) { // every reference has one
            const Field *field = fieldAt(store->schema(), index.fields.first());
            if (index.fields.size() != 1 || !field || field->kind != FieldKind::Reference || field->target != type)
                continue;
            const auto count = store->count(index.name, KeyRange::only({id.toString()}));
            FROST_TRY(count);
            if (*count > 0)
                return true;
        }
    }
    return false;
}

Result<> Pruner::purge(const EntityType &type, const LocalId &id)
{
    auto store = m_database.objectStore(type);
    FROST_TRY(store);
    FROST_TRY(store->remove(id));
    FROST_TRY(m_database.sql().run("DELETE FROM links WHERE type = CAST(? AS TEXT) AND local_id = CAST(? AS TEXT)",
                                   {type.toUtf8(), id.toUtf8()}));
    ++m_pruned.tombstones;
    return m_audit.append(m_actor, u"purge"_s, type, id, {});
}

Result<> Pruner::tombstones(const EntityType &type, const QDateTime &before)
{
    for (LocalId last; mayGoOn();) {
        auto transaction = Transaction::begin(m_database.sql(), Durability::ProcessCrash);
        FROST_TRY(transaction);
        const auto ids = candidates(type, before, last);
        FROST_TRY(ids);
        if (ids->isEmpty())
            return {};
        for (const LocalId &id : *ids) {
            const auto isNeeded = isReferredTo(type, id);
            FROST_TRY(isNeeded);
            if (!*isNeeded)
                FROST_TRY(purge(type, id));
        }
        last = ids->last();
        FROST_TRY(transaction->commit());
    }
    return {};
}

//! Repeats a statement that takes away a limited number of rows until it takes none.
Result<> Pruner::rows(qint64 Pruned::*count, const QString &what, const QByteArray &statement, const QVariantList &values)
{
    while (mayGoOn()) {
        auto transaction = Transaction::begin(m_database.sql(), Durability::ProcessCrash);
        FROST_TRY(transaction);
        const auto done = m_database.sql().run(statement, values + QVariantList{qint64(kPrunedAtOnce)});
        FROST_TRY(done);
        if (*done == 0)
            return {};
        m_pruned.*count += *done;
        FROST_TRY(m_audit.append(m_actor, u"prune"_s, {}, {}, {{what, *done}}));
        FROST_TRY(transaction->commit());
    }
    return {};
}

} // namespace

Result<Retention> Retention::read(Database &database)
{
    Retention retention;
    for (const Setting &setting : kSettings) {
        const auto text = database.meta(setting.name);
        FROST_TRY(text);
        bool isNumber = false;
        const int days = text->toInt(&isNumber);
        if (isNumber && days >= setting.lowest && days <= setting.highest)
            retention.*setting.value = days;
    }
    return retention;
}

Result<> Retention::store(Database &database, Audit &audit, const Actor &actor) const
{
    const auto before = read(database);
    FROST_TRY(before);
    auto transaction = Transaction::begin(database.sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    QJsonObject change;
    for (const Setting &setting : kSettings) {
        const int days = this->*setting.value;
        if (days < setting.lowest || days > setting.highest)
            return fail(ErrorKind::Usage, u"retention.outOfRange"_s,
                        {setting.name, QString::number(setting.lowest), QString::number(setting.highest)});
        if (const int old = *before.*setting.value; days != old)
            change.insert(setting.name, QJsonArray{old, days});
        FROST_TRY(database.setMeta(setting.name, QString::number(days)));
    }
    if (!change.isEmpty())
        FROST_TRY(audit.append(actor, u"retention"_s, {}, {}, change));
    return transaction->commit();
}

Result<Pruned> prune(Database &database, Audit &audit, Clock &clock, const Retention &retention, const Actor &actor,
                     const std::function<bool()> &goOn)
{
    const auto before = [&](int days) { return clock.now().addDays(-days); };
    Pruner pruner(database, audit, actor, goOn);
    const auto types = database.schema().types();
    for (const EntityType &type : types)
        FROST_TRY(pruner.tombstones(type, before(retention.tombstones)));
    const qint64 history = before(retention.history).toMSecsSinceEpoch();
    FROST_TRY(pruner.rows(&Pruned::operations, u"operations"_s,
                          "DELETE FROM operation_history WHERE id IN (SELECT id FROM operation_history"
                          " WHERE finished_at < ? LIMIT ?)",
                          {history}));
    FROST_TRY(pruner.rows(&Pruned::runs, u"runs"_s,
                          "DELETE FROM runs WHERE id IN (SELECT id FROM runs r WHERE ended_at < ? AND EXISTS (SELECT 1 FROM"
                          " runs n WHERE n.connection = r.connection AND n.id > r.id AND n.ended_at IS NOT NULL AND"
                          " n.state IN ('done', 'partial') AND n.mode <> 'repair') LIMIT ?)",
                          {history}));
    const qint64 payloads = before(retention.payloads).toMSecsSinceEpoch();
    // The trail is long and in the order of time: its oldest line with values says whether there is anything to look for.
    const auto old = database.sql().any("SELECT 1 FROM (SELECT at FROM audit WHERE payload IS NOT NULL ORDER BY sequence LIMIT 1)"
                                        " WHERE at < ?", {payloads});
    FROST_TRY(old);
    if (*old)
        FROST_TRY(pruner.rows(&Pruned::payloads, u"payloads"_s,
                              "UPDATE audit SET payload = NULL WHERE sequence IN (SELECT sequence FROM audit"
                              " WHERE payload IS NOT NULL AND at < ? ORDER BY sequence LIMIT ?)",
                              {payloads}));
    return pruner.pruned();
}

Result<Pruned> pruneIfDue(Database &database, Audit &audit, Clock &clock, const Actor &actor, std::chrono::milliseconds budget)
{
    const auto last = database.meta(kPrunedAt);
    FROST_TRY(last);
    const auto now = clock.now();
    if (isRecent(fromIso(*last), now, kPruneInterval))
        return Pruned();
    const auto retention = Retention::read(database);
    FROST_TRY(retention);
    const auto until = now.addMSecs(budget.count());
    bool ended = true;
    const auto pruned = prune(database, audit, clock, *retention, actor, [&] { return ended = clock.now() < until; });
    FROST_TRY(pruned);
    if (!ended)
        return pruned;
    auto transaction = Transaction::begin(database.sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(database.setMeta(kPrunedAt, toIso(now)));
    FROST_TRY(transaction->commit());
    return pruned;
}

} // namespace frost
