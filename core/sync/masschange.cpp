// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/masschange.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

QString toString(MassReason reason)
{
    switch (reason) {
    case MassReason::Deletions: return u"deletions"_s;
    case MassReason::Changes: return u"changes"_s;
    case MassReason::LooksEmpty: return u"looksEmpty"_s;
    case MassReason::Lost: return u"lost"_s;
    }
    return {};
}

QString massQuestionKey(const ConnectionId &connection)
{
    return u"massChange/"_s + connection.toString();
}

Result<> MassGuard::ask(MassReason reason, qint64 affected, qint64 known)
{
    return fail(ErrorKind::Rejected, u"run.massChange"_s, {toString(reason), QString::number(affected), QString::number(known)});
}

MassLimits MassGuard::deletionLimits() const
{
    const auto &rules = m_context.remoteChanges.terms().rules;
    return {rules.massRecords.value_or(kMassDeletions), rules.massPercent.value_or(kMassDeletionsPercent)};
}

Result<qint64> MassGuard::known()
{
    if (!m_known) {
        const auto count = m_context.links.countSynced();
        FROST_TRY(count);
        m_known = *count;
    }
    return *m_known;
}

Result<> MassGuard::check(const Page &page)
{
    if (m_context.massChange == MassChange::Confirmed)
        return {};
    const auto deletions = qint64(std::count_if(page.changes.begin(), page.changes.end(), [](const auto &change) { return change.deleted; }));
    const auto changes = qint64(page.changes.size()) - deletions;
    const auto &done = m_context.counts;
    const MassLimits changeLimits{kMassChanges, kMassChangesPercent};
    const qint64 changed = done.updated + done.merged + done.conflicts;
    // The cheap bounds first; what is there, and who is really meant, is looked up only where it could matter.
    if (done.deleted + deletions <= deletionLimits().records && changed + changes <= changeLimits.records)
        return {};
    const auto all = known();
    FROST_TRY(all);
    if (*all == 0)
        return {}; // nothing here that could be hurt
    if (isMass(done.deleted + deletions, *all, deletionLimits())) {
        const auto exactly = wouldDelete(page);
        FROST_TRY(exactly);
        if (isMass(done.deleted + *exactly, *all, deletionLimits()))
            return ask(MassReason::Deletions, done.deleted + *exactly, *all);
    }
    if (isMass(changed + changes, *all, changeLimits)) {
        const auto exactly = wouldChange(page);
        FROST_TRY(exactly);
        if (isMass(changed + *exactly, *all, changeLimits))
            return ask(MassReason::Changes, changed + *exactly, *all);
    }
    return {};
}

Result<> MassGuard::checkMissing(MassReason reason, qint64 missing, qint64 there, qint64 known)
{
    if (m_context.massChange == MassChange::Confirmed)
        return {};
    if (there == 0 && missing >= kMassEmpty)
        return ask(MassReason::LooksEmpty, missing, known);
    if (isMass(missing, known, deletionLimits()))
        return ask(reason, missing, known);
    return {};
}

Result<qint64> MassGuard::wouldDelete(const Page &page)
{
    qint64 count = 0;
    for (const auto &change : page.changes) {
        if (!change.deleted || !m_context.writer.database().schema().find(change.type))
            continue;
        const auto link = m_context.links.find(change.type, change.id);
        FROST_TRY(link);
        if (!*link || !(*link)->syncedAt.isValid())
            continue;
        auto store = m_context.writer.database().objectStore(change.type);
        FROST_TRY(store);
        const auto record = store->get((*link)->local);
        FROST_TRY(record);
        count += *record && !(*record)->deleted ? 1 : 0;
    }
    return count;
}

Result<qint64> MassGuard::wouldChange(const Page &page)
{
    qint64 count = 0;
    for (const auto &change : page.changes) {
        if (change.deleted)
            continue;
        const auto link = m_context.links.find(change.type, change.id);
        FROST_TRY(link);
        const auto version = change.version.isEmpty() ? contentTag(change) : change.version;
        count += *link && (*link)->syncedAt.isValid() && (*link)->version != version ? 1 : 0;
    }
    return count;
}

} // namespace frost
