// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/invariants.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <limits>

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {
//! Calls `each` for every row; a store that cannot be read is a violation of its own.
template<class Each>
void forEachRow(QStringList &wrong, Sql &sql, const QByteArray &statement, Each each)
{
    auto rows = sql.query(statement);
    if (!rows) {
        wrong += u"I20: "_s + rows.error().logLine();
        return;
    }
    while (rows->next())
        each(*rows);
    if (const auto read = rows->status(); !read)
        wrong += u"I20: "_s + read.error().logLine();
}

//! What people type in this world, without what each side writes in a form of its own.
QStringList typed(const QJsonObject &body)
{
    QStringList all;
    for (const auto field : {"name"_L1, "note"_L1, "city"_L1, "email"_L1, "phone"_L1, "address1"_L1, "customerNumber"_L1})
        all += body[field].toString();
    for (const auto &row : body["rows"_L1].toArray())
        all += row["description"_L1].toString() + u" × "_s + row["quantity"_L1].toVariant().toString();
    return all;
}

QJsonArray operationsIn(const HttpRequest &request)
{
    const auto envelope = request.method == "POST" ? parseJsonObject(request.body, 64) : Result<QJsonObject>(QJsonObject());
    return envelope ? (*envelope)["operations"_L1].toArray() : QJsonArray();
}

//! Each operation was carried out, or refused.
bool isAnswer(const Result<HttpResponse> &answer)
{
    return answer && answer->status < 400 && parseJsonObject(answer->body, 64);
}

//! Nothing was done this time.
bool isRefusal(const Result<HttpResponse> &answer)
{
    return answer ? answer->status >= 400 && answer->status < 500 : answer.error().kind == ErrorKind::Offline;
}

//! What is refused so when it comes alone again is given up, whatever became of it the first time.
bool endsInDoubt(const Result<HttpResponse> &answer)
{
    return answer && (answer->status == 400 || answer->status == 412 || answer->status == 413);
}
} // namespace

void Invariants::forget()
{
    m_records.clear();
    m_checkpoint = {};
    m_found = {};
}

void Invariants::forgetAll()
{
    forget();
    m_unanswered.clear();
}

QStringList Invariants::afterStep(Program &program)
{
    const Situation here{m_disk.calls(), m_oracle.heard(), m_office.position(), m_ledger ? m_ledger->changes() : 0};
    if (here != m_found)
        checkAll(program);
    m_found = here;
    return std::exchange(m_wrong, {});
}

void Invariants::checkAll(Program &program)
{
    auto &sql = program.database->sql();
    checkRecords(sql);
    checkQueue(program);
    checkLinks(sql);
    checkCheckpoint(sql);
    if (m_checkpoint.epoch == m_office.position().epoch && !m_isRecovering) { // else versions are of another history
        checkBases(sql);
        checkForMissingBases(sql);
    }
    checkForMissingLinks(sql);
    if (m_ledger) {
        checkLedgerLinks(sql);
        checkLedgerBases(sql);
    }
}

void Invariants::pushLeaves(Program &program, const HttpRequest &request)
{
    for (const auto &value : operationsIn(request)) {
        const auto operation = value.toObject();
        const auto id = operation["id"_L1].toInteger();
        const auto key = operation["idempotencyKey"_L1].toString();
        bool isMarked = false;
        forEachRow(m_wrong, program.database->sql(),
                   "SELECT sent_bytes FROM operations WHERE state IN ('processing', 'verify') AND id = " + QByteArray::number(id),
                   [&](const Rows &rows) { isMarked = rows.bytes(0) == toCanonicalJson(operation); });
        if (!isMarked)
            m_wrong += u"I2: operation %1 leaves, and the file does not say so"_s.arg(id);
        const bool isOurs = operation["entityId"_L1].isString();
        const auto linked = program.database->sql().any(
            "SELECT 1 FROM links WHERE connection = 'frostserver' AND type = ? AND local_id = ? AND synced_at IS NOT NULL",
            {operation["entityType"_L1].toString(), operation["entityId"_L1].toString()});
        if (isOurs && !m_unanswered.contains(id) && linked.value_or(false))
            m_wrong += u"I6: operation %1 leaves under a temporary id, and the real one is known"_s.arg(id);
        const auto before = m_unanswered.constFind(id);
        const bool isFirst = before == m_unanswered.cend();
        if (!isFirst && before->key != key)
            m_wrong += u"I4: operation %1 leaves under another key, and nobody knows what became of the first"_s.arg(id);
        m_unanswered.insert(id, {key, isFirst});
    }
}

