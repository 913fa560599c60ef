// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/recordformparts.h"

#include "core/company/recordname.h"
#include "core/outbox/steps.h"
#include "ui/editor/entryrules.h"
#include "ui/editor/fieldinput.h"
#include "ui/widgets/banner.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

// What others do to the record, and what it is.

void RecordForm::Parts::recordsChanged(const QList<EntityType> &types)
{
    m_known.forget();
    if (types.contains(schema().type) && !m_record.isNew())
        look();
    else
        refreshSoon();
}

//! How the record stands now. What is waiting to be saved is, unless both sides changed the same.
void RecordForm::Parts::look()
{
    if (m_record.isNew() || (m_state != State::Editing && m_state != State::Resolving))
        return;
    m_session.ask(
        Lane::Page, this,
        [type = schema().type, id = m_id](Company &company) { return recordjobs::open(company, type, id); },
        [this, opening = m_opening](const Result<recordjobs::OpenedRecord> &now) {
        if (opening != m_opening || (m_state != State::Editing && m_state != State::Resolving))
            return;
        const auto both = now && now->record ? seen(*now) : QStringList();
        if (m_state == State::Resolving && (!now || !both.isEmpty()))
            m_state = State::Editing;
        else if (m_state == State::Resolving)
            write();
        });
}

QStringList RecordForm::Parts::seen(const recordjobs::OpenedRecord &now)
{
    const auto before = std::exchange(m_seen, now);
    if (!before.record || now.record->revision > before.record->revision) {
        if (before.record && before.record->deleted)
            m_page->messageBanner().clear(); // restored from somewhere else
        if (!now.record->deleted)
            return follow(*now.record);
        showDeleted();
    } else {
        showState();
    }
    return {};
}

QStringList RecordForm::Parts::follow(const Record &now)
{
    const bool mine = m_record.isDirty();
    const auto both = m_record.follow(now.body);
    showAll();
    Q_EMIT m_form.titleChanged(title());
    if (!mine)
        return {};
    m_keeper.touch(); // the draft starts from the new state now
    QStringList fields;
    for (const auto &field : both)
        fields.append(wording::fieldLabel(schema().type, field));
    const auto text = both.isEmpty()
                          ? tr("The record was changed by the sync while you were editing. Your text is kept.")
                          : tr("The record was changed by the sync while you were editing, also here: %1. Your text is "
                               "kept; saving writes it over the change.")
                                .arg(fields.join(u", "_s));
    auto &banner = m_page->messageBanner();
    banner.showMessage(Banner::Kind::Warning, text);
    connect(banner.addButton(tr("Discard changes")), &QPushButton::clicked, this, &Parts::discard);
    return both;
}

void RecordForm::Parts::showDeleted()
{
    showState();
    auto &banner = m_page->messageBanner();
    banner.showMessage(Banner::Kind::Warning, tr("This record has been deleted."), Banner::Closing::NotAllowed);
    connect(banner.addButton(tr("Restore")), &QPushButton::clicked, this, &Parts::restore);
}

void RecordForm::Parts::restore()
{
    m_session.ask(
        Lane::Write, this,
        [type = schema().type, id = m_id](Company &company) {
        return company.editor().restore(type, id, company.actor());
        },
        [this, opening = m_opening](const Result<Record> &result) {
        if (opening != m_opening)
            return;
        if (!result)
            return refused(result.error());
        m_page->messageBanner().clear();
        m_seen.record = *result;
        showAll();
    });
}

// --- what the record is

bool RecordForm::Parts::isReadOnly() const
{
    return m_seen.record
           && (m_seen.record->deleted || closedBy(schema(), m_seen.record->body) || lockedBy(schema(), m_seen.steps));
}

QString RecordForm::Parts::title() const
{
    const auto type = wording::typeLabel(schema().type, wording::Number::One);
    const auto name = recordName(schema(), m_record.typed()).text();
    if (m_record.isNew())
        return tr("%1 (new)", "title of a form: a record that is not saved").arg(type);
    return name.isEmpty() ? type : type + u' ' + name;
}

QStringList RecordForm::Parts::marks() const
{
    QStringList marks;
    const auto body = m_seen.record ? m_seen.record->body : QJsonObject();
    for (const auto &field : schema().fields) {
        if (isStep(field) && body.value(field.name).toBool())
            marks.append(wording::fieldLabel(schema().type, field.name));
    }
    if (m_seen.waiting)
        marks.append(tr("Saved here, not sent"));
    if (m_record.isDirty())
        marks.append(tr("Not saved"));
    return marks;
}

//! What is said of a number that is not final.
QString RecordForm::Parts::provisionalNote() const
{
    const auto note = tr("A provisional number. The final one is given when the record has been sent.");
    if (schema().seriesField.isEmpty())
        return note;
    return note + u' '
        + tr("The company server counts every series by itself: with a series of its own in the field %1, a device has its numbers to itself.")
              .arg(wording::fieldLabel(schema().type, schema().seriesField));
}

