// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog does with a conflict: reading, keeping drafts, saving.
#include "ui/conflicts/conflictslist.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/keepbothdialog.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergepage.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergetree.h"
#include "ui/wording/errortext.h"

#include <QTime>

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

void MergeDialog::load(qint64 id)
{
    if (id == m_wanted && m_state != State::Empty)
        return;
    leave();
    m_wanted = id;
    m_state = State::Loading;
    m_list->setCurrent(id);
    m_session.ask(
        Lane::Page, this, [id](Company &company) { return readConflictCase(company, id); },
        [this, id](Result<ConflictCase> read) { loaded(id, std::move(read)); });
}

// Takes what is being typed and keeps what was chosen. References that have to be looked up for it are asked before the
// next conflict is, on the same lane: their answers still find this one.
void MergeDialog::leave()
{
    m_page->tree().finishEditing();
    if (m_draftDue.isActive())
        keepDraft();
}

void MergeDialog::loaded(qint64 id, Result<ConflictCase> read, const Seen *seen)
{
    if (id != m_wanted || m_state != State::Loading)
        return; // somebody went on meanwhile
    if (!read) {
        const auto why = wording::errorText(read.error());
        becomeEmpty(why);
        if (read.error().code == "conflict.resolved"_L1) { // settled elsewhere: on with what is left
            m_news = isVisible() ? why : QString(); // nobody was looking
            m_list->reload();
        }
        return;
    }
    if (m_draftDue.isActive()) // something was decided in the one before while this one was read
        keepDraft();
    if (const auto newer = m_unwritten.constFind(id); newer != m_unwritten.cend())
        read->draft = *newer;
    m_state = State::Ready;
    m_draftTime.clear();
    const auto kept = read->draft;
    const auto dropped = m_editing->open(*std::move(read));
    if (!dropped)
        return becomeEmpty(wording::errorText(dropped.error()));
    setNotice(std::exchange(m_news, {}));
    tellReopened(seen, kept, *dropped);
    m_list->setCurrent(id);
    updateFooter();
}

void MergeDialog::decisionsChanged()
{
    m_draftDue.start();
    setNotice({});
    closeReopened();
    m_list->setLeft(m_editing->conflictCase().conflict.id, int(m_editing->draft().openCount()));
    updateFooter();
}

void MergeDialog::keepDraft()
{
    m_draftDue.stop();
    if (!m_editing->isOpen())
        return;
    const auto id = m_editing->conflictCase().conflict.id;
    const auto &draft = m_editing->draft();
    const auto kept = draft.state() == MergeState{} ? QJsonObject() : draft.toJson();
    m_unwritten.insert(id, kept);
    m_session.ask(
        Lane::Write, this, [id, kept](Company &company) { return keepMergeDraft(company, id, kept); },
        [this, id, kept](const Result<> &written) {
        if (written && m_unwritten.value(id) == kept)
            m_unwritten.remove(id);
        if (id != m_wanted)
            return;
        if (!written)
            return setNotice(wording::errorText(written.error()));
        m_draftTime = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
        updateFooter();
        });
}

// On its own: whatever was to follow an earlier attempt is not meant any more.
void MergeDialog::save()
{
    m_correction.reset();
    m_alike.reset();
    complete();
}

void MergeDialog::complete()
{
    if (m_state != State::Ready || !m_editing->isOpen())
        return;
    m_state = State::Completing;
    m_page->tree().finishEditing();
    decide();
}

FieldRule MergeDialog::ruleFor(const QString &field, Choice side) const
{
    const auto &conflict = m_editing->conflictCase().conflict;
    return {conflict.connection, conflict.type, field,
            toString(side == Choice::Mine ? Strategy::ClientWins : Strategy::ServerWins)};
}

void MergeDialog::makeRule(const QString &field, Choice side)
{
    m_session.ask(
        Lane::Write, this,
        [rules = QList{ruleFor(field, side)}](Company &company) { return addFieldRules(company.database(), rules); },
        [this](const Result<QList<FieldRule>> &added) { say(wording::whatWasRuled(added)); });
}

// What is in the books is not changed but corrected (UX.md 1.2 G): what is booked is taken first, durably.
void MergeDialog::correct()
{
    const auto step = m_editing->correctionStep();
    if (m_state != State::Ready || step.isEmpty())
        return;
    const auto &conflict = m_editing->conflictCase().conflict;
    const auto side = m_editing->correctedSide();
    const auto &versions = m_editing->draft().input();
    const auto &instead = side == Choice::Theirs ? versions.mine : versions.theirs;
    m_correction = Correction{conflict.id, conflict.type, conflict.record, step, instead.value_or(QJsonObject())};
    m_editing->choose(u""_s, side);
    complete();
    if (m_state != State::Saving && m_state != State::Completing)
        m_correction.reset();
}

