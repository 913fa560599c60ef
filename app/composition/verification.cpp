// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/verification.h"

#include <QSet>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Check = Verification::Check;

class Verifier
{
public:
    explicit Verifier(OpenCompany &company) : m_company(company) { }

    Result<Verification> run()
    {
        FROST_TRY(texts(Check::Store, m_company.database().check()));
        FROST_TRY(texts(Check::Audit, m_company.audit().verify()));
        FROST_TRY(queue());
        FROST_TRY(conflicts());
        const auto connections = m_company.connections().list();
        FROST_TRY(connections);
        for (const auto &connection : *connections) {
            for (const auto &type : m_company.schema().types())
                FROST_TRY(links(connection.id, type));
        }
        return m_result;
    }

private:
    void find(Check check, const QString &code, const QStringList &parts)
    {
        m_result.findings.append({check, code + u": "_s + parts.join(u", "_s)});
    }

    Result<> texts(Check check, const Result<QStringList> &texts)
    {
        FROST_TRY(texts);
        for (const auto &text : *texts)
            m_result.findings.append({check, text});
        return {};
    }

    Result<bool> exists(const EntityType &type, const LocalId &id)
    {
        auto store = m_company.database().objectStore(type);
        if (!store && store.error().kind == ErrorKind::NotFound)
            return false;
        FROST_TRY(store);
        const auto record = store->get(id);
        FROST_TRY(record);
        return record->has_value();
    }

    Result<> queue()
    {
        const auto counts = m_company.outbox().counts();
        FROST_TRY(counts);
        const auto operations = m_company.outbox().list(true);
        FROST_TRY(operations);
        QHash<OperationState, qint64> listed;
        for (const auto &operation : *operations) {
            ++listed[operation.state];
            if (isFinished(operation.state))
                continue;
            const auto there = exists(operation.type, operation.record);
            FROST_TRY(there);
            if (!*there)
                find(Check::Operations, u"operation.orphan"_s, {QString::number(operation.id), operation.type.toString(), operation.record.toString()});
            if (operation.state == OperationState::Conflict || operation.state == OperationState::Failed)
                m_inConflict.insert({operation.connection, operation.record});
        }
        compare(OperationState::Pending, counts->pending, listed);
        compare(OperationState::Processing, counts->processing, listed);
        compare(OperationState::Verify, counts->verify, listed);
        compare(OperationState::Conflict, counts->conflict, listed);
        compare(OperationState::Failed, counts->failed, listed);
        compare(OperationState::Completed, counts->completed, listed);
        compare(OperationState::Skipped, counts->skipped, listed);
        compare(OperationState::Cancelled, counts->cancelled, listed);
        return {};
    }

    void compare(OperationState state, qint64 counted, const QHash<OperationState, qint64> &listed)
    {
        if (counted != listed.value(state))
            find(Check::Queue, u"queue.miscounted"_s, {toString(state), QString::number(counted), QString::number(listed.value(state))});
    }

    void compare(qint64 counted, qint64 listed)
    {
        if (counted != listed)
            find(Check::Conflicts, u"conflict.miscounted"_s, {QString::number(counted), QString::number(listed)});
    }

    Result<> conflicts()
    {
        const auto open = m_company.conflicts().list(false);
        FROST_TRY(open);
        const auto count = m_company.conflicts().openCount();
        FROST_TRY(count);
        compare(*count, open->size());
        const auto refusals = m_company.conflicts().refusals(false);
        FROST_TRY(refusals);
        const auto refused = m_company.conflicts().refusalCount();
        FROST_TRY(refused);
        compare(*refused, refusals->size());
        for (const auto &conflict : *open + *refusals) {
            if (!m_inConflict.remove({conflict.connection, conflict.record}))
                find(Check::Conflicts, u"conflict.orphan"_s, {QString::number(conflict.id), conflict.type.toString(), conflict.record.toString()});
        }
        for (const auto &[connection, record] : m_inConflict)
            find(Check::Conflicts, u"operation.withoutConflict"_s, {connection.toString(), record.toString()});
        return {};
    }

    Result<> links(const ConnectionId &connection, const EntityType &type)
    {
        const auto links = m_company.links(connection).list(type);
        FROST_TRY(links);
        QSet<LocalId> locals;
        QSet<RemoteId> remotes;
        for (const auto &link : *links) {
            if (locals.contains(link.local) || remotes.contains(link.remote))
                find(Check::Links, u"link.twice"_s, {connection.toString(), type.toString(), link.local.toString(), link.remote.toString()});
            locals.insert(link.local);
            remotes.insert(link.remote);
            const auto there = exists(type, link.local);
            FROST_TRY(there);
            if (!*there)
                m_result.promises.append({connection, type, link.remote});
        }
        return {};
    }

    OpenCompany &m_company;
    Verification m_result;
    QSet<std::pair<ConnectionId, LocalId>> m_inConflict;
};

} // namespace

QString toString(Check check)
{
    switch (check) {
    case Check::Store: return u"store"_s;
    case Check::Audit: return u"audit"_s;
    case Check::Queue: return u"queue"_s;
    case Check::Operations: return u"operations"_s;
    case Check::Conflicts: return u"conflicts"_s;
    case Check::Links: return u"links"_s;
    }
    return {};
}

Result<Verification> verify(OpenCompany &company)
{
    return Verifier(company).run();
}

} // namespace frost
