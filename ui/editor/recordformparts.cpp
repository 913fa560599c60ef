// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/recordformparts.h"

#include "ui/editor/entryrules.h"
#include "ui/editor/softchecks.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keynames.h"
#include "ui/widgets/referenceedit.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QApplication>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

RecordForm::Parts::Parts(RecordForm &form, CompanySession &session, const EntitySchema &schema)
    : m_form(form),
      m_session(session),
      m_lookup(session),
      m_known(m_lookup),
      m_record(schema),
      m_keeper(session, [this] { return draft(); }),
      m_page(new RecordPage(schema, {.lookup = m_lookup}, m_known, &form))
{
    auto *layout = new QVBoxLayout(&form);
    layout->addWidget(m_page, 1);
    addButtons();
    m_refreshing.setSingleShot(true);
    m_refreshing.setInterval(0); // what one event changes is computed once
    connect(&m_refreshing, &QTimer::timeout, this, &Parts::refresh);
    connect(m_page, &RecordPage::fieldEdited, this, &Parts::fieldEdited);
    connect(m_page, &RecordPage::chosen, this, &Parts::chosen);
    connect(m_page, &RecordPage::rowsEdited, this, &Parts::rowsEdited);
    connect(m_page, &RecordPage::resolvingChanged, this, [this] {
        if (m_state == State::Resolving)
            write();
    });
    connect(&m_known, &ReferredCache::changed, this, &Parts::refreshSoon);
    connect(qApp, &QApplication::focusChanged, this, &Parts::refreshSoon);
    connect(&session, &CompanySession::recordsChanged, this, &Parts::recordsChanged);
    connect(&session, &CompanySession::queueMoved, this, &Parts::look);
    connect(&m_keeper, &DraftKeeper::failed, this, [this](const Error &error) {
        m_page->messageBanner().showMessage(
            Banner::Kind::Warning,
            tr("What you typed could not be kept as a draft: %1").arg(wording::errorText(error)));
    });
}

//! An open cell hands over what is typed when it goes, so the page goes while everything it talks to is there.
RecordForm::Parts::~Parts()
{
    m_form.blockSignals(true); // nobody wants to hear from a form that is going
    m_page->finishEntry();
    m_keeper.flush();
    delete m_page;
}

void RecordForm::Parts::addButtons()
{
    auto *box = new QDialogButtonBox(&m_form);
    m_save = box->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_save->setIcon(theme::icon(u"document-save"_s));
    m_discard = box->addButton(QString(), QDialogButtonBox::ResetRole);
    m_discard->setIcon(theme::icon(u"edit-undo"_s));
    m_remove = box->addButton(QString(), QDialogButtonBox::DestructiveRole);
    m_remove->setIcon(theme::icon(u"edit-delete"_s));
    m_close = box->addButton(QString(), QDialogButtonBox::RejectRole);
    if (!schema().steps.isEmpty()) {
        m_steps = box->addButton(QString(), QDialogButtonBox::ActionRole);
        m_steps->setIcon(theme::icon(u"task-complete"_s));
        m_steps->setMenu(new QMenu(m_steps));
        m_steps->setAutoDefault(false);
    }
    for (auto *button : {m_save, m_discard, m_remove, m_close})
        button->setAutoDefault(false); // Enter goes on to the next field, it never presses a button
    connect(m_save, &QPushButton::clicked, this, &Parts::save);
    connect(m_discard, &QPushButton::clicked, this, &Parts::discard);
    connect(m_remove, &QPushButton::clicked, this, &Parts::remove);
    connect(m_close, &QPushButton::clicked, this, &Parts::close);
    m_form.layout()->addWidget(box);
    retranslate();
}

void RecordForm::Parts::retranslate()
{
    const auto name = [](QPushButton *button, const QString &text, const QKeySequence &keys) {
        button->setText(text);
        button->setToolTip(keys.isEmpty() ? text : withKeyName(text, keys));
    };
    name(m_save, tr("Save"), QKeySequence::Save);
    name(m_discard, tr("Discard changes"), {});
    name(m_remove, tr("Delete"), {});
    if (m_steps)
        name(m_steps, tr("Next step", "button: book, mark as sent, cancel"), {});
    name(m_close, tr("Close"), Qt::Key_Escape);
    m_close->setToolTip(tr("Close; what is not saved is kept as a draft (%1)")
                            .arg(keyName(Qt::Key_Escape)));
    m_page->retranslate();
    if (m_state != State::Empty) {
        showState();
        m_refreshing.start(); // totals and remarks have words, too
    }
}

