// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/historymodel.h"

#include "ui/synccenter/connectiontext.h"
#include "ui/synccenter/operationtext.h"
#include "ui/wording/connectionname.h"

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int kPage = 200;             //!< rows
constexpr int kLookedThrough = 20'000; //!< runs for rows with news: two weeks of one pull a minute, read in under 0.1 s

bool hasNews(const Run &run)
{
    const auto &counts = run.counts;
    const auto changes = counts.created + counts.updated + counts.deleted + counts.merged + counts.pushed
                         + counts.failed + counts.conflicts;
    return changes > 0 || run.state != RunState::Done;
}

qint64 RunCounts::*countIn(int column)
{
    switch (column) {
    case HistoryModel::Received: return &RunCounts::pulled;
    case HistoryModel::Created: return &RunCounts::created;
    case HistoryModel::Changed: return &RunCounts::updated;
    case HistoryModel::Deleted: return &RunCounts::deleted;
    case HistoryModel::Merged: return &RunCounts::merged;
    case HistoryModel::Sent: return &RunCounts::pushed;
    case HistoryModel::Refused: return &RunCounts::failed;
    case HistoryModel::Conflicts: return &RunCounts::conflicts;
    default: return nullptr;
    }
}

} // namespace

HistoryModel::HistoryModel(CompanySession &session, QObject *parent, Now now)
    : RowModel(session, parent), m_now(std::move(now)), m_wanted(kPage)
{ }

void HistoryModel::setFilter(HistoryFilter filter)
{
    m_filter = filter;
    m_wanted = kPage;
    forget();
    readAgain();
}

Result<HistoryModel::Page> HistoryModel::read(Company &company, HistoryFilter filter, int wanted)
{
    for (int limit = wanted + 1;; limit *= 4) {
        const auto runs = company.runs().list(limit);
        FROST_TRY(runs);
        const bool all = runs->size() < limit;
        Page page;
        for (const auto &run : *runs) {
            if (filter == HistoryFilter::All || hasNews(run))
                page.rows.append({run});
        }
        if (page.rows.size() > wanted) {
            page.rows.resize(wanted);
            page.more = true;
            return page;
        }
        if (all || limit > kLookedThrough)
            return page;
    }
}

void HistoryModel::readAgain()
{
    ask([filter = m_filter, wanted = m_wanted](Company &company) { return read(company, filter, wanted); });
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted *= 2;
    readAgain();
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString HistoryModel::providerOf(const Run &run) const
{
    const auto *known = session().status().connection(run.connection);
    return known ? known->provider : QString();
}

QString HistoryModel::text(const Run &run, int column) const
{
    if (const auto count = countIn(column)) {
        const auto number = run.counts.*count;
        return number == 0 ? u"–"_s : QLocale().toString(number);
    }
    switch (column) {
    case When: return timeText(run.startedAt, m_now(), QLocale());
    case Duration:
        return run.endedAt.isValid() ? elapsedText(milliseconds(run.startedAt.msecsTo(run.endedAt)), QLocale())
                                     : QString();
    case Outcome:
        if (run.errorCode.isEmpty())
            return runText(run.state);
        return tr("%1: %2").arg(runText(run.state), pastErrorText(run.errorCode, run.connection, providerOf(run)));
    case Connection: return wording::connectionName(run.connection, providerOf(run), wording::Place::Alone);
    default: return {};
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &run = row(index).run;
    const bool number = countIn(index.column()) || index.column() == Duration;
    switch (role) {
    case Qt::DisplayRole: return text(run, index.column());
    case Qt::ToolTipRole: return index.column() == Outcome ? text(run, Outcome) : QVariant();
    case Qt::AccessibleTextRole: {
        const auto count = countIn(index.column());
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                count ? QLocale().toString(run.counts.*count) : text(run, index.column()));
    }
    case Qt::TextAlignmentRole: return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((countIn(section) || section == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When: return tr("When");
    case Duration: return tr("Took");
    case Received: return tr("Received");
    case Created: return tr("New");
    case Changed: return tr("Changed");
    case Deleted: return tr("Deleted");
    case Merged: return tr("Merged");
    case Sent: return tr("Sent");
    case Refused: return tr("Not accepted");
    case Conflicts: return tr("Conflicts");
    case Outcome: return tr("Result");
    case Connection: return tr("Connection");
    case kColumns: break;
    }
    return {};
}

} // namespace frost
