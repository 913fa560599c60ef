// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search.h"

#include "core/base/json.h"
#include "core/store/keys.h"

#include <QStringList>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSearchVersion = 1;
constexpr qsizetype kMostWords = 32;

QString wordsOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

bool isSearchable(const QString &word)
{
    const auto characters = word.toUcs4();
    return std::any_of(characters.begin(), characters.end(), [](uint c) { return QChar::isLetterOrNumber(c); });
}
} // namespace

QByteArray searchText(const EntitySchema &schema, const QJsonObject &body)
{
    QString lines;
    // The words of what a record refers to are not kept: they are looked up when they are asked for.
    for (const QString &path : schema.searchedFields) {
        visitValues(body, path, [&lines](const QJsonValue &value) {
            if (const QString words = wordsOf(value); !words.isEmpty())
                lines += words + u'\n';
        });
    }
    return lines.toUtf8();
}

QByteArray searchDescription(const EntitySchema &schema)
{
    if (schema.search.isEmpty())
        return {};
    return toCanonicalJson(
        {{u"fields"_s, QJsonArray::fromStringList(schema.searchedFields)}, {u"version"_s, kSearchVersion}});
}

std::optional<QByteArray> matchExpression(const QString &typed)
{
    // FTS5 reads its expressions as C strings and has an operator language: control characters separate words here, and
    // within quotes only the quote itself means anything.
    QString text = typed.normalized(QString::NormalizationForm_C);
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QStringList quoted;
    for (const QString &word : words)
        if (isSearchable(word) && quoted.size() < kMostWords)
            quoted.append(u'"' + QString(word).replace(u'"', u"\"\""_s) + u"\"*"_s);
    return quoted.join(u' ').toUtf8();
}

} // namespace frost
