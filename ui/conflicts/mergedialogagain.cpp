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

#include <algorithm>

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

//! Decisions that a kept draft had and that are needed once more; of rows that were matched otherwise, whatever is open.
QStringList askedOnceMore(const MergeDraft &draft, const QJsonObject &kept)
{
    const auto decided = kept["decisions"_L1].toObject();
    QStringList paths;
    QStringList open;
    for (const auto &entry : draft.entries()) {
        if (!draft.isOpen(entry))
            continue;
        open.append(entry.path);
        if (decided.contains(entry.path))
            paths.append(entry.path);
    }
    return paths.isEmpty() ? open : paths;
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

void MergeDialog::tellReopened(const Seen *seen, const QJsonObject &kept, qsizetype dropped)
{
    const auto &draft = m_editing->draft();
    m_reopened = seen ? newlyAsked(draft, seen->asked, kept) : dropped > 0 ? askedOnceMore(draft, kept) : QStringList();
    const int count = int(m_reopened.size());
    if (count == 0 && dropped == 0)
        return m_again->clear();
    if (count == 0)
        return m_again->showMessage(Banner::Kind::Warning, wording::changedPast(*m_editing, int(dropped)));
    m_again->showMessage(Banner::Kind::Warning, seen ? wording::changedAgain(*m_editing, seen->versions, count)
                                                     : wording::changedSince(*m_editing, count));
    auto *show = m_again->addButton(MergeText::tr("Sho&w"));
    show->setAutoDefault(false); // Enter belongs to the fields
    show->setAccessibleDescription(MergeText::tr("Goes to the first choice that is open because of it"));
    setTabOrder(m_rules, show); // where it is seen
    connect(show, &QPushButton::clicked, this, &MergeDialog::goToReopened);
}

//! Everything it was about is decided.
void MergeDialog::closeReopened()
{
    const auto &draft = m_editing->draft();
    const bool asks = std::any_of(m_reopened.begin(), m_reopened.end(), [&](const QString &path) {
        const auto *entry = draft.entry(path);
        return entry && draft.isOpen(*entry);
    });
    if (!asks)
        m_again->clear();
}

//! The first that is open still.
void MergeDialog::goToReopened()
{
    const auto &draft = m_editing->draft();
    const auto open = std::find_if(m_reopened.begin(), m_reopened.end(), [&](const QString &path) {
        const auto *entry = draft.entry(path);
        return entry && draft.isOpen(*entry);
    });
    if (m_state != State::Ready || open == m_reopened.end())
        return;
    m_page->tree().goTo(*open);
    m_page->tree().setFocus();
}

} // namespace frost
