// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergesentences.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergefacts.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QLocale>

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

QString mineSentence(const MergeEditing &editing, const MergeFacts &facts)
{
    const auto &versions = editing.draft().input();
    if (!versions.mine)
        return MergeText::tr("%1 deleted it on this computer %2.").arg(bold(MergeText::tr("You")), facts.mineTime);
    if (!versions.base) // what was changed is not known, only that it was
        return MergeText::tr("%1 last changed it on this computer %2.").arg(bold(MergeText::tr("You")), facts.mineTime);
    return MergeText::tr("%1 changed %n field(s) on this computer %2.", nullptr,
                         changedBy(editing.draft(), &Entry::mine))
        .arg(bold(MergeText::tr("You")), facts.mineTime);
}

//! Nobody said that it was deleted: it was looked for and not found.
QString lostSentence(const MergeEditing &editing)
{
    return MergeText::tr("%1 does not know it any more; whether somebody deleted it there, we do not know. We noticed it %2.")
        .arg(bold(EntryTexts(editing).system()), momentText(editing.conflictCase().conflict.createdAt));
}

QString theirsSentence(const MergeEditing &editing, const MergeFacts &facts)
{
    const auto &versions = editing.draft().input();
    if (isLostThere(editing.conflictCase().conflict))
        return lostSentence(editing);
    if (!versions.theirs)
        return facts.person.isEmpty()
                   ? MergeText::tr("It was deleted in %1; we do not know by whom. We heard of it %2.")
                         .arg(bold(facts.system), facts.theirsTime)
                   : MergeText::tr("%1 deleted it in %2 %3.")
                         .arg(bold(facts.person), bold(facts.system), facts.theirsTime);
    if (!versions.base)
        return facts.person.isEmpty()
                   ? MergeText::tr("We do not know who last changed it in %1; the change came %2.")
                         .arg(bold(facts.system), facts.theirsTime)
                   : MergeText::tr("%1 last changed it in %2 %3.")
                         .arg(bold(facts.person), bold(facts.system), facts.theirsTime);
    const int changes = changedBy(editing.draft(), &Entry::theirs);
    if (facts.person.isEmpty())
        return MergeText::tr("We do not know who changed %n field(s) in %1; the change came %2.", nullptr, changes)
            .arg(bold(facts.system), facts.theirsTime);
    return MergeText::tr("%1 changed %n field(s) in %2 %3.", nullptr, changes)
        .arg(bold(facts.person), bold(facts.system), facts.theirsTime);
}

//! What has to be decided, where the way they met says it.
QString typeSentence(const ConflictCase &met)
{
    const auto &conflict = met.conflict;
    if (met.keepBoth)
        return MergeText::tr("Both have the same number, and never met before. Are they one record? If not, keep both.");
    if (isLostThere(conflict))
        return MergeText::tr("Keep it, which sends it anew, or delete it here as well?");
    switch (conflict.conflictType) {
    case ConflictType::DuplicateKey:
        return MergeText::tr("Both have the same number, and never met before. They become one record.");
    case ConflictType::Validation:
        return MergeText::tr("Each change is allowed on its own, but together they break a rule: change the result until it fits.");
    default: return {};
    }
}