void RecordForm::Parts::showState()
{
    m_page->setReadOnly(isReadOnly());
    m_page->setHeading(title(), marks());
    m_refreshing.start(); // what can be done with it
    for (const auto &field : schema().fields) {
        auto *input = m_page->input(field.name);
        if (!input || !field.assignedByRemote)
            continue;
        const bool hasRemote = !m_session.status().connections.isEmpty();
        input->setReadOnly(isReadOnly() || hasRemote);
        const bool isGiven = !m_record.value(field.name).toString().isEmpty();
        const bool isFinal = isGiven && !m_record.value(field.name).toString().endsWith(u'*');
        input->setPlaceholder(m_provisional, isFinal ? QString() : provisionalNote());
    }
    auto &banner = m_page->stateBanner();
    banner.clear();
    if (m_seen.conflict != 0) {
        banner.showMessage(Banner::Kind::Warning, tr("This record was changed in two places."),
                           Banner::Closing::NotAllowed);
        connect(banner.addButton(tr("Compare")), &QPushButton::clicked, this,
                [this] { Q_EMIT m_form.compareWanted(m_seen.conflict); });
    } else if (m_seen.refusal) {
        banner.showMessage(Banner::Kind::Warning, tr("Not accepted: %1").arg(wording::errorText(*m_seen.refusal)),
                           Banner::Closing::NotAllowed);
        connect(banner.addButton(tr("Show in the queue")), &QPushButton::clicked, &m_form, &RecordForm::queueWanted);
    } else if (const auto *waiting = lockedBy(schema(), m_seen.steps)) {
        banner.showMessage(Banner::Kind::Information,
                           tr("%1: waits to be sent. Until then nothing can be changed.", "Book: waits ...")
                               .arg(wording::stepLabel(waiting->step)),
                           Banner::Closing::NotAllowed);
    } else if (const auto closed = closedSentence(); !closed.isEmpty() || m_seen.correction) {
        const auto corrected = m_seen.correction ? tr("There is a correction of it: %1.").arg(m_seen.correctionName) : QString();
        banner.showMessage(Banner::Kind::Information, (corrected + u' ' + closed).trimmed(), Banner::Closing::NotAllowed);
        if (m_seen.correction)
            connect(banner.addButton(tr("Show the correction")), &QPushButton::clicked, this, [this] { m_form.openRecord(*m_seen.correction); });
    }
    Q_EMIT m_form.conflictShown(record(), m_seen.conflict);
}

//! Why the record stays as it is, and what to do instead; "": it is open.
QString RecordForm::Parts::closedSentence() const
{
    const auto *by = m_seen.record ? closedBy(schema(), m_seen.record->body, m_seen.closedTo) : nullptr;
    if (!by)
        return {};
    const auto day = QLocale().toString(m_seen.closedTo, QLocale::ShortFormat);
    if (by->kind == FieldKind::Date && !isReadOnly())
        return tr("The books are closed up to and including %1. To book it, give it a later date.").arg(day);
    if (by->kind == FieldKind::Date)
        return tr("The books are closed up to and including %1: it cannot be changed any more. A correction is a record of its own, with a later date.")
            .arg(day);
    if (!isStep(*by))
        return tr("It has its number and is in the books: it cannot be changed any more. Correct it by a voucher of its own (\"Next step\").");
    return tr("%1: it cannot be changed any more. A correction is a record of its own.", "Booked: it cannot ...")
        .arg(wording::fieldLabel(schema().type, by->name));
}

// --- what can be done with it

//! Steps the person may ask for now, of the record as it will be when what waits has been sent.
QStringList RecordForm::Parts::possibleSteps() const
{
    const bool canAsk = m_seen.record && !m_seen.record->deleted && m_seen.conflict == 0 && !m_record.isDirty()
                        && m_state == State::Editing;
    QStringList names;
    for (const auto &step : canAsk ? schema().steps : QList<BusinessStep>()) {
        const auto &stored = m_seen.record->body;
        const auto body = step.copy ? stored : withSteps(schema(), stored, m_seen.steps);
        const bool isCorrected = step.copy && step.copy->rebooks && m_seen.correction;
        if (!isCorrected && !isTaken(step, body) && mayTake(step, body))
            names.append(step.name);
    }
    return names;
}

void RecordForm::Parts::showSteps()
{
    if (!m_steps)
        return;
    const auto names = possibleSteps();
    m_steps->setEnabled(!names.isEmpty());
    m_steps->menu()->clear();
    for (const auto &name : names) {
        auto *action = m_steps->menu()->addAction(wording::stepLabel(name), this, [this, name] { takeStep(name); });
        action->setObjectName(name);
    }
}

//! Of the very record that is shown: nobody books figures nobody saw.
void RecordForm::Parts::takeStep(const QString &name)
{
    if (!possibleSteps().contains(name))
        return;
    m_state = State::Saving;
    m_session.ask(
        Lane::Write, this,
        [type = schema().type, id = m_id, name, seen = m_seen.record->body](Company &company) {
        return company.editor().step(type, id, name, seen, company.actor());
        },
        [this, opening = m_opening](const Result<Record> &result) {
        if (opening != m_opening)
            return;
        if (!result)
            return refused(result.error());
        m_state = State::Editing;
        m_page->messageBanner().clear();
        if (result->id != m_id)
            return m_form.openRecord(result->id); // a step that made a new record
        look();
        });
}

} // namespace frost
