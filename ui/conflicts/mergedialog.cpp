// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergedialog.h"

#include "ui/conflicts/conflictslist.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergepage.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergetree.h"
#include "ui/conflicts/rulesdialog.h"
#include "ui/conflicts/sendpreview.h"
#include "ui/conflicts/similarconflicts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keynames.h"
#include "ui/wording/errortext.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QTime>
#include <QUndoStack>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Drafts are kept at most two seconds after the last key (UX.md 3.4).
constexpr auto kDraftPause = std::chrono::milliseconds(800);
//! The window in characters of its font: at usual sizes 1 200 × 700 pixels, within a screen of 1366 × 768.
constexpr int kWidthInCharacters = 170;
constexpr int kHeightInLines = 38;
constexpr int kListShare = 24;
constexpr int kPageShare = 100 - kListShare;

} // namespace

MergeDialog::MergeDialog(CompanySession &session, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_editing(new MergeEditing(session.schema(), this)),
      m_list(new ConflictsList(session, this)),
      m_rules(new QPushButton(this)),
      m_banner(new Banner(this)),
      m_again(new Banner(this)),
      m_page(new MergePage(session, *m_editing, this)),
      m_similar(new SimilarConflicts(session, *m_editing, this)),
      m_batch(new DecisionBatch(session, this)),
      m_footer(new QLabel(this)),
      m_elsewhere(new QLabel(this))
{
    m_draftDue.setSingleShot(true);
    m_draftDue.setInterval(kDraftPause);
    arrange();
    makeConnections();
    makeShortcuts();
    retranslate();
}

// A company may be closed while somebody is typing.
MergeDialog::~MergeDialog()
{
    leave();
}

void MergeDialog::arrange()
{
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins({});
    leftLayout->addWidget(m_list, 1);
    leftLayout->addWidget(m_elsewhere);
    leftLayout->addWidget(m_rules);
    m_rules->setAutoDefault(false); // Enter belongs to the fields
    m_elsewhere->setWordWrap(true);
    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins({});
    rightLayout->addWidget(m_banner);
    rightLayout->addWidget(m_again);
    rightLayout->addWidget(m_page, 1);
    rightLayout->addLayout(makeFooter());
    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter);
    const QSize wanted(fontMetrics().averageCharWidth() * kWidthInCharacters, fontMetrics().lineSpacing() * kHeightInLines);
    resize(wanted.boundedTo(screen()->availableSize()));
    splitter->setSizes({width() * kListShare / 100, width() * kPageShare / 100});
}

void MergeDialog::makeConnections()
{
    connect(&m_draftDue, &QTimer::timeout, this, &MergeDialog::keepDraft);
    connect(m_editing, &MergeEditing::changed, this, &MergeDialog::decisionsChanged);
    connect(m_editing, &MergeEditing::lookedUp, this, &MergeDialog::decide);
    connect(m_list, &ConflictsList::currentChanged, this, &MergeDialog::load);
    connect(m_list, &ConflictsList::activated, this, &MergeDialog::showConflict);
    connect(m_list, &ConflictsList::loaded, this, [this] {
        if (m_state == State::Empty && m_list->first() != 0 && !m_batch->isWorking())
            showConflict(m_list->first());
        else if (m_state == State::Empty)
            becomeEmpty(MergeText::tr("No conflicts. Everything is settled."));
        m_list->setCurrent(m_wanted);
    });
    connect(m_page, &MergePage::announced, this, &MergeDialog::announce);
    connect(&m_page->tree(), &MergeTree::ruleWanted, this, &MergeDialog::makeRule);
    connect(m_rules, &QPushButton::clicked, this,
            [this] { (new RulesDialog(m_session, this, m_editing->conflictCase().conflict.connection))->open(); });
    connect(m_page, &MergePage::correctionWanted, this, &MergeDialog::correct);
    connect(m_page, &MergePage::keepBothWanted, this, &MergeDialog::keepBoth);
    connect(&m_page->tree().mergeModel(), &MergeModel::refused, this, [this](const QString &path, const Error &error) {
        if (m_state == State::Completing)
            m_state = State::Ready; // not without what was typed
        setNotice(MergeText::tr("%1: %2").arg(EntryTexts(*m_editing).pathLabel(path), wording::errorText(error)));
    });
    connect(&m_session, &CompanySession::recordsChanged, this, &MergeDialog::reloadIfChanged);
    connect(m_similar, &SimilarConflicts::changed, this, &MergeDialog::updateFooter);
    connect(m_again, &Banner::closed, this, &MergeDialog::forgetReopened);
    connect(m_batch, &DecisionBatch::decided, this, &MergeDialog::decidedAlike);
    connect(m_batch, &DecisionBatch::undone, this, &MergeDialog::undoneAlike);
}

QLayout *MergeDialog::makeFooter()
{
    auto *row = new QHBoxLayout;
    auto *buttons = new FlowLayout;
    row->addWidget(m_footer, 1);
    row->addLayout(buttons);
    const auto add = [&](auto slot) {
        auto *button = new QPushButton(this);
        button->setAutoDefault(false); // Enter belongs to the fields
        connect(button, &QPushButton::clicked, this, slot);
        buttons->addWidget(button);
        return button;
    };
    m_preview = add([this] { preview(); });
    m_later = add([this] { reject(); });
    m_sameForSimilar = add([this] { showSimilar(); });
    m_save = add([this] { save(); });
    return row;
}

