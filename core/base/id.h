// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace frost {

//! A text that names one kind of thing: a LocalId cannot be passed where a RemoteId is wanted. Empty means "none".
template<class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString value) : m_value(std::move(value)) { }

    [[nodiscard]] const QString &toString() const { return m_value; }
    [[nodiscard]] QByteArray toUtf8() const { return m_value.toUtf8(); }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &a, const Id &b) { return QString::compare(a.m_value, b.m_value) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_value, seed); }

private:
    QString m_value;
};

using TenantId = Id<struct TenantIdTag>;         //!< an accounting firm
using CompanyId = Id<struct CompanyIdTag>;       //!< one client company of a tenant
using UserId = Id<struct UserIdTag>;
using DeviceId = Id<struct DeviceIdTag>;         //!< one installation of Frost, for ever
using EntityType = Id<struct EntityTypeTag>;     //!< "customers", "invoices": also the name of the object store
using LocalId = Id<struct LocalIdTag>;           //!< a record's key in the store, for life
using RemoteId = Id<struct RemoteIdTag>;         //!< a record's key in one remote system
using ConnectionId = Id<struct ConnectionIdTag>; //!< one company linked to one remote system
using IdempotencyKey = Id<struct IdempotencyKeyTag>;

} // namespace frost