void Invariants::pushEnds(const HttpRequest &request, const Result<HttpResponse> &answer)
{
    const auto operations = operationsIn(request);
    const bool isEnd = isAnswer(answer) || (operations.size() == 1 && endsInDoubt(answer));
    for (const auto &operation : operations) {
        const auto attempt = m_unanswered.find(operation["id"_L1].toInteger());
        if (attempt != m_unanswered.end() && (isEnd || (attempt->isFirst && isRefusal(answer))))
            m_unanswered.erase(attempt);
    }
}

// I11: nothing shown goes back or vanishes. I15: nothing is gone that nobody deleted.
void Invariants::checkRecords(Sql &sql)
{
    m_notes.clear();
    m_localOf.clear();
    auto before = std::exchange(m_records, {});
    for (const QByteArray type : {"customers", "invoices"}) {
        forEachRow(m_wrong, sql,
                   "SELECT id, revision, deleted, coalesce(body ->> 'externalReference', ''), coalesce(body ->> 'note', '') "
                   "FROM os_" + type,
                   [&](const Rows &rows) {
                       const auto key = QString::fromLatin1(type) + u'/' + rows.text(0);
                       const auto token = rows.text(3);
                       const Seen now{rows.integer(1), rows.integer(2) != 0, rows.text(4), token};
                       const auto old = before.take(key);
                       if (now.revision < old.revision)
                           m_wrong += u"I11: %1 went back from revision %2 to %3"_s.arg(key).arg(old.revision).arg(now.revision);
                       // Twins, and an id given again: a person has decided which of the two it is.
                       if (!old.token.isEmpty() && old.token != token && !(m_oracle.mayBeGone(old.token) && m_oracle.mayBeGone(token)))
                           m_wrong += u"I15: %1 was %2 and is %3, and nobody decided that"_s.arg(key, old.token, token);
                       if (now.deleted && !m_oracle.mayBeGone(token))
                           m_wrong += u"I15: %1 (%2) is deleted, and nobody did that"_s.arg(key, token);
                       if (!now.deleted) {
                           m_notes.insert(token, now.note);
                           m_localOf.insert(token, rows.text(0));
                       }
                       m_records.insert(key, now);
                   });
    }
    for (auto gone = before.begin(); gone != before.end(); ++gone)
        m_wrong += u"I11: %1 has vanished"_s.arg(gone.key());
}

// I3, I13, I14: what was typed and is nowhere else is here, and an operation says so. I18: what is counted is what is listed.
void Invariants::checkQueue(Program &program)
{
    QSet<QString> open;
    QHash<QString, qint64> states;
    forEachRow(m_wrong, program.database->sql(), "SELECT record, state, kind FROM operations", [&](const Rows &rows) {
        if (rows.text(2) != u"step") // it carries nothing that was typed
            open.insert(rows.text(0));
        ++states[rows.text(1)];
    });
    QSet<QString> asked;
    forEachRow(m_wrong, program.database->sql(), "SELECT connection || record FROM conflicts WHERE state = 'open' AND error_code = ''",
               [&](const Rows &rows) { asked.insert(rows.text(0)); });
    const auto unsent = m_oracle.unsent(m_device);
    for (auto typed = unsent.begin(); typed != unsent.end(); ++typed) {
        const auto local = m_localOf.value(typed.key());
        if (m_notes.value(typed.key()) != typed.value())
            m_wrong += u"I14: %1 of %2 was not sent, and is overwritten with \"%3\""_s.arg(typed.value(), typed.key(), m_notes.value(typed.key()));
        else if (!open.contains(local))
            m_wrong += u"I3: %1 of %2 was not sent, and no operation says so"_s.arg(typed.value(), typed.key());
    }
    const auto counts = program.writer.outbox().counts();
    if (!counts || counts->pending != states[u"pending"_s] || counts->conflict != states[u"conflict"_s]
        || counts->verify != states[u"verify"_s] || counts->failed != states[u"failed"_s])
        m_wrong += u"I18: the queue's counts are not those of its rows"_s;
    if (asked.size() != states[u"conflict"_s])
        m_wrong += u"I18: %1 open conflicts for %2 operations in conflict"_s.arg(asked.size()).arg(states[u"conflict"_s]);
}

