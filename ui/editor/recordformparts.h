// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/draftkeeper.h"
#include "ui/editor/editedrecord.h"
#include "ui/editor/recordform.h"
#include "ui/editor/recordjobs.h"
#include "ui/editor/recordpage.h"

#include <QDialogButtonBox>

class QPushButton;

namespace frost {

//! What a form does: carries values between the page, the edited record and the session.
//!
//! close leads back to Empty.
//!
//!   Empty ──createNew──▶ Editing ──save──▶ Resolving ──references found──▶ Saving ──saved or refused──▶ Editing
//!     │                    └──a step────────────────────────────────────────▶┘
//!     └───open──▶ Loading ──▶ Editing ──remove──▶ Removing ──▶ Gone, or refused ──▶ Editing
class RecordForm::Parts final : public QObject
{
    Q_OBJECT
public:
    Parts(RecordForm &form, CompanySession &session, const EntitySchema &schema);
    ~Parts() override;

    void createNew();
    void open(const LocalId &id);
    void save();
    void discard();
    void remove();
    void takeStep(const QString &name);
    void close();
    //! Writes the draft at once.
    void keepDraft() { m_keeper.flush(); }
    //! What is said about the record is brought up to date, while somebody can see it.
    void refreshSoon();

    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isDirty() const { return m_dirty; }
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] QString closedSentence() const;
    [[nodiscard]] const EntitySchema &schema() const { return m_record.schema(); }
    [[nodiscard]] LocalId record() const { return m_record.isNew() ? LocalId() : m_id; }
    [[nodiscard]] RecordPage &page() const { return *m_page; }
    void retranslate();

private:
    enum class State {
        Empty,
        Loading,
        Editing,
        Resolving, //!< to be saved as soon as typed references, or the record itself, are looked up
        Saving,
        Removing,
        Gone,
    };

    void addButtons();
    void leave();
    void fieldEdited(const QString &field, const QJsonValue &value);
    void chosen(const QString &field, const Referred &referred);
    void rowsEdited(const QString &field, const QJsonArray &rows);
    void setByRule(const QString &field, const QJsonValue &value);
    void touched(const QString &field);

    void goOnAfter(const QJsonObject &last);
    void opened(const Result<recordjobs::OpenedRecord> &opened);
    void takeDraft(const recordjobs::OpenedRecord &opened);
    void recordsChanged(const QList<EntityType> &types);
    void look();
    //! @return fields that both the person and somebody else changed
    QStringList seen(const recordjobs::OpenedRecord &now);
    QStringList follow(const Record &now);
    void showDeleted();
    void restore();

    void write();
    void sendPatch();
    void sendNew();
    void saved(const Record &record);
    void refused(const Error &error);
    [[nodiscard]] std::optional<Draft> draft() const;

    void showAll();
    void showState();
    [[nodiscard]] QString provisionalNote() const;
    void refresh();
    [[nodiscard]] QList<Remark> unresolved() const;
    [[nodiscard]] QStringList marks() const;
    void showSteps();
    [[nodiscard]] QStringList possibleSteps() const;
    [[nodiscard]] QJsonObject start() const;
    [[nodiscard]] QSet<QString> startsByRule() const;

    RecordForm &m_form;
    CompanySession &m_session;
    RecordLookup m_lookup;
    ReferredCache m_known;
    EditedRecord m_record;
    DraftKeeper m_keeper;
    RecordPage *m_page;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_steps = nullptr; //!< nullptr: the type has none

    State m_state = State::Empty;
    quint64 m_opening = 0; //!< answers about a record that was open before say nothing about this one
    LocalId m_id;          //!< of a new record, once it is known, the one it will have
    recordjobs::OpenedRecord m_seen;
    QString m_provisional;
    QJsonObject m_sent;       //!< what was typed when it was sent to be saved
    QList<Remark> m_refusals; //!< of the last save, until their fields are edited
    QSet<QString>
        m_byRule; //!< fields that hold what a rule filled in, or a new record's start; all others are the person's
    QTimer m_refreshing;
    bool m_dirty = false; //!< as last told
};

} // namespace frost
