// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/companystore.h"
#include "core/store/sql.h"

namespace frost::server {

//! CompanyStore in the tenant's SQLite file.
class SqliteCompany final : public CompanyStore
{
public:
    SqliteCompany(Sql &sql, const CompanyId &company) : m_sql(sql), m_company(company.toString()) { }

    Result<QList<StoredRecord>> records(const QList<qint64> &ids) override;
    Result<QList<StoredRecord>> recordsByTempId(const QList<std::pair<EntityType, QString>> &tempIds) override;
    Result<> visitChanges(const ChangeRange &range, const std::function<bool(const StoredRecord &)> &visit) override;
    Result<qint64> countChanges(const ChangeRange &range) override;
    Result<qint64> newestChange() override;
    Result<std::optional<qint64>> firstChangeSince(qint64 instant) override;
    Result<> put(const StoredRecord &record, bool isNew) override;
    Result<std::optional<qint64>> naturalKeyOwner(const EntityType &type, const QString &key) override;
    Result<> setNaturalKey(const EntityType &type, qint64 id, const QString &key) override;
    Result<qint64> nextNumber(const EntityType &type, const QString &series) override;
    Result<> setNextNumber(const EntityType &type, const QString &series, qint64 next) override;
    Result<QHash<QString, StoredAnswer>> answers(const QStringList &keys) override;
    Result<> remember(const QString &key, const StoredAnswer &answer, qint64 now) override;
    Result<std::optional<StoredHolder>> holder(const QString &connection) override;
    Result<> setHolder(const StoredHolder &holder) override;
    Result<std::optional<StoredLink>> link(const QString &connection, qint64 id) override;
    Result<std::optional<qint64>> linkOwner(const QString &connection, const EntityType &type,
                                            const QString &remoteId) override;
    Result<> putLink(const StoredLink &link) override;
    Result<QList<StoredLink>> linkChanges(const QString &connection, const ChangeRange &range, int limit) override;

private:
    [[nodiscard]] Result<QList<StoredRecord>> readAll(QLatin1StringView statement, const QVariantList &values);
    [[nodiscard]] Result<std::optional<qint64>> readNumber(QLatin1StringView statement, const QVariantList &values);
    [[nodiscard]] Result<> run(QLatin1StringView statement, const QVariantList &values);

    Sql &m_sql;
    QString m_company;
};

} // namespace frost::server
