// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importreport.h"
#include "core/exchange/recordcollector.h"
#include "core/schema/schema.h"

namespace frost {

//! Finished records that others refer to, by record rule and key.
class RecordDirectory
{
public:
    //! @param body what RecordField sources may ask for
    void add(int rule, const QString &key, const LocalId &id, const QJsonObject &body)
    {
        m_records.insert({rule, key}, {id, body});
    }
    //! What a field holds whose source gave `text`; Undefined: the record it refers to was refused, or lacks the field.
    [[nodiscard]] QJsonValue content(const FieldSource &source, const QString &text) const;

private:
    QHash<std::pair<int, QString>, std::pair<LocalId, QJsonObject>> m_records;
};

//! Makes bodies of one shape: of a record, or of a document's rows. Says in the adaptations what it had to choose.
class BodyBuilder
{
public:
    //! @param rules, fields, directory, adaptations live longer than the builder
    //! @param subject "customer" or "invoice.rows": names the record in adaptations
    BodyBuilder(const QList<FieldRule> &rules, const QList<Field> &fields, const QString &subject,
                const RecordDirectory &directory, Adaptations &adaptations);

    //! Errors of both: Invalid "reference.refused" [field].
    [[nodiscard]] Result<QJsonObject> ofRow(const RowView &row) const;
    [[nodiscard]] Result<QJsonObject> ofRecord(const RecordCollector &record) const;

private:
    struct Slot {
        const FieldRule *rule;
        const Field *field; //!< nullptr: not in the schema
        QString name;       //!< in adaptations
    };
    [[nodiscard]] Result<> put(QJsonObject &body, const Slot &slot, qsizetype source, const QString &text,
                               qint64 line) const;

    QList<Slot> m_slots;
    const RecordDirectory &m_directory;
    Adaptations &m_adaptations;
};

} // namespace frost