// I6: a pair of ids never changes.
void Invariants::checkLinks(Sql &sql)
{
    m_versions.clear();
    forEachRow(m_wrong, sql, "SELECT type, local_id, remote_id, version FROM links WHERE connection = 'frostserver' AND synced_at IS NOT NULL", [&](const Rows &rows) {
        const auto local = rows.text(0) + u'/' + rows.text(1);
        auto &known = m_remotes[local];
        if (!known.isEmpty() && known != rows.text(2) && !m_office.hasLost(rows.text(0), known))
            m_wrong += u"I6: the real id of %1 was %2 and is %3"_s.arg(local, known, rows.text(2));
        known = rows.text(2);
        // What stands under no version is doubted: it counts as changed here, and is asked about before it is sent.
        const auto version = rows.text(3).isEmpty() ? std::numeric_limits<qint64>::max() : rows.text(3).toLongLong();
        m_versions.insert(rows.text(0) + u'/' + rows.text(2), version);
    });
    forEachRow(m_wrong, sql, "SELECT type, remote_id, theirs_version FROM conflicts WHERE connection = 'frostserver' AND state = 'open'", [&](const Rows &rows) {
        auto &version = m_versions[rows.text(0) + u'/' + rows.text(1)];
        version = std::max(version, rows.text(2).toLongLong());
    });
}

// I12: the cursor goes forward only, and everything before it is here.
void Invariants::checkCheckpoint(Sql &sql)
{
    QString text;
    m_isRecovering = false;
    forEachRow(m_wrong, sql, "SELECT feed, value FROM checkpoints WHERE connection = 'frostserver'", [&](const Rows &rows) {
        if (rows.text(0) == u"all")
            text = rows.text(1);
        else if (rows.text(0) == u"all/recovery")
            m_isRecovering = !rows.text(1).isEmpty();
    });
    const auto here = m_office.position();
    const Office::Position checkpoint{text.section(u'.', 0, 0), text.section(u'.', 1).toLongLong()};
    if (!m_isRecovering && checkpoint.epoch == m_checkpoint.epoch && checkpoint.change < m_checkpoint.change)
        m_wrong += u"I12: the cursor went back from %1 to %2"_s.arg(m_checkpoint.change).arg(checkpoint.change);
    m_checkpoint = checkpoint;
    if (checkpoint.epoch != here.epoch)
        return;
    for (const auto &row : m_office.rows()) {
        const auto known = m_versions.constFind(row.type + u'/' + QString::number(row.id));
        const bool neverHere = row.deleted && known == m_versions.cend();
        if (row.change <= checkpoint.change && !neverHere && (known == m_versions.cend() || *known < row.version))
            m_wrong += u"I12: the cursor is at %1, but %2/%3 is not here in version %4"_s.arg(checkpoint.change).arg(row.type).arg(row.id).arg(row.version);
    }
}

