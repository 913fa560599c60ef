// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/mergedraft.h"

#include "core/conflict/content.h"
#include "core/conflict/rowpath.h"
#include "core/conflict/settle.h"
#include "core/schema/value.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

bool isText(const Field *field)
{
    return field && field->kind == FieldKind::Text;
}

bool isAlive(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

std::optional<QJsonObject> withoutTheOther(const EntitySchema &schema, std::optional<QJsonObject> body,
                                           const MergeDraft::Entry &duplicate, Choice choice)
{
    const bool one = choice == Choice::Mine || choice == Choice::Theirs;
    if (!body || !one)
        return body;
    const auto &other = choice == Choice::Mine ? duplicate.otherRowId : duplicate.rowId;
    return withValueAt(schema, *body, rowPath(duplicate.rows->name, other), QJsonValue::Undefined);
}

} // namespace

bool MergeDraft::Entry::isChanged(const QJsonValue &version) const
{
    return field ? comparable(*field, version) != comparable(*field, base) : version != base;
}

const MergeDraft::Entry *MergeDraft::entry(const QString &path) const
{
    const auto index = m_places.value(path, -1);
    return index < 0 ? nullptr : &m_entries[index];
}

bool MergeDraft::canChoose(const Entry &entry, Choice choice) const
{
    if (choice == Choice::None)
        return true;
    const bool asWhole = m_shape != Shape::Fields;
    if (entry.section == Section::Detail || (asWhole && !entry.isRecord()))
        return false;
    switch (choice) {
    case Choice::None: return true;
    case Choice::Mine: return entry.section != Section::Unchanged && !(entry.isRecord() && m_closedThere);
    case Choice::Theirs: return entry.section != Section::Unchanged && !(entry.isRecord() && m_heldElsewhere);
    case Choice::Base:
        return entry.section != Section::Unchanged && m_input.base && !entry.isRecord() && !entry.isDuplicate();
    case Choice::Both:
        if (entry.isDuplicate())
            return true;
        return entry.section == Section::Open && isText(entry.field) && entry.field->longText
               && !entry.mine.toString().isEmpty() && !entry.theirs.toString().isEmpty();
    case Choice::Woven: return entry.woven.has_value();
    case Choice::Edited: return entry.field && entry.field->kind != FieldKind::Rows && !entry.field->derived;
    }
    return false;
}

void MergeDraft::setDecisions(MergeDecisions decisions)
{
    m_decisions = std::move(decisions);
    update();
}

void MergeDraft::choose(const QString &path, Choice choice)
{
    const auto *at = entry(path);
    if (!at || choice == Choice::Edited || !canChoose(*at, choice))
        return;
    if (choice == Choice::None)
        m_decisions.remove(path);
    else
        m_decisions.insert(path, {choice, QJsonValue::Undefined});
    update();
}

Result<> MergeDraft::edit(const QString &path, const QJsonValue &value)
{
    const auto *at = entry(path);
    if (!at || !canChoose(*at, Choice::Edited))
        return fail(ErrorKind::Usage, u"merge.notEditable"_s, {path});
    const auto canonical = isAlive(value) ? canonicalValue(*at->field, value) : Canonical::removed();
    MergeDecision decision{Choice::Edited, QJsonValue::Undefined};
    switch (canonical.outcome) {
    case Canonical::Outcome::Same: decision.value = value; break;
    case Canonical::Outcome::Changed: decision.value = canonical.value; break;
    case Canonical::Outcome::Removed: break;
    case Canonical::Outcome::Refused: return fail(ErrorKind::Invalid, canonical.code, {path});
    }
    m_decisions.insert(path, decision);
    update();
    return {};
}

void MergeDraft::confirm(const QString &path)
{
    const auto *at = entry(path);
    if (!at)
        return;
    for (const auto &member : at->group) {
        const auto *waiting = entry(member);
        if (waiting && isOpen(*waiting))
            m_decisions.insert(member, {waiting->proposed == waiting->theirs ? Choice::Theirs : Choice::Mine, {}});
    }
    update();
}

MergeDecisions MergeDraft::allTo(Choice side, const QList<Section> &sections, Overrule overrule) const
{
    auto decisions = m_decisions;
    for (const auto &entry : m_entries) {
        const bool taken = overrule == Overrule::Yes || !m_decisions.contains(entry.path);
        if (sections.contains(entry.section) && taken && canChoose(entry, side))
            decisions.insert(entry.path, {side, QJsonValue::Undefined});
    }
    return decisions;
}

