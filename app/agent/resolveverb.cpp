// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Settling a conflict: by a strategy or field by field; taking a decision back, and bringing old values back.
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/verb.h"
#include "core/company/presentation.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kStrategy = "--strategy"_L1;
constexpr auto kTake = "--take"_L1;
constexpr auto kSet = "--set"_L1;
constexpr auto kUndo = "--undo"_L1;
constexpr auto kRestore = "--restore"_L1;
constexpr auto kField = "--field"_L1;
constexpr auto kNumber = "--number"_L1;

QString text(const char *source)
{
    return QCoreApplication::translate("Conflicts", source);
}

constexpr std::array kStrategies{Strategy::ServerWins, Strategy::ClientWins, Strategy::Merge, Strategy::LastWriteWins, Strategy::Manual,
                                 Strategy::KeepBoth};

QString strategyNames()
{
    QStringList names;
    for (const auto strategy : kStrategies)
        names += toString(strategy);
    return names.join(u", "_s);
}

enum class Way { Strategy, Fields, Undo, Restore };

//! One of the four, and nothing of another.
Result<Way> wayOf(const Arguments &arguments)
{
    struct Known {
        QLatin1StringView option;
        Way way;
    };
    std::optional<Known> chosen;
    for (const auto &known : {Known{kStrategy, Way::Strategy}, Known{kTake, Way::Fields}, Known{kSet, Way::Fields},
                              Known{kUndo, Way::Undo}, Known{kRestore, Way::Restore}}) {
        if (!arguments.has(known.option))
            continue;
        if (chosen && chosen->way != known.way)
            return fail(ErrorKind::Usage, u"option.together"_s, {QString(chosen->option), QString(known.option)});
        chosen = known;
    }
    if (!chosen)
        return fail(ErrorKind::Usage, u"option.missing"_s, {QString(kStrategy), u"S"_s});
    if (arguments.has(kField) && chosen->way != Way::Restore)
        return fail(ErrorKind::Usage, u"option.together"_s, {QString(chosen->option), QString(kField)});
    if (arguments.has(kNumber) && chosen->way != Way::Strategy)
        return fail(ErrorKind::Usage, u"option.together"_s, {QString(chosen->option), QString(kNumber)});
    if (arguments.has(kRecordFile) && chosen->way != Way::Strategy)
        return fail(ErrorKind::Usage, u"manual.unwanted"_s);
    return chosen->way;
}

//! The record as a person decided it.
Result<std::optional<QJsonObject>> manualRecord(Agent &agent, const Arguments &arguments, Strategy strategy, OpenCompany &company,
                                                const EntityType &type)
{
    const bool given = arguments.has(kRecordFile);
    if (given != (strategy == Strategy::Manual))
        return fail(ErrorKind::Usage, given ? u"manual.unwanted"_s : u"manual.missing"_s);
    if (!given)
        return std::optional<QJsonObject>();
    const auto bytes = agent.fileOrInput(arguments.value(kRecordFile));
    FROST_TRY(bytes);
    const auto shownRecord = parseRecord(*bytes);
    FROST_TRY(shownRecord);
    auto record = Presentation(company).stored(type, *shownRecord);
    FROST_TRY(record);
    return std::optional(*std::move(record));
}

Result<Resolution> byStrategy(Agent &agent, const Arguments &arguments, OpenCompany &company, const Conflict &conflict)
{
    const auto strategy = strategyFrom(arguments.value(kStrategy));
    if (!strategy)
        return fail(ErrorKind::Usage, u"option.choice"_s, {QString(kStrategy), arguments.value(kStrategy), strategyNames()});
    auto manual = manualRecord(agent, arguments, *strategy, company, conflict.type);
    FROST_TRY(manual);
    const auto number = arguments.has(kNumber) ? arguments.value(kNumber) : QString();
    if (!number.isEmpty() && *strategy != Strategy::KeepBoth)
        return fail(ErrorKind::Usage, u"option.together"_s, {QString(kNumber), toString(*strategy)});
    return Resolution{*strategy, *std::move(manual), {}, {}, number};
}

