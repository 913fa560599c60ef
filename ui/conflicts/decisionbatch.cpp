// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/decisionbatch.h"

#include "ui/conflicts/conflictcase.h"
#include "ui/conflicts/mergetext.h"
#include "ui/wording/errortext.h"

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Result<> takeBack(Company &company, qint64 id)
{
    FROST_TRY(company.conflictHistory().undo(id, company.actor()));
    return {};
}

} // namespace

DecisionBatch::DecisionBatch(CompanySession &session, QObject *parent) : QObject(parent), m_session(session) { }

void DecisionBatch::decide(const Task &first, const QList<Task> &others)
{
    if (isWorking())
        return;
    m_work = Work::Decide;
    m_done = {first};
    m_left = others;
    m_outcome = {{first.conflict}, {}};
    next();
}

void DecisionBatch::undo()
{
    if (isWorking())
        return;
    m_work = Work::Undo;
    m_left = std::exchange(m_done, {});
    std::reverse(m_left.begin(), m_left.end());
    m_outcome = {};
    next();
}

void DecisionBatch::next()
{
    if (m_left.isEmpty()) {
        if (m_work == Work::Decide)
            Q_EMIT decided(m_outcome);
        else
            Q_EMIT undone(m_outcome);
        return;
    }
    m_session.ask(
        Lane::Write, this,
        [work = m_work, task = m_left.constFirst()](Company &company) {
        return work == Work::Decide ? resolveConflict(company, task.conflict, task.resolution)
                                    : takeBack(company, task.conflict);
        },
        [this](const Result<> &result) { took(result); });
}

void DecisionBatch::took(const Result<> &result)
{
    const auto task = m_left.takeFirst();
    if (result) {
        m_outcome.done.append(task.conflict);
        if (m_work == Work::Decide)
            m_done.append(task);
    } else {
        const auto why = result.error().code == "merge.changedMeanwhile"_L1
                             ? MergeText::tr("It was changed again meanwhile.")
                             : wording::errorText(result.error());
        m_outcome.refused.append(MergeText::tr("%1: %2").arg(task.record, why));
    }
    next();
}

} // namespace frost
