// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/sieimporter.h"

#include "core/base/json.h"
#include "core/bookkeeping/swedishnumbers.h"
#include "core/exchange/formedbody.h"
#include "core/outbox/closedbooks.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
const EntityType kAccounts(u"accounts"_s);
const EntityType kCostCenters(u"costCenters"_s);
const EntityType kProjects(u"projects"_s);
const EntityType kVouchers(u"vouchers"_s);
//! Whose files were imported so far, and when which bytes.
constexpr auto kCompanyKey = "import/sie/company"_L1;
constexpr auto kFileKey = "import/sie/"_L1;

ImportReport::Count &countOf(SieReport &report, const EntityType &type)
{
    const auto found = std::find_if(report.counts.begin(), report.counts.end(),
                                    [&](const ImportReport::Count &count) { return count.type == type; });
    return found == report.counts.end() ? *report.counts.insert(report.counts.end(), {type, 0, 0, 0, 0}) : *found;
}

QStringList fieldsOf(QJsonObject body)
{
    body.remove(u"localId"_s);
    return body.keys();
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

bool SieReport::isUnfinished() const
{
    return !refused.isEmpty() || !differences.isEmpty()
           || std::any_of(facts.leftOut.cbegin(), facts.leftOut.cend(), [](const SieLeftOut &each) { return !each.isVoided(); });
}

QJsonObject SieReport::toJson() const
{
    auto json = facts.toJson();
    json.insert(u"records"_s, arrayOf(counts));
    json.insert(u"differences"_s, arrayOf(differences));
    json.insert(u"refusedRecords"_s, arrayOf(refused));
    json.insert(u"dryRun"_s, dryRun);
    if (!importedBefore.isEmpty())
        json.insert(u"importedBefore"_s, importedBefore);
    if (!otherCompany.isEmpty())
        json.insert(u"otherCompany"_s, otherCompany);
    return json;
}

SieImporter::SieImporter(Database &database, RecordEditor &editor, Clock &clock, Random &random)
    : m_database(database), m_editor(editor), m_clock(clock), m_random(random)
{ }

Result<SieReport> SieImporter::import(const SiePlan &plan, const Actor &actor, const Options &options)
{
    const auto decision = decide(plan, options);
    FROST_TRY(decision);
    if (!decision->report.dryRun)
        FROST_TRY(write(*decision, 0, decision->bodies.size(), actor));
    return decision->report;
}

Result<SieDecision> SieImporter::decide(const SiePlan &plan, const Options &options)
{
    SieDecision decision;
    decision.report.facts = plan.facts;
    decision.report.dryRun = options.mode == ImportMode::DryRun;
    FROST_TRY(m_database.objectStore(kVouchers));
    FROST_TRY(askBack(plan, options, decision.report));
    const auto closedTo = booksClosedTo(m_database);
    FROST_TRY(closedTo);
    Job job{plan, options, decision.report, decision.bodies, RecordMatcher(m_database), *closedTo};
    FROST_TRY(decideAll(job));
    return decision;
}

Result<> SieImporter::write(const SieDecision &decision, qsizetype first, qsizetype count, const Actor &actor)
{
    FROST_TRY(m_editor.createAll(decision.bodies.mid(first, count), actor));
    // After the records: without this note the same file only finds everything there.
    return first + count < decision.bodies.size() ? Result<>() : remember(decision.report, actor);
}

Result<> SieImporter::askBack(const SiePlan &plan, const Options &options, SieReport &report)
{
    const auto before = m_database.meta(kFileKey + plan.facts.hash);
    FROST_TRY(before);
    if (!before->isEmpty())
        report.importedBefore = parseJsonObject(before->toUtf8()).value_or(QJsonObject()).value(u"at").toString();
    const auto company = m_database.meta(kCompanyKey);
    FROST_TRY(company);
    const auto known = parseJsonObject(company->toUtf8()).value_or(QJsonObject()).value(u"organisationNumber").toString();
    const auto own = plan.facts.organisationNumber;
    if (!known.isEmpty() && !own.isEmpty() && organisationNumberDigits(known) != organisationNumberDigits(own))
        report.otherCompany = known;
    if (report.dryRun)
        return {};
    if (!report.otherCompany.isEmpty() && !options.confirmed.testFlag(SieConfirmation::OtherCompany))
        return fail(ErrorKind::Conflict, u"sie.otherCompany"_s, {own, known});
    if (!report.importedBefore.isEmpty() && !options.confirmed.testFlag(SieConfirmation::Again))
        return fail(ErrorKind::Conflict, u"sie.importedBefore"_s, {report.importedBefore});
    return {};
}

//! What is there already and what will be made; referred records first.
Result<> SieImporter::decideAll(Job &job)
{
    sierecords::ObjectIds ids;
    for (const auto &object : job.plan.objects) {
        const auto &type = object.dimension == kProjectDimension ? kProjects : kCostCenters;
        const auto id = take(job, type, object.code, sierecords::object(object, job.plan.objectNames.value(object)));
        FROST_TRY(id);
        ids.insert(object, *id);
    }
    for (const auto &account : job.plan.accounts)
        FROST_TRY(take(job, kAccounts, account.number, sierecords::account(account)));
    for (const auto &voucher : job.plan.vouchers) {
        const QStringList key{voucher.year, voucher.series, voucher.number};
        FROST_TRY(take(job, kVouchers, key.join(u' '), sierecords::voucher(voucher, job.plan, ids)));
    }
    return {};
}

Result<LocalId> SieImporter::take(Job &job, const EntityType &type, const QString &key, QJsonObject body)
{
    const auto total = job.plan.objects.size() + job.plan.accounts.size() + job.plan.vouchers.size();
    if (job.options.progress && !job.options.progress(job.done++, total))
        return fail(ErrorKind::Cancelled, u"sie.cancelled"_s);
    const auto *schema = m_database.schema().find(type);
    auto &count = countOf(job.report, type);
    const auto refuse = [&](const Error &why) {
        ++count.refused;
        job.report.refused.append({type, key, why});
        return LocalId();
    };
    const auto formed = formedBody(*schema, body);
    if (!formed)
        return refuse(formed.error());
    const auto said = fieldsOf(body);
    const auto existing = find(job, *schema, *formed, said);
    FROST_TRY(existing);
    if (*existing) {
        const auto differences = RecordMatcher::differences(*schema, said, *formed, (*existing)->body);
        ++(differences.isEmpty() ? count.skipped : count.different);
        if (!differences.isEmpty())
            job.report.differences.append({type, key, (*existing)->id, differences});
        return (*existing)->id;
    }
    if (const auto may = mayChange(*schema, {}, std::nullopt, *formed, job.closedTo); !may)
        return refuse(may.error());
    const bool hasKey = formed->contains(schema->naturalKey.last());
    if (hasKey && !job.matcher.claim(*schema, {}, *formed))
        return refuse({ErrorKind::Invalid, u"key.taken"_s, {schema->naturalKey.last()}, {}, {}});
    const LocalId id(newLocalId(m_clock, m_random));
    body.insert(u"localId"_s, id.toString());
    job.bodies.append({type, body});
    ++count.created;
    return id;
}

//! Without a number, a voucher is recognised by everything it says. Two that say the same are two.
Result<std::optional<Record>> SieImporter::find(Job &job, const EntitySchema &schema, const QJsonObject &body,
                                                const QStringList &said)
{
    if (body.contains(schema.naturalKey.last()))
        return job.matcher.find(schema, {}, body);
    auto store = m_database.objectStore(schema.type);
    FROST_TRY(store);
    const auto sameDay = store->select({.where = {{u"transactionDate"_s, body.value(u"transactionDate").toString()}}, .after = {}});
    FROST_TRY(sameDay);
    for (const auto &record : *sameDay) {
        if (!job.matched.contains(record.id) && RecordMatcher::differences(schema, said, body, record.body).isEmpty()) {
            job.matched.insert(record.id);
            return std::optional(record);
        }
    }
    return std::optional<Record>();
}

//! The note explains later what the books do not show: numbers that are missing in a series.
Result<> SieImporter::remember(const SieReport &report, const Actor &actor)
{
    auto transaction = Transaction::begin(m_database.sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    const auto &facts = report.facts;
    const QJsonObject note{{u"at"_s, toIso(m_clock.now())},
                           {u"by"_s, actor.user.toString()},
                           {u"vouchers"_s, facts.vouchersRead()},
                           {u"leftOut"_s, facts.toJson().value(u"leftOut")}};
    FROST_TRY(m_database.setMeta(kFileKey + facts.hash, QString::fromUtf8(toCanonicalJson(note))));
    const auto known = m_database.meta(kCompanyKey);
    FROST_TRY(known);
    if (known->isEmpty() && !facts.organisationNumber.isEmpty()) {
        const QJsonObject company{{u"name"_s, facts.companyName}, {u"organisationNumber"_s, facts.organisationNumber}};
        FROST_TRY(m_database.setMeta(kCompanyKey, QString::fromUtf8(toCanonicalJson(company))));
    }
    return transaction->commit();
}

} // namespace frost
