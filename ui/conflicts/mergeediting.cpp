// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergeediting.h"

#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"

#include <QUndoCommand>

#include <algorithm>
#include <functional>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Section = MergeDraft::Section;

//! From one state of the draft to another.
class DraftStep final : public QUndoCommand
{
public:
    using Show = std::function<void(const MergeState &)>;
    DraftStep(const QString &text, MergeState before, MergeState after, Show show)
        : QUndoCommand(text), m_before(std::move(before)), m_after(std::move(after)), m_show(std::move(show))
    { }
    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }

private:
    MergeState m_before;
    MergeState m_after;
    Show m_show;
};

//! The side whose value was typed; Edited where nobody has it, None where it is what the merge proposes anyway.
Choice sideThatHas(const MergeDraft &draft, const QString &path)
{
    const auto &entry = *draft.entry(path);
    const auto typed = draft.valueOf(entry);
    if (entry.section != Section::Open && typed == entry.proposed)
        return Choice::None;
    for (const auto &[choice, value] :
         {std::pair{Choice::Mine, entry.mine}, {Choice::Theirs, entry.theirs}, {Choice::Base, entry.base}}) {
        if (draft.canChoose(entry, choice) && typed == value)
            return choice;
    }
    return Choice::Edited;
}

} // namespace

MergeEditing::MergeEditing(const Schema &schema, QObject *parent) : QObject(parent), m_schema(schema) { }

Result<qsizetype> MergeEditing::open(ConflictCase opening)
{
    const auto *schema = m_schema.find(opening.conflict.type);
    if (!schema)
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {opening.conflict.type.toString()});
    auto draft = MergeDraft::make(*schema, opening.conflict.versions);
    FROST_TRY(draft);
    const auto dropped = draft->restore(opening.draft);
    leave();
    m_case = std::move(opening);
    m_case.titles.insert(m_typedTitles); // a draft may still be on its way to where titles are read
    m_draft = *std::move(draft);
    takeUpPast();
    m_warned.clear();
    Q_EMIT opened(m_case.conflict.id);
    return dropped;
}

void MergeEditing::close()
{
    leave();
    m_case = {};
    m_draft = {};
    Q_EMIT opened(0);
}

void MergeEditing::leave()
{
    m_undo.setActiveStack(nullptr);
    if (const auto past = m_pasts.find(m_case.conflict.id); past != m_pasts.end()) {
        past->second.versions = m_case.conflict.versions;
        past->second.state = m_draft.state();
    }
}

// Steps of another state would put values back that nobody has seen beside these.
void MergeEditing::takeUpPast()
{
    auto &past = m_pasts[m_case.conflict.id];
    if (!sameVersions(past.versions, m_case.conflict.versions) || past.state != m_draft.state())
        past.steps->clear();
    m_undo.addStack(past.steps.get());
    m_undo.setActiveStack(past.steps.get());
}

bool MergeEditing::choose(const QString &path, Choice choice)
{
    auto next = m_draft;
    next.choose(path, choice);
    if (next.decisions() == m_draft.decisions())
        return false;
    push(wording::choiceLabel(choice, m_case.system(wording::Place::Alone)), next.decisions());
    return true;
}

Result<> MergeEditing::edit(const QString &path, const QJsonValue &value)
{
    auto next = m_draft;
    FROST_TRY(next.edit(path, value));
    next.choose(path, sideThatHas(next, path));
    push(wording::choiceLabel(next.decision(path).choice, m_case.system(wording::Place::Alone)), next.decisions());
    return {};
}

std::optional<Suggestion> MergeEditing::suggestionFor(const MergeDraft::Entry &entry) const
{
    return m_draft.isOpen(entry) ? m_case.habits.suggest(m_draft, entry) : std::nullopt;
}

qsizetype MergeEditing::suggestionCount() const
{
    const auto &entries = m_draft.entries();
    return std::count_if(entries.begin(), entries.end(), [this](const auto &entry) { return suggestionFor(entry).has_value(); });
}

void MergeEditing::takeSuggestions()
{
    auto next = m_draft.decisions();
    for (const auto &entry : m_draft.entries()) {
        if (const auto suggestion = suggestionFor(entry))
            next.insert(entry.path, {suggestion->side, QJsonValue::Undefined});
    }
    push(MergeText::tr("as before"), next);
}

void MergeEditing::addTitle(const EntityType &type, const QString &id, const QString &title)
{
    m_typedTitles.insert({type, id}, title);
    m_case.titles.insert({type, id}, title);
}

void MergeEditing::endLookup()
{
    if (--m_lookups == 0)
        Q_EMIT lookedUp();
}

bool MergeEditing::confirmsWarnings()
{
    QStringList found;
    for (const auto &warning : m_draft.warnings())
        found.append(warning.path + warning.code);
    const auto seen = std::exchange(m_warned, found);
    return std::all_of(found.begin(), found.end(), [&](const QString &warning) { return seen.contains(warning); });
}