// I8: a base is a state that the server really had, and the one that the version known here stands for.
void Invariants::checkBases(Sql &sql)
{
    forEachRow(m_wrong, sql,
               "SELECT b.type, l.remote_id, l.version, CAST(b.body AS BLOB) FROM bases b "
               "JOIN links l USING (connection, type, local_id) WHERE l.connection = 'frostserver' AND l.synced_at IS NOT NULL",
               [&](const Rows &rows) {
                   const auto *agreed = m_office.stateAt(rows.text(0), rows.text(1), rows.text(2));
                   const auto base = typed(parseJsonObject(rows.bytes(3), 64).value_or(QJsonObject()));
                   if (agreed && typed(*agreed) != base)
                       m_wrong += u"I8: the base of %1/%2 is [%3], and version %4 was [%5]"_s.arg(
                           rows.text(0), rows.text(1), base.join(u'|'), rows.text(2), typed(*agreed).join(u'|'));
               });
    forEachRow(m_wrong, sql,
               "SELECT local_id, coalesce(body ->> 'externalReference', ''), coalesce(body ->> 'note', '') FROM bases "
               "WHERE connection = 'frostserver' AND type IN ('customers', 'invoices')",
               [&](const Rows &rows) {
                   if (!m_oracle.wasOnServer(rows.text(1), rows.text(2)))
                       m_wrong += u"I8: the base of %1 has the note \"%2\" that the server never had"_s.arg(rows.text(1), rows.text(2));
               });
}

// I6: a pair of ids never changes at the second remote either, unless it has lost the number.
void Invariants::checkLedgerLinks(Sql &sql)
{
    forEachRow(m_wrong, sql, "SELECT type, local_id, remote_id FROM links WHERE connection = 'ledger' AND synced_at IS NOT NULL", [&](const Rows &rows) {
        auto &known = m_ledgerIds[rows.text(0) + u'/' + rows.text(1)];
        if (!known.isEmpty() && known != rows.text(2) && !m_ledger->hasLost(rows.text(0), known))
            m_wrong += u"I6: the ledger's number of %1/%2 was %3 and is %4"_s.arg(rows.text(0), rows.text(1), known, rows.text(2));
        known = rows.text(2);
    });
}

// I8: a base copy of a connection is what that very remote once had.
void Invariants::checkLedgerBases(Sql &sql)
{
    forEachRow(m_wrong, sql,
               "SELECT local_id, coalesce(body ->> 'externalReference', ''), coalesce(body ->> 'note', '') FROM bases "
               "WHERE connection = 'ledger' AND type IN ('customers', 'invoices')",
               [&](const Rows &rows) {
                   if (!m_ledger->everHad(rows.text(1), rows.text(2)))
                       m_wrong += u"I8: the ledger's base of %1 has the note \"%2\" that it never had"_s.arg(rows.text(1), rows.text(2));
               });
}

// I8: as long as a change waits to be sent, what it was made to is kept.
void Invariants::checkForMissingBases(Sql &sql)
{
    forEachRow(m_wrong, sql,
               "SELECT o.type, l.remote_id, l.version FROM operations o JOIN links l "
               "ON l.connection = o.connection AND l.type = o.type AND l.local_id = o.record "
               "LEFT JOIN bases b ON b.connection = o.connection AND b.type = o.type AND b.local_id = o.record "
               "WHERE o.connection = 'frostserver' AND o.kind = 'update' AND o.state <> 'conflict' AND l.synced_at IS NOT NULL AND b.body IS NULL",
               [&](const Rows &rows) {
                   if (m_office.stateAt(rows.text(0), rows.text(1), rows.text(2)))
                       m_wrong += u"I8: a change of %1/%2 waits, and its base is gone"_s.arg(rows.text(0), rows.text(1));
               });
}

