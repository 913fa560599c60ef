// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/exitcodes.h"
#include "app/agent/recordplace.h"
#include "app/agent/table.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "core/company/presentation.h"

#include <QCoreApplication>

#include <functional>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Records", source);
}

//! The whole record, field by field.
Result<> writeRecord(Agent &agent, RecordPlace &place, const Record &record)
{
    const auto shownRecord = Presentation(*place.company).record(place.type, record);
    FROST_TRY(shownRecord);
    agent.output().answer(*shownRecord);
    if (agent.output().isJson())
        return {};
    Table table(agent.output(), {{text(QT_TRANSLATE_NOOP("Records", "Field"))}, {text(QT_TRANSLATE_NOOP("Records", "Value"))}});
    for (auto it = shownRecord->begin(); it != shownRecord->end(); ++it) {
        if (!it.value().isArray()) {
            table.add({it.key(), shown(it.value())});
            continue;
        }
        const auto rows = it.value().toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto row = rows[i].toObject();
            for (auto cell = row.begin(); cell != row.end(); ++cell)
                table.add({u"%1[%2].%3"_s.arg(it.key()).arg(i).arg(cell.key()), shown(cell.value())});
        }
    }
    return {};
}

Task<Result<int>> getRecord(Agent &agent, Arguments arguments)
{
    auto at = recordAt(agent, arguments);
    if (!at)
        co_return fail(at.error());
    auto &[place, id] = *at;
    auto store = place.company->database().objectStore(place.type);
    if (!store)
        co_return fail(store.error());
    const auto record = store->get(id);
    if (!record)
        co_return fail(record.error());
    if (!*record)
        co_return fail(ErrorKind::NotFound, u"record.unknown"_s, {arguments.place(0), arguments.place(1)});
    if (auto written = writeRecord(agent, place, **record); !written)
        co_return fail(written.error());
    co_return exitcode::kDone;
}

//! Core speaks of local ids; the person gets the id that they typed.
Error withTypedId(Error error, const QString &id)
{
    if (error.code.startsWith("record."_L1) && error.code != "record.invalid"_L1 && error.args.size() > 1)
        error.args[1] = id;
    return error;
}

//! The answer of a verb that changed one record.
Result<> writeChanged(Agent &agent, RecordPlace &place, const Record &record, const char *sentence)
{
    const auto shownRecord = Presentation(*place.company).record(place.type, record);
    FROST_TRY(shownRecord);
    agent.output().answer(*shownRecord);
    agent.output().line(text(sentence).arg(place.type.toString(), shownRecord->value("id"_L1).toString()));
    return {};
}

Task<Result<int>> putRecord(Agent &agent, Arguments arguments)
{
    auto place = recordPlace(agent, arguments);
    if (!place)
        co_return fail(place.error());
    const auto shownId = arguments.place(1);
    LocalId id;
    if (!shownId.isEmpty()) {
        const auto known = place->company->recordId(place->type, shownId);
        if (!known)
            co_return fail(known.error());
        id = *known;
    }
    const auto input = agent.standardInput();
    if (!input)
        co_return fail(input.error());
    const auto body = parseRecord(*input);
    if (!body)
        co_return fail(body.error());
    auto &editor = place->company->editor();
    const auto actor = place->company->actor();
    const auto record = id.isEmpty() ? editor.create(place->type, *body, actor) : editor.update(place->type, id, *body, actor);
    if (!record)
        co_return fail(withTypedId(record.error(), shownId));
    const auto *sentence = id.isEmpty() ? QT_TRANSLATE_NOOP("Records", "Made %1 %2.") : QT_TRANSLATE_NOOP("Records", "Changed %1 %2.");
    if (auto written = writeChanged(agent, *place, *record, sentence); !written)
        co_return fail(written.error());
    for (const auto &warning : warnings(*place->schema, record->body))
        agent.output().message(text(QT_TRANSLATE_NOOP("Records", "Look again: %1")).arg(wording::problem(warning.path + u": "_s + warning.code)));
    co_return exitcode::kDone;
}

//! @param change  what is done to the record  @param sentence  that says so
Result<int> carryOut(Agent &agent, const Arguments &arguments,
                     const std::function<Result<Record>(RecordAt &at, RecordEditor &editor, const Actor &actor)> &change, const char *sentence)
{
    auto at = recordAt(agent, arguments);
    FROST_TRY(at);
    auto &company = *at->place.company;
    const auto record = change(*at, company.editor(), company.actor());
    if (!record)
        return fail(withTypedId(record.error(), arguments.place(1)));
    FROST_TRY(writeChanged(agent, at->place, *record, sentence));
    return exitcode::kDone;
}

Task<Result<int>> deleteRecord(Agent &agent, Arguments arguments)
{
    co_return carryOut(agent, arguments,
                       [](RecordAt &at, RecordEditor &editor, const Actor &actor) { return editor.remove(at.place.type, at.id, actor); },
                       QT_TRANSLATE_NOOP("Records", "Deleted %1 %2."));
}

Task<Result<int>> eraseRecord(Agent &agent, Arguments arguments)
{
    co_return carryOut(agent, arguments,
                       [](RecordAt &at, RecordEditor &editor, const Actor &actor) { return editor.erase(at.place.type, at.id, actor); },
                       QT_TRANSLATE_NOOP("Records", "Erased %1 %2."));
}

Task<Result<int>> takeStep(Agent &agent, Arguments arguments)
{
    auto at = recordAt(agent, arguments);
    if (!at)
        co_return fail(at.error());
    auto &[place, id] = *at;
    const auto record = place.company->editor().step(place.type, id, arguments.place(2), {}, place.company->actor());
    if (!record)
        co_return fail(withTypedId(record.error(), arguments.place(1)));
    const auto waiting = place.company->outbox().steps(place.type, record->id);
    if (!waiting)
        co_return fail(waiting.error());
    const auto *sentence = record->id != id    ? QT_TRANSLATE_NOOP("Records", "Made %1 %2.")
                           : waiting->isEmpty() ? QT_TRANSLATE_NOOP("Records", "Done: %1 %2.")
                                                : QT_TRANSLATE_NOOP("Records", "%1 %2: the next sync sends the step.");
    if (auto written = writeChanged(agent, place, *record, sentence); !written)
        co_return fail(written.error());
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> recordVerbs()
{
    return {
        {"get"_L1, {"TYPE"_L1, "ID"_L1}, {companyOption()}, QT_TRANSLATE_NOOP("Help", "shows one record"), &getRecord},
        {"put"_L1,
         {"TYPE"_L1, "[ID]"_L1},
         {companyOption()},
         QT_TRANSLATE_NOOP("Help", "makes a record, or changes the named fields of one; JSON on standard input, null removes a field"),
         &putRecord},
        {"delete"_L1, {"TYPE"_L1, "ID"_L1}, {companyOption()}, QT_TRANSLATE_NOOP("Help", "deletes a record"), &deleteRecord},
        {"erase"_L1, {"TYPE"_L1, "ID"_L1}, {companyOption()},
         QT_TRANSLATE_NOOP("Help", "leaves nothing of a deleted record but that it was there, here and on the server; cannot be undone"), &eraseRecord},
        {"step"_L1,
         {"TYPE"_L1, "ID"_L1, "STEP"_L1},
         {companyOption()},
         QT_TRANSLATE_NOOP("Help", "takes a business step: book, cancel, mark-sent, or credit, which makes a new record; waits for the next sync"),
         &takeStep},
    };
}

} // namespace frost
