// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/masschange.h"

#include <algorithm>

namespace frost {

namespace {
bool isAnyMass(qint64 affected, qint64 known, const QList<MassLimits> &limits)
{
    return std::any_of(limits.begin(), limits.end(), [&](const auto &one) { return isMass(affected, known, one); });
}

//! No limit is passed by so few, whatever is known.
qint64 fewest(const QList<MassLimits> &limits)
{
    return std::min_element(limits.begin(), limits.end(), [](const auto &a, const auto &b) { return a.records < b.records; })->records;
}
} // namespace

QList<MassLimits> MassGuard::deletionLimits() const
{
    const auto &rules = m_context.remoteChanges.terms().rules;
    const MassLimits many{rules.massRecords.value_or(kMassDeletions), rules.massPercent.value_or(kMassDeletionsPercent)};
    if (rules.massRecords || rules.massPercent)
        return {many};
    return {many, {kMassFew, kMassFewPercent}};
}

Result<qint64> MassGuard::known()
{
    if (m_known)
        return *m_known;
    const auto linked = m_context.links.countSynced();
    FROST_TRY(linked);
    qint64 alive = 0; // tombstones keep their links, and would make every accident look small
    for (const auto &type : m_context.writer.database().schema().types()) {
        auto store = m_context.writer.database().objectStore(type);
        FROST_TRY(store);
        const auto count = store->count();
        FROST_TRY(count);
        alive += *count;
    }
    // Before this run there were less of either, and more that lived; a link outlives its record but where nothing is left there.
    const auto done = m_context.tally.total();
    const bool linksEnd = m_context.remoteChanges.terms().versions == Capabilities::Versions::None;
    m_known = std::max(qint64(0), std::min(*linked + (linksEnd ? done.deleted : 0), alive + done.deleted) - done.created);
    return *m_known;
}

Result<> MassGuard::judge(MassReason reason, const std::optional<MassQuestion> &standing, qint64 done, qint64 coming,
                          const QList<MassLimits> &limits)
{
    const auto &confirmed = m_context.confirmed;
    if (coming == 0 || (confirmed && confirmed->covers(reason, done + coming)))
        return {};
    const auto all = known();
    FROST_TRY(all);
    const bool isStanding = standing && standing->reason == reason;
    if (!isStanding && !isAnyMass(done + coming, *all, limits))
        return {};
    auto question = isStanding ? *standing : MassQuestion{reason};
    question.done += done;
    question.affected = std::max(question.affected, question.done + coming);
    question.known = std::max(question.known, *all);
    if (!isStanding || confirmed) { // else it was counted to its end, and waits for its answer
        question.affected = question.done + coming;
        m_asked = question;
    }
    return fail(question.toError());
}

Result<> MassGuard::check(const Page &page)
{
    if (!m_known) {
        const auto any = m_context.links.anySynced();
        FROST_TRY(any);
        if (!*any)
            m_known = 0;
    }
    if (m_known == 0)
        return {}; // nothing here that could be hurt
    const QList<MassLimits> changeLimits{{kMassChanges, kMassChangesPercent}};
    const auto done = m_context.tally.total();
    const qint64 changed = done.updated + done.merged + done.conflicts;
    const auto stored = m_context.writer.database().meta(massQuestionKey(m_context.connection));
    FROST_TRY(stored);
    const auto standing = MassQuestion::fromText(*stored);
    // How much there is and who is really meant is counted only where it could matter: neither bound is passed even if every
    // line counted. Counting takes longer than a run that brings little.
    const auto gone = qint64(std::count_if(page.changes.begin(), page.changes.end(), [](const auto &change) { return change.deleted; }));
    const auto others = qint64(page.changes.size()) - gone;
    if (!standing && done.deleted + gone <= fewest(deletionLimits()) && changed + others <= fewest(changeLimits))
        return {};
    const auto all = known();
    FROST_TRY(all);
    if (*all == 0)
        return {};
    const auto deletions = wouldDelete(page);
    FROST_TRY(deletions);
    FROST_TRY(judge(MassReason::Deletions, standing, done.deleted, *deletions, deletionLimits()));
    const auto changes = wouldChange(page);
    FROST_TRY(changes);
    return judge(MassReason::Changes, standing, changed, *changes, changeLimits);
}

bool MassGuard::allowsMissing(MassReason reason, qint64 missing, qint64 there, qint64 known)
{
    m_missing += missing;
    const bool isEmpty = there == 0 && missing >= kMassEmpty;
    const auto exact = isEmpty && reason == MassReason::Deletions ? MassReason::LooksEmpty : reason;
    if (m_asked) {
        m_asked->affected += missing;
        m_asked->known += known;
        if (exact == MassReason::LooksEmpty) // the graver matter
            m_asked->reason = exact;
        return false;
    }
    if (isConfirmed(exact) || (!isEmpty && !isAnyMass(missing, known, deletionLimits())))
        return true;
    m_asked = MassQuestion{exact, missing, known};
    return false;
}

bool MassGuard::isConfirmed(MassReason reason) const
{
    return m_context.confirmed && m_context.confirmed->covers(reason, m_missing);
}

Result<> MassGuard::count(const Page &page)
{
    const auto more = m_asked->reason == MassReason::Deletions ? wouldDelete(page) : wouldChange(page);
    FROST_TRY(more);
    m_asked->affected += *more;
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