// I2, I6: what was acknowledged, the file knows under the remote's id from then on. I8: and in which version; but not
// where the remote has lost it and it is deleted here too.
void Invariants::checkForMissingLinks(Sql &sql)
{
    forEachRow(m_wrong, sql,
               "SELECT l.type, l.local_id FROM links l WHERE l.connection = 'frostserver' AND l.synced_at IS NOT NULL AND l.version = '' AND NOT EXISTS "
               "(SELECT 1 FROM conflicts c WHERE c.connection = l.connection AND c.type = l.type AND c.record = l.local_id AND c.state = 'open') "
               "AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.connection = l.connection AND o.type = l.type AND o.record = l.local_id "
               "AND o.state IN ('pending', 'processing', 'verify'))", // it asks the remote
               [&](const Rows &rows) {
                   if (!m_records.value(rows.text(0) + u'/' + rows.text(1)).deleted)
                       m_wrong += u"I8: the remote has %1/%2, and nobody here knows in which version"_s.arg(rows.text(0), rows.text(1));
               });
    forEachRow(m_wrong, sql,
               "SELECT h.type, h.record FROM operation_history h "
               "WHERE h.connection = 'frostserver' AND h.state = 'completed' AND h.kind <> 'delete' "
               "AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.connection = h.connection AND o.type = h.type AND o.record = h.record "
               "AND o.state IN ('pending', 'processing', 'verify', 'conflict', 'failed')) "
               "AND NOT EXISTS (SELECT 1 FROM operation_history n WHERE n.connection = h.connection AND n.type = h.type "
               "AND n.record = h.record AND n.id > h.id) "
               "AND NOT EXISTS (SELECT 1 FROM links l WHERE l.connection = h.connection AND l.type = h.type AND l.local_id = h.record "
               "AND l.synced_at IS NOT NULL)",
               [&](const Rows &rows) {
                   if (!m_records.value(rows.text(0) + u'/' + rows.text(1)).deleted)
                       m_wrong += u"I2: %1/%2 was acknowledged, and the file does not know as what"_s.arg(rows.text(0), rows.text(1));
               });
}

QStringList Invariants::thorough(Program &program)
{
    checkAll(program);
    const auto checked = program.database->check();
    for (const auto &finding : checked ? *checked : QStringList{checked.error().logLine()})
        m_wrong += u"I20: "_s + finding;
    for (const auto &name : program.database->schema().types()) {
        auto store = program.database->objectStore(name);
        const auto &schema = store->schema();
        const auto done = store->forEach([&](const Record &record) {
            const auto derived = derive(schema, record.body);
            if (!derived || *derived != record.body)
                m_wrong += u"I10: %1 %2 has stale derived values"_s.arg(name.toString(), record.id.toString());
            if (!validate(schema, record.body).isEmpty())
                m_wrong += u"I10: %1 %2 breaks its schema"_s.arg(name.toString(), record.id.toString());
            return true;
        });
        if (!done)
            m_wrong += u"I20: "_s + done.error().logLine();
    }
    checkTrail(program);
    return std::exchange(m_wrong, {});
}

// I22: the chain is whole, and what it tells in order is what is there (rows are told by their differences, and left out).
void Invariants::checkTrail(Program &program)
{
    const auto chain = program.writer.audit().verify();
    for (const auto &fault : chain ? *chain : QStringList{chain.error().logLine()})
        m_wrong += u"I22: "_s + fault;
    const auto entries = program.writer.audit().list(-1);
    QHash<QString, QJsonObject> told;
    for (auto entry = entries ? entries->crbegin() : QList<AuditEntry>().crbegin(); entries && entry != entries->crend(); ++entry) {
        static const QSet<QString> kWrites{u"create"_s, u"update"_s, u"delete"_s, u"restore"_s};
        if (!kWrites.contains(entry->action))
            continue;
        auto &body = told[entry->type.toString() + u'/' + entry->record.toString()];
        for (auto change = entry->change.begin(); change != entry->change.end(); ++change) {
            const auto after = change.value().toArray().last();
            if (after.isNull())
                body.remove(change.key());
            else
                body.insert(change.key(), after);
        }
    }
    for (const QByteArray type : {"customers", "invoices"}) {
        forEachRow(m_wrong, program.database->sql(), "SELECT id, CAST(body AS BLOB) FROM os_" + type, [&](const Rows &rows) {
            auto body = parseJsonObject(rows.bytes(1), 64).value_or(QJsonObject());
            auto retold = told.value(QString::fromLatin1(type) + u'/' + rows.text(0));
            for (const auto &name : {u"rows"_s, u"deleted"_s}) {
                body.remove(name);
                retold.remove(name);
            }
            if (body != retold)
                m_wrong += u"I22: the trail does not lead to %1"_s.arg(rows.text(0));
        });
    }
}

} // namespace frost::test
