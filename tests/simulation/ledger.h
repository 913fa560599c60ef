// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"
#include "core/schema/schema.h"
#include "tests/simulation/surroundings.h"

#include <QMap>

namespace frost::test {

//! An accounting system beside the firm's own server: numbers of its own for ids, which it gives again; no versions, no
//! idempotency keys, no word about what was deleted, and a feed of what was modified since a second. People work in it.
//!   GET changes?since=SECOND&after=TYPE/ID&limit=N, keys?type=T&after=ID, TYPE?reference=R, TYPE/ID
//!   POST TYPE, PUT TYPE/ID, DELETE TYPE/ID
class Ledger
{
public:
    explicit Ledger(const Surroundings &around);

    [[nodiscard]] HttpResponse serve(const HttpRequest &request);

    enum class Mood { Fair, Difficult };
    void setMood(Mood mood) { m_mood = mood; }
    //! Somebody works in it: makes, changes, deletes, or makes a record under the number of a deleted one (F26). Never what a
    //! run has looked at and may be about to write: what is changed between the two is overwritten, whatever anybody does.
    void act();
    void shrinkScope(); //!< F25: some records leave the lists, or the right to see them is taken away
    void growScope();
    //! A run of whoever holds the connection has ended: what it has not written it never will.
    void runEnded() { m_looked.clear(); }
    //! The holder's clock is another one from now on: what is on its way does not arrive any more. By no other clock can
    //! anybody tell how long a create has been on its way.
    void holdersClockMoved() { m_clockMoved = m_around.simulator.elapsed().count(); }

    [[nodiscard]] std::uint64_t changes() const { return m_changes; } //!< ever
    [[nodiscard]] const QStringList &trail() const { return m_trail; } //!< what happened here
    [[nodiscard]] std::uint64_t looks() const { return m_looks; } //!< at single records
    using Records = QMap<qint64, QJsonObject>;
    [[nodiscard]] QMap<QString, Records> records() const; //!< live ones by type and id
    //! Whether a record of this number was deleted here; another may have it now.
    [[nodiscard]] bool hasLost(const QString &type, const QString &id) const { return m_lost.contains({type, id.toLongLong()}); }
    [[nodiscard]] bool everHad(const QString &token, const QString &note) const { return m_notes.value(token).contains(note); }

private:
    enum class Sight { Shown, NotListed, Forbidden };
    struct Entry {
        QJsonObject body;
        qint64 modified = 0;        //!< second
        qint64 changedByOthers = 0; //!< ms of the life; 0: never
        qint64 lookedAt = -1;       //!< ms of the life when the holder last saw it as it was then
        Sight sight = Sight::Shown;
    };
    using Id = std::pair<QString, qint64>;
    [[nodiscard]] std::optional<HttpResponse> refusal();
    [[nodiscard]] HttpResponse done(const HttpRequest &request);
    [[nodiscard]] HttpResponse changesSince(const HttpRequest &request);
    [[nodiscard]] HttpResponse keys(const HttpRequest &request);
    [[nodiscard]] HttpResponse search(const QString &type, const QString &reference);
    [[nodiscard]] HttpResponse one(const Id &id);
    [[nodiscard]] HttpResponse create(const QString &type, const QJsonObject &body);
    [[nodiscard]] HttpResponse change(const Id &id, const QJsonObject &body);
    [[nodiscard]] HttpResponse remove(const Id &id);
    [[nodiscard]] std::optional<HttpResponse> wrongReference(const QString &type, const QJsonObject &body);
    [[nodiscard]] bool comesTooLate(const HttpRequest &request) const;
    void checkSeen(const Id &id, const Entry &entry);

    void make(const QString &type, qint64 id, QJsonObject body);
    void createCustomer(qint64 id);
    void createInvoice();
    void edit(const QString &type, const QString &field, const QString &value);
    void removeOne();
    void giveIdAgain();
    [[nodiscard]] QString newToken(const QString &kind);
    [[nodiscard]] std::optional<qint64> someone(const QString &type);
    [[nodiscard]] bool hasInvoices(qint64 customer) const;
    void forget(const Id &id);
    void note(const QString &what, const Id &id, const QJsonObject &body);
    void put(const Id &id, const QJsonObject &body, bool byOthers);
    [[nodiscard]] bool draws(Fault fault, int percent);
    [[nodiscard]] qint64 now() const { return m_around.simulator.elapsed().count(); }

    Surroundings m_around;
    Mood m_mood = Mood::Fair;
    QMap<QString, QMap<qint64, Entry>> m_types;
    QHash<QString, QSet<QString>> m_notes; //!< by token, every note it ever had here
    QSet<Id> m_everGiven;
    QSet<Id> m_lost;
    QList<qint64> m_free;  //!< numbers of deleted customers
    QSet<Id> m_looked;     //!< by the run that goes on
    struct {
        qint64 at = -1;
        QByteArray body;
        HttpResponse answer;
    } m_lastPost;
    qint64 m_clockMoved = -1;
    qint64 m_lastId = 100;
    int m_tokens = 0;
    std::uint64_t m_changes = 0;
    QStringList m_trail;
    std::uint64_t m_looks = 0;
};

} // namespace frost::test
