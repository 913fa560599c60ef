// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A draft as it is kept: {"decisions": {path: {"choice": …, "value": …, "seen": hash}},
// "together": [{"rows": …, "mine": …, "theirs": …}], "apart": […]}.
#include "core/base/json.h"
#include "core/conflict/content.h"
#include "core/conflict/mergedraft.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kWords{
    std::pair{Choice::None, "none"_L1},     std::pair{Choice::Base, "base"_L1}, std::pair{Choice::Mine, "mine"_L1},
    std::pair{Choice::Theirs, "theirs"_L1}, std::pair{Choice::Both, "both"_L1}, std::pair{Choice::Woven, "woven"_L1},
    std::pair{Choice::Edited, "edited"_L1},
};

//! What was in front of the person who decided. A JSON object cannot hold Undefined: what is not there is left out.
QString seen(const MergeDraft::Entry &entry)
{
    QJsonObject versions;
    for (const auto &[name, value] :
         {std::pair{u"base"_s, entry.base}, {u"mine"_s, entry.mine}, {u"theirs"_s, entry.theirs}}) {
        if (!value.isUndefined())
            versions.insert(name, value);
    }
    return QString::fromLatin1(contentHash(versions));
}

bool hasRow(const std::optional<QJsonObject> &body, const QString &rows, const QString &id)
{
    const auto all = body ? body->value(rows).toArray() : QJsonArray();
    return std::any_of(all.begin(), all.end(),
                       [&](const QJsonValue &row) { return row.toObject().value(kRowIdKey).toString() == id; });
}

//! Those whose rows are there.
RowPins present(RowPins pins, const MergeInput &input)
{
    for (auto *some : {&pins.together, &pins.apart}) {
        some->removeIf([&](const RowPin &pin) {
            return !hasRow(input.mine, pin.rows, pin.mine) || !hasRow(input.theirs, pin.rows, pin.theirs);
        });
    }
    return pins;
}

} // namespace

QJsonObject MergeDraft::toJson() const
{
    QJsonObject decisions;
    for (auto it = m_decisions.begin(); it != m_decisions.end(); ++it) {
        const auto *decided = entry(it.key());
        if (!decided)
            continue;
        QJsonObject kept{{u"choice"_s, toString(it->choice)}, {u"seen"_s, seen(*decided)}};
        if (!it->value.isUndefined())
            kept.insert(u"value"_s, it->value);
        decisions.insert(it.key(), kept);
    }
    auto kept = frost::toJson(m_input.pins);
    kept.insert(u"decisions"_s, decisions);
    return kept;
}

qsizetype MergeDraft::restore(const QJsonObject &kept)
{
    const auto pins = rowPinsFrom(kept);
    setState({{}, present(pins, m_input)});
    return pins.size() - m_input.pins.size() + restoreDecisions(kept);
}

qsizetype MergeDraft::restoreDecisions(const QJsonObject &kept)
{
    const auto decisions = kept["decisions"_L1].toObject();
    MergeDecisions restored;
    for (auto it = decisions.begin(); it != decisions.end(); ++it) {
        const auto *decided = entry(it.key());
        const auto decision = it->toObject();
        const auto choice = choiceFrom(decision["choice"_L1].toString());
        if (decided && choice && canChoose(*decided, *choice) && decision["seen"_L1].toString() == seen(*decided))
            restored.insert(it.key(), {*choice, decision["value"_L1]});
    }
    setDecisions(restored);
    return decisions.size() - restored.size();
}

QString toString(Choice choice)
{
    for (const auto &[value, word] : kWords) {
        if (value == choice)
            return word;
    }
    return {};
}

std::optional<Choice> choiceFrom(QStringView word)
{
    for (const auto &[value, known] : kWords) {
        if (known == word)
            return value;
    }
    return std::nullopt;
}

} // namespace frost
