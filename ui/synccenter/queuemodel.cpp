// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/queuemodel.h"

#include "core/company/recordname.h"
#include "ui/synccenter/connectiontext.h"
#include "ui/synccenter/operationtext.h"
#include "ui/theme/icons.h"
#include "ui/wording/connectionname.h"

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 200; //!< rows: a few screens, read in some milliseconds

Result<QueueRow> rowOf(Company &company, const Operation &operation)
{
    QueueRow row{operation, {}, {}, 0};
    const auto name = readRecordName(company, operation.type, operation.record);
    FROST_TRY(name);
    row.title = name->text();
    if (operation.reason == "parent.waiting"_L1) {
        const auto parent =
            readRecordName(company, EntityType(operation.reasonArgs.value(0)), LocalId(operation.reasonArgs.value(1)));
        FROST_TRY(parent);
        row.waitsFor = parent->text();
    }
    if (operation.state == OperationState::Conflict) {
        const auto conflict = company.conflicts().openFor(operation.connection, operation.type, operation.record);
        FROST_TRY(conflict);
        row.conflict = *conflict ? (*conflict)->id : 0;
    }
    return row;
}

} // namespace

bool QueueRow::mayBeRetried() const
{
    const bool waits = operation.nextAttemptAt.isValid() || !operation.reason.isEmpty();
    return operation.state == OperationState::Failed || operation.state == OperationState::Skipped
           || (operation.state == OperationState::Pending && waits);
}

bool QueueRow::mayBeDiscarded() const
{
    return operation.state == OperationState::Pending || operation.state == OperationState::Failed;
}

bool QueueRow::mayBeRenumbered() const
{
    return operation.state == OperationState::Failed && operation.reason == "key.taken"_L1;
}

QueueModel::QueueModel(CompanySession &session, QObject *parent, Now now)
    : RowModel(session, parent), m_now(std::move(now))
{ }

void QueueModel::setFilter(const QueueFilter &filter)
{
    m_filter = filter;
    forget();
    readPage(0, kPage);
}

void QueueModel::readAgain()
{
    readPage(0, std::max(kPage, int(rows().size())));
}

Result<QueueModel::Page> QueueModel::read(Company &company, const QueueFilter &filter, qint64 after, int limit)
{
    auto operations = company.outbox().page(filter.part, filter.states, after, limit + 1);
    FROST_TRY(operations);
    Page page;
    page.more = operations->size() > limit;
    if (page.more)
        operations->removeLast();
    for (const auto &operation : *operations) {
        auto row = rowOf(company, operation);
        FROST_TRY(row);
        page.rows.append(*std::move(row));
    }
    return page;
}

void QueueModel::readPage(qint64 after, int limit)
{
    ask([filter = m_filter, after, limit](Company &company) { return read(company, filter, after, limit); },
        after > 0 ? Place::BelowThem : Place::OfTheOld);
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent) && !rows().isEmpty())
        readPage(rows().constLast().id(), kPage);
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString QueueModel::whatText(const QueueRow &row)
{
    return operationText(row.operation, row.title);
}

QString QueueModel::explanation(const QueueRow &row) const
{
    const auto &operation = row.operation;
    const auto reason = reasonText(operation, row.waitsFor);
    if (operation.state != OperationState::Pending || !operation.nextAttemptAt.isValid()
        || operation.nextAttemptAt <= m_now())
        return reason;
    const auto next = tr("Tried again at %1.").arg(timeText(operation.nextAttemptAt, m_now(), QLocale()));
    return reason.isEmpty() ? next : reason + u' ' + next;
}

QString QueueModel::connectionText(const ConnectionId &id) const
{
    const auto *known = session().status().connection(id);
    return known ? wording::connectionName(id, known->provider, wording::Place::Alone) : id.toString();
}

QString QueueModel::text(const QueueRow &row, int column) const
{
    const auto &operation = row.operation;
    switch (Column(column)) {
    case What: return whatText(row);
    case State: return stateText(operation.state);
    case Reason: return explanation(row);
    case Since: return timeText(operation.createdAt, m_now(), QLocale());
    case Retries: return operation.retryCount > 0 ? QLocale().toString(operation.retryCount) : QString();
    case Connection:
        return connectionText(operation.connection);
    case kColumns: break;
    }
    return {};
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = this->row(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(row, index.column()));
    case Qt::DecorationRole: return index.column() == State ? theme::icon(stateIcon(row.operation.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return int(index.column() == Retries ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case What: return tr("Change");
    case State: return tr("State");
    case Reason: return tr("Reason");
    case Since: return tr("Since");
    case Retries: return tr("Retries");
    case Connection: return tr("Connection");
    case kColumns: break;
    }
    return {};
}

} // namespace frost
