// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvprofile.h"

#include "core/base/json.h"
#include "core/exchange/csvprofileparser.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

// A static library's resources are only registered when somebody asks; the macro works outside namespaces only.
static void registerProfiles()
{
    Q_INIT_RESOURCE(import);
}

namespace frost {

const FieldRule *RecordRule::rule(QStringView field) const
{
    const auto found =
        std::find_if(fields.cbegin(), fields.cend(), [&](const FieldRule &rule) { return rule.field == field; });
    return found == fields.cend() ? nullptr : &*found;
}

int CsvProfile::valueIndex(QStringView value) const
{
    const auto found =
        std::find_if(values.cbegin(), values.cend(), [&](const CsvValue &each) { return each.name == value; });
    return found == values.cend() ? -1 : static_cast<int>(found - values.cbegin());
}

int CsvProfile::recordIndex(QStringView record) const
{
    const auto found =
        std::find_if(records.cbegin(), records.cend(), [&](const RecordRule &each) { return each.name == record; });
    return found == records.cend() ? -1 : static_cast<int>(found - records.cbegin());
}

Result<CsvProfile> CsvProfile::load(const QString &nameOrPath)
{
    [[maybe_unused]] static const bool registered = (registerProfiles(), true);
    QFile shipped(u":/frost/import/"_s + nameOrPath + u".json"_s);
    QFile given(nameOrPath);
    QFile &file = shipped.exists() ? shipped : given;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, u"profile.unknown"_s, {nameOrPath}, file.errorString());
    const auto json = parseJsonObject(file.readAll());
    if (!json)
        return fail(json.error());
    return fromJson(*json);
}

Result<CsvProfile> CsvProfile::fromJson(const QJsonObject &json)
{
    return CsvProfileParser().parse(json);
}

} // namespace frost
