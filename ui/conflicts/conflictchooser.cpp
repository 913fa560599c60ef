// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictchooser.h"

#include "core/conflict/simple.h"
#include "ui/conflicts/choicepanel.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/conflicts/messagelines.h"
#include "ui/widgets/banner.h"
#include "ui/wording/errortext.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

ConflictChooser::ConflictChooser(CompanySession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_editing(new MergeEditing(session.schema(), this)),
      m_banner(new Banner(this)),
      m_panel(new ChoicePanel(*m_editing, this)),
      m_messages(new MessageLines(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_banner);
    layout->addWidget(m_panel);
    layout->addWidget(m_messages);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_panel, &ChoicePanel::pressed, this, &ConflictChooser::choose);
    connect(m_panel, &ChoicePanel::pressedForAll, this, &ConflictChooser::chooseAll);
    connect(m_banner, &Banner::closed, this, &ConflictChooser::showWhatIsThere);
    connect(&session, &CompanySession::recordsChanged, this, [this] {
        if (m_wanted != 0 && m_state != State::Saving)
            read();
    });
    showWhatIsThere();
}

void ConflictChooser::present(const LocalId &about, qint64 conflict)
{
    const bool isFurther = !about.isEmpty() && conflict != 0 && conflict != m_wanted && conflict != m_told;
    if (about != m_about || isFurther)
        m_banner->clear();
    m_about = about;
    if (conflict != m_wanted) {
        m_wanted = conflict;
        close();
        if (conflict != 0)
            read();
    }
    showWhatIsThere();
}

qint64 ConflictChooser::current() const
{
    return m_state == State::Ready || m_state == State::Saving ? m_wanted : 0;
}

void ConflictChooser::read()
{
    if (m_state == State::Empty)
        m_state = State::Reading;
    m_session.ask(
        Lane::Page, this, [id = m_wanted](Company &company) { return readConflictCase(company, id); },
        [this, id = m_wanted](Result<ConflictCase> read) {
        if (id == m_wanted && m_state != State::Saving)
            take(std::move(read));
        });
}

//! The person, a synchronisation or the dialog may have changed what is shown; what is as it was stays as it stands.
void ConflictChooser::take(Result<ConflictCase> read)
{
    if (m_state == State::Ready && read) {
        const auto &now = read->conflict.versions;
        const auto &seen = m_editing->draft().input();
        if (now.base == seen.base && now.mine == seen.mine && now.theirs == seen.theirs
            && read->draft == m_editing->conflictCase().draft)
            return;
    }
    const bool ordinary = read && isOrdinary(read->conflict.conflictType) && read->conflict.severity < Severity::High;
    const bool opened = ordinary && m_editing->open(*std::move(read));
    if (opened && isSimple(m_editing->draft()) && ChoicePanel::hasRoomFor(m_editing->draft())) {
        m_state = State::Ready;
        tell({});
    } else {
        close();
    }
    showWhatIsThere();
}

void ConflictChooser::close()
{
    m_state = State::Empty;
    if (m_editing->isOpen())
        m_editing->close();
}

void ConflictChooser::choose(const QString &path, Choice side)
{
    if (m_state != State::Ready || !mayTake(m_editing->draft(), path, side))
        return;
    m_editing->choose(path, side);
    goOn();
}

void ConflictChooser::chooseAll(Choice side)
{
    if (m_state != State::Ready)
        return;
    for (const auto &entry : QList<MergeDraft::Entry>(m_editing->draft().entries())) {
        if (m_editing->draft().isOpen(entry) && mayTake(m_editing->draft(), entry.path, side))
            m_editing->choose(entry.path, side);
    }
    goOn();
}

//! To the next field, or on to saving.
void ConflictChooser::goOn()
{
    const auto left = int(m_editing->draft().openCount());
    if (left > 0) {
        keepDraft();
        tell(MergeText::tr("%n left", nullptr, left));
        m_panel->focusOpen();
    } else if (!m_editing->confirmsWarnings()) {
        tell(MergeText::tr("Something looks wrong, see below. Choose once more if it is right."));
    } else {
        save();
    }
}

