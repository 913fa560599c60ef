// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/conflictrules.h"

#include "core/conflict/lawful.h"
#include "core/conflict/settle.h"
#include "core/links/fieldpolicy.h"
#include "core/sync/tuning.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! "rows[r1].price" → "rows".
QString topLevel(const QString &path)
{
    return path.section(u'[', 0, 0).section(u'.', 0, 0);
}

bool isTrusted(const QDateTime &time, const QDateTime &now)
{
    return time.isValid() && time <= now.addMSecs(kClockTolerance.count());
}

//! nullopt: no rule decides.
std::optional<Side> sideBy(const QString &word, const FieldMerge &open, const ChangeTimes &times)
{
    const auto *policy = fieldPolicy(word);
    if (!policy)
        return std::nullopt;
    const auto right = policy->decide({open.mine, open.theirs, isTrusted(times.mine, times.now) ? times.mine : QDateTime(),
                                       isTrusted(times.theirs, times.now) ? times.theirs : QDateTime()});
    if (!right)
        return std::nullopt;
    return *right == FieldPolicy::Right::Mine ? Side::Mine : Side::Theirs;
}

bool isClosed(const EntitySchema &schema, const std::optional<QJsonObject> &body, const QDate &closedTo)
{
    return body && closedBy(schema, *body, closedTo);
}

Result<std::optional<Ruled>> ruled(const EntitySchema &schema, const TypeRules &rules, const MergeInput &versions,
                                   const MergeResult &merged, const ChangeTimes &times)
{
    QList<std::pair<FieldMerge, Side>> decided;
    bool anyOurs = false;
    bool anyTheirs = false;
    for (const auto &open : merged.open()) {
        if (open.severity == Severity::Critical)
            return std::optional<Ruled>();
        const auto side = sideBy(rules.policyFor(topLevel(open.path), open.severity == Severity::Low), open, times);
        if (!side)
            return std::optional<Ruled>();
        (*side == Side::Mine ? anyOurs : anyTheirs) = true;
        decided.append({open, *side});
    }
    if (!anyOurs || !anyTheirs) {
        const auto strategy = anyOurs ? Strategy::ClientWins : Strategy::ServerWins;
        auto body = settle(schema, merged, anyOurs ? Side::Mine : Side::Theirs);
        FROST_TRY(body);
        if (!*body)
            return std::optional(Ruled{std::nullopt, anyOurs, strategy});
        auto numbered = withFinalNumbers(schema, **std::move(body), versions);
        FROST_TRY(numbered);
        return std::optional(Ruled{*std::move(numbered), anyOurs, strategy});
    }
    QJsonObject body = merged.body.value_or(QJsonObject());
    for (const auto &[open, side] : decided)
        body = withValueAt(schema, body, open.path, side == Side::Mine ? open.mine : open.theirs);
    auto numbered = withFinalNumbers(schema, std::move(body), versions);
    FROST_TRY(numbered);
    auto derived = derive(schema, *std::move(numbered));
    FROST_TRY(derived);
    return std::optional(Ruled{*std::move(derived), true, Strategy::Merge});
}

} // namespace

Result<std::optional<Ruled>> settledByRule(const EntitySchema &schema, const TypeRules &rules, const MergeInput &versions,
                                           const MergeResult &merged, const ChangeTimes &times)
{
    if (isClosed(schema, versions.mine, versions.closedTo) || isClosed(schema, versions.theirs, versions.closedTo) || !merged.duplicates.isEmpty())
        return std::optional<Ruled>();
    auto settled = ruled(schema, rules, versions, merged, times);
    FROST_TRY(settled);
    if (*settled && breaksNewRule(schema, versions, (*settled)->body))
        return std::optional<Ruled>();
    return settled;
}

} // namespace frost