//! "PATH=WORD" in two; a path has no "=" but in the id of a row.
Result<std::pair<QString, QString>> assignment(QLatin1StringView option, const QString &word, qsizetype equals)
{
    if (equals <= 0)
        return fail(ErrorKind::Usage, u"assignment.malformed"_s, {QString(option), word});
    return std::pair(word.left(equals), word.mid(equals + 1));
}

Result<> take(MergeDraft &draft, const QString &word)
{
    const auto parts = assignment(kTake, word, word.lastIndexOf(u'='));
    FROST_TRY(parts);
    const auto &[path, side] = *parts;
    const auto choice = choiceFrom(side);
    if (!choice || *choice == Choice::None || *choice == Choice::Edited)
        return fail(ErrorKind::Usage, u"option.choice"_s, {QString(kTake), side, u"mine, theirs, base, both"_s});
    const auto *entry = draft.entry(path);
    if (!entry)
        return fail(ErrorKind::Usage, u"merge.unknownPath"_s, {path});
    if (!draft.canChoose(*entry, *choice))
        return fail(ErrorKind::Usage, u"merge.notChoosable"_s, {path, side});
    draft.choose(path, *choice);
    return {};
}

//! A typed value as the field has it.
Result<QJsonValue> typed(OpenCompany &company, const Field &field, const QString &value)
{
    if (value.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    if (field.kind == FieldKind::Boolean && (value == "true"_L1 || value == "false"_L1))
        return QJsonValue(value == "true"_L1);
    if (field.kind != FieldKind::Reference)
        return QJsonValue(value);
    const auto local = company.recordId(field.target, value);
    FROST_TRY(local);
    return QJsonValue(local->toString());
}

Result<> set(MergeDraft &draft, OpenCompany &company, const QString &word)
{
    const auto parts = assignment(kSet, word, word.indexOf(u'='));
    FROST_TRY(parts);
    const auto &[path, value] = *parts;
    const auto *entry = draft.entry(path);
    if (!entry)
        return fail(ErrorKind::Usage, u"merge.unknownPath"_s, {path});
    if (!entry->field)
        return fail(ErrorKind::Usage, u"merge.notEditable"_s, {path});
    const auto wanted = typed(company, *entry->field, value);
    FROST_TRY(wanted);
    auto done = draft.edit(path, *wanted);
    if (!done && done.error().kind == ErrorKind::Invalid)
        return fail(ErrorKind::Invalid, u"record.invalid"_s, {path + u": "_s + done.error().code});
    return done;
}

//! On top of what was chosen before, here or in the window.
Result<Resolution> byFields(const Arguments &arguments, OpenCompany &company, const Conflict &conflict)
{
    auto draft = MergeDraft::make(*company.schema().find(conflict.type), conflict.versions);
    FROST_TRY(draft);
    draft->restore(conflict.draft);
    for (const auto &word : arguments.values(kTake))
        FROST_TRY(take(*draft, word));
    for (const auto &word : arguments.values(kSet))
        FROST_TRY(set(*draft, company, word));
    QStringList open;
    for (const auto &entry : draft->entries()) {
        if (draft->isOpen(entry))
            open += entry.path;
    }
    if (!open.isEmpty())
        return fail(ErrorKind::Conflict, u"merge.undecided"_s, {open.join(u", "_s)});
    if (!draft->result())
        return fail(draft->result().error());
    return resolutionOf(*draft);
}

Result<Record> settle(Agent &agent, const Arguments &arguments, OpenCompany &company, Way way, qint64 number)
{
    const auto conflict = company.resolver().current(number);
    FROST_TRY(conflict);
    if (way == Way::Fields && !conflict->open)
        return fail(ErrorKind::Rejected, u"conflict.resolved"_s, {QString::number(number)});
    if (way == Way::Fields && conflict->isRefusal())
        return fail(ErrorKind::Usage, u"conflict.oneSided"_s, {QString::number(number)});
    const auto resolution =
        way == Way::Fields ? byFields(arguments, company, *conflict) : byStrategy(agent, arguments, company, *conflict);
    FROST_TRY(resolution);
    return company.resolver().resolve(number, *resolution, company.actor());
}

Result<Record> undo(OpenCompany &company, qint64 number)
{
    const auto conflict = company.conflictHistory().undo(number, company.actor());
    FROST_TRY(conflict);
    auto store = company.database().objectStore(conflict->type);
    FROST_TRY(store);
    auto record = store->get(conflict->record);
    FROST_TRY(record);
    if (!*record)
        return fail(ErrorKind::NotFound, u"record.unknown"_s, {conflict->type.toString(), conflict->record.toString()});
    return **std::move(record);
}

Result<Record> restore(const Arguments &arguments, OpenCompany &company, qint64 number)
{
    const auto side = choiceFrom(arguments.value(kRestore));
    if (side != Choice::Base && side != Choice::Mine && side != Choice::Theirs)
        return fail(ErrorKind::Usage, u"option.choice"_s, {QString(kRestore), arguments.value(kRestore), u"mine, theirs, base"_s});
    const auto path = arguments.has(kField) ? std::optional(arguments.value(kField)) : std::nullopt;
    return company.conflictHistory().restore(number, *side, path, company.actor());
}

//! What was done, in words; %1 the conflict, %2 %3 the record.
QString sentenceFor(Way way)
{
    switch (way) {
    case Way::Strategy:
    case Way::Fields: return text(QT_TRANSLATE_NOOP("Conflicts", "Conflict %1 is settled: %2 %3. The next sync sends it."));
    case Way::Undo: return text(QT_TRANSLATE_NOOP("Conflicts", "Conflict %1 is open again: %2 %3 is as it was before the decision."));
    case Way::Restore: return text(QT_TRANSLATE_NOOP("Conflicts", "From conflict %1, %2 %3 has its earlier values again. The next sync sends it."));
    }
    return {};
}

Task<Result<int>> resolveConflict(Agent &agent, Arguments arguments)
{
    const auto way = wayOf(arguments);
    if (!way)
        co_return fail(way.error());
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto number = conflictNumber(arguments.place(0));
    if (!number)
        co_return fail(number.error());
    const auto record = *way == Way::Undo      ? undo(**company, *number)
                        : *way == Way::Restore ? restore(arguments, **company, *number)
                                               : settle(agent, arguments, **company, *way, *number);
    if (!record)
        co_return fail(record.error());
    const auto conflict = (*company)->conflicts().find(*number);
    if (!conflict)
        co_return fail(conflict.error());
    const auto &type = (*conflict)->type;
    const auto presented = Presentation(**company).record(type, *record);
    if (!presented)
        co_return fail(presented.error());
    agent.output().answer(*presented);
    agent.output().line(sentenceFor(*way).arg(QString::number(*number), type.toString(), presented->value("id"_L1).toString()));
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> resolveVerbs()
{
    return {
        {"resolve"_L1,
         {"CONFLICT"_L1},
         {{kStrategy, "S"_L1, QT_TRANSLATE_NOOP("Help", "server-wins, client-wins, merge, last-write-wins, manual, or keep-both of two records with one number")},
          companyOption(),
          {"--data"_L1, "FILE|-"_L1, QT_TRANSLATE_NOOP("Help", "for manual: the whole record as it shall be (a folder is still the data folder)")},
          {kNumber, "N"_L1, QT_TRANSLATE_NOOP("Help", "for keep-both: what mine is called from now on; else a free number is taken")},
          {kTake, "PATH=SIDE"_L1, QT_TRANSLATE_NOOP("Help", "one field of mine, theirs, base or both; what is open has to be said"), Option::Times::Many},
          {kSet, "PATH=VALUE"_L1, QT_TRANSLATE_NOOP("Help", "one field with a value of its own; none empties it"), Option::Times::Many},
          {kUndo, {}, QT_TRANSLATE_NOOP("Help", "takes a decision back that was not sent yet")},
          {kRestore, "SIDE"_L1, QT_TRANSLATE_NOOP("Help", "brings back the values of mine, theirs or base, as a new change")},
          {kField, "PATH"_L1, QT_TRANSLATE_NOOP("Help", "for --restore: only this field")}},
         QT_TRANSLATE_NOOP("Help", "settles a conflict, as a whole or field by field; takes a decision back, or brings old values back"),
         &resolveConflict},
    };
}

} // namespace frost
