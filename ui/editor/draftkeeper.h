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
    //! There is nothing to keep; what is in the store is removed by somebody else (or here with `remove`).
    void forget();
    void remove(const EntityType &type, const LocalId &id);

Q_SIGNALS:
    void failed(const frost::Error &error); //!< what is typed is in this window only

private:
    CompanySession &m_session;
    std::function<std::optional<Draft>()> m_draft;
    std::optional<std::pair<EntityType, LocalId>> m_written;
    QTimer m_waiting;
    bool m_touched = false; //!< something is typed that is not written
};

} // namespace frost
