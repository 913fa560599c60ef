// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordcollector.h"

#include <algorithm>

namespace frost {

namespace {
QString expanded(const QList<FieldSource::Piece> &pieces, const RowValues &values)
{
    QString text;
    for (const auto &piece : pieces) {
        text += piece.text;
        if (piece.value < 0)
            continue;
        if (values.at(piece.value).isNull())
            return {};
        text += values.at(piece.value);
    }
    return text;
}
} // namespace

QString RowView::text(const FieldSource &source) const
{
    switch (source.kind) {
    case FieldSource::Kind::Value: return values.at(source.index);
    case FieldSource::Kind::Template: return expanded(source.pieces, values);
    case FieldSource::Kind::Record:
    case FieldSource::Kind::RecordField: return keys.at(source.index);
    case FieldSource::Kind::Constant: break;
    }
    return {};
}

void RecordCollector::add(const QList<FieldRule> &rules, const RowView &row)
{
    if (m_firstLine == 0) {
        m_firstLine = row.line;
        for (const auto &rule : rules)
            m_fields.append(QList<Candidates>(rule.sources.size()));
    }
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const auto &sources = rules.at(i).sources;
        for (qsizetype s = 0; s < sources.size(); ++s) {
            const QString text = row.text(sources.at(s));
            if (!text.isNull())
                count(m_fields[i][s], text, row.line);
        }
    }
}

void RecordCollector::count(Candidates &candidates, const QString &text, qint64 line)
{
    const auto known =
        std::find_if(candidates.begin(), candidates.end(), [&](const Candidate &each) { return each.text == text; });
    if (known != candidates.end()) {
        ++known->count;
        known->lastLine = line;
    } else if (candidates.size() < kMaxCandidates) {
        candidates.append({text, 1, line, line});
    } else {
        candidates.last() = {text, 1, line, line};
    }
}

} // namespace frost
