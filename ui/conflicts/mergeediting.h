// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"
#include "ui/conflicts/conflictcase.h"

#include <QObject>
#include <QUndoGroup>
#include <QUndoStack>

#include <map>
#include <memory>

namespace frost {

//! One conflict being worked on: the case, the draft and how to go back. What every view of the dialog shows and changes.
//! UI thread.
class MergeEditing final : public QObject
{
    Q_OBJECT
public:
    //! @param schema must outlive this
    explicit MergeEditing(const Schema &schema, QObject *parent = nullptr);

    //! Takes up a case with its kept decisions. @return how many of them were dropped because what they were about has
    //! changed. Errors: those of MergeDraft::make.
    [[nodiscard]] Result<qsizetype> open(ConflictCase opened);
    //! No conflict.
    void close();

    [[nodiscard]] bool isOpen() const { return m_case.conflict.id != 0; }
    [[nodiscard]] const ConflictCase &conflictCase() const { return m_case; }
    [[nodiscard]] const MergeDraft &draft() const { return m_draft; }
    //! Of the conflict in hand. Each conflict keeps its own steps for as long as this lives (UX.md 1.2 K28), until it becomes another one.
    [[nodiscard]] QUndoGroup &undoGroup() { return m_undo; }

    //! Each is one step to undo. What cannot be chosen is ignored: false.
    bool choose(const QString &path, Choice choice);
    //! A typed value that one side has already counts as choosing that side.
    [[nodiscard]] Result<> edit(const QString &path, const QJsonValue &value);
    bool confirm(const QString &path);
    //! As MergeDraft::match() and split().
    [[nodiscard]] Result<QString> match(const QString &rowPath, const QString &candidate);
    [[nodiscard]] Result<QString> split(const QString &rowPath);
    void chooseAll(Choice side, MergeDraft::Overrule overrule);
    //! Gives each open field to the side that changed it last; of probable duplicates both stay. @param theirsAt valid
    void chooseNewest(const QDateTime &theirsAt);
    //! Takes what the person's own earlier decisions suggest for fields that are open, as one step.
    void takeSuggestions();
    //! For an open field; nullopt: none, or it is decided.
    [[nodiscard]] std::optional<Suggestion> suggestionFor(const MergeDraft::Entry &entry) const;
    [[nodiscard]] qsizetype suggestionCount() const;
    //! Whether what looks wrong now was there when this was asked last: who saves again means it. So does who has mended it.
    [[nodiscard]] bool confirmsWarnings();
    //! The draft as it was kept just now.
    void setKept(const QJsonObject &draft) { m_case.draft = draft; }
    //! What a record is called that was not referred to before.
    void addTitle(const EntityType &type, const QString &id, const QString &title);

    //! Between these a typed reference is being looked up: what is shown is not yet all that was typed.
    void beginLookup() { ++m_lookups; }
    void endLookup();
    [[nodiscard]] bool looksUp() const { return m_lookups > 0; }

    //! How many decided entries chooseAll(side, Overrule::Yes) would change.
    [[nodiscard]] qsizetype overruled(Choice side) const;

    //! The business step that makes a correction ("credit") of the record as it is booked, where one side cannot become it; "": none.
    [[nodiscard]] QString correctionStep() const;
    //! Whether the correction also books what the side that gives way has, and not only takes back what is booked.
    [[nodiscard]] bool correctionKeepsOther() const;
    [[nodiscard]] Choice correctedSide() const; //!< the one that is booked, and stays
    //! When mine of this entry was changed; invalid: not known.
    [[nodiscard]] QDateTime mineAt(const MergeDraft::Entry &entry) const;
    //! The next undecided entry after `path` (before it, for step -1), going round; "" has its own meaning, so nullopt:
    //! nothing is open.
    [[nodiscard]] std::optional<QString> nextOpen(const std::optional<QString> &path, int step) const;

Q_SIGNALS:
    void opened(qint64 id);
    //! There are other entries than before, of the same conflict: rows were matched or split. changed() follows.
    void entriesChanged();
    //! Decisions changed, by a choice or by undo.
    void changed();
    //! Everything that was typed is there, or was refused.
    void lookedUp();

private:
    void push(const QString &text, MergeDecisions next);
    void push(const QString &text, MergeState next);
    void show(const MergeState &state);
    void leave();
    void takeUpPast();

    const Schema &m_schema;
    ConflictCase m_case;
    MergeDraft m_draft;
    //! What can be undone of one conflict.
    struct Past {
        MergeInput versions{};
        MergeState state{}; //!< when it was left
        std::unique_ptr<QUndoStack> steps = std::make_unique<QUndoStack>();
    };
    QUndoGroup m_undo;
    std::map<qint64, Past> m_pasts; //!< by conflict
    QHash<std::pair<EntityType, QString>, QString> m_typedTitles; //!< addTitle(), of all cases
    int m_lookups = 0;
    QStringList m_warned; //!< what looked wrong when it was last asked
};

} // namespace frost
