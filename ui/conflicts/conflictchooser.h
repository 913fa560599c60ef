// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/resolution.h"
#include "ui/session/companysession.h"

#include <QWidget>

namespace frost {

class Banner;
class ChoicePanel;
class MergeEditing;
class MessageLines;
struct ConflictCase;

//! Decides a simple conflict where it is shown, without the merge dialog (UX.md 1.2 A5), and offers to take that back. Takes
//! the dialog's way: a draft, the decision it makes, the store; what the dialog has kept is taken up. Hidden where there is
//! nothing to decide in this way. UI thread.
class ConflictChooser final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the widget
    explicit ConflictChooser(CompanySession &session, QWidget *parent = nullptr);

    //! Shows a conflict, if it is simple. @param about  the record the place is about, empty where it is about any: with
    //! another one the offer to take the last decision back is gone. @param conflict 0: none
    void present(const LocalId &about, qint64 conflict);
    [[nodiscard]] qint64 current() const; //!< the one that can be decided here; 0: none

Q_SIGNALS:
    //! Written to the store.
    void decided(qint64 conflict);
    //! A decision was taken back.
    void reopened(qint64 conflict);

protected:
    bool event(QEvent *event) override;

private:
    //!   Empty ──present──▶ Reading ──simple──▶ Ready ──all chosen──▶ Saving ──written──▶ Empty
    //!     ▲                   └──not simple──▶ Empty   ◀──refused──────┘
    //!     └── present(0), from every state; what is being saved is saved all the same
    enum class State { Empty, Reading, Ready, Saving };
    //! A decision on its way to the store.
    struct Made {
        qint64 conflict = 0;
        QString inWords;
        Strategy strategy = Strategy::Merge;
        bool byKeys = false; //!< the focus was here
    };

    void read();
    void take(Result<ConflictCase> read);
    void close();
    void choose(const QString &path, Choice side);
    void chooseAll(Choice side);
    void goOn();
    void keepDraft();
    void save();
    void saved(const Made &made);
    void notSaved(qint64 id, const Error &error);
    void undo(qint64 id);
    [[nodiscard]] QString choicesInWords() const;
    void tell(const QString &text);
    void showWhatIsThere();

    CompanySession &m_session;
    MergeEditing *m_editing;
    Banner *m_banner;
    ChoicePanel *m_panel;
    MessageLines *m_messages;
    State m_state = State::Empty;
    LocalId m_about;
    qint64 m_told = 0;   //!< the one that the banner speaks of
    qint64 m_wanted = 0; //!< being read or shown, or found not to be simple
};

} // namespace frost
