// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergesentences.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/wording/labels.h"

#include <algorithm>

namespace frost::wording {

using namespace Qt::StringLiterals;

namespace {

using Entry = MergeDraft::Entry;
using Section = MergeDraft::Section;

bool isSaid(const Entry &entry)
{
    return entry.section != Section::Unchanged && !entry.isRecord();
}

int changedBy(const MergeDraft &draft, QJsonValue Entry::*side)
{
    return int(std::count_if(draft.entries().begin(), draft.entries().end(),
                             [&](const Entry &entry) { return isSaid(entry) && entry.isChanged(entry.*side); }));
}

//! Names as rich text, so that nothing in them is taken for a tag.
QString bold(const QString &text)
{
    return u"<b>"_s + text.toHtmlEscaped() + u"</b>"_s;
}

//! The parts every sentence is made of.
struct Facts {
    QString system;
    QString person; //!< "": not known
    QString mineTime;
    QString theirsTime;
};

Facts factsOf(const MergeEditing &editing)
{
    const auto &conflict = editing.conflictCase().conflict;
    return {EntryTexts(editing).systemInSentence(), conflict.theirsBy, momentText(conflict.mineAt),
            momentText(conflict.theirsAt)};
}

QString mineSentence(const MergeEditing &editing, const Facts &facts)
{
    if (!editing.draft().input().mine)
        return MergeText::tr("%1 deleted it on this computer %2.").arg(bold(MergeText::tr("You")), facts.mineTime);
    return MergeText::tr("%1 changed %n field(s) on this computer %2.", nullptr,
                         changedBy(editing.draft(), &Entry::mine))
        .arg(bold(MergeText::tr("You")), facts.mineTime);
}

QString theirsSentence(const MergeEditing &editing, const Facts &facts)
{
    if (!editing.draft().input().theirs)
        return facts.person.isEmpty()
                   ? MergeText::tr("It was deleted in %1; we do not know by whom. We heard of it %2.")
                         .arg(bold(facts.system), facts.theirsTime)
                   : MergeText::tr("%1 deleted it in %2 %3.")
                         .arg(bold(facts.person), bold(facts.system), facts.theirsTime);
    const int changes = changedBy(editing.draft(), &Entry::theirs);
    if (facts.person.isEmpty())
        return MergeText::tr("We do not know who changed %n field(s) in %1; the change came %2.", nullptr, changes)
            .arg(bold(facts.system), facts.theirsTime);
    return MergeText::tr("%1 changed %n field(s) in %2 %3.", nullptr, changes)
        .arg(bold(facts.person), bold(facts.system), facts.theirsTime);
}

QString shapeSentence(const MergeEditing &editing)
{
    const auto &draft = editing.draft();
    QStringList seals;
    for (const auto &name : draft.seals())
        seals.append(fieldLabel(draft.schema().type, name));
    if (draft.closedThere() && editing.conflictCase().keepBoth)
        return MergeText::tr("%1 Where they are two records with one number, keep both.").arg(closedThere(editing).toHtmlEscaped());
    if (draft.closedThere())
        return closedThere(editing).toHtmlEscaped();
    if (draft.heldElsewhere())
        return heldElsewhere(editing).toHtmlEscaped();
    if (editing.conflictCase().keepBoth)
        return MergeText::tr("Both have the same number, and never met before. Are they one record? If not, keep both.");
    switch (draft.shape()) {
    case MergeDraft::Shape::Deletion: return MergeText::tr("Keep it, or delete it?");
    case MergeDraft::Shape::Sealed:
        return MergeText::tr("It is marked \"%1\" and is taken as a whole: a correction is a separate entry.")
            .arg(seals.join(u", "_s).toHtmlEscaped());
    case MergeDraft::Shape::Unit: return MergeText::tr("It is taken as a whole, never a mix of both.");
    case MergeDraft::Shape::Fields: break;
    }
    return draft.input().base
               ? QString()
               : MergeText::tr("What both sides agreed on before is not known; so nothing is merged by itself.");
}

QString duplicateSentence(const MergeEditing &editing, const Entry &entry)
{
    const EntryTexts texts(editing);
    const auto facts = factsOf(editing);
    const auto theirs = texts.rowInWords(*entry.rows, entry.theirs.toObject());
    const QStringList sentences{
        MergeText::tr("You added %1 on this computer %2.")
            .arg(texts.rowInWords(*entry.rows, entry.mine.toObject()), momentText(editing.mineAt(entry))),
        facts.person.isEmpty()
            ? MergeText::tr("%1 was added in %2; we do not know by whom. The change came %3.")
                  .arg(theirs, facts.system, facts.theirsTime)
            : MergeText::tr("%1 added %2 in %3 %4.").arg(facts.person, theirs, facts.system, facts.theirsTime),
        MergeText::tr("Is that one row, entered twice? 2 keeps yours alone, 3 theirs alone, 4 both; Ctrl+M makes one "
                      "row of the two, field by field.")};
    return sentences.join(u' ');
}

} // namespace

QString recordHeading(const EntityType &type, const RecordName &name)
{
    const auto word = typeLabel(type, Number::One);
    return name.text().isEmpty() ? word : word + u' ' + name.text();
}

QString closedThere(const MergeEditing &editing)
{
    const auto &draft = editing.draft();
    if (!draft.closedThere())
        return {};
    return MergeText::tr("It is marked \"%1\" in %2 and cannot be changed any more, only corrected by a record of its own. Your version stays in the history.")
        .arg(fieldLabel(draft.schema().type, draft.closedThere()->name), EntryTexts(editing).systemInSentence());
}

QString heldElsewhere(const MergeEditing &editing)
{
    const auto &schema = editing.draft().schema();
    const auto &held = editing.draft().heldElsewhere();
    if (!held)
        return {};
    return MergeText::tr("It is marked \"%1\" in %2 and cannot be changed there any more, only corrected by a record of its own. What is in %3 stays in the history.")
        .arg(fieldLabel(schema.type, closedBy(schema, held->body)->name),
             editing.conflictCase().otherSystem(held->connection, Place::Within), EntryTexts(editing).systemInSentence());
}

QString whoAndWhen(const MergeEditing &editing)
{
    const auto facts = factsOf(editing);
    QStringList sentences{mineSentence(editing, facts), theirsSentence(editing, facts), shapeSentence(editing)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString whatIsLeft(const MergeEditing &editing)
{
    const auto &draft = editing.draft();
    const auto merged = std::count_if(draft.entries().begin(), draft.entries().end(),
                                      [](const Entry &entry) { return entry.section == Section::Merged; });
    QStringList sentences;
    if (merged > 0)
        sentences.append(MergeText::tr("%n change(s) do not clash and are merged already.", nullptr, int(merged)));
    if (const auto open = int(draft.openCount()); open > 0)
        sentences.append(u"<b>"_s + MergeText::tr("%n choice(s) are yours.", nullptr, open) + u"</b>"_s);
    else
        sentences.append(MergeText::tr("Everything is decided."));
    sentences.append(MergeText::tr("Nothing is sent until you press %1.")
                         .arg(u"<i>"_s + MergeText::tr("Save and next") + u"</i>"_s));
    return sentences.join(u' ');
}

QString entrySentence(const MergeEditing &editing, const Entry &entry)
{
    if (entry.section == Section::Unchanged || entry.isRecord()) // of the record the heading tells
        return {};
    if (entry.isDuplicate())
        return duplicateSentence(editing, entry);
    const EntryTexts texts(editing);
    const auto facts = factsOf(editing);
    const auto base = texts.value(entry, entry.base);
    const auto what = texts.fullLabel(entry);
    QStringList sentences;
    if (entry.isChanged(entry.mine))
        sentences.append(MergeText::tr("%1: you changed it from %2 to %3 on this computer %4.")
                             .arg(what, base, texts.value(entry, entry.mine), momentText(editing.mineAt(entry))));
    if (entry.isChanged(entry.theirs)) {
        const auto theirs = texts.value(entry, entry.theirs);
        sentences.append(
            facts.person.isEmpty()
                ? MergeText::tr("%1: it was changed from %2 to %3 in %4; we do not know by whom. The change came %5.")
                      .arg(what, base, theirs, facts.system, facts.theirsTime)
                : MergeText::tr("%1: %2 changed it from %3 to %4 in %5 %6.")
                      .arg(what, facts.person, base, theirs, facts.system, facts.theirsTime));
    }
    return sentences.join(u' ');
}

} // namespace frost::wording
