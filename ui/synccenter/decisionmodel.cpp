// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/decisionmodel.h"

#include "core/conflict/rowpath.h"
#include "ui/conflicts/conflictcase.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergewords.h"
#include "ui/synccenter/connectiontext.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/labels.h"

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDecisionPage = 200; //!< rows
constexpr int kFieldsTold = 3;     //!< in one line of the list

const char *wordsFor(DecisionState state)
{
    switch (state) {
    case DecisionState::Waiting: return QT_TRANSLATE_NOOP("frost::DecisionModel", "Waiting to be sent");
    case DecisionState::Sent: return QT_TRANSLATE_NOOP("frost::DecisionModel", "Sent");
    case DecisionState::NothingToSend: return QT_TRANSLATE_NOOP("frost::DecisionModel", "Nothing to send");
    case DecisionState::Refused: return QT_TRANSLATE_NOOP("frost::DecisionModel", "Not accepted");
    case DecisionState::Overtaken: return QT_TRANSLATE_NOOP("frost::DecisionModel", "Asked about again");
    case DecisionState::GivenUp: return QT_TRANSLATE_NOOP("frost::DecisionModel", "Given up");
    case DecisionState::Undone: return QT_TRANSLATE_NOOP("frost::DecisionModel", "Undone");
    case DecisionState::Settled: return QT_TRANSLATE_NOOP("frost::DecisionModel", "Settled");
    }
    return "";
}

//! "Price" of "rows[r1].price"; of a whole row what rows are called.
QString fieldText(const EntitySchema *schema, const EntityType &type, const QString &path)
{
    if (path.isEmpty())
        return DecisionModel::tr("Everything");
    const auto inside = schema ? rowPathOf(*schema, path) : std::nullopt;
    if (!inside)
        return wording::fieldLabel(type, path);
    return wording::fieldLabel(type, inside->field.isEmpty() ? inside->rows->name : inside->rows->name + u'.' + inside->field);
}

//! Where no field is known: what was told to do.
QString wholeText(const Conflict &conflict, const QString &system)
{
    const auto strategy = strategyFrom(conflict.strategy).value_or(Strategy::Manual);
    if (conflict.resolvedBy == "sync"_L1)
        return strategy == Strategy::Merge ? DecisionModel::tr("The changes of both sides") : DecisionModel::tr("Both sides came to agree");
    switch (strategy) {
    case Strategy::ServerWins: return DecisionModel::tr("Everything: %1").arg(system);
    case Strategy::ClientWins: return DecisionModel::tr("Everything: mine");
    case Strategy::Merge: return DecisionModel::tr("Merged");
    case Strategy::LastWriteWins: return DecisionModel::tr("The later change of each field");
    case Strategy::Manual: return DecisionModel::tr("By hand");
    case Strategy::KeepBoth: return DecisionModel::tr("Both kept");
    }
    return {};
}

//! A person, or what decided without asking.
QString deciderText(const QString &who)
{
    if (who == "sync"_L1)
        return DecisionModel::tr("Synchronisation");
    return who == "rule"_L1 ? DecisionModel::tr("Rule of the connection") : who;
}

} // namespace

QString decisionStateText(const DecisionTold &decision)
{
    const auto text = DecisionModel::tr(wordsFor(decision.state));
    return decision.state == DecisionState::Undone && !decision.conflict.undoneBy.isEmpty()
               ? DecisionModel::tr("%1 by %2").arg(text, decision.conflict.undoneBy)
               : text;
}

DecisionModel::DecisionModel(CompanySession &session, QObject *parent, Now now)
    : RowModel(session, parent), m_now(std::move(now)), m_wanted(kDecisionPage)
{ }

Result<DecisionModel::Page> DecisionModel::read(Company &company, int wanted)
{
    ConflictQuery query;
    query.limit = wanted + 1;
    auto decisions = company.conflictHistory().list(query);
    FROST_TRY(decisions);
    Page page;
    page.more = decisions->size() > wanted;
    if (page.more)
        decisions->resize(wanted);
    for (auto &decision : *decisions) {
        auto &conflict = decision.conflict;
        DecisionRow row;
        row.name = conflictName(company, conflict);
        const auto connection = company.connections().find(conflict.connection);
        FROST_TRY(connection);
        row.provider = *connection ? (*connection)->provider : conflict.connection.toString();
        conflict.versions = {};
        conflict.result = {};
        row.told = std::move(decision);
        page.rows.append(std::move(row));
    }
    return page;
}

void DecisionModel::readAgain()
{
    ask([wanted = m_wanted](Company &company) { return read(company, wanted); });
}

void DecisionModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted *= 2;
    readAgain();
}

int DecisionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString DecisionModel::decidedText(const DecisionRow &row) const
{
    const auto &conflict = row.told.conflict;
    const auto system = wording::connectionName(conflict.connection, row.provider, wording::Place::Alone);
    if (conflict.decisions.isEmpty())
        return wholeText(conflict, system);
    const auto *schema = session().schema().find(conflict.type);
    QStringList parts;
    for (auto it = conflict.decisions.begin(); it != conflict.decisions.end() && parts.size() < kFieldsTold; ++it)
        parts += tr("%1: %2").arg(fieldText(schema, conflict.type, it.key()), wording::choiceLabel(it->choice, system));
    const auto more = int(conflict.decisions.size() - parts.size());
    const auto told = parts.join(u" · "_s);
    return more > 0 ? tr("%1 and %n more", nullptr, more).arg(told) : told;
}

QString DecisionModel::text(const DecisionRow &row, int column) const
{
    const auto &conflict = row.told.conflict;
    switch (column) {
    case When: return timeText(conflict.resolvedAt, m_now(), QLocale());
    case Who: return deciderText(conflict.resolvedBy);
    case RecordColumn: return wording::recordHeading(conflict.type, row.name);
    case Decided: return decidedText(row);
    case State: return decisionStateText(row.told);
    case Connection: return wording::connectionName(conflict.connection, row.provider, wording::Place::Alone);
    default: return {};
    }
}

QVariant DecisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(row(index), index.column());
    case Qt::ToolTipRole: return index.column() == Decided ? text(row(index), Decided) : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(row(index), index.column()));
    default: return {};
    }
}

QVariant DecisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When: return tr("When");
    case Who: return tr("Who");
    case RecordColumn: return tr("Record");
    case Decided: return tr("What was decided");
    case State: return tr("State");
    case Connection: return tr("Connection");
    case kColumns: break;
    }
    return {};
}

} // namespace frost
