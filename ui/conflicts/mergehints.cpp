// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergehints.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/wording/errortext.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Entry = MergeDraft::Entry;
using Section = MergeDraft::Section;

constexpr qsizetype kResult = 3; //!< the place of the result among the versions

QString problemText(const MergeEditing &editing, const Problem &problem)
{
    return MergeText::tr("%1: %2").arg(EntryTexts(editing).pathLabel(problem.path), wording::codeText(problem.code, problem.args));
}

QList<MessageLine> problemLines(const MergeEditing &editing)
{
    QList<MessageLine> lines;
    for (const auto &why : whyNotSaved(editing))
        lines.append({Mark::Warning, why});
    for (const auto &problem : editing.draft().warnings())
        lines.append({Mark::Warning, MergeText::tr("%1 Check it before you save.").arg(problemText(editing, problem))});
    return lines;
}

// "Quantity (mine) and Price (Company server)".
QString groupLine(const MergeEditing &editing, const Entry &entry)
{
    const EntryTexts texts(editing);
    const auto &draft = editing.draft();
    QStringList members;
    for (const auto &path : entry.group) {
        const auto *member = draft.entry(path);
        const auto side = member->proposed == member->theirs ? Choice::Theirs : Choice::Mine;
        members.append(MergeText::tr("%1: %2 (%3)")
                           .arg(texts.label(*member), texts.value(*member, member->proposed),
                                wording::choiceLabel(side, editing.conflictCase().system(wording::Place::Alone))));
    }
    const auto where = entry.rows ? texts.rowLabel(*entry.rows, entry.rowId) : QString();
    const auto list = members.join(u" · "_s);
    return where.isEmpty()
               ? MergeText::tr(
                     "These belong together and each side changed a part: %1. Check that they fit; Enter confirms.")
                     .arg(list)
               : MergeText::tr(
                     "%1: these belong together and each side changed a part: %2. Check that they fit; Enter confirms.")
                     .arg(where, list);
}

QList<MessageLine> groupLines(const MergeEditing &editing)
{
    const auto &draft = editing.draft();
    QList<MessageLine> lines;
    for (const auto &entry : draft.entries()) {
        const bool speaks = !entry.group.isEmpty() && entry.group.first() == entry.path;
        const bool waits = std::any_of(entry.group.begin(), entry.group.end(),
                                       [&](const QString &path) { return draft.isOpen(*draft.entry(path)); });
        if (speaks && waits)
            lines.append({Mark::Warning, groupLine(editing, entry)});
    }
    return lines;
}

// Bank details are texts of critical importance; a swapped e-mail address sends the invoice to somebody else.
bool isPaymentDetail(const Field &field)
{
    return field.kind == FieldKind::Text && (field.importance == Importance::Critical || field.compare == u"email");
}

QList<MessageLine> fraudLines(const MergeEditing &editing)
{
    const EntryTexts texts(editing);
    QList<MessageLine> lines;
    for (const auto &entry : editing.draft().entries()) {
        const bool changedThere =
            entry.section != Section::Unchanged && entry.isChanged(entry.theirs) && !entry.theirs.isUndefined();
        if (!entry.field || !isPaymentDetail(*entry.field) || !changedThere)
            continue;
        const auto said = editing.draft().input().base
                              ? MergeText::tr("%1 was changed in %2. Check it with the other party by "
                                              "another channel, such as a known phone number.")
                              : MergeText::tr("%1 is another one in %2. Check it with the other party by "
                                              "another channel, such as a known phone number.");
        lines.append({Mark::Information, said.arg(texts.fullLabel(entry), texts.systemInSentence())});
    }
    return lines;
}

// Why a side is suggested, in figures that the person can check in the history (R-CON-10).
QList<MessageLine> habitLines(const MergeEditing &editing)
{
    const EntryTexts texts(editing);
    QList<MessageLine> lines;
    for (const auto &entry : editing.draft().entries()) {
        const auto suggestion = editing.suggestionFor(entry);
        if (!suggestion)
            continue;
        const auto label = texts.fullLabel(entry);
        const auto chosen = QString::number(suggestion->chosen);
        const auto cases = QString::number(suggestion->cases);
        const auto text = suggestion->side == Choice::Mine
                              ? MergeText::tr("%1: you kept yours in %2 of %3 such cases.").arg(label, chosen, cases)
                              : MergeText::tr("%1: you chose %4 in %2 of %3 such cases.").arg(label, chosen, cases, texts.systemInSentence());
        lines.append({Mark::Information, text});
    }
    return lines;
}

QList<MessageLine> amountLines(const MergeEditing &editing)
{
    for (const auto &line : totalsOf(editing.draft())) {
        if (line.kind != MergeTotal::Kind::ToPay || !line.amounts[kResult])
            continue;
        const auto &result = line.amounts[kResult];
        if (result != line.amounts[1] && result != line.amounts[2])
            return {
                {Mark::Information,
                 MergeText::tr("New amount: neither you nor %1 has it.").arg(EntryTexts(editing).systemInSentence())}};
    }
    return {};
}

} // namespace

QStringList whyNotSaved(const MergeEditing &editing)
{
    const auto &draft = editing.draft();
    QStringList reasons;
    if (!draft.result())
        reasons.append(wording::errorText(draft.result().error()));
    for (const auto &problem : draft.problems())
        reasons.append(problemText(editing, problem));
    return reasons;
}

QList<MessageLine> mergeHints(const MergeEditing &editing)
{
    return problemLines(editing) + groupLines(editing) + habitLines(editing) + fraudLines(editing) + amountLines(editing);
}

QList<MergeTotal> totalsOf(const MergeDraft &draft)
{
    const auto computed = [&](const std::optional<QJsonObject> &body) {
        const auto derived = body ? derive(draft.schema(), *body) : fail(ErrorKind::NotFound, u"record.unknown"_s);
        return derived ? std::optional(*derived) : std::nullopt;
    };
    const auto &input = draft.input();
    QList<std::optional<QJsonObject>> versions{computed(input.base), computed(input.mine), computed(input.theirs)};
    versions.append(draft.result() ? *draft.result() : std::nullopt);
    auto lines = mergeTotals(draft.schema(), versions);
    const bool waits = std::any_of(draft.entries().begin(), draft.entries().end(), [&](const Entry &entry) {
        return draft.isOpen(entry) && touchesTotals(draft.schema(), entry.path);
    });
    for (auto &line : lines) {
        if (waits)
            line.amounts[kResult] = std::nullopt;
    }
    return lines;
}

} // namespace frost
