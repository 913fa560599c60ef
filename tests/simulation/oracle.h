// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace frost::test {

//! Knows every edit whose call returned success, and afterwards where each must be (RELIABILITY.md I1, I3, I4, I7).
class Oracle
{
public:
    //! A new record that carries `token` for life.
    void created(const QString &token);
    //! `token` was typed on a device into the record created with `record`. A later token of the same device and record replaces it, as people do.
    void typed(int device, const QString &record, const QString &token);
    //! Somebody deleted the record, or decided a conflict about a deletion: it may be gone.
    void deleted(const QString &creationToken);
    //! What the server said yes to.
    void serverAccepted(const QJsonObject &body);
    void conflictMine(const QJsonObject &body);

    //! Everything that went missing or was doubled; empty if all is well.
    //! @param live bodies on the server
    [[nodiscard]] QStringList complaints(const QList<QJsonObject> &live) const;

private:
    struct Typed {
        int device;
        QString record;
        QString token;
    };
    QSet<QString> m_created;
    QList<Typed> m_typed;
    QSet<QString> m_deleted;
    QSet<QString> m_seen; //!< tokens that reached the server or a conflict
};

} // namespace frost::test
