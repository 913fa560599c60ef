// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/storedlink.h"
#include "core/server/storedrecord.h"

#include <QHash>

#include <functional>
#include <optional>

namespace frost::server {

//! What an operation with an idempotency key was answered.
struct StoredAnswer {
    QByteArray requestHash;
    QByteArray answer; //!< canonical JSON without the operation's number
};

//! Which changes a page may hold: after < change <= upTo.
struct ChangeRange {
    qint64 after = 0;
    qint64 upTo = 0;
    QList<EntityType> types; //!< empty: all
};

//! The records of one company of one tenant; no call can name another. Reads outside TenantStore::write() see the last
//! commit; writes need it. Errors of all calls: those of the database (core/store/sql.h).
class CompanyStore
{
public:
    virtual ~CompanyStore() = default;

    //! Live records and tombstones; unknown ids are left out.
    [[nodiscard]] virtual Result<QList<StoredRecord>> records(const QList<qint64> &ids) = 0;
    [[nodiscard]] virtual Result<QList<StoredRecord>>
    recordsByTempId(const QList<std::pair<EntityType, QString>> &tempIds) = 0;
    //! Calls `visit` in the order of change numbers until it returns false.
    [[nodiscard]] virtual Result<> visitChanges(const ChangeRange &range,
                                                const std::function<bool(const StoredRecord &)> &visit) = 0;
    [[nodiscard]] virtual Result<qint64> countChanges(const ChangeRange &range) = 0;
    //! The number of the last change of a record or a link; 0: none yet.
    [[nodiscard]] virtual Result<qint64> newestChange() = 0;
    //! The first change with updatedAt >= `instant`; nullopt: nothing has changed since.
    [[nodiscard]] virtual Result<std::optional<qint64>> firstChangeSince(qint64 instant) = 0;

    //! `isNew`: insert, else replace the record of that id.
    [[nodiscard]] virtual Result<> put(const StoredRecord &record, bool isNew) = 0;

    //! The live record that has this natural key; nullopt: it is free.
    [[nodiscard]] virtual Result<std::optional<qint64>> naturalKeyOwner(const EntityType &type, const QString &key) = 0;
    //! Replaces the record's natural key; empty: it has none.
    [[nodiscard]] virtual Result<> setNaturalKey(const EntityType &type, qint64 id, const QString &key) = 0;

    //! The number that the next document of this series gets; 1 at first.
    [[nodiscard]] virtual Result<qint64> nextNumber(const EntityType &type, const QString &series) = 0;
    [[nodiscard]] virtual Result<> setNextNumber(const EntityType &type, const QString &series, qint64 next) = 0;

    [[nodiscard]] virtual Result<QHash<QString, StoredAnswer>> answers(const QStringList &keys) = 0;
    [[nodiscard]] virtual Result<> remember(const QString &key, const StoredAnswer &answer, qint64 now) = 0;

    //! nullopt: nobody ever held it.
    [[nodiscard]] virtual Result<std::optional<StoredHolder>> holder(const QString &connection) = 0;
    [[nodiscard]] virtual Result<> setHolder(const StoredHolder &holder) = 0;
    //! What `connection` calls the record.
    [[nodiscard]] virtual Result<std::optional<StoredLink>> link(const QString &connection, qint64 id) = 0;
    //! Which record has this remote id there.
    [[nodiscard]] virtual Result<std::optional<qint64>> linkOwner(const QString &connection, const EntityType &type,
                                                                  const QString &remoteId) = 0;
    //! Replaces the record's link, and that of any other record that had the same remote id: there it was given again.
    [[nodiscard]] virtual Result<> putLink(const StoredLink &link) = 0;
    //! At most `limit`, in the order of change numbers. @param range  its types are not looked at
    [[nodiscard]] virtual Result<QList<StoredLink>> linkChanges(const QString &connection, const ChangeRange &range, int limit) = 0;
};

} // namespace frost::server