bool MergeEditing::confirm(const QString &path)
{
    auto next = m_draft;
    next.confirm(path);
    if (next.decisions() == m_draft.decisions())
        return false;
    push(MergeText::tr("confirmed"), next.decisions());
    return true;
}

Result<QString> MergeEditing::match(const QString &rowPath, const QString &candidate)
{
    auto next = m_draft;
    auto path = next.match(rowPath, candidate);
    FROST_TRY(path);
    push(MergeText::tr("rows matched"), next.state());
    return path;
}

Result<QString> MergeEditing::split(const QString &rowPath)
{
    auto next = m_draft;
    auto path = next.split(rowPath);
    FROST_TRY(path);
    push(MergeText::tr("match split"), next.state());
    return path;
}

void MergeEditing::chooseAll(Choice side, MergeDraft::Overrule overrule)
{
    push(wording::choiceLabel(side, m_case.system(wording::Place::Alone)),
         m_draft.allTo(side, {Section::Open}, overrule));
}

void MergeEditing::chooseNewest(const QDateTime &theirsAt)
{
    auto next = m_draft.decisions();
    for (const auto &entry : m_draft.entries()) {
        if (!m_draft.isOpen(entry))
            continue;
        const auto mine = mineAt(entry);
        const auto later = mine > theirsAt ? Choice::Mine : Choice::Theirs; // at the same time: theirs, which others have already seen
        if (entry.isDuplicate())
            next.insert(entry.path, {Choice::Both, QJsonValue::Undefined});
        else if (mine.isValid() && m_draft.canChoose(entry, later))
            next.insert(entry.path, {later, QJsonValue::Undefined});
    }
    push(MergeText::tr("newest"), next);
}

qsizetype MergeEditing::overruled(Choice side) const
{
    const auto next = m_draft.allTo(side, {Section::Open}, MergeDraft::Overrule::Yes);
    return std::count_if(m_draft.entries().begin(), m_draft.entries().end(), [&](const MergeDraft::Entry &entry) {
        return entry.section == Section::Open && next.value(entry.path) != m_draft.decision(entry.path);
    });
}

QString MergeEditing::correctionStep() const
{
    if (!isOpen() || (!m_draft.closedThere() && !m_draft.heldElsewhere()))
        return {};
    const auto &booked = correctedSide() == Choice::Theirs ? m_draft.input().theirs : m_draft.input().mine;
    if (!booked)
        return {};
    const auto &steps = m_draft.schema().steps;
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const BusinessStep &step) {
        return step.copy && mayTake(step, *booked);
    });
    return found == steps.end() ? QString() : found->name;
}

bool MergeEditing::correctionKeepsOther() const
{
    const auto *step = m_draft.schema().step(correctionStep());
    const auto &other = correctedSide() == Choice::Theirs ? m_draft.input().mine : m_draft.input().theirs;
    const auto &booked = correctedSide() == Choice::Theirs ? m_draft.input().theirs : m_draft.input().mine;
    if (!step || !step->copy->rebooks || !other || !booked)
        return false;
    const auto rows = step->copy->swapped.first().first.section(u'.', 0, 0); // where they differ in other ways only, the same would be booked again
    return other->value(rows) != booked->value(rows);
}

Choice MergeEditing::correctedSide() const
{
    return m_draft.closedThere() ? Choice::Theirs : Choice::Mine;
}

QDateTime MergeEditing::mineAt(const MergeDraft::Entry &entry) const
{
    return m_case.mineTimes.value(entry.rows ? entry.rows->name : entry.path, m_case.conflict.mineAt);
}

std::optional<QString> MergeEditing::nextOpen(const std::optional<QString> &path, int step) const
{
    QStringList open;
    qsizetype at = step > 0 ? -1 : 0; // where `path` stands among the open ones
    for (const auto &entry : m_draft.entries()) {
        const bool here = path && entry.path == *path && entry.section != Section::Detail;
        if (m_draft.isOpen(entry))
            open.append(entry.path);
        if (here)
            at = step > 0 ? open.size() - 1 : open.size() - (m_draft.isOpen(entry) ? 1 : 0);
    }
    if (open.isEmpty())
        return std::nullopt;
    const auto next = step > 0 ? at + 1 : at - 1;
    return open[(next + open.size()) % open.size()];
}

void MergeEditing::push(const QString &text, MergeDecisions next)
{
    push(text, MergeState{std::move(next), m_draft.state().pins});
}

void MergeEditing::push(const QString &text, MergeState next)
{
    if (next == m_draft.state())
        return;
    m_undo.activeStack()->push(
        new DraftStep(text, m_draft.state(), std::move(next), [this](const MergeState &state) { show(state); }));
}

void MergeEditing::show(const MergeState &state)
{
    const bool otherRows = state.pins != m_draft.state().pins;
    m_draft.setState(state);
    if (otherRows)
        Q_EMIT entriesChanged();
    Q_EMIT changed();
}

} // namespace frost
