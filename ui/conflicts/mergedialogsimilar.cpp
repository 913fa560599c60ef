// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same choices for conflicts that are alike (UX.md 1.2 J26).
#include "ui/conflicts/conflictslist.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergepage.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergetree.h"
#include "ui/conflicts/similarconflicts.h"
#include "ui/conflicts/similardialog.h"
#include "ui/widgets/banner.h"

#include <QPushButton>

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Banner::Kind kindOf(const DecisionBatch::Outcome &outcome, bool ruleFailed, Banner::Kind otherwise)
{
    return ruleFailed ? Banner::Kind::Error : outcome.refused.isEmpty() ? otherwise : Banner::Kind::Warning;
}

} // namespace

void MergeDialog::showSimilar()
{
    if (m_state != State::Ready)
        return;
    m_page->tree().finishEditing();
    if (m_similar->cases().isEmpty() || !m_editing->draft().canSave())
        return;
    auto *dialog =
        new SimilarDialog(m_session.schema(), *m_editing, m_similar->cases(), m_similar->sides(), this);
    connect(dialog, &SimilarDialog::confirmed, this, &MergeDialog::decideAlike);
    dialog->open();
}

// The conflict in hand first, by the way of all saving: it may be refused, or want a confirmation.
void MergeDialog::decideAlike(const QList<DecisionBatch::Task> &others, const FieldSides &always)
{
    if (m_state != State::Ready || m_batch->isWorking())
        return;
    const auto record = wording::recordHeading(m_editing->draft().schema().type, m_editing->conflictCase().name);
    QList<FieldRule> rules;
    for (auto it = always.begin(); it != always.end(); ++it)
        rules.append(ruleFor(it.key(), *it));
    m_alike = Alike{{m_wanted, record, {}}, others, rules};
    complete();
    if (m_state != State::Saving && m_state != State::Completing)
        m_alike.reset();
}

void MergeDialog::decideOthers()
{
    const auto alike = *std::exchange(m_alike, std::nullopt);
    m_banner->showMessage(Banner::Kind::Information,
                          MergeText::tr("Deciding %n conflict(s) …", nullptr, int(alike.others.size())),
                          Banner::Closing::NotAllowed);
    m_ruled = {};
    if (!alike.rules.isEmpty())
        addRules(alike.rules);
    m_batch->decide(alike.first, alike.others);
}

// On the lane of the decisions and before them: they tell of it at their end.
void MergeDialog::addRules(const QList<FieldRule> &rules)
{
    m_session.ask(
        Lane::Write, this, [rules](Company &company) { return addFieldRules(company.database(), rules); },
        [this](const Result<QList<FieldRule>> &added) {
        m_ruled = {added.value_or(QList<FieldRule>()), wording::whatWasRuled(added), !added};
        });
}

void MergeDialog::undoAlike()
{
    undoRules();
    m_batch->undo();
}

void MergeDialog::undoRules()
{
    const auto made = std::exchange(m_ruled, {}).made;
    if (made.isEmpty())
        return;
    m_session.ask(
        Lane::Write, this, [made](Company &company) { return undoFieldRules(company.database(), made); },
        [this, made](const Result<QList<FieldRule>> &others) { m_ruled = {{}, wording::whatWasUnruled(made, others), !others}; });
}

//! The one to go on with: none that is about to be decided.
qint64 MergeDialog::nextAfter(qint64 id) const
{
    const auto goes = [this](qint64 other) {
        return m_alike && std::any_of(m_alike->others.begin(), m_alike->others.end(),
                                      [&](const DecisionBatch::Task &task) { return task.conflict == other; });
    };
    for (const int step : {1, -1}) {
        for (auto next = m_list->neighbour(id, step); next != 0; next = m_list->neighbour(next, step)) {
            if (!goes(next))
                return next;
        }
    }
    return 0;
}

void MergeDialog::decidedAlike(const DecisionBatch::Outcome &outcome)
{
    QStringList lines{MergeText::tr("%n conflict(s) decided alike.", nullptr, int(outcome.done.size()))};
    if (!outcome.refused.isEmpty())
        lines.append(MergeText::tr("Not decided:"));
    lines += outcome.refused;
    lines.append(m_ruled.news);
    lines.removeAll(QString());
    m_banner->showMessage(kindOf(outcome, m_ruled.failed, Banner::Kind::Success), lines.join(u'\n'));
    auto *undoing = m_banner->addButton(MergeText::tr("Undo &all"));
    undoing->setAutoDefault(false); // Enter belongs to the fields
    setTabOrder(m_rules, undoing); // where it is seen
    connect(undoing, &QPushButton::clicked, this, [this, undoing] {
        undoing->setEnabled(false);
        undoAlike();
    });
    m_list->reload();
    for (const auto id : outcome.done.mid(1)) // the first has been told
        Q_EMIT resolved(id);
}

void MergeDialog::undoneAlike(const DecisionBatch::Outcome &outcome)
{
    QStringList lines{MergeText::tr("%n conflict(s) are open again.", nullptr, int(outcome.done.size()))};
    if (!outcome.refused.isEmpty())
        lines.append(MergeText::tr("Not undone:"));
    lines += outcome.refused;
    lines.append(m_ruled.news);
    lines.removeAll(QString());
    m_banner->showMessage(kindOf(outcome, m_ruled.failed, Banner::Kind::Information), lines.join(u'\n'));
    m_list->reload();
}

} // namespace frost
