// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/similar.h"
#include "core/links/fieldrules.h"
#include "ui/conflicts/decisionbatch.h"

#include <QDialog>
#include <QHash>
#include <QJsonObject>
#include <QTimer>

#include <chrono>

class QLabel;
class QPushButton;

namespace frost {

class Banner;
class ConflictsList;
class MergeEditing;
class MergePage;
class SimilarConflicts;
struct ConflictCase;

//! Base, mine, theirs and the result of one conflict side by side, with the queue of all open ones (UX.md section 1).
//! Not modal: show it. Choices are kept as a draft when it is closed; saving writes the decision to the store, and the
//! next synchronisation sends it. UI thread.
class MergeDialog final : public QDialog
{
    Q_OBJECT
public:
    //! Shows the first open conflict, unless showConflict() names another. @param session must outlive the dialog
    explicit MergeDialog(CompanySession &session, QWidget *parent = nullptr);
    ~MergeDialog() override;

    //! One that is settled already is said to be.
    void showConflict(qint64 id);
    [[nodiscard]] qint64 current() const; //!< 0: none

    void done(int result) override;

Q_SIGNALS:
    //! Decided and written to the store.
    void resolved(qint64 id);
    //! A record that was made here is to be worked on.
    void recordWanted(const frost::EntityType &type, const frost::LocalId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    //! What the right-hand side is doing.
    //!
    //!   Empty ──show──▶ Loading ──read──▶ Ready ──save──▶ Completing ──looked up──▶ Saving ──written──▶ Loading | Empty
    //!                      └─failed──▶ Empty   ◀──refused──────┴──────────────────────┘
    //!
    //! Another conflict may be shown from every state; what is being saved is saved all the same.
    enum class State { Empty, Loading, Ready, Completing, Saving };

    void arrange();
    void makeConnections();
    [[nodiscard]] QLayout *makeFooter();
    void makeShortcuts();
    void load(qint64 id);
    //! What the person had in front of them.
    struct Seen {
        MergeInput versions;
        QHash<QString, QJsonValue> asked; //!< what theirs said, by path, where a decision was needed
    };
    //! @param seen  where it is read again; nullptr: it is shown anew
    void loaded(qint64 id, Result<ConflictCase> read, const Seen *seen = nullptr);
    void reloadIfChanged(const QList<EntityType> &types);
    void reloaded(Result<ConflictCase> read);
    void tellReopened(const Seen *seen, const QJsonObject &kept, qsizetype dropped);
    [[nodiscard]] QString reopenedInWords() const;
    void closeReopened();
    void forgetReopened();
    void goToReopened();
    void leave();
    void step(int direction);
    void decisionsChanged();
    void keepDraft();
    void save();
    void complete();
    void decide();
    void write();
    void write(const Resolution &resolution);
    void keepBoth();
    void makeRule(const QString &field, Choice side);
    [[nodiscard]] FieldRule ruleFor(const QString &field, Choice side) const;
    void correct();
    void makeCorrection();
    void saved(qint64 id, qint64 next);
    void notSaved(qint64 id, const QString &record, const Error &error);
    void showSimilar();
    void decideAlike(const QList<DecisionBatch::Task> &others, const FieldSides &always);
    void decideOthers();
    void addRules(const QList<FieldRule> &rules);
    void undoAlike();
    void undoRules();
    void decidedAlike(const DecisionBatch::Outcome &outcome);
    void undoneAlike(const DecisionBatch::Outcome &outcome);
    [[nodiscard]] qint64 nextAfter(qint64 id) const; //!< 0: none
    void preview();
    void becomeEmpty(const QString &why);
    void setNotice(const QString &text);
    void say(const QString &text);
    void announce(const QString &text);
    void updateFooter();
    void retranslate();

    CompanySession &m_session;
    MergeEditing *m_editing;
    // In the order of Tab.
    ConflictsList *m_list;
    QPushButton *m_rules;
    Banner *m_banner; //!< what was decided alike
    Banner *m_again;  //!< what is asked again because it has changed
    MergePage *m_page;
    SimilarConflicts *m_similar;
    DecisionBatch *m_batch;
    QLabel *m_footer;
    QLabel *m_elsewhere;
    QPushButton *m_preview;
    QPushButton *m_later;
    QPushButton *m_sameForSimilar;
    QPushButton *m_save;
    QTimer m_draftDue;
    State m_state = State::Empty;
    QHash<qint64, QJsonObject> m_unwritten; //!< drafts that are still on their way to the store
    qint64 m_wanted = 0;                    //!< being loaded or shown
    QString m_draftTime;                    //!< "16:52"; "": nothing kept yet
    //! To be made of a record as soon as its conflict is settled.
    struct Correction {
        qint64 conflict = 0;
        EntityType type;
        LocalId record;
        QString step;
        QJsonObject instead; //!< what does not become the record; empty: it was deleted
    };
    std::optional<Correction> m_correction;
    //! To be decided as soon as the conflict in hand is.
    struct Alike {
        DecisionBatch::Task first; //!< the conflict in hand
        QList<DecisionBatch::Task> others;
        QList<FieldRule> rules; //!< what is decided so from now on
    };
    std::optional<Alike> m_alike;
    //! The rules that came with what was decided alike last.
    struct Ruled {
        QList<FieldRule> made;
        QString news; //!< what came of making them, or of taking them back; "": nothing
        bool failed = false;
    };
    Ruled m_ruled;
    //! What m_again tells, of all changes since it came up.
    struct Reopened {
        std::optional<MergeInput> seen; //!< what the person had in front of them before; nullopt: not known
        QStringList paths;              //!< open because of it, in the order of the fields
        qsizetype dropped = 0;          //!< choices that fit no longer
        [[nodiscard]] bool isTold() const { return !paths.isEmpty() || dropped > 0; }
    };
    Reopened m_reopened;
    QString m_news;                         //!< to be said above what is shown next; "": nothing
};

} // namespace frost
