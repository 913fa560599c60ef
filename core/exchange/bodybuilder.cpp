// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bodybuilder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr qsizetype kDateLength = 10; // "2011-12-09"
constexpr qsizetype kShownTexts = 5;  // of those that rows disagree about

bool refers(const FieldSource &source)
{
    return source.kind == FieldSource::Kind::Record || source.kind == FieldSource::Kind::RecordField;
}

//! `text` in the JSON type that a field of this kind has; what a date field cannot hold is cut off.
QJsonValue fitted(const Field *field, const QString &text)
{
    const auto kind = field ? field->kind : FieldKind::Text;
    if (kind == FieldKind::Boolean && (text == u"true" || text == u"false"))
        return text == u"true";
    if (kind == FieldKind::Date)
        return text.left(kDateLength);
    if (kind == FieldKind::Instant && text.size() > kDateLength)
        return text + u'Z';
    bool whole = false;
    const qint64 number = kind == FieldKind::Integer ? text.toLongLong(&whole) : 0;
    return whole ? QJsonValue(number) : QJsonValue(text);
}

bool losesTime(const Field *field, const QString &text)
{
    return field && field->kind == FieldKind::Date && text.size() > kDateLength && !text.endsWith(u"T00:00:00");
}

const RecordCollector::Candidate &choose(const RecordCollector::Candidates &candidates, FieldRule::Choose how)
{
    const auto fewer = [](const auto &a, const auto &b) { return a.count < b.count; };
    const auto earlier = [](const auto &a, const auto &b) { return a.lastLine < b.lastLine; };
    switch (how) {
    case FieldRule::Choose::Last: return *std::max_element(candidates.cbegin(), candidates.cend(), earlier);
    case FieldRule::Choose::MostFrequent: return *std::max_element(candidates.cbegin(), candidates.cend(), fewer);
    case FieldRule::Choose::First: break;
    }
    return candidates.first();
}

//! "kept | other | other"
QString variety(const RecordCollector::Candidates &candidates, const RecordCollector::Candidate &chosen)
{
    QStringList texts{chosen.text};
    for (const auto &candidate : candidates) {
        if (&candidate != &chosen && texts.size() < kShownTexts)
            texts.append(candidate.text);
    }
    if (texts.size() < candidates.size())
        texts.append(u"…"_s);
    return texts.join(u" | "_s);
}
} // namespace

QJsonValue RecordDirectory::content(const FieldSource &source, const QString &text) const
{
    if (!refers(source))
        return text;
    const auto found = m_records.constFind({source.index, text});
    if (found == m_records.constEnd())
        return QJsonValue::Undefined;
    return source.kind == FieldSource::Kind::Record ? QJsonValue(found->first.toString())
                                                    : found->second.value(source.field);
}

BodyBuilder::BodyBuilder(const QList<FieldRule> &rules, const QList<Field> &fields, const QString &subject,
                         const RecordDirectory &directory, Adaptations &adaptations)
    : m_directory(directory), m_adaptations(adaptations)
{
    for (const auto &rule : rules) {
        const auto field =
            std::find_if(fields.cbegin(), fields.cend(), [&](const Field &each) { return each.name == rule.field; });
        m_slots.append({&rule, field == fields.cend() ? nullptr : &*field, subject + u'.' + rule.field});
    }
}

Result<> BodyBuilder::put(QJsonObject &body, const Slot &slot, qsizetype source, const QString &text, qint64 line) const
{
    const auto &from = slot.rule->sources.at(source);
    const bool constant = from.kind == FieldSource::Kind::Constant;
    if (!constant && text.isNull())
        return {};
    const auto content = constant ? from.constant : m_directory.content(from, text);
    if (content.isUndefined() && from.kind == FieldSource::Kind::Record)
        return fail(ErrorKind::Invalid, u"reference.refused"_s, {slot.name});
    if (content.isUndefined())
        return {};
    body.insert(slot.rule->field, content.isString() ? fitted(slot.field, content.toString()) : content);
    if (losesTime(slot.field, text))
        m_adaptations.add(AdaptationKind::TimeDropped, slot.name, line, text);
    if (from.assumed)
        m_adaptations.add(AdaptationKind::Assumed, slot.name, line, content.toVariant().toString());
    if (source > 0)
        m_adaptations.add(AdaptationKind::Missing, slot.name, line, content.toVariant().toString());
    return {};
}

Result<QJsonObject> BodyBuilder::ofRow(const RowView &row) const
{
    QJsonObject body;
    for (const auto &slot : m_slots) {
        const auto &sources = slot.rule->sources;
        for (qsizetype s = 0; s < sources.size() && !body.contains(slot.rule->field); ++s)
            FROST_TRY(put(body, slot, s, row.text(sources.at(s)), row.line));
    }
    return body;
}

Result<QJsonObject> BodyBuilder::ofRecord(const RecordCollector &record) const
{
    QJsonObject body;
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        const auto &slot = m_slots.at(i);
        for (qsizetype s = 0; s < slot.rule->sources.size() && !body.contains(slot.rule->field); ++s) {
            const auto &candidates = record.candidates(i, s);
            if (candidates.isEmpty()) {
                FROST_TRY(put(body, slot, s, {}, record.firstLine()));
                continue;
            }
            const auto &chosen = choose(candidates, slot.rule->choose);
            FROST_TRY(put(body, slot, s, chosen.text, chosen.line));
            if (candidates.size() > 1 && body.contains(slot.rule->field))
                m_adaptations.add(AdaptationKind::Varies, slot.name, chosen.line, variety(candidates, chosen));
        }
    }
    return body;
}

} // namespace frost
