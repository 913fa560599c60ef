// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One entry in words, for the line below the fields.
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergefacts.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/widgets/keynames.h"

namespace frost::wording {

using namespace Qt::StringLiterals;

namespace {

using Entry = MergeDraft::Entry;
using Section = MergeDraft::Section;

bool isThere(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

//! Long texts are read in the comparison, or in the tip of their cell.
QString inShort(const EntryTexts &texts, const Entry &entry, const QJsonValue &value)
{
    constexpr qsizetype kMostLetters = 60;
    const auto text = texts.value(entry, value);
    return text.size() <= kMostLetters ? text : text.left(kMostLetters).trimmed() + u'…';
}

//! What one side did to an entry. A row comes and goes, a field is only ever changed.
enum class Deed { Nothing, Added, Removed, Changed };

Deed deedOf(const Entry &entry, const QJsonValue &version)
{
    if (!entry.isChanged(version))
        return Deed::Nothing;
    if (!entry.isRow() || isThere(entry.base) == isThere(version))
        return Deed::Changed;
    return isThere(version) ? Deed::Added : Deed::Removed;
}

QString duplicateSentence(const MergeEditing &editing, const Entry &entry)
{
    const EntryTexts texts(editing);
    const auto facts = mergeFacts(editing);
    const auto theirs = texts.rowInWords(*entry.rows, entry.theirs.toObject());
    const QStringList sentences{
        MergeText::tr("You added %1 on this computer %2.")
            .arg(texts.rowInWords(*entry.rows, entry.mine.toObject()), momentText(editing.mineAt(entry))),
        facts.person.isEmpty()
            ? MergeText::tr("%1 was added in %2; we do not know by whom. The change came %3.")
                  .arg(theirs, facts.system, facts.theirsTime)
            : MergeText::tr("%1 added %2 in %3 %4.").arg(facts.person, theirs, facts.system, facts.theirsTime),
        MergeText::tr("Is that one row, entered twice? 2 keeps yours alone, 3 theirs alone, 4 both; %1 makes one "
                      "row of the two, field by field.")
            .arg(keyName(Qt::CTRL | Qt::Key_M))};
    return sentences.join(u' ');
}

QString mineInWords(const MergeEditing &editing, const Entry &entry)
{
    const EntryTexts texts(editing);
    const auto what = texts.fullLabel(entry);
    const auto time = momentText(editing.mineAt(entry));
    switch (deedOf(entry, entry.mine)) {
    case Deed::Added:
        return MergeText::tr("%1: you added it, with %2, on this computer %3.").arg(what, inShort(texts, entry, entry.mine), time);
    case Deed::Removed: return MergeText::tr("%1: you removed it on this computer %2.").arg(what, time);
    case Deed::Changed:
        return MergeText::tr("%1: you changed it from %2 to %3 on this computer %4.")
            .arg(what, inShort(texts, entry, entry.base), inShort(texts, entry, entry.mine), time);
    case Deed::Nothing: break;
    }
    return {};
}

QString theirsInWords(const MergeEditing &editing, const Entry &entry)
{
    const EntryTexts texts(editing);
    const auto facts = mergeFacts(editing);
    const bool isKnown = !facts.person.isEmpty();
    const auto what = texts.fullLabel(entry);
    const auto value = inShort(texts, entry, entry.theirs);
    switch (deedOf(entry, entry.theirs)) {
    case Deed::Added:
        return isKnown ? MergeText::tr("%1: %2 added it, with %3, in %4 %5.")
                             .arg(what, facts.person, value, facts.system, facts.theirsTime)
                       : MergeText::tr("%1: it was added, with %2, in %3; we do not know by whom. The change came %4.")
                             .arg(what, value, facts.system, facts.theirsTime);
    case Deed::Removed:
        return isKnown ? MergeText::tr("%1: %2 removed it in %3 %4.").arg(what, facts.person, facts.system, facts.theirsTime)
                       : MergeText::tr("%1: it was removed in %2; we do not know by whom. The change came %3.")
                             .arg(what, facts.system, facts.theirsTime);
    case Deed::Changed: {
        const auto base = inShort(texts, entry, entry.base);
        return isKnown
                   ? MergeText::tr("%1: %2 changed it from %3 to %4 in %5 %6.")
                         .arg(what, facts.person, base, value, facts.system, facts.theirsTime)
                   : MergeText::tr("%1: it was changed from %2 to %3 in %4; we do not know by whom. The change came %5.")
                         .arg(what, base, value, facts.system, facts.theirsTime);
    }
    case Deed::Nothing: break;
    }
    return {};
}

//! Without a base nobody knows who changed it, or whether anybody did (UX.md 1.2 B11).
QString sidesInWords(const MergeEditing &editing, const Entry &entry)
{
    const EntryTexts texts(editing);
    const auto system = texts.systemInSentence();
    const auto what = texts.fullLabel(entry);
    if (entry.isRow() && !isThere(entry.theirs))
        return MergeText::tr("%1: only you have it, with %2. Whether it is new here or was removed in %3 is not known.")
            .arg(what, inShort(texts, entry, entry.mine), system);
    if (entry.isRow() && !isThere(entry.mine))
        return MergeText::tr("%1: only %2 has it, with %3. Whether it is new there or was removed here is not known.")
            .arg(what, system, inShort(texts, entry, entry.theirs));
    return MergeText::tr("%1: you have %2, %3 has %4. What it was before is not known.")
        .arg(what, inShort(texts, entry, entry.mine), system, inShort(texts, entry, entry.theirs));
}

} // namespace

MergeFacts mergeFacts(const MergeEditing &editing)
{
    const auto &conflict = editing.conflictCase().conflict;
    return {EntryTexts(editing).systemInSentence(), conflict.theirsBy, momentText(conflict.mineAt),
            momentText(conflict.theirsAt)};
}

bool isLostThere(const Conflict &conflict)
{
    return conflict.conflictType == ConflictType::MissingEntity && !conflict.versions.theirs;
}

QString entrySentence(const MergeEditing &editing, const Entry &entry)
{
    if (entry.section == Section::Unchanged || entry.isRecord()) // of the record the heading tells
        return {};
    if (entry.isDuplicate())
        return duplicateSentence(editing, entry);
    const auto &versions = editing.draft().input();
    if (!versions.base && versions.mine && versions.theirs)
        return sidesInWords(editing, entry);
    QStringList sentences{mineInWords(editing, entry), theirsInWords(editing, entry)};
    const bool goes = deedOf(entry, entry.mine) == Deed::Removed || deedOf(entry, entry.theirs) == Deed::Removed;
    if (goes && entry.section == Section::Open)
        sentences.append(MergeText::tr("What should apply?"));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace frost::wording