//! As the dialog does: whoever opens that finds the choice made here.
void ConflictChooser::keepDraft()
{
    const auto kept = m_editing->draft().toJson();
    m_editing->setKept(kept);
    m_session.ask(
        Lane::Write, this, [id = m_wanted, kept](Company &company) { return keepMergeDraft(company, id, kept); },
        [this](const Result<> &written) {
        if (!written)
            tell(wording::errorText(written.error()));
        });
}

void ConflictChooser::save()
{
    const auto resolution = resolutionOf(m_editing->draft());
    const Made made{m_wanted, choicesInWords(), resolution.strategy, isAncestorOf(QApplication::focusWidget())};
    m_state = State::Saving;
    m_panel->setEnabled(false);
    m_session.ask(
        Lane::Write, this,
        [id = m_wanted, resolution](Company &company) { return resolveConflict(company, id, resolution); },
        [this, made](const Result<> &written) {
        if (written)
            saved(made);
        else
            notSaved(made.conflict, written.error());
        });
}

//! "Article 20 Hours · Unit: mine".
QString ConflictChooser::choicesInWords() const
{
    const EntryTexts texts(*m_editing);
    const auto &draft = m_editing->draft();
    QStringList parts{wording::recordHeading(draft.schema().type, m_editing->conflictCase().name)};
    for (const auto &entry : draft.entries()) {
        if (entry.section == MergeDraft::Section::Open)
            parts.append(MergeText::tr("%1: %2").arg(
                texts.fullLabel(entry), wording::choiceLabel(draft.decision(entry.path).choice, texts.system())));
    }
    return parts.join(u" · "_s);
}

void ConflictChooser::saved(const Made &made)
{
    const auto id = made.conflict;
    m_told = id;
    if (id == m_wanted) {
        m_wanted = 0;
        close();
    }
    const auto sending = made.strategy == Strategy::ServerWins
                             ? MergeText::tr("There is nothing to send.")
                             : MergeText::tr("It is sent with the next synchronisation.");
    m_banner->showMessage(Banner::Kind::Success, MergeText::tr("Decided: %1. %2").arg(made.inWords, sending));
    auto *undoing = m_banner->addButton(MergeText::tr("&Undo"));
    undoing->setAutoDefault(false);
    connect(undoing, &QPushButton::clicked, this, [this, id, undoing] {
        undoing->setEnabled(false);
        undo(id);
    });
    showWhatIsThere();
    if (made.byKeys)
        undoing->setFocus(Qt::OtherFocusReason);
    Q_EMIT decided(id);
}

void ConflictChooser::notSaved(qint64 id, const Error &error)
{
    const bool changed = error.code == "merge.changedMeanwhile"_L1;
    m_banner->showMessage(Banner::Kind::Warning,
                          changed ? MergeText::tr("It was changed again meanwhile.") : wording::errorText(error));
    if (id == m_wanted) {
        close();
        read();
    }
    showWhatIsThere();
}

void ConflictChooser::undo(qint64 id)
{
    m_session.ask(
        Lane::Write, this,
        [id](Company &company) { return company.conflictHistory().undo(id, company.actor()); },
        [this, id](const Result<Conflict> &open) {
        if (open)
            m_banner->showMessage(Banner::Kind::Information, MergeText::tr("Undone. The conflict is open again."));
        else
            m_banner->showMessage(Banner::Kind::Warning, wording::errorText(open.error()));
        showWhatIsThere();
        if (!open)
            return;
        present(m_about, id);
        Q_EMIT reopened(id);
        });
}

void ConflictChooser::tell(const QString &text)
{
    const auto said = text.isEmpty() ? QList<MessageLine>() : QList<MessageLine>{{Mark::Information, text}};
    m_messages->setLines(m_editing->isOpen() ? said + mergeHints(*m_editing) : said);
}

void ConflictChooser::showWhatIsThere()
{
    const bool choosing = m_state == State::Ready || m_state == State::Saving;
    m_panel->setVisible(choosing);
    m_panel->setEnabled(m_state == State::Ready);
    if (!choosing)
        m_messages->setLines({});
    setVisible(choosing || !m_banner->isHidden());
}

bool ConflictChooser::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && m_state == State::Ready)
        read(); // choices kept in the dialog are told to nobody
    if (event->type() == QEvent::LanguageChange) {
        m_panel->retranslate();
        if (m_state == State::Ready)
            tell({});
    }
    return QWidget::event(event);
}

} // namespace frost
