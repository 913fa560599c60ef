// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/sendcases.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

enum class Naming {
    AsKnown, //!< as the record is known by now
    AsSent,  //!< it gets another number
};

//! Says each planned request in words.
Result<> addCases(Company &company, const Conflict &conflict, const QList<PlannedRequest> &planned, Naming naming, QList<RequestCase> &cases)
{
    for (const auto &request : planned) {
        auto told = conflict;
        told.connection = request.connection;
        told.versions = {request.known, request.after, request.known};
        auto words = readCaseOf(company, std::move(told));
        FROST_TRY(words);
        words->name = naming == Naming::AsSent && request.after
                          ? readRecordName(company, *company.schema().find(conflict.type), *request.after).value_or(RecordName())
                          : conflictName(company, conflict);
        RequestCase found{request, *std::move(words), {}};
        if (request.waits && request.waits->code == "parent.waiting"_L1) {
            const auto id = request.waits->args.value(1);
            const auto name = readRecordName(company, EntityType(request.waits->args.value(0)), LocalId(id)).value_or(RecordName());
            found.waitsFor = name.text().isEmpty() ? id : name.text();
        } else if (request.waits && request.waits->code == "hubs.waiting"_L1) {
            const auto main = company.connections().find(ConnectionId(request.waits->args.value(0)));
            FROST_TRY(main);
            found.waitsFor = *main ? (*main)->provider : QString();
        }
        cases.append(std::move(found));
    }
    return {};
}

Result<> addCorrected(Company &company, const Conflict &conflict, QList<ConflictCase> &systems)
{
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    for (const auto &connection : *connections) {
        const auto rules = rulesOf(company.database(), connection.id);
        FROST_TRY(rules);
        if (!rules->of(conflict.type).pushes())
            continue;
        ConflictCase there;
        there.conflict.connection = connection.id;
        there.provider = connection.provider;
        systems.append(std::move(there));
    }
    return {};
}

} // namespace

Result<SendCases> readRequests(Company &company, const SendWish &wish)
{
    const auto &conflict = wish.conflict;
    SendCases cases;
    if (wish.outcome) {
        const auto planned = plannedRequests(company.writer(), company.clock(), company.random(), conflict, wish.outcome->body);
        FROST_TRY(planned);
        FROST_TRY(addCases(company, conflict, *planned, Naming::AsKnown, cases.requests));
    }
    if (wish.mayKeepBoth) {
        const auto planned = plannedKeepBoth(company.writer(), company.conflicts(), company.clock(), company.random(), conflict, {});
        if (!planned && planned.error().kind != ErrorKind::Usage) // else a number has to be said first
            return fail(planned.error());
        if (planned)
            FROST_TRY(addCases(company, conflict, planned->mine + planned->theirs, Naming::AsSent, cases.keptBoth));
    }
    if (wish.mayCorrect)
        FROST_TRY(addCorrected(company, conflict, cases.corrected));
    return cases;
}

} // namespace frost
