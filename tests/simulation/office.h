// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/sqlite/sqliteserverstore.h"
#include "core/server/syncservice.h"
#include "tests/simulation/deviceclock.h"
#include "tests/simulation/surroundings.h"
#include "tests/support/memorydisk.h"

namespace frost::test {

//! The firm's server: the real handlers over the real store, and in front of them what goes wrong at servers (F15 to F30).
class Office
{
public:
    //! @param users one a device, and one more for a colleague with a newer program
    Office(const Surroundings &around, int users);
    ~Office();

    [[nodiscard]] QByteArray token(int user) const { return m_tokens[size_t(user)]; }
    [[nodiscard]] HttpResponse serve(int device, const HttpRequest &request);

    enum class Mood { Fair, Difficult };
    void setMood(Mood mood) { m_mood = mood; }
    void setEmpty(bool empty);
    [[nodiscard]] const QStringList &trail() const { return m_trail; } //!< what happened to the server as a whole
    void renameEpoch();   //!< F23: a restore of what was there a moment ago
    void backUp();
    void restoreBackup(); //!< F23: what came after the backup is gone; ids are not given again
    [[nodiscard]] bool hasLostRecords() const { return !m_lost.isEmpty(); }
    //! Whether a restore has lost the record.
    [[nodiscard]] bool hasLost(const QString &type, const QString &id) const { return m_lost.contains(type + u'/' + id); }
    void jumpClock();    //!< F24
    void setClockRight() { m_clock.setAhead({}); }
    void colleagueWrites(); //!< F27, F28: with a newer program, past all weather

    struct Position {
        QString epoch;
        qint64 change = 0;
        friend bool operator==(const Position &, const Position &) = default;
    };
    [[nodiscard]] const Position &position();
    struct Row {
        QString type;
        qint64 id;
        qint64 version;
        qint64 change;
        bool deleted;
        QJsonObject body;
    };
    [[nodiscard]] const QList<Row> &rows(); //!< of the company, by change
    struct Live {
        QList<QJsonObject> bodies;
        QMap<QString, QByteArray> byId; //!< "type/id" → body, as Device::records()
    };
    [[nodiscard]] Live liveRecords(); //!< what is not deleted
    //! What the record was in that version; nullptr: it never was in it, or deleted.
    [[nodiscard]] const QJsonObject *stateAt(const QString &type, const QString &id, const QString &version) const;
    //! When the device may ask again; invalid: at any time (I19).
    [[nodiscard]] QDateTime notBefore(int device) const { return m_notBefore.value(device); }
    std::function<bool(int)> someoneElseSyncs; //!< besides the device

private:
    void note(const QString &what);
    void open();
    [[nodiscard]] HttpResponse inDifficultMood(int device, const HttpRequest &request);
    [[nodiscard]] std::optional<HttpResponse> refusal(int device, const HttpRequest &request);
    [[nodiscard]] HttpResponse rateLimited(int device);
    void refuseOne(const HttpRequest &request);
    [[nodiscard]] HttpResponse withoutRefused(const HttpRequest &request);
    [[nodiscard]] HttpResponse odd(HttpResponse response);
    [[nodiscard]] HttpResponse newer(HttpResponse response);
    [[nodiscard]] HttpResponse done(int device, const HttpRequest &request);
    void witness(int device, const HttpRequest &request, const HttpResponse &response);
    void watchBases(const HttpRequest &request, const HttpResponse &response, qint64 before);
    void notePaging(int device, const HttpRequest &request, const HttpResponse &response);
    [[nodiscard]] bool draws(Fault fault, int percent);

    Surroundings m_around;
    DeviceClock m_clock;
    MemoryDisk m_disk;
    MemoryDisk m_emptyDisk;
    std::vector<QByteArray> m_tokens;
    server::WriteTurns m_turns;
    struct Backup {
        MemoryDisk::Image image;
        Oracle::OnServer oracle;
        QSet<QString> carriedOut;
    };
    std::optional<Backup> m_backup;
    QStringList m_trail;
    int m_restores = 0; //!< none of them gives an id again
    QSet<QString> m_lost; //!< "type/id"
    struct Service;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<Service> m_emptyService; //!< while the server is empty
    Mood m_mood = Mood::Fair;
    QSet<QString> m_carriedOut; //!< idempotency keys
    QHash<QString, QJsonObject> m_refused; //!< idempotency key → the answer, for ever
    QHash<int, qint64> m_pagingSince; //!< device → position when it was promised another page
    QHash<int, QDateTime> m_notBefore;
    std::optional<Position> m_position;
    QList<Row> m_rows;      //!< as of m_rowsUpTo
    qint64 m_rowsUpTo = 0;
    QHash<QString, QJsonObject> m_states; //!< by "type/id/version"
    qint64 m_colleagueEdits = 0;
};

} // namespace frost::test
