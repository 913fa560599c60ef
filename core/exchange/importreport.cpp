// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importreport.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr qsizetype kExamples = 5;

//! "5", "7-9": lines as ranges, so that a million refused rows stay readable.
QJsonArray ranges(QList<qint64> lines)
{
    std::sort(lines.begin(), lines.end());
    QJsonArray result;
    for (qsizetype i = 0; i < lines.size();) {
        qsizetype last = i;
        while (last + 1 < lines.size() && lines.at(last + 1) <= lines.at(last) + 1)
            ++last;
        const auto from = QString::number(lines.at(i));
        result.append(last == i ? from : from + u'-' + QString::number(lines.at(last)));
        i = last + 1;
    }
    return result;
}

QJsonObject toJson(const Adaptation &adaptation)
{
    QJsonArray examples;
    for (const auto &example : adaptation.examples)
        examples.append(QJsonObject{{u"line"_s, example.line}, {u"text"_s, example.text}});
    return {{u"code"_s, adaptation.code()},
            {u"kind"_s, toString(adaptation.kind)},
            {u"subject"_s, adaptation.subject},
            {u"count"_s, adaptation.count},
            {u"examples"_s, examples}};
}

QJsonObject toJson(const ImportReport::Refusal &refusal)
{
    return {{u"code"_s, refusal.code},
            {u"args"_s, QJsonArray::fromStringList(refusal.args)},
            {u"rows"_s, refusal.lines.size()},
            {u"lines"_s, ranges(refusal.lines)}};
}

QJsonObject errorJson(const Error &error)
{
    return {{u"kind"_s, kindName(error.kind)},
            {u"code"_s, error.code},
            {u"args"_s, QJsonArray::fromStringList(error.args)}};
}

template<class Items>
QJsonArray arrayOf(const Items &items)
{
    QJsonArray array;
    for (const auto &item : items)
        array.append(toJson(item));
    return array;
}
} // namespace

QJsonObject toJson(const ImportReport::Count &count)
{
    return {{u"entityType"_s, count.type.toString()},
            {u"created"_s, count.created},
            {u"skipped"_s, count.skipped},
            {u"different"_s, count.different},
            {u"refused"_s, count.refused}};
}

QJsonObject toJson(const ImportReport::Difference &difference)
{
    return {{u"entityType"_s, difference.type.toString()},
            {u"key"_s, difference.key},
            {u"id"_s, difference.record.toString()},
            {u"fields"_s, QJsonArray::fromStringList(difference.fields)}};
}

QJsonObject toJson(const ImportReport::RefusedRecord &record)
{
    return {{u"entityType"_s, record.type.toString()},
            {u"key"_s, record.key},
            {u"code"_s, record.why.code},
            {u"args"_s, QJsonArray::fromStringList(record.why.args)}};
}

QString toString(AdaptationKind kind)
{
    switch (kind) {
    case AdaptationKind::Missing: return u"missing"_s;
    case AdaptationKind::Varies: return u"varies"_s;
    case AdaptationKind::Case: return u"case"_s;
    case AdaptationKind::Negative: return u"negative"_s;
    case AdaptationKind::Zero: return u"zero"_s;
    case AdaptationKind::Trimmed: return u"trimmed"_s;
    case AdaptationKind::Rewritten: return u"rewritten"_s;
    case AdaptationKind::Unmapped: return u"unmapped"_s;
    case AdaptationKind::TimeDropped: return u"timeDropped"_s;
    case AdaptationKind::Assumed: return u"assumed"_s;
    }
    return {};
}

int Adaptations::of(AdaptationKind kind, const QString &subject)
{
    const std::pair key(static_cast<int>(kind), subject);
    const auto known = m_handles.constFind(key);
    if (known != m_handles.constEnd())
        return *known;
    m_list.append({kind, subject, 0, {}});
    return *m_handles.insert(key, static_cast<int>(m_list.size() - 1));
}

void Adaptations::add(int handle, qint64 line, const QString &text)
{
    auto &adaptation = m_list[handle];
    ++adaptation.count;
    if (adaptation.examples.size() < kExamples)
        adaptation.examples.append({line, text});
}

QList<Adaptation> Adaptations::list() const
{
    QList<Adaptation> happened;
    std::copy_if(m_list.cbegin(), m_list.cend(), std::back_inserter(happened),
                 [](const Adaptation &adaptation) { return adaptation.count > 0; });
    return happened;
}

ImportReport::Count &ImportReport::countOf(const EntityType &type)
{
    const auto found =
        std::find_if(counts.begin(), counts.end(), [&](const Count &count) { return count.type == type; });
    if (found != counts.end())
        return *found;
    counts.append({type, 0, 0, 0, 0});
    return counts.last();
}

qint64 ImportReport::rowsRefused() const
{
    qint64 rows = 0;
    for (const auto &refusal : refusals)
        rows += refusal.lines.size();
    return rows;
}

void ImportReport::refuse(const EntityType &type, const QString &key, const Error &why)
{
    ++countOf(type).refused;
    refusedRecords.append({type, key, why});
}

void ImportReport::refuse(const QString &code, const QStringList &args, const QList<qint64> &lines)
{
    const auto same = std::find_if(refusals.begin(), refusals.end(), [&](const Refusal &refusal) {
        return refusal.code == code && refusal.args == args;
    });
    if (same == refusals.end())
        refusals.append({code, args, lines});
    else
        same->lines += lines;
}

QJsonObject ImportReport::toJson() const
{
    QJsonObject json{{u"file"_s, file},
                     {u"fileHash"_s, fileHash},
                     {u"profile"_s, profile},
                     {u"dryRun"_s, dryRun},
                     {u"rows"_s, QJsonObject{{u"read"_s, rowsRead},
                                             {u"imported"_s, rowsImported},
                                             {u"known"_s, rowsKnown},
                                             {u"different"_s, rowsDifferent},
                                             {u"refused"_s, rowsRefused()},
                                             {u"pending"_s, rowsPending}}},
                     {u"ignoredColumns"_s, QJsonArray::fromStringList(ignoredColumns)},
                     {u"records"_s, arrayOf(counts)},
                     {u"adaptations"_s, arrayOf(adaptations.list())},
                     {u"differences"_s, arrayOf(differences)},
                     {u"refusedRecords"_s, arrayOf(refusedRecords)},
                     {u"refusals"_s, arrayOf(refusals)}};
    if (!attribution.isEmpty())
        json.insert(u"attribution"_s, attribution);
    if (!importedBefore.isEmpty())
        json.insert(u"importedBefore"_s, importedBefore);
    if (stopped)
        json.insert(u"stopped"_s, errorJson(*stopped));
    return json;
}

} // namespace frost
