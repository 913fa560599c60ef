// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/fieldreader.h"

#include "core/schema/compare.h"
#include "core/schema/keptfields.h"
#include "core/schema/value.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

template<class Value>
struct Word {
    QStringView word;
    Value value;
};
constexpr std::array kKinds{
    Word<FieldKind>{u"text", FieldKind::Text},           Word<FieldKind>{u"integer", FieldKind::Integer},
    Word<FieldKind>{u"decimal", FieldKind::Decimal},     Word<FieldKind>{u"amount", FieldKind::Amount},
    Word<FieldKind>{u"boolean", FieldKind::Boolean},     Word<FieldKind>{u"date", FieldKind::Date},
    Word<FieldKind>{u"instant", FieldKind::Instant},     Word<FieldKind>{u"choice", FieldKind::Choice},
    Word<FieldKind>{u"reference", FieldKind::Reference}, Word<FieldKind>{u"rows", FieldKind::Rows},
};
constexpr std::array kImportances{
    Word<Importance>{u"metadata", Importance::Metadata},
    Word<Importance>{u"normal", Importance::Normal},
    Word<Importance>{u"important", Importance::Important},
    Word<Importance>{u"critical", Importance::Critical},
};

template<class Value, std::size_t count>
Value readWord(const std::array<Word<Value>, count> &words, const QString &text, PackNode &node, const QString &key)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&text](const Word<Value> &word) { return word.word == text; });
    if (found != words.end())
        return found->value;
    node.refuse(key);
    return words.front().value;
}

constexpr int kMostDecimals = 6;

//! What the store keeps about every record and row; a field of that name could never be told from it.
bool isReserved(QStringView name)
{
    return name == "rowId"_L1 || std::find(kKeptByStore.begin(), kKeptByStore.end(), name) != kKeptByStore.end();
}

//! Properties that only one kind has must be there with that kind and nowhere else.
void readKindProperties(Field &field, PackNode &node)
{
    if (field.kind == FieldKind::Reference)
        field.target = EntityType(node.requiredText(u"target"_s));
    if (field.kind == FieldKind::Text) {
        field.longText = node.flag(u"longText"_s);
        field.compare = node.text(u"compare"_s);
        if (!isCompareRule(field.compare))
            node.refuse(u"compare"_s);
    }
    if (field.kind == FieldKind::Boolean)
        field.staysOpen = node.flag(u"staysOpen"_s);
    if (field.kind == FieldKind::Amount)
        field.decimals = kAmountDecimals;
    if (field.kind == FieldKind::Decimal && node.has(u"decimals"_s)) {
        field.decimals = node.requiredNumber(u"decimals"_s);
        if (field.decimals > kMostDecimals)
            node.refuse(u"decimals"_s);
    }
    if (field.kind == FieldKind::Choice) {
        field.choices = node.texts(u"choices"_s);
        if (field.choices.isEmpty())
            node.refuse(u"choices"_s);
    }
    if (field.kind == FieldKind::Rows)
        field.fields = readFields(node);
}

void readDefault(Field &field, PackNode &node)
{
    const QString key = u"default"_s;
    field.defaultValue = node.value(key);
    if (!node.has(key))
        return;
    const bool isCanonical = canonicalValue(field, field.defaultValue).outcome == Canonical::Outcome::Same;
    const bool isChoice = field.kind != FieldKind::Choice || field.choices.contains(field.defaultValue.toString());
    if (!isCanonical || !isChoice || field.derived)
        node.refuse(key);
}

Field readField(PackNode node)
{
    Field field;
    field.name = node.requiredText(u"name"_s);
    if (!isSchemaName(field.name) || isReserved(field.name))
        node.refuse(u"name"_s);
    field.kind = readWord(kKinds, node.requiredText(u"kind"_s), node, u"kind"_s);
    if (node.has(u"importance"_s))
        field.importance = readWord(kImportances, node.requiredText(u"importance"_s), node, u"importance"_s);
    field.required = node.flag(u"required"_s);
    field.derived = node.flag(u"derived"_s);
    field.assignedByRemote = node.flag(u"assignedByRemote"_s);
    field.closes = node.flag(u"closes"_s);
    if (field.closes && !field.assignedByRemote)
        node.refuse(u"closes"_s);
    if (field.required && field.derived)
        node.refuse(u"required"_s);
    readKindProperties(field, node);
    readDefault(field, node);
    node.finish();
    return field;
}

} // namespace

QList<Field> readFields(PackNode &node)
{
    QList<Field> fields;
    QSet<QString> names;
    for (PackNode &child : node.nodes(u"fields"_s)) {
        fields.append(readField(child));
        if (names.contains(fields.last().name))
            child.refuse(u"name"_s);
        names.insert(fields.last().name);
    }
    if (fields.isEmpty())
        node.refuse(u"fields"_s);
    return fields;
}

bool isSchemaName(QStringView name)
{
    constexpr qsizetype kMaxLength = 64;
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    const auto isInner = [&isLetter](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_'; };
    return !name.isEmpty() && name.size() <= kMaxLength && isLetter(name.front())
           && std::all_of(name.begin(), name.end(), isInner);
}

QStringList derivedPaths(const QList<Field> &fields)
{
    QStringList paths;
    for (const Field &field : fields) {
        if (field.derived)
            paths.append(field.name);
        for (const QString &inner : derivedPaths(field.fields))
            paths.append(field.name + u'.' + inner);
    }
    return paths;
}

} // namespace frost
