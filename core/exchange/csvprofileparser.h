// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvprofile.h"
#include "core/exchange/strictjson.h"

namespace frost {

//! Reads a profile and checks that its parts fit together.
class CsvProfileParser : private StrictJson
{
public:
    [[nodiscard]] Result<CsvProfile> parse(const QJsonObject &json);

private:
    [[nodiscard]] CsvOptions options(const QJsonObject &json);
    [[nodiscard]] CsvValue value(const QString &name, const QJsonValue &json, const QString &where);
    void readColumn(CsvValue &value, const QJsonObject &json, const QString &where);
    void readMapping(CsvValue &value, const QJsonObject &json, const QString &where);
    [[nodiscard]] RecordRule record(const QJsonValue &json, const QString &where);
    [[nodiscard]] QList<FieldRule> fields(const QJsonObject &json, const QString &where);
    void readSources(FieldRule &rule, const QJsonValue &json, const QString &where);
    [[nodiscard]] FieldSource source(const QJsonObject &json, const QString &where);
    [[nodiscard]] QList<FieldSource::Piece> pieces(const QString &pattern, const QString &where);

    void checkValues();
    void checkRecords();
    void checkKey(const RecordRule &record, const QString &where);
    void resolve(QList<FieldRule> &rules, int recordIndex, const QString &where);
    [[nodiscard]] bool resolve(FieldSource &source, int recordIndex);

    CsvProfile m_profile;
};

} // namespace frost
