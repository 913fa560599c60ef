// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/similarconflicts.h"

#include "core/conflict/simple.h"

namespace frost {

SimilarConflicts::SimilarConflicts(CompanySession &session, MergeEditing &editing, QObject *parent)
    : QObject(parent), m_session(session), m_editing(editing)
{
    connect(&editing, &MergeEditing::opened, this, &SimilarConflicts::look);
    connect(&editing, &MergeEditing::changed, this, &SimilarConflicts::look);
    connect(&session, &CompanySession::recordsChanged, this, [this] {
        if (!m_sides.isEmpty())
            read();
    });
}

void SimilarConflicts::look()
{
    const auto &conflict = m_editing.conflictCase().conflict;
    const bool ordinary = m_editing.isOpen() && isOrdinary(conflict.conflictType);
    const auto sides = ordinary ? sidesTaken(m_editing.draft()) : FieldSides();
    if (conflict.id == m_conflict && sides == m_sides)
        return;
    m_conflict = conflict.id;
    m_sides = sides;
    m_cases.clear();
    ++m_question;
    if (!m_sides.isEmpty())
        read();
    Q_EMIT changed();
}

void SimilarConflicts::read()
{
    m_session.ask(
        Lane::Scan, this,
        [id = m_conflict, sides = m_sides](Company &company) { return readSimilarCases(company, id, sides); },
        [this, question = ++m_question](const Result<QList<ConflictCase>> &similar) {
        if (question != m_question)
            return;
        m_cases = similar.value_or(QList<ConflictCase>()); // it only ever saves work
        Q_EMIT changed();
        });
}

} // namespace frost
