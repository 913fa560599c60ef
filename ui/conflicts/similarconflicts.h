// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"
#include "ui/session/companysession.h"

namespace frost {

//! The other conflicts that the choices in hand would settle as well, as soon as all are made (UX.md 1.2 J26). Follows the
//! editing and the store. UI thread.
class SimilarConflicts final : public QObject
{
    Q_OBJECT
public:
    //! @param session, editing must outlive this
    SimilarConflicts(CompanySession &session, MergeEditing &editing, QObject *parent = nullptr);

    [[nodiscard]] const QList<ConflictCase> &cases() const { return m_cases; }
    [[nodiscard]] const FieldSides &sides() const { return m_sides; }

Q_SIGNALS:
    void changed();

private:
    void look();
    void read();

    CompanySession &m_session;
    MergeEditing &m_editing;
    qint64 m_conflict = 0;
    FieldSides m_sides;
    QList<ConflictCase> m_cases;
    quint64 m_question = 0; //!< only the answer to the last one is wanted
};

} // namespace frost
