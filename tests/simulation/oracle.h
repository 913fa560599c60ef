// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace frost::test {

//! Knows every edit whose call returned success and everything the server said yes to, and from both where each edit must
//! be (RELIABILITY.md I1, I3 to I7). A record is known by its token, the externalReference that it carries for life; a
//! typed text by the note, unique for every call.
class Oracle
{
public:
    static constexpr int kLedger = 90; //!< the people at the second remote, as if they were a device
    void created(int device, const QString &token);
    //! A later note of the same device in the same record replaces it, as people do.
    void typed(int device, const QString &token, const QString &note);
    //! A person who saw this state of the record asked for a step that locks it.
    void asked(int device, const QString &step, const QJsonObject &seen);
    //! Somebody deleted the record, or decided a conflict about a deletion: it may be gone.
    void deleted(const QString &token);
    //! A person gave up what the device typed into the record, or put an old backup in its place.
    void givenUp(int device, const QString &token);
    void backupRestored(int device);
    //! A person saw this state in a conflict: what becomes of its note is a decision.
    void seenByPerson(const QJsonObject &body);
    //! A person chose this state of a conflict, be it older than what was carried out elsewhere.
    void chosen(const QJsonObject &body);
    //! The second remote carried out a create or an update of its holder, device 0.
    void carriedOutByLedger(const QJsonObject &body);
    //! The server carried out an operation, or said that it had. @param device -1: somebody else
    void accepted(int device, const QJsonObject &operation, const QJsonObject &result);

    //! Counts what it was told: whoever asked it knows whether to ask again.
    [[nodiscard]] std::uint64_t heard() const { return m_heard; }
    //! The server said no.
    void refused(const QJsonObject &operation);
    //! What the server knows, as its backups keep it.
    struct OnServer {
        QHash<QString, QString> effects; //!< idempotency key → what it did
        QHash<QString, QSet<qint64>> ids; //!< record → its ids there
    };
    [[nodiscard]] const OnServer &onServer() const { return m_server; }
    //! What came after the backup is gone there, and is to come again from whoever has it.
    void serverRestored(const OnServer &then);
    //! Nobody has these records any more but who may never have had them.
    [[nodiscard]] bool isOnServer(const QString &token) const { return m_server.ids.contains(token); }
    [[nodiscard]] const QSet<QString> &everCreated() const { return m_created; }

    [[nodiscard]] bool mayBeGone(const QString &token) const { return m_mayBeGone.contains(token); }
    [[nodiscard]] bool wasOnServer(const QString &token, const QString &note) const;
    //! Notes of this device that are nowhere but there yet, by record.
    [[nodiscard]] QHash<QString, QString> unsent(int device) const;
    void complain(const QString &violation) { m_violations += violation; }
    //! What became wrong since the last call.
    [[nodiscard]] QStringList takeViolations() { return std::exchange(m_violations, {}); }
    //! Everything that went missing or was doubled in the end. @param live bodies on the server
    [[nodiscard]] QStringList complaints(const QList<QJsonObject> &live) const;

    [[nodiscard]] static QString tokenOf(const QJsonObject &body) { return body[QLatin1StringView("externalReference")].toString(); }
    [[nodiscard]] static QString noteOf(const QJsonObject &body) { return body[QLatin1StringView("note")].toString(); }

private:
    void checkOnWire(const QJsonObject &operation);
    void checkStep(int device, const QString &step, const QJsonObject &taken);
    void checkOrder(const QString &place, int device, const QString &token, const QString &note);

    std::uint64_t m_heard = 0;
    QSet<QString> m_created;
    QSet<QString> m_mayBeGone;
    QHash<int, QHash<QString, QString>> m_last; //!< device → record → newest note
    QHash<int, QSet<QString>> m_createdBy;
    QSet<QString> m_seen; //!< notes that reached the server or a person
    QHash<QString, QSet<QString>> m_onServer; //!< record → notes that it ever had there
    QHash<QString, QSet<QString>> m_asked;    //!< device, step and record → notes that were seen when it was asked for
    OnServer m_server;
    QSet<QString> m_lostThere; //!< records that a restore has taken from the server
    QHash<QString, int> m_newestAccepted;     //!< place, device and record → number of the note
    QHash<QString, QSet<QString>> m_putBack; //!< by token: notes that another device than their writer, or a decision, has sent after a newer one
    QStringList m_violations;
};

} // namespace frost::test
