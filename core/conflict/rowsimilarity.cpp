// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/rowsimilarity.h"

#include "core/conflict/alignmentweights.h"

#include <algorithm>

namespace frost {

namespace {
bool isNumber(const Field &field)
{
    return field.kind == FieldKind::Decimal || field.kind == FieldKind::Amount;
}

bool isImportant(const Field &field)
{
    return field.importance >= Importance::Important;
}

bool mayBeIdentity(const Field &field)
{
    return field.kind == FieldKind::Reference || field.kind == FieldKind::Choice
           || (field.kind == FieldKind::Text && isImportant(field));
}

// A Choice has too few values to tell rows apart.
bool mayBeMark(const Field &field)
{
    return isImportant(field) && (field.kind == FieldKind::Text || field.kind == FieldKind::Reference);
}

QJsonValue valueIn(const std::optional<MergeField> &field, const QJsonObject &row)
{
    return field ? comparableIn(*field, row) : QJsonValue(QJsonValue::Undefined);
}

bool samePresent(const QJsonValue &a, const QJsonValue &b)
{
    return !a.isUndefined() && a == b;
}

int countSame(const QList<QJsonValue> &a, const QList<QJsonValue> &b)
{
    int same = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        same += samePresent(a[i], b[i]) ? 1 : 0;
    return same;
}

// A border letter on each end lets short words and first letters count.
std::vector<quint32> letterPairs(const QString &text)
{
    const auto folded = text.left(alignment::kTextCompared).toCaseFolded();
    std::vector<quint32> pairs;
    if (folded.isEmpty())
        return pairs;
    quint32 previous = 0;
    for (const auto letter : folded) {
        pairs.push_back(previous << 16 | letter.unicode());
        previous = letter.unicode();
    }
    pairs.push_back(previous << 16);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// Dice's coefficient: twice what both have, by what each has.
int textPoints(const std::vector<quint32> &a, const std::vector<quint32> &b)
{
    if (a.empty() || b.empty())
        return 0;
    int common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++common;
            ++i;
            ++j;
        } else if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return alignment::kSameText * 2 * common / int(a.size() + b.size());
}
} // namespace

RowSimilarity::RowSimilarity(const QList<Field> &rowFields)
{
    bool first = true;
    for (const auto &field : rowFields) {
        if (field.derived)
            continue;
        const MergeField role{field.name, &field};
        if (first && mayBeIdentity(field))
            m_identity = role;
        else if (isNumber(field) && isImportant(field))
            m_numbers.append(role);
        else if (!m_mark && mayBeMark(field))
            m_mark = role;
        else if (field.kind == FieldKind::Text && (!m_text || (field.longText && !m_text->declared->longText)))
            m_text = role;
        first = false;
    }
}

RowSimilarity::Traits RowSimilarity::traits(const QJsonObject &row) const
{
    Traits traits;
    traits.identity = valueIn(m_identity, row);
    traits.mark = valueIn(m_mark, row);
    traits.textPairs = letterPairs(valueIn(m_text, row).toString());
    for (const auto &field : m_numbers)
        traits.numbers.append(comparableIn(field, row));
    return traits;
}

int RowSimilarity::points(const Traits &a, const Traits &b)
{
    int points = samePresent(a.identity, b.identity) ? alignment::kSameIdentity : 0;
    points += samePresent(a.mark, b.mark) ? alignment::kSameMark : 0;
    points += std::min(countSame(a.numbers, b.numbers) * alignment::kSameNumber, alignment::kNumbersAtMost);
    return points + textPoints(a.textPairs, b.textPairs);
}

} // namespace frost