void MergeDialog::makeShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto slot) { return new QShortcut(keys, this, slot); };
    // A key that is held down is pressed once: the second time overrules or confirms.
    const auto onceOn = [on](const QKeySequence &keys, auto slot) { on(keys, slot)->setAutoRepeat(false); };
    on(Qt::Key_F8, [this] {
        m_page->tree().goToOpen(1);
        m_page->tree().setFocus();
    });
    on(Qt::SHIFT | Qt::Key_F8, [this] {
        m_page->tree().goToOpen(-1);
        m_page->tree().setFocus();
    });
    on(Qt::CTRL | Qt::Key_F, [this] { m_list->focusFilter(); });
    onceOn(Qt::CTRL | Qt::SHIFT | Qt::Key_2, [this] { m_page->takeAll(Choice::Mine); });
    onceOn(Qt::CTRL | Qt::SHIFT | Qt::Key_3, [this] { m_page->takeAll(Choice::Theirs); });
    on(Qt::CTRL | Qt::Key_Z, [this] { m_editing->undoGroup().undo(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { m_editing->undoGroup().redo(); });
    onceOn(Qt::CTRL | Qt::Key_Return, [this] { save(); });
    onceOn(Qt::CTRL | Qt::Key_Enter, [this] { save(); });
    onceOn(Qt::CTRL | Qt::SHIFT | Qt::Key_Return, [this] { showSimilar(); });
    onceOn(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter, [this] { showSimilar(); });
    onceOn(Qt::CTRL | Qt::Key_M, [this] { m_page->tree().matchRow(); });
    onceOn(Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] { m_page->tree().splitRow(); });
    on(Qt::CTRL | Qt::Key_P, [this] { preview(); });
    on(Qt::ALT | Qt::Key_PageUp, [this] { step(-1); });
    on(Qt::ALT | Qt::Key_PageDown, [this] { step(1); });
}

void MergeDialog::showConflict(qint64 id)
{
    load(id);
    m_page->takeFocus();
}

qint64 MergeDialog::current() const
{
    return m_state == State::Empty ? 0 : m_wanted;
}

void MergeDialog::step(int direction)
{
    if (const auto next = m_list->neighbour(m_wanted, direction); next != 0)
        showConflict(next);
}

void MergeDialog::preview()
{
    if (m_state != State::Ready)
        return;
    m_page->tree().finishEditing();
    auto *dialog = new SendPreview(m_session, *m_editing, this);
    connect(dialog, &SendPreview::announced, this, &MergeDialog::announce);
    dialog->open();
}

void MergeDialog::becomeEmpty(const QString &why)
{
    m_state = State::Empty;
    m_wanted = 0;
    forgetReopened();
    if (m_editing->isOpen())
        m_editing->close();
    m_page->setEmptyText(m_news.isEmpty() ? why : m_news + u'\n' + why);
    updateFooter();
}

void MergeDialog::setNotice(const QString &text)
{
    m_page->setNotices(text.isEmpty() ? QList<MessageLine>() : QList<MessageLine>{{Mark::Warning, text}});
}

//! What is shown as a notice is told by that; nothing is said twice.
void MergeDialog::say(const QString &text)
{
    if (m_state == State::Ready)
        setNotice(text);
    else
        announce(text);
}

// Said by screen readers; what is left is in the footer for everybody to read.
void MergeDialog::announce(const QString &text)
{
    m_footer->setAccessibleName(text);
    QAccessibleEvent alert(m_footer, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MergeDialog::updateFooter()
{
    const bool ready = m_state == State::Ready && m_editing->isOpen();
    const auto &draft = m_editing->draft();
    QString text;
    if (ready) {
        const auto asked =
            std::count_if(draft.entries().begin(), draft.entries().end(),
                          [](const MergeDraft::Entry &entry) { return entry.section == MergeDraft::Section::Open; });
        text = MergeText::tr("%1 of %2 choices left").arg(draft.openCount()).arg(asked);
        if (!m_draftTime.isEmpty())
            text = MergeText::tr("%1 · draft kept %2").arg(text, m_draftTime);
    }
    m_footer->setText(text);
    m_footer->setAccessibleName(text);
    const bool empty = m_state == State::Empty; // nothing is put off, and nothing else is held up
    m_later->setText(empty ? MergeText::tr("&Close (Esc)") : MergeText::tr("&Later (Esc)"));
    m_elsewhere->setVisible(!empty);
    m_preview->setEnabled(ready);
    const auto similar = int(m_similar->cases().size());
    m_sameForSimilar->setVisible(similar > 0);
    m_sameForSimilar->setText(MergeText::tr("The same for %n s&imilar …", nullptr, similar));
    m_sameForSimilar->setEnabled(ready && draft.canSave() && !m_batch->isWorking());
    m_save->setEnabled(ready && draft.canSave());
}

void MergeDialog::done(int result)
{
    leave();
    QDialog::done(result);
}

void MergeDialog::retranslate()
{
    setWindowTitle(MergeText::tr("Conflicts – %1").arg(m_session.company().company.toString()));
    m_elsewhere->setText(MergeText::tr("All other records keep synchronising."));
    m_rules->setText(MergeText::tr("R&ules …"));
    m_rules->setToolTip(MergeText::tr("What is decided without a question"));
    m_rules->setAccessibleDescription(m_rules->toolTip());
    m_sameForSimilar->setToolTip(MergeText::tr("Shows what the same choices make of other conflicts (%1)")
                                     .arg(keyName(Qt::CTRL | Qt::SHIFT | Qt::Key_Return)));
    m_sameForSimilar->setAccessibleDescription(m_sameForSimilar->toolTip());
    m_preview->setText(withKeyName(MergeText::tr("&Preview what is sent …"), Qt::CTRL | Qt::Key_P));
    m_save->setText(withKeyName(MergeText::tr("&Save and next"), Qt::CTRL | Qt::Key_Return));
    m_page->retranslate();
    updateFooter();
}

void MergeDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace frost
