// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QMap>
#include <QTime>

#include <chrono>
#include <optional>

namespace frost {

//! Which way changes of one entity type travel between the store and one connection.
enum class SyncDirection { Both, Pull, Push, None };

//! What a run asks for (R-SYN-03).
enum class SyncMode {
    Delta, //!< what changed since the last run
    Full,  //!< everything, every time
};

//! When a connection is synchronised without being asked (R-NET-03). What waits here is sent soon, but with Manual.
enum class SyncStrategy {
    Hybrid,    //!< when the remote tells of changes, and every pullInterval where it cannot
    Push,      //!< when the remote tells of changes; else once a day
    Polling,   //!< every pullInterval
    Scheduled, //!< at pullAt
    Manual,    //!< never
};

[[nodiscard]] QString toString(SyncStrategy strategy); //!< "hybrid" ...

//! How many requests of runs a remote gets at most, whichever of this data folder's programs they are of; the one that asks
//! for access, and the stream of changes, take no turn. See core/net/limitrule.h.
struct RequestLimit {
    QString policy;     //!< "fixed-window", "sliding-window", "token-bucket" or "adaptive"
    int requests = 1;   //!< 1 to 100,000 ...
    int seconds = 1;    //!< ... in 1 to 86,400
    int concurrent = 0; //!< in the air at a time, to 100; 0: any number
    friend bool operator==(const RequestLimit &, const RequestLimit &) = default;
};

//! What one connection exchanges of one entity type, and who is right where both sides changed a field.
struct TypeRules {
    SyncDirection direction = SyncDirection::Both;
    SyncMode mode = SyncMode::Delta;
    QStringList fields;                     //!< top-level fields that are exchanged; empty: all
    QMap<QString, QString> filters;         //!< field → value that a record must have to begin to be exchanged; all must fit
    QString conflicts;                      //!< a FieldPolicy's word for fields that both changed; "": a person is asked
    QString lowConflicts;                   //!< the same for those of low severity, before `conflicts` (R-CON-03)
    QMap<QString, QString> fieldConflicts;  //!< the same for single top-level fields, before both

    //! The word for a field that both changed; "": a person is asked.
    [[nodiscard]] QString policyFor(const QString &field, bool isLow) const;

    [[nodiscard]] bool pulls() const { return direction == SyncDirection::Both || direction == SyncDirection::Pull; }
    [[nodiscard]] bool pushes() const { return direction == SyncDirection::Both || direction == SyncDirection::Push; }
    [[nodiscard]] bool exchanges(const QString &field) const { return fields.isEmpty() || fields.contains(field); }
    //! Whether the filters let a record in. One that is linked already stays in: narrowing takes nothing away.
    [[nodiscard]] bool lets(const QJsonObject &body) const;
    //! `theirs` as far as it is exchanged, the rest as it is in `ours`: what the exchange may change here, or there.
    [[nodiscard]] QJsonObject seen(const QJsonObject &theirs, const QJsonObject &ours) const;
    //! Whether any field that is exchanged differs.
    [[nodiscard]] bool concern(const QJsonObject &before, const QJsonObject &after) const { return fields.isEmpty() || seen(after, before) != before; }
    friend bool operator==(const TypeRules &, const TypeRules &) = default;
};

//! The rules of one connection as data (R-SYN-11). A value; README.md has the JSON.
struct SyncRules {
    TypeRules every;                     //!< for entity types without rules of their own
    QMap<EntityType, TypeRules> types;
    SyncStrategy strategy = SyncStrategy::Hybrid;
    bool syncOnReconnect = true; //!< R-NET-04; off: after an outage it waits for the next edit or pull
    std::optional<std::chrono::seconds> pullInterval; //!< unset: as the person's settings say
    //! Times of day here at which it is pulled; in between only by a run that sends what was edited here. Empty: see pullInterval.
    QList<QTime> pullAt;
    std::optional<int> batchSize;        //!< operations a request, 1 to 500
    std::optional<int> pageSize;         //!< changes a page, 1 to 1000
    std::optional<int> batchDelay;       //!< milliseconds between two push requests, 0 to 10,000; unset: as the remote needs it
    std::optional<RequestLimit> limit;   //!< beside what the remote says of itself
    std::optional<int> massRecords;      //!< see core/sync/masschange.h; unset: its defaults
    std::optional<int> massPercent;
    QList<EntityType> remoteTypes;       //!< not a rule but a fact: what the remote takes; empty: everything

    [[nodiscard]] const TypeRules &of(const EntityType &type) const;
    //! Whether every type is pulled in full each time.
    [[nodiscard]] bool isFull() const;
    //! Whether a type of the schema is pulled in full each time.
    [[nodiscard]] bool hasFull(const Schema &schema) const;
    //! Whether changes over there are to be told at once: not where another strategy says when they are pulled, nor where
    //! each would be a pull of everything.
    [[nodiscard]] bool wantsToBeTold(const Schema &schema) const;
    //! Strict: a name, a word or a number that is not understood is refused, so that a typing error never widens anything.
    //! Errors: Invalid "rules.invalid" [path, what is wrong there: "unknown", "type", "range", "word", "required"].
    [[nodiscard]] static Result<SyncRules> fromJson(const QJsonObject &json, const Schema &schema);
    friend bool operator==(const SyncRules &, const SyncRules &) = default;
};

//! The rules that hold for a connection, those of all levels together (rulelevels.h), and what the remote takes. No rules:
//! everything, both ways, and people are asked. Errors: those of the store and of tenantRulesJson(); Invalid "rules.invalid" where a
//! newer version wrote what this one does not know.
[[nodiscard]] Result<SyncRules> rulesOf(Database &database, const ConnectionId &connection);
//! @param wider  those of the company and the tenant, where they have been read: widerRulesJson()
[[nodiscard]] Result<SyncRules> rulesOf(Database &database, const ConnectionId &connection, const QJsonObject &wider);
//! What was set for the connection itself.
[[nodiscard]] Result<QJsonObject> rulesJson(Database &database, const ConnectionId &connection);
//! Remembers what the remote takes; for the run that asked it. Own transaction where that is news.
[[nodiscard]] Result<> setRemoteTypes(Database &database, const ConnectionId &connection, const QList<EntityType> &types);
//! Top-level fields of a type about which there may be a rule: never what weighs much, belongs to a linked group, is computed or
//! given by the remote (UX.md 1.2 J27); none of a type that is taken as a whole.
[[nodiscard]] QStringList ruledFields(const EntitySchema &schema);
//! What a person, or who writes for one, may set. Errors: those of SyncRules::fromJson; Invalid "rules.fieldAsks" [type, field] where a
//! rule is about a field of which ruledFields() says that a person is asked.
[[nodiscard]] Result<> checkNewRules(const QJsonObject &json, const Schema &schema);
//! Own transaction; takes effect with the next page or batch. Errors: those of checkNewRules(); nothing is kept then.
[[nodiscard]] Result<> setRules(Database &database, const ConnectionId &connection, const QJsonObject &json);
//! The same in the caller's open transaction, whatever fields it is about: for who changes one rule and leaves the others, which may
//! be older than that question.
[[nodiscard]] Result<> writeRules(Database &database, const ConnectionId &connection, const QJsonObject &json);

} // namespace frost
