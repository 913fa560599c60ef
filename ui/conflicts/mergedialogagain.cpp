// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at changes again: by a synchronisation, by the person elsewhere, by another device (UX.md 1.2 A4, L34).
#include "ui/conflicts/conflictcase.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergepage.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergetree.h"
#include "ui/widgets/banner.h"

#include <QPushButton>

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! What theirs says where a decision is needed.
QHash<QString, QJsonValue> askedIn(const MergeDraft &draft)
{
    QHash<QString, QJsonValue> theirs;
    for (const auto &entry : draft.entries()) {
        if (entry.section == MergeDraft::Section::Open)
            theirs.insert(entry.path, entry.theirs);
    }
    return theirs;
}

//! Decisions that are needed and were not asked for before, or about something else of theirs, or had been made.
QStringList newlyAsked(const MergeDraft &draft, const QHash<QString, QJsonValue> &before, const QJsonObject &kept)
{
    const auto decided = kept["decisions"_L1].toObject();
    QStringList paths;
    for (const auto &entry : draft.entries()) {
        const auto known = before.constFind(entry.path);
        const bool isNew = known == before.cend() || *known != entry.theirs || decided.contains(entry.path);
        if (draft.isOpen(entry) && isNew)
            paths.append(entry.path);
    }
    return paths;
}

//! Decisions that a kept draft had and that are needed once more.
QStringList askedOnceMore(const MergeDraft &draft, const QJsonObject &kept)
{
    const auto decided = kept["decisions"_L1].toObject();
    QStringList paths;
    for (const auto &entry : draft.entries()) {
        if (draft.isOpen(entry) && decided.contains(entry.path))
            paths.append(entry.path);
    }
    return paths;
}

//! In the order of the fields, each once; what is decided by now is left out.
QStringList stillOpen(const MergeDraft &draft, const QStringList &paths)
{
    QStringList open;
    for (const auto &entry : draft.entries()) {
        if (paths.contains(entry.path) && draft.isOpen(entry))
            open.append(entry.path);
    }
    return open;
}

} // namespace

void MergeDialog::reloadIfChanged(const QList<EntityType> &types)
{
    if (m_state != State::Ready || !types.contains(m_editing->draft().schema().type))
        return;
    m_session.ask(
        Lane::Page, this, [id = m_wanted](Company &company) { return readConflictCase(company, id); },
        [this, id = m_wanted](Result<ConflictCase> read) {
        if (id == m_wanted && m_state == State::Ready)
            reloaded(std::move(read));
        });
}

void MergeDialog::reloaded(Result<ConflictCase> read)
{
    if (read && sameVersions(read->conflict.versions, m_editing->draft().input()))
        return;
    m_page->tree().finishEditing(); // what is being typed is decided as well
    const auto &draft = m_editing->draft();
    if (read)
        read->draft = draft.toJson();
    const Seen seen{draft.input(), askedIn(draft)};
    m_state = State::Loading;
    loaded(m_wanted, std::move(read), &seen);
}

// A notice that is there goes on: what it told of is still to be decided.
void MergeDialog::tellReopened(const Seen *seen, const QJsonObject &kept, qsizetype dropped)
{
    const auto &draft = m_editing->draft();
    auto told = seen ? std::exchange(m_reopened, {}) : Reopened();
    if (seen && !told.isTold())
        told.seen = seen->versions;
    told.paths = stillOpen(draft, told.paths + (seen ? newlyAsked(draft, seen->asked, kept) : askedOnceMore(draft, kept)));
    told.dropped += dropped;
    forgetReopened();
    if (!told.isTold())
        return;
    m_reopened = std::move(told);
    m_again->showMessage(Banner::Kind::Warning, reopenedInWords());
    if (m_reopened.paths.isEmpty())
        return;
    auto *show = m_again->addButton(MergeText::tr("Sho&w"));
    show->setAutoDefault(false); // Enter belongs to the fields
    show->setAccessibleDescription(MergeText::tr("Goes to the first choice that is open because of it"));
    setTabOrder(m_rules, show); // where it is seen
    connect(show, &QPushButton::clicked, this, &MergeDialog::goToReopened);
}

QString MergeDialog::reopenedInWords() const
{
    const auto &[seen, paths, dropped] = m_reopened;
    if (paths.isEmpty())
        return wording::changedPast(int(dropped));
    return seen ? wording::changedAgain(*m_editing, *seen, int(paths.size())) : wording::changedSince(int(paths.size()));
}

//! Everything it was about is decided.
void MergeDialog::closeReopened()
{
    if (stillOpen(m_editing->draft(), m_reopened.paths).isEmpty())
        forgetReopened();
}

void MergeDialog::forgetReopened()
{
    m_reopened = {};
    m_again->clear();
}

//! The first that is open still.
void MergeDialog::goToReopened()
{
    const auto open = stillOpen(m_editing->draft(), m_reopened.paths);
    if (m_state != State::Ready || open.isEmpty())
        return;
    m_page->tree().goTo(open.first());
    m_page->tree().setFocus();
}

} // namespace frost