void MergeDialog::makeCorrection()
{
    const auto wanted = *std::exchange(m_correction, std::nullopt);
    m_session.ask(
        Lane::Write, this,
        [wanted](Company &company) {
        return company.editor().correct(wanted.type, wanted.record, wanted.step, wanted.instead, company.actor());
        },
        [this, wanted](const Result<Record> &made) {
        if (made)
            Q_EMIT recordWanted(wanted.type, made->id);
        else
            setNotice(wording::errorText(made.error()));
        });
}

// With everything that was typed: once its references are looked up, unless something was refused.
void MergeDialog::decide()
{
    if (m_state != State::Completing || m_editing->looksUp())
        return;
    m_state = State::Ready;
    updateFooter();
    const auto &draft = m_editing->draft();
    if (!draft.canSave()) {
        m_page->tree().goToOpen(1);
        return announce(draft.openCount() > 0 ? MergeText::tr("Not saved: %n left", nullptr, int(draft.openCount()))
                                              : MergeText::tr("Not saved: see the message below the fields"));
    }
    if (!m_editing->confirmsWarnings()) {
        setNotice(MergeText::tr("Something looks wrong, see below. Save again if it is right."));
        return announce(MergeText::tr("Not saved: something looks wrong. Save again if it is right."));
    }
    write();
}

void MergeDialog::write()
{
    write(resolutionOf(m_editing->draft()));
}

void MergeDialog::keepBoth()
{
    if (m_state != State::Ready || !m_editing->conflictCase().keepBoth)
        return;
    auto *dialog = new KeepBothDialog(m_editing->draft().schema(), *m_editing->conflictCase().keepBoth,
                                      EntryTexts(*m_editing).systemInSentence(), this);
    connect(m_editing, &MergeEditing::opened, dialog, &QDialog::reject);
    connect(dialog, &KeepBothDialog::chosen, this, [this](const QString &number) {
        if (m_state == State::Ready)
            write({.strategy = Strategy::KeepBoth, .seen = m_editing->draft().input(), .number = number});
    });
    dialog->open();
}

void MergeDialog::write(const Resolution &resolution)
{
    if (m_draftDue.isActive()) // whoever takes the decision back finds the choices again
        keepDraft();
    m_state = State::Saving;
    updateFooter();
    const auto id = m_wanted;
    const auto next = nextAfter(id);
    const auto &draft = m_editing->draft();
    m_session.ask(
        Lane::Write, this,
        [id, resolution](Company &company) { return resolveConflict(company, id, resolution); },
        [this, id, next, record = wording::recordHeading(draft.schema().type, m_editing->conflictCase().name)](
            const Result<> &written) {
        if (written)
            saved(id, next);
        else
            notSaved(id, record, written.error());
    });
}

// Somebody may have gone on meanwhile, and perhaps come back.
void MergeDialog::saved(qint64 id, qint64 next)
{
    announce(MergeText::tr("Saved. It is sent with the next synchronisation."));
    if (m_alike && m_alike->first.conflict == id)
        decideOthers();
    if (id == m_wanted) {
        m_editing->close();
        if (next != 0)
            showConflict(next);
        else
            becomeEmpty(MergeText::tr("No conflicts. Everything is settled."));
    }
    m_list->reload();
    if (m_correction && m_correction->conflict == id)
        makeCorrection();
    Q_EMIT resolved(id);
}

void MergeDialog::notSaved(qint64 id, const QString &record, const Error &error)
{
    if (id == m_wanted && m_state == State::Saving)
        m_state = State::Ready;
    updateFooter();
    m_correction.reset();
    m_alike.reset();
    const bool changed = error.code == "merge.changedMeanwhile"_L1;
    if (changed && id == m_wanted && m_state == State::Ready)
        return reloadIfChanged({m_editing->draft().schema().type});
    const auto why = changed ? MergeText::tr("It was changed again meanwhile.") : wording::errorText(error);
    const auto news = id == m_wanted ? why : MergeText::tr("%1 was not saved: %2").arg(record, why);
    if (m_state != State::Ready)
        m_news = news;
    say(news);
}

} // namespace frost
