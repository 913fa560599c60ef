// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <optional>

namespace frost {

//! A record while somebody edits it: what was there when editing began, and what is typed, which may be anything. Knows
//! what the person changed, so that only that is written, and what the figures come to. A value; no widgets.
class EditedRecord
{
public:
    explicit EditedRecord(const EntitySchema &schema) : m_schema(schema) { }

    //! A new record; what it starts with is no change of the person's.
    void startNew(const QJsonObject &start);
    void startFrom(const QJsonObject &stored);
    //! Takes up a draft. @param base nullopt: of a new record, which starts with `start`
    void resume(const std::optional<QJsonObject> &base, const QJsonObject &start, const QJsonObject &typed);

    [[nodiscard]] const EntitySchema &schema() const { return m_schema; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] const QJsonObject &base() const { return m_base; }
    [[nodiscard]] const QJsonObject &typed() const { return m_typed; }
    [[nodiscard]] QJsonValue value(const QString &field) const { return m_typed.value(field); }
    //! Undefined: blank.
    void set(const QString &field, const QJsonValue &value);

    [[nodiscard]] bool isDirty() const { return !changed().isEmpty(); }
    [[nodiscard]] QStringList changed() const; //!< fields that say something else than before, in schema order
    //! For RecordEditor: a new record whole, of another the changed fields; null where one is now blank.
    [[nodiscard]] QJsonObject patch() const;
    //! The stored record has changed: fields the person left alone follow. @return fields that both sides changed; they
    //! stay as typed
    QStringList follow(const QJsonObject &now);

    //! What is typed, normalised and with derived fields, as far as it can be read; what cannot is left out.
    [[nodiscard]] QJsonObject computed() const;
    //! What cannot be read: "decimal.malformed" and the like. References that are not found are not among them.
    [[nodiscard]] QList<Problem> malformed() const;

private:
    struct Reading {
        QJsonObject computed;
        QList<Problem> malformed;
    };
    [[nodiscard]] const Reading &read() const;
    void forgetReading();
    [[nodiscard]] bool says(const Field &field, const QJsonValue &a, const QJsonValue &b) const;
    [[nodiscard]] QJsonArray follow(const Field &rows, const QJsonObject &now) const;

    EntitySchema m_schema;
    bool m_isNew = true;
    QJsonObject m_base;
    QJsonObject m_typed;
    // Many ask after every key; what is typed is read once.
    mutable std::optional<Reading> m_reading;
    mutable std::optional<QStringList> m_changed;
};

} // namespace frost
