// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

//! Reads the parameters of a calculation and remembers the first that is wrong, so that a computation can read them all
//! and ask once.
class Parameters
{
public:
    Parameters(const EntitySchema &schema, const QJsonObject &values) : m_schema(schema), m_values(values) { }

    enum class Presence { Required, Optional };
    //! The name of a field of `rows` (nullptr: of the entity type) that parameter `key` gives; it must have one of
    //! `kinds`.
    QString field(const QString &key, std::initializer_list<FieldKind> kinds, Presence presence,
                  const Field *rows = nullptr);
    //! The Rows field that parameter `key` gives.
    const Field *rows(const QString &key);
    //! Parameter `key` as an object; empty where it is missing.
    QJsonObject object(const QString &key);
    void refuse(const QString &key);
    //! Errors: Usage "calculation.parameter" [parameter]: the first wrong one, or one nobody asked for.
    [[nodiscard]] Result<> check() const;

private:
    const EntitySchema &m_schema;
    const QJsonObject &m_values;
    QStringList m_read;
    QString m_wrong;
};

} // namespace frost