// --- opening

QJsonObject RecordForm::Parts::start() const
{
    return startOf(schema(), QDate::currentDate());
}

//! Another record comes into the form; what was typed about this one is kept.
void RecordForm::Parts::leave()
{
    m_page->finishEntry();
    m_keeper.flush();
    m_keeper.forget();
    ++m_opening;
    m_state = State::Empty;
    m_form.setEnabled(true);
    m_refusals.clear();
    m_page->messageBanner().clear();
    Q_EMIT m_form.conflictShown({}, 0);
}

void RecordForm::Parts::createNew()
{
    leave();
    m_record.startNew(start());
    m_byRule = startsByRule();
    m_page->clearRows();
    m_state = State::Editing;
    m_id = {};
    m_seen = {};
    m_provisional.clear();
    showAll();
    m_page->focusFirst();
    m_session.ask(
        Lane::Page, this, [type = schema().type](Company &company) { return recordjobs::begin(company, type); },
        [this, opening = m_opening](const recordjobs::NewRecord &begun) {
        if (opening != m_opening || !m_record.isNew())
            return;
        m_id = begun.id;
        m_provisional = begun.provisional;
        goOnAfter(begun.last);
        showState();
        if (m_record.isDirty())
            m_keeper.touch(); // what was typed before there was an id to keep it under
        });
    Q_EMIT m_form.loaded();
}

void RecordForm::Parts::goOnAfter(const QJsonObject &last)
{
    const auto series = seriesAfter(schema(), last, QDate::currentDate());
    const bool isUntouched = !m_record.isDirty();
    for (auto value = series.begin(); value != series.end(); ++value)
        setByRule(value.key(), value.value());
    if (isUntouched) // what a form begins with is nothing to keep
        m_record.startNew(m_record.typed());
}

void RecordForm::Parts::open(const LocalId &id)
{
    leave();
    m_state = State::Loading;
    m_id = id;
    m_seen = {};
    m_form.setEnabled(false);
    const auto lane = m_keeper.isWriting() ? Lane::Write : Lane::Page; // after the draft that may be this record's
    m_session.ask(
        lane, this, [type = schema().type, id](Company &company) { return recordjobs::open(company, type, id); },
        [this, opening = m_opening](const Result<recordjobs::OpenedRecord> &result) {
        if (opening == m_opening)
            opened(result);
        });
}

void RecordForm::Parts::opened(const Result<recordjobs::OpenedRecord> &result)
{
    m_form.setEnabled(true);
    m_state = State::Editing;
    if (!result || (!result->record && !result->draft)) {
        const Error unknown{
            ErrorKind::NotFound, u"record.unknown"_s, {schema().type.toString(), m_id.toString()}, {}, {}};
        m_page->messageBanner().showMessage(Banner::Kind::Error, wording::errorText(result ? unknown : result.error()));
        m_state = State::Empty;
        return;
    }
    m_seen = *result;
    if (result->record)
        m_record.startFrom(result->record->body);
    if (result->draft)
        takeDraft(*result);
    m_byRule = startsByRule();
    m_page->clearRows();
    showAll();
    if (m_seen.record && m_seen.record->deleted)
        showDeleted();
    if (!isReadOnly())
        m_page->focusFirst();
    Q_EMIT m_form.loaded();
}

void RecordForm::Parts::takeDraft(const recordjobs::OpenedRecord &opened)
{
    const auto &draft = *opened.draft;
    // A new record that was saved before the program ended needs its draft no more.
    const bool isSaved = opened.record && !draft.base;
    QStringList both;
    if (!isSaved) {
        m_record.resume(draft.base, start(), draft.body);
        if (opened.record)
            both = m_record.follow(opened.record->body);
    }
    if (isSaved || !m_record.isDirty()) {
        m_keeper.remove(draft.type, draft.id);
        return;
    }
    const auto since = QLocale().toString(draft.updatedAt.toLocalTime(), QLocale::ShortFormat);
    auto &banner = m_page->messageBanner();
    banner.showMessage(both.isEmpty() ? Banner::Kind::Information : Banner::Kind::Warning,
                       both.isEmpty() ? tr("What you typed and did not save (%1) is back.").arg(since)
                                      : tr("What you typed and did not save (%1) is back. The record has changed since "
                                           "then; your text is kept.")
                                            .arg(since));
    connect(banner.addButton(tr("Discard changes")), &QPushButton::clicked, this, &Parts::discard);
}