qsizetype MergeDraft::openCount() const
{
    return std::count_if(m_entries.begin(), m_entries.end(), [this](const Entry &entry) { return isOpen(entry); });
}

bool MergeDraft::isOpen(const Entry &entry) const
{
    return entry.section == Section::Open && !m_decisions.contains(entry.path);
}

QJsonValue MergeDraft::chosen(const Entry &entry, const MergeDecision &decision) const
{
    switch (decision.choice) {
    case Choice::None: return entry.proposed;
    case Choice::Base: return entry.base;
    case Choice::Mine: return entry.mine;
    case Choice::Theirs: return entry.theirs;
    case Choice::Both:
        return entry.isDuplicate() ? entry.proposed
                                   : QJsonValue(joined(entry.mine.toString(), entry.theirs.toString()));
    case Choice::Woven: return entry.woven.value_or(QString());
    case Choice::Edited: return decision.value;
    }
    return entry.proposed;
}

QJsonValue MergeDraft::valueOf(const Entry &entry) const
{
    if (entry.section != Section::Detail)
        return chosen(entry, decision(entry.path));
    switch (decision(u""_s).choice) { // a detail has no fate of its own
    case Choice::Mine: return entry.mine;
    case Choice::Theirs: return entry.theirs;
    default: return QJsonValue::Undefined;
    }
}

Choice MergeDraft::sideOf(const Entry &entry) const
{
    const auto made = decision(entry.section == Section::Detail ? u""_s : entry.path).choice;
    if (made != Choice::None)
        return made;
    switch (entry.section == Section::Merged ? entry.origin : Origin::Unchanged) {
    case Origin::Mine: return Choice::Mine;
    case Origin::Theirs: return Choice::Theirs;
    case Origin::Both: return Choice::Both;
    case Origin::Unchanged:
    case Origin::Open: return Choice::None;
    }
    return Choice::None;
}

void MergeDraft::update()
{
    auto body = m_proposed;
    for (const auto &entry : std::as_const(m_entries)) {
        if (entry.section == Section::Detail || !m_decisions.contains(entry.path))
            continue;
        const auto value = chosen(entry, m_decisions.value(entry.path));
        if (entry.isDuplicate())
            body = withoutTheOther(*m_schema, std::move(body), entry, m_decisions.value(entry.path).choice);
        else if (entry.isRecord())
            body = value.isObject() ? std::optional(value.toObject()) : std::nullopt;
        else if (body)
            body = withValueAt(*m_schema, *body, entry.path, value);
        if (body && entry.isRow())
            orderRows(*entry.rows, *body);
    }
    m_problems.clear();
    if (!body) {
        m_result = std::optional<QJsonObject>();
        return;
    }
    auto derived = derive(*m_schema, *std::move(body));
    if (!derived) {
        m_result = fail(derived.error());
        return;
    }
    for (auto problem : validate(*m_schema, *derived)) {
        problem.path = named(problem.path, *derived);
        m_problems.append(problem);
    }
    m_result = std::optional(*std::move(derived));
}

QList<Problem> MergeDraft::warnings() const
{
    if (!m_result || !*m_result)
        return {};
    auto found = frost::warnings(*m_schema, **m_result);
    for (auto &problem : found)
        problem.path = named(problem.path, **m_result);
    return found;
}

// Problems count rows, entries name them.
QString MergeDraft::named(const QString &problemPath, const QJsonObject &body) const
{
    const auto bracket = problemPath.indexOf(u'[');
    const auto closing = problemPath.indexOf(u']', bracket);
    if (bracket < 0 || closing < 0)
        return problemPath;
    bool counted = false;
    const auto index = problemPath.mid(bracket + 1, closing - bracket - 1).toLongLong(&counted);
    const auto rows = body.value(problemPath.left(bracket)).toArray();
    if (!counted || index < 0 || index >= rows.size())
        return problemPath;
    const auto id = rows[index].toObject().value(kRowIdKey).toString();
    return problemPath.left(bracket + 1) + id + problemPath.mid(closing);
}

QString joined(const QString &mine, const QString &theirs)
{
    if (mine.contains(theirs))
        return mine;
    return theirs.contains(mine) ? theirs : mine + u'\n' + theirs;
}

} // namespace frost
