// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/recordjobs.h"

#include "core/company/recordname.h"
#include "core/outbox/closedbooks.h"
#include "core/outbox/freenumber.h"
#include "core/outbox/steps.h"

#include <algorithm>

namespace frost::recordjobs {

using namespace Qt::StringLiterals;

namespace {

Result<bool> isWaiting(Company &company, const EntityType &type, const LocalId &id)
{
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    for (const auto &connection : *connections) {
        const auto open = company.outbox().open(connection.id, type, id);
        FROST_TRY(open);
        if (*open)
            return true;
    }
    return false;
}

//! What is to be decided about the record: the two sides of it, or what to do about a refusal.
Result<> readConflict(Company &company, const EntityType &type, const LocalId &id, OpenedRecord &opened)
{
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    for (const auto &connection : *connections) {
        const auto conflict = company.conflicts().openFor(connection.id, type, id);
        FROST_TRY(conflict);
        if (*conflict && (*conflict)->isRefusal())
            opened.refusal = Error{ErrorKind::Rejected, (*conflict)->errorCode, (*conflict)->errorArgs, {}, {}};
        else if (*conflict && opened.conflict == 0)
            opened.conflict = (*conflict)->id;
    }
    return {};
}

//! Paths as they are for one record, without the place among many.
Error ofOneRecord(Error error)
{
    for (auto &arg : error.args) {
        if (arg.startsWith(u"[0]."))
            arg.remove(0, 4);
    }
    return error;
}

Result<Record> withoutDraft(Company &company, const EntityType &type, Result<Record> written)
{
    // The record is safe; a draft that cannot be removed is shown once more, which is the lesser evil.
    if (written)
        (void)Drafts(company.database().sql(), company.clock()).remove(type, written->id);
    return written;
}

// Whoever looks at the original has to see that it was corrected (bokföringslagen 5 kap. 5 §).
Result<> readCorrection(Company &company, const EntitySchema &schema, const LocalId &id, OpenedRecord &opened)
{
    const auto made = copyOfRecord(company.database(), schema, id);
    FROST_TRY(made);
    opened.correction = *made;
    if (!*made)
        return {};
    const auto name = readRecordName(company, schema.type, **made);
    FROST_TRY(name);
    opened.correctionName = name->text();
    return {};
}

} // namespace

Result<OpenedRecord> open(Company &company, const EntityType &type, const LocalId &id)
{
    auto store = company.database().objectStore(type);
    FROST_TRY(store);
    OpenedRecord opened;
    auto record = store->get(id);
    FROST_TRY(record);
    opened.record = *std::move(record);
    auto draft = Drafts(company.database().sql(), company.clock()).find(type, id);
    FROST_TRY(draft);
    opened.draft = *std::move(draft);
    const auto shown = company.shownIds().shown(type, id);
    FROST_TRY(shown);
    opened.shownId = *shown;
    FROST_TRY(readConflict(company, type, id, opened));
    const auto closedTo = booksClosedTo(company.database(), store->schema());
    FROST_TRY(closedTo);
    opened.closedTo = *closedTo;
    FROST_TRY(readCorrection(company, store->schema(), id, opened));
    const auto waiting = isWaiting(company, type, id);
    FROST_TRY(waiting);
    auto steps = company.outbox().steps(type, id);
    FROST_TRY(steps);
    opened.steps = *std::move(steps);
    opened.waiting = *waiting || !opened.steps.isEmpty();
    return opened;
}

NewRecord begin(Company &company, const EntityType &type)
{
    NewRecord begun{LocalId(newLocalId(company.clock(), company.random())), {}, nextProvisionalNumber(company.database(), type, {})};
    if (auto store = company.database().objectStore(type)) {
        const auto newest = store->select({.descending = true, .limit = 1}); // ids grow with time
        if (newest && !newest->isEmpty())
            begun.last = newest->first().body;
    }
    return begun;
}

Result<Record> create(Company &company, const EntityType &type, const LocalId &id, const QJsonObject &given)
{
    const auto *schema = company.schema().find(type);
    if (!schema)
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()});
    auto body = given;
    if (const auto *field = assignedField(*schema); field && body.value(field->name).toString().isEmpty())
        body.insert(field->name, nextProvisionalNumber(company.database(), type, body.value(schema->seriesField).toString()));
    body.insert(u"localId"_s, id.toString());
    auto made = company.editor().createAll({{type, body}}, company.actor());
    if (made)
        return withoutDraft(company, type, made->first());
    if (made.error().code == u"store.exists")
        return withoutDraft(company, type, company.editor().update(type, id, given, company.actor()));
    return fail(ofOneRecord(std::move(made).error()));
}

Result<std::optional<Record>> update(Company &company, const EntityType &type, const LocalId &id,
                                     const QJsonObject &patch, qint64 seen)
{
    auto store = company.database().objectStore(type);
    FROST_TRY(store);
    const auto stored = store->get(id);
    FROST_TRY(stored);
    if (*stored && (*stored)->revision != seen)
        return std::optional<Record>();
    auto written = withoutDraft(company, type, company.editor().update(type, id, patch, company.actor()));
    FROST_TRY(written);
    return std::optional(*std::move(written));
}

Result<Record> remove(Company &company, const EntityType &type, const LocalId &id)
{
    return withoutDraft(company, type, company.editor().remove(type, id, company.actor()));
}

} // namespace frost::recordjobs