void RecordForm::Parts::showAll()
{
    m_page->showValues(m_record.typed());
    showState();
    refresh();
}

// --- typing

void RecordForm::Parts::fieldEdited(const QString &field, const QJsonValue &value)
{
    m_byRule.remove(field);
    m_record.set(field, value);
    touched(field);
    if (decidesDueDate(field))
        setByRule(u"dueDate"_s, dueDateOf(m_record.typed()));
}

void RecordForm::Parts::chosen(const QString &field, const Referred &referred)
{
    const auto values = filledBy(field, referred, schema().fields);
    const auto names = fieldsFilledBy(field, schema().fields);
    for (const auto &name : names)
        setByRule(name, values.value(name));
    if (std::any_of(names.begin(), names.end(), decidesDueDate))
        setByRule(u"dueDate"_s, dueDateOf(m_record.typed()));
}

//! What follows from another entry; never over what the person filled in.
//! @param value Undefined: nothing follows, and what a rule had filled in is what it was at first
void RecordForm::Parts::setByRule(const QString &field, const QJsonValue &value)
{
    const bool isRules = m_byRule.contains(field);
    const auto known = m_record.value(field);
    const bool isFree = isRules || known.isUndefined() || known.toString() == QString();
    const auto next = value.isUndefined() && isRules ? m_record.base().value(field) : value;
    if (!schema().field(field) || !isFree || next == known)
        return;
    m_byRule.insert(field);
    m_record.set(field, next);
    m_page->setValue(field, next);
    touched(field);
}

//! What a new record starts with is nobody's word yet.
QSet<QString> RecordForm::Parts::startsByRule() const
{
    QSet<QString> names;
    const auto first = m_record.isNew() ? start() : QJsonObject();
    for (auto value = first.begin(); value != first.end(); ++value) {
        if (m_record.value(value.key()) == value.value())
            names.insert(value.key());
    }
    return names;
}

void RecordForm::Parts::rowsEdited(const QString &field, const QJsonArray &rows)
{
    m_record.set(field, rows.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rows));
    touched(field);
}

void RecordForm::Parts::touched(const QString &field)
{
    m_refusals.removeIf([&](const Remark &remark) { return remark.place.field == field; });
    m_keeper.touch();
    m_refreshing.start();
}

void RecordForm::Parts::refreshSoon()
{
    if (m_form.isVisible())
        m_refreshing.start();
}

//! Everything that follows from what is typed.
void RecordForm::Parts::refresh()
{
    if (m_state == State::Empty || m_state == State::Loading)
        return;
    const auto computed = m_record.computed();
    m_page->setComputed(computed);
    const auto now = m_page->beingTyped();
    auto remarks = m_refusals;
    for (const auto &remark :
         remarksOf(m_record.malformed(), Loudness::Error) + unresolved()
             + SoftChecks::of(schema(), m_session.schema(), computed, m_known, QDate::currentDate())) {
        if (remark.place != now)
            remarks.append(remark);
    }
    m_page->setRemarks(remarks);
    const bool dirty = m_record.isDirty();
    m_save->setEnabled(!isReadOnly() && (dirty || m_record.isNew()) && m_state == State::Editing);
    m_discard->setEnabled(dirty);
    m_remove->setEnabled(!isReadOnly() && !m_record.isNew() && m_state == State::Editing);
    showSteps();
    if (dirty != m_dirty) {
        m_dirty = dirty;
        m_page->setHeading(title(), marks());
        Q_EMIT m_form.dirtyChanged(dirty);
    }
}

//! References that were typed and that nothing was found for.
QList<Remark> RecordForm::Parts::unresolved() const
{
    QList<Problem> problems;
    if (m_page->isResolving())
        return {};
    const auto say = [&](const ProblemPlace &place, const QJsonValue &value) {
        if (isUnresolvedReference(value))
            problems.append({place.path(), u"reference.unknown"_s, {}});
    };
    for (const auto &field : schema().fields) {
        const auto value = m_record.value(field.name);
        say({field.name, -1, {}}, value);
        const auto rows = field.kind == FieldKind::Rows ? value.toArray() : QJsonArray();
        for (qsizetype row = 0; row < rows.size(); ++row) {
            for (const auto &column : field.fields)
                say({field.name, row, column.name}, rows[row].toObject().value(column.name));
        }
    }
    return remarksOf(problems, Loudness::Error);
}

} // namespace frost
