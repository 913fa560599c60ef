// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/drafts.h"
#include "ui/session/companysession.h"

#include <QTimer>

namespace frost {

//! Keeps one form's draft in the store: at most a second after a key, however fast the typing (UX.md 3.4 allows two).
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    //! @param draft what is typed now; asked when it is to be written. nullopt: there is nothing to keep, a draft that was
    //! written is removed
    DraftKeeper(CompanySession &session, std::function<std::optional<Draft>()> draft, QObject *parent = nullptr);

    //! Something was typed.
    void touch();
    //! Writes what is not yet written, now.
    void flush();
    //! From now on it is about another record, or about none: what is written stays.
    void forget();
    //! Forgets, and removes what is written.
    void remove(const EntityType &type, const LocalId &id);
    //! True while a draft is on its way to the store: who reads it must ask on Lane::Write to read after it.
    [[nodiscard]] bool isWriting() const { return m_writing > 0; }

Q_SIGNALS:
    void failed(const frost::Error &error); //!< what is typed is in this window only

private:
    CompanySession &m_session;
    std::function<std::optional<Draft>()> m_draft;
    std::optional<std::pair<EntityType, LocalId>> m_written;
    QTimer m_waiting;
    int m_writing = 0;
    bool m_touched = false; //!< something is typed that is not written
};

} // namespace frost
