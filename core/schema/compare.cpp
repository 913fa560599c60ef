// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/compare.h"
#include "core/bookkeeping/swedishnumbers.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace frost {
namespace {

//! The part after the last @ in lower case: domains are compared so (RFC 1035, 2.3.3), mailbox names are their host's
//! affair.
QString withLowerCaseDomain(QStringView address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return at < 0 ? address.toString() : address.first(at).toString() + address.sliced(at).toString().toLower();
}

struct CompareRule {
    QStringView name;
    QString (*comparable)(QStringView);
};
constexpr std::array kRules{
    CompareRule{u"organisationNumber", organisationNumberDigits},
    CompareRule{u"email", withLowerCaseDomain},
    CompareRule{u"compact", compactNumber},
};

const CompareRule *ruleNamed(QStringView name)
{
    const auto rule =
        std::find_if(kRules.begin(), kRules.end(), [name](const CompareRule &known) { return known.name == name; });
    return rule == kRules.end() ? nullptr : &*rule;
}

bool isMissing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty())
           || (value.isArray() && value.toArray().isEmpty());
}

} // namespace

bool isCompareRule(QStringView name)
{
    return name.isEmpty() || ruleNamed(name);
}

bool hasStar(const QJsonValue &number)
{
    return number.toString().endsWith(u'*');
}

bool isProvisional(const Field &field, const QJsonValue &number)
{
    return field.assignedByRemote && hasStar(number);
}

QJsonValue comparable(const Field &field, const QJsonValue &value)
{
    if (isMissing(value)) {
        if (field.kind == FieldKind::Boolean)
            return field.defaultValue.toBool();
        return QJsonValue(QJsonValue::Undefined);
    }
    if (!field.compare.isEmpty() && value.isString()) {
        if (const CompareRule *rule = ruleNamed(field.compare))
            return rule->comparable(value.toString());
    }
    return value;
}

QStringList naturalKeyOf(const EntitySchema &schema, const QJsonObject &body)
{
    QStringList key;
    for (const QString &name : schema.naturalKey) {
        const Field *field = schema.field(name);
        const QJsonValue value = comparable(*field, body.value(name));
        // An integer is written as JSON writes it.
        key.append(value.isDouble() ? QString::number(value.toInteger()) : value.toString());
        if (isProvisional(*field, key.last()))
            return {};
    }
    return key.isEmpty() || key.last().isEmpty() ? QStringList() : key;
}

} // namespace frost
