// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/asjson.h"
#include "app/agent/exitcodes.h"
#include "app/agent/listing.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Queue", source);
}

constexpr int kListed = 100; //!< lines of history and activity unless --limit says otherwise

struct Listing {
    QList<Table::Column> columns;
    QList<ListedRow> rows;
    QString whenEmpty;
};

Result<Listing> queueOf(OpenCompany &company, const Arguments &arguments, std::optional<int> limit)
{
    Listing listing;
    listing.columns = {{text(QT_TRANSLATE_NOOP("Queue", "Operation")), Table::Align::Right},
                       {text(QT_TRANSLATE_NOOP("Queue", "Connection"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Type"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Record"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "What"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "State"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Since"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Reason"))}};
    listing.whenEmpty = text(QT_TRANSLATE_NOOP("Queue", "The queue is empty."));
    const auto operations = company.outbox().list(arguments.has("--all"_L1), limit.value_or(-1));
    FROST_TRY(operations);
    Presentation presentation(company);
    for (const auto &operation : *operations) {
        const auto json = toJson(operation, presentation);
        FROST_TRY(json);
        listing.rows.append({*json, {QString::number(operation.id), operation.connection.toString(), operation.type.toString(),
                                     json->value("record"_L1).toString(),
                                     operation.step.isEmpty() ? toString(operation.kind) : operation.step, wording::state(operation.state),
                                     shownInstant(operation.updatedAt), wording::reason(operation.reason, operation.reasonArgs)}});
    }
    return listing;
}

Result<Listing> historyOf(OpenCompany &company, const Arguments &, std::optional<int> limit)
{
    using Align = Table::Align;
    Listing listing;
    listing.columns = {{text(QT_TRANSLATE_NOOP("Queue", "Started"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Connection"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "State"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Pulled")), Align::Right},
                       {text(QT_TRANSLATE_NOOP("Queue", "Merged")), Align::Right},
                       {text(QT_TRANSLATE_NOOP("Queue", "Pushed")), Align::Right},
                       {text(QT_TRANSLATE_NOOP("Queue", "Failed")), Align::Right},
                       {text(QT_TRANSLATE_NOOP("Queue", "Conflicts")), Align::Right},
                       {text(QT_TRANSLATE_NOOP("Queue", "Reason"))}};
    listing.whenEmpty = text(QT_TRANSLATE_NOOP("Queue", "Nothing has been synchronised yet."));
    const auto runs = company.runs().list(limit.value_or(kListed));
    FROST_TRY(runs);
    for (const auto &run : *runs) {
        const auto &counts = run.counts;
        listing.rows.append({toJson(run), {shownInstant(run.startedAt), run.connection.toString(), wording::state(run.state),
                                           QString::number(counts.created + counts.updated + counts.deleted),
                                           QString::number(counts.merged), QString::number(counts.pushed),
                                           QString::number(counts.failed), QString::number(counts.conflicts), run.errorCode}});
    }
    return listing;
}

//! Errors: Usage "instant.malformed" [option, word].
Result<QDateTime> instantOf(const Arguments &arguments, QLatin1StringView option)
{
    const auto word = arguments.value(option);
    if (word.isEmpty())
        return QDateTime();
    const auto day = word.size() == 10 ? QDate::fromString(word, Qt::ISODate) : QDate(); // else it reads an instant's day
    auto instant = day.isValid() ? day.startOfDay() : fromIso(word);
    return instant.isValid() ? Result<QDateTime>(instant) : fail(ErrorKind::Usage, u"instant.malformed"_s, {option, word});
}

Result<AuditQuery> queryOf(const Arguments &arguments, std::optional<int> limit)
{
    AuditQuery query;
    query.text = arguments.value("--search"_L1);
    query.type = EntityType(arguments.value("--type"_L1));
    query.user = UserId(arguments.value("--user"_L1));
    query.action = arguments.value("--action"_L1);
    const auto from = instantOf(arguments, "--from"_L1);
    FROST_TRY(from);
    query.from = *from;
    const auto until = instantOf(arguments, "--until"_L1);
    FROST_TRY(until);
    query.until = *until;
    query.limit = limit.value_or(kListed);
    return query;
}

Result<Listing> activityOf(OpenCompany &company, const Arguments &arguments, std::optional<int> limit)
{
    Listing listing;
    listing.columns = {{text(QT_TRANSLATE_NOOP("Queue", "When"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Who"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Through"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "What"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Type"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Record"))},
                       {text(QT_TRANSLATE_NOOP("Queue", "Fields"))}};
    listing.whenEmpty = text(QT_TRANSLATE_NOOP("Queue", "Nothing has happened yet."));
    const auto query = queryOf(arguments, limit);
    FROST_TRY(query);
    const auto entries = company.audit().find(*query);
    FROST_TRY(entries);
    Presentation presentation(company);
    for (const auto &entry : *entries) {
        const auto json = toJson(entry, presentation);
        FROST_TRY(json);
        listing.rows.append({*json, {shownInstant(entry.at), entry.actor.user.toString(), toString(entry.actor.source), entry.action,
                                     entry.type.toString(), json->value("record"_L1).toString(),
                                     QStringList(entry.change.keys()).join(u", "_s)}});
    }
    return listing;
}

template<auto listingOf>
Task<Result<int>> show(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto limit = arguments.number("--limit"_L1);
    if (!limit)
        co_return fail(limit.error());
    const auto listing = listingOf(**company, arguments, *limit);
    if (!listing)
        co_return fail(listing.error());
    writeListing(agent.output(), listing->columns, listing->rows, listing->whenEmpty);
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> queueVerbs()
{
    const Option company = companyOption();
    const Option limit{"--limit"_L1, "N"_L1, QT_TRANSLATE_NOOP("Help", "at most so many")};
    return {
        {"queue"_L1,
         {},
         {company, {"--all"_L1, {}, QT_TRANSLATE_NOOP("Help", "finished operations as well")}, limit},
         QT_TRANSLATE_NOOP("Help", "lists what waits to be sent"),
         &show<&queueOf>},
        {"history"_L1, {}, {company, limit}, QT_TRANSLATE_NOOP("Help", "lists sync runs, the newest first"), &show<&historyOf>},
        {"activity"_L1,
         {},
         {company,
          {"--search"_L1, "TEXT"_L1, QT_TRANSLATE_NOOP("Help", "lines in which all these words occur")},
          {"--type"_L1, "TYPE"_L1, QT_TRANSLATE_NOOP("Help", "only this entity type")},
          {"--user"_L1, "U"_L1, QT_TRANSLATE_NOOP("Help", "only what this user did")},
          {"--action"_L1, "A"_L1, QT_TRANSLATE_NOOP("Help", "only this action: create, update, delete, conflict, resolve …")},
          {"--from"_L1, "TIME"_L1, QT_TRANSLATE_NOOP("Help", "from this day or instant on")},
          {"--until"_L1, "TIME"_L1, QT_TRANSLATE_NOOP("Help", "before this day or instant")},
          limit},
         QT_TRANSLATE_NOOP("Help", "lists who changed what, the newest first"), &show<&activityOf>},
    };
}

} // namespace frost