QString dayText(const QDate &day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

bool isDatedInClosedBooks(const MergeDraft &draft)
{
    return draft.seals().contains(draft.schema().bookedOn);
}

//! That there is no mix of both, and why.
QString wholeSentence(const MergeDraft &draft)
{
    if (draft.shape() == MergeDraft::Shape::Unit)
        return MergeText::tr("It is taken as a whole, never a mix of both.");
    if (draft.shape() != MergeDraft::Shape::Sealed)
        return {};
    if (isDatedInClosedBooks(draft))
        return MergeText::tr("The books are closed up to and including %1, and it is dated then: it is taken as a whole, and a correction is a separate entry.")
            .arg(dayText(draft.input().closedTo));
    QStringList seals;
    for (const auto &name : draft.seals())
        seals.append(fieldLabel(draft.schema().type, name));
    return MergeText::tr("It is marked \"%1\" and is taken as a whole: a correction is a separate entry.")
        .arg(seals.join(u", "_s).toHtmlEscaped());
}

QString shapeSentence(const MergeEditing &editing)
{
    const auto &draft = editing.draft();
    if (draft.closedThere() && editing.conflictCase().keepBoth)
        return MergeText::tr("%1 Where they are two records with one number, keep both.").arg(closedThere(editing).toHtmlEscaped());
    if (draft.closedThere())
        return closedThere(editing).toHtmlEscaped();
    if (draft.heldElsewhere())
        return heldElsewhere(editing).toHtmlEscaped();
    QStringList said{typeSentence(editing.conflictCase()), wholeSentence(draft)};
    said.removeAll(QString());
    if (!said.isEmpty())
        return said.join(u' ');
    if (draft.shape() == MergeDraft::Shape::Deletion)
        return MergeText::tr("Keep it, or delete it?");
    return draft.input().base
               ? QString()
               : MergeText::tr("What both sides agreed on before is not known; so nothing is merged by itself.");
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
    const auto system = EntryTexts(editing).systemInSentence();
    if (draft.closedThere()->kind == FieldKind::Date)
        return MergeText::tr("The books are closed up to and including %1, and it is dated then: only what is in %2 can stand, and be corrected by a record with a later date. Your version stays in the history.")
            .arg(dayText(draft.input().closedTo), system);
    if (!isStep(*draft.closedThere()))
        return MergeText::tr("It has its number in %1, is in the books and cannot be changed any more, only corrected by a record of its own. Your version stays in the history.")
            .arg(system);
    return MergeText::tr("It is marked \"%1\" in %2 and cannot be changed any more, only corrected by a record of its own. Your version stays in the history.")
        .arg(fieldLabel(draft.schema().type, draft.closedThere()->name), system);
}

QString heldElsewhere(const MergeEditing &editing)
{
    const auto &schema = editing.draft().schema();
    const auto &held = editing.draft().heldElsewhere();
    if (!held)
        return {};
    const auto *by = closedBy(schema, held->body);
    const auto other = editing.conflictCase().otherSystem(held->connection, Place::Within);
    if (!isStep(*by))
        return MergeText::tr("It has its number in %1, is in the books there and cannot be changed any more, only corrected by a record of its own. What is in %2 stays in the history.")
            .arg(other, EntryTexts(editing).systemInSentence());
    return MergeText::tr("It is marked \"%1\" in %2 and cannot be changed there any more, only corrected by a record of its own. What is in %3 stays in the history.")
        .arg(fieldLabel(schema.type, by->name), other, EntryTexts(editing).systemInSentence());
}

QString whoAndWhen(const MergeEditing &editing)
{
    const auto facts = mergeFacts(editing);
    QStringList sentences{mineSentence(editing, facts), theirsSentence(editing, facts), shapeSentence(editing)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString changedAgain(const MergeEditing &editing, const MergeInput &seen, int reopened)
{
    const auto &now = editing.draft().input();
    const auto facts = mergeFacts(editing);
    const bool here = now.mine != seen.mine;
    const bool there = now.theirs != seen.theirs || now.base != seen.base;
    if (here && there)
        return MergeText::tr("It was changed again in %1 %2, and on this computer %3: %n choice(s) are open because of it. Your other choices are kept.",
                             nullptr, reopened)
            .arg(facts.system, facts.theirsTime, facts.mineTime);
    if (here)
        return MergeText::tr("It was changed again on this computer %1: %n choice(s) are open because of it. Your other choices are kept.", nullptr,
                             reopened)
            .arg(facts.mineTime);
    if (there)
        return MergeText::tr("It was changed again in %1 %2: %n choice(s) are open because of it. Your other choices are kept.", nullptr, reopened)
            .arg(facts.system, facts.theirsTime);
    return MergeText::tr("It was changed again in another system: %n choice(s) are open because of it. Your other choices are kept.", nullptr,
                         reopened);
}

QString changedSince(int reopened)
{
    return MergeText::tr("It was changed again since you chose: %n choice(s) are open because of it. Your other choices are kept.", nullptr,
                         reopened);
}

QString changedPast(int dropped)
{
    return MergeText::tr("It was changed again since you chose: %n choice(s) of yours do not fit any more. Your other choices are kept.", nullptr,
                         dropped);
}

QString whatWasRuled(const Result<QList<FieldRule>> &added)
{
    return added ? MergeText::tr("From the next sync on it is decided so without a question. It can be taken back under \"Rules\".")
                 : MergeText::tr("No rule was made: %1").arg(errorText(added.error()));
}

QString whatWasUnruled(const QList<FieldRule> &made, const Result<QList<FieldRule>> &others)
{
    if (!others)
        return MergeText::tr("The rules that were made with them stand: %1").arg(errorText(others.error()));
    QStringList sentences;
    if (others->size() < made.size())
        sentences.append(MergeText::tr("The rules that were made with them are taken back."));
    if (!others->isEmpty())
        sentences.append(MergeText::tr("Rules that were changed since stay as they are."));
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
    else if (!draft.canSave())
        sentences.append(u"<b>"_s + MergeText::tr("Nothing is left to choose, but the result breaks a rule: the message below the fields says which.") + u"</b>"_s);
    else
        sentences.append(MergeText::tr("Everything is decided."));
    sentences.append(MergeText::tr("Nothing is sent until you press %1.")
                         .arg(u"<i>"_s + MergeText::tr("Save and next") + u"</i>"_s));
    return sentences.join(u' ');
}

} // namespace frost::wording
