// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databaseprivate.h"

#include "core/store/recordcolumns.h"
#include "core/store/search.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
//! Findings of Database::check(): a code and its parts, no wording. The first hundred say enough.
class Findings
{
public:
    void add(const QString &code, const QStringList &parts)
    {
        if (m_list.size() < kMost)
            m_list.append(code + u": "_s + parts.join(u", "_s));
    }
    [[nodiscard]] QStringList take() { return std::move(m_list); }

private:
    static constexpr qsizetype kMost = 100;
    QStringList m_list;
};

Result<> checkFile(Sql &sql, Findings &findings)
{
    auto integrity = sql.query("PRAGMA integrity_check(100)");
    if (!integrity)
        return fail(integrity.error());
    while (integrity->next())
        if (integrity->text(0) != u"ok")
            findings.add(u"file.damaged"_s, {integrity->text(0)});
    FROST_TRY(integrity->status());
    auto keys = sql.query("PRAGMA foreign_key_check");
    if (!keys)
        return fail(keys.error());
    while (keys->next())
        findings.add(u"reference.broken"_s, {keys->text(0), keys->text(2)});
    return keys->status();
}

//! What the tables beside one store should hold, compared with what they hold: everything expected is there, and
//! nothing more is there than expected.
class StoreCheck
{
public:
    StoreCheck(Sql &sql, const StoreLayout &store, Findings &findings)
        : m_sql(sql),
          m_store(store),
          m_findings(findings),
          m_type(store.schema->type.toString()),
          m_expected(store.indexes.size(), 0)
    { }

    Result<> run()
    {
        const auto visited =
            visitBodies(m_sql, m_store, [this](qint64 rid, const LocalId &id, const QJsonObject &body) {
                return checkRecord(rid, id, body);
            });
        if (!visited && visited.error().code == u"record.corrupt") {
            m_findings.add(visited.error().code, visited.error().args);
            return {};
        }
        FROST_TRY(visited);
        for (size_t i = 0; i < m_store.indexes.size(); ++i)
            FROST_TRY(checkIndex(m_store.indexes[i], m_expected[i]));
        return m_store.searchTable.isEmpty() ? Result<>() : checkSearch();
    }

private:
    Result<> checkRecord(qint64 rid, const LocalId &id, const QJsonObject &body)
    {
        for (size_t i = 0; i < m_store.indexes.size(); ++i) {
            const IndexLayout &index = m_store.indexes[i];
            const auto keys = index.keysOf(body);
            m_expected[i] += keys.size();
            for (const IndexKey &key : keys) {
                const auto has = m_sql.any(index.contains, IndexKey(key) << id.toUtf8());
                if (!has)
                    return fail(has.error());
                if (!*has)
                    m_findings.add(u"index.entryMissing"_s, {m_type, index.name, id.toString()});
            }
        }
        if (m_store.searchTable.isEmpty() || searchText(*m_store.schema, body).isEmpty())
            return {};
        ++m_expectedTexts;
        const auto has = m_sql.any("SELECT 1 FROM " + m_store.searchTable + "_docsize WHERE id=?", {rid});
        if (has && !*has)
            m_findings.add(u"search.entryMissing"_s, {m_type, id.toString()});
        return has ? Result<>() : Result<>(fail(has.error()));
    }

    Result<> checkIndex(const IndexLayout &index, qint64 expected)
    {
        const auto count = m_sql.number("SELECT count(*) FROM " + index.table);
        if (!count)
            return fail(count.error());
        if (*count > expected)
            m_findings.add(u"index.entryStale"_s, {m_type, index.name, QString::number(*count - expected)});
        if (!index.unique)
            return {};
        QByteArray columns = "k0";
        for (qsizetype i = 1; i < index.columns.size(); ++i)
            columns += ",k" + QByteArray::number(i);
        const auto twice = m_sql.number("SELECT count(*) FROM (SELECT 1 FROM " + index.table
                                             + (index.keepsMissing ? " WHERE k0<x''" : "") + " GROUP BY " + columns
                                             + " HAVING count(*)>1)");
        if (!twice)
            return fail(twice.error());
        if (*twice > 0)
            m_findings.add(u"index.notUnique"_s, {m_type, index.name, QString::number(*twice)});
        return {};
    }

    Result<> checkSearch()
    {
        const auto count = m_sql.number("SELECT count(*) FROM " + m_store.searchTable + "_docsize");
        if (!count)
            return fail(count.error());
        if (*count > m_expectedTexts)
            m_findings.add(u"search.entryStale"_s, {m_type, QString::number(*count - m_expectedTexts)});
        return {};
    }

    Sql &m_sql;
    const StoreLayout &m_store;
    Findings &m_findings;
    QString m_type;
    std::vector<qint64> m_expected; //!< entries, as the store's indexes
    qint64 m_expectedTexts = 0;
};
} // namespace

Result<QStringList> Database::check()
{
    Findings findings;
    FROST_TRY(checkFile(*d->sql, findings));
    for (const auto &store : d->layouts)
        FROST_TRY(StoreCheck(*d->sql, *store, findings).run());
    return findings.take();
}

} // namespace frost
