// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/recordformparts.h"

#include "ui/widgets/banner.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

namespace frost {

using namespace Qt::StringLiterals;

// Saving, discarding, removing, and the draft.

void RecordForm::Parts::save()
{
    if (m_state != State::Editing || isReadOnly())
        return;
    m_page->finishEntry();
    if (!m_record.isDirty() && !m_record.isNew())
        return;
    m_state = State::Resolving;
    if (!m_page->isResolving())
        write();
}

void RecordForm::Parts::write()
{
    if (m_page->isResolving())
        return;
    if (const auto wrong = remarksOf(m_record.malformed(), Loudness::Error) + unresolved(); !wrong.isEmpty()) {
        m_state = State::Editing;
        m_refusals = wrong;
        refresh();
        m_page->focusFirstError();
        return;
    }
    m_page->nameRows();
    m_keeper.flush(); // before what removes it
    m_state = State::Saving;
    m_sent = m_record.typed();
    m_refreshing.start();
    if (m_record.isNew())
        sendNew();
    else
        sendPatch();
}

void RecordForm::Parts::sendNew()
{
    m_session.ask(
        Lane::Write, this,
        [type = schema().type, id = m_id, body = m_record.patch()](Company &company) {
        return recordjobs::create(company, type, id.isEmpty() ? recordjobs::begin(company, type).id : id, body);
        },
        [this, opening = m_opening](const Result<Record> &result) {
        if (opening == m_opening)
            return result ? saved(*result) : refused(result.error());
        if (result)
            Q_EMIT m_form.saved(result->id);
    });
}

void RecordForm::Parts::sendPatch()
{
    const auto seen = m_seen.record ? m_seen.record->revision : 0;
    m_session.ask(
        Lane::Write, this,
        [type = schema().type, id = m_id, patch = m_record.patch(), seen](Company &company) {
        return recordjobs::update(company, type, id, patch, seen);
        },
        [this, opening = m_opening](const Result<std::optional<Record>> &result) {
        if (opening != m_opening) {
            if (result && *result)
                Q_EMIT m_form.saved((*result)->id);
        } else if (!result) {
            refused(result.error());
        } else if (*result) {
            saved(**result);
        } else {
            m_state = State::Resolving; // what is typed belongs over what is there now
            look();
        }
    });
}

void RecordForm::Parts::saved(const Record &record)
{
    m_state = State::Editing;
    m_id = record.id;
    m_seen.record = record;
    m_refusals.clear();
    m_byRule.clear();
    m_page->messageBanner().clear();
    m_keeper.touch(); // a draft written meanwhile goes, or begins where the record stands now
    const auto typed = m_record.typed();
    m_record.startFrom(record.body);
    for (const auto &field : schema().fields) { // what was typed while it was being written
        if (typed.value(field.name) != m_sent.value(field.name))
            m_record.set(field.name, typed.value(field.name));
    }
    showAll();
    Q_EMIT m_form.titleChanged(title());
    Q_EMIT m_form.saved(m_id);
    look();
}

void RecordForm::Parts::refused(const Error &error)
{
    m_state = State::Editing;
    m_refusals = remarksOf(problemsOf(error), Loudness::Error);
    refresh();
    QStringList homeless;
    for (const auto &remark : m_page->setRemarks(m_refusals))
        homeless.append(u"%1: %2"_s.arg(wording::fieldLabel(schema().type, remark.place.field), remark.text));
    if (m_refusals.isEmpty())
        homeless.append(wording::errorText(error));
    if (!homeless.isEmpty())
        m_page->messageBanner().showMessage(Banner::Kind::Error, homeless.join(u'\n'));
    m_page->focusFirstError();
    look(); // what came meanwhile was not looked at
}

void RecordForm::Parts::discard()
{
    if (m_state != State::Editing)
        return;
    m_page->finishEntry();
    if (!m_id.isEmpty())
        m_keeper.remove(schema().type, m_id);
    if (m_record.isNew())
        m_record.startNew(start());
    else
        m_record.startFrom(m_record.base());
    m_byRule = startsByRule();
    m_refusals.clear();
    m_page->messageBanner().clear();
    showAll();
    m_page->focusFirst();
}

void RecordForm::Parts::remove()
{
    if (m_state != State::Editing || isReadOnly())
        return;
    if (m_record.isNew()) {
        discard();
        close();
        return;
    }
    m_state = State::Removing;
    m_session.ask(
        Lane::Write, this,
        [type = schema().type, id = m_id](Company &company) { return recordjobs::remove(company, type, id); },
        [this, opening = m_opening, id = m_id](const Result<Record> &result) {
        if (result)
            Q_EMIT m_form.removed(id);
        if (opening != m_opening)
            return;
        if (!result)
            return refused(result.error());
        m_state = State::Gone;
        m_keeper.forget();
        Q_EMIT m_form.closed();
        });
}

void RecordForm::Parts::close()
{
    leave();
    Q_EMIT m_form.closed();
}

std::optional<Draft> RecordForm::Parts::draft() const
{
    if (m_id.isEmpty() || !m_record.isDirty() || m_state == State::Gone)
        return std::nullopt;
    return Draft{.type = schema().type,
                 .id = m_id,
                 .base = m_record.isNew() ? std::nullopt : std::optional(m_record.base()),
                 .body = m_record.typed(),
                 .updatedAt = {}};
}

} // namespace frost
