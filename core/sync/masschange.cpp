// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/masschange.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
const QString kMassQuestion = u"run.massChange"_s;

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

bool isMassQuestion(const Error &error)
{
    return error.code == kMassQuestion;
}

Result<> MassGuard::ask(MassReason reason, qint64 affected, qint64 known)
{
    return fail(ErrorKind::Rejected, kMassQuestion, {toString(reason), QString::number(affected), QString::number(known)});
}

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

Result<> MassGuard::judge(MassReason reason, const QString &question, qint64 done, qint64 coming, const QList<MassLimits> &limits)
{
    const auto all = known();
    FROST_TRY(all);
    const auto words = question.split(u' ');
    const qint64 before = words.first() == toString(reason) ? words.value(1).toLongLong() : 0;
    if (coming > 0 && (before > 0 || isAnyMass(done + coming, *all, limits)))
        return ask(reason, std::max(before, done + coming), *all);
    return {};
}

Result<> MassGuard::check(const Page &page)
{
    if (m_context.massChange == MassChange::Confirmed)
        return {};
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
    const auto question = m_context.writer.database().meta(massQuestionKey(m_context.connection));
    FROST_TRY(question);
    // How much there is and who is really meant is counted only where it could matter: neither bound is passed even if every
    // line counted. Counting takes longer than a run that brings little.
    const auto gone = qint64(std::count_if(page.changes.begin(), page.changes.end(), [](const auto &change) { return change.deleted; }));
    const auto others = qint64(page.changes.size()) - gone;
    if (question->isEmpty() && done.deleted + gone <= fewest(deletionLimits()) && changed + others <= fewest(changeLimits))
        return {};
    const auto all = known();
    FROST_TRY(all);
    if (*all == 0)
        return {};
    const auto deletions = wouldDelete(page);
    FROST_TRY(deletions);
    FROST_TRY(judge(MassReason::Deletions, *question, done.deleted, *deletions, deletionLimits()));
    const auto changes = wouldChange(page);
    FROST_TRY(changes);
    return judge(MassReason::Changes, *question, changed, *changes, changeLimits);
}

Result<> MassGuard::checkMissing(MassReason reason, qint64 missing, qint64 there, qint64 known)
{
    if (m_context.massChange == MassChange::Confirmed)
        return {};
    if (there == 0 && missing >= kMassEmpty)
        return ask(reason == MassReason::Lost ? reason : MassReason::LooksEmpty, missing, known);
    if (isAnyMass(missing, known, deletionLimits()))
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
