// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/drafts.h"
#include "ui/session/companysession.h"

#include <QWidget>

#include <memory>

namespace frost {

//! One record as a form, built from its schema: fields, rows, live totals (UX.md 2.2, 2.3). What is typed is kept as a
//! draft within two seconds and survives a crash; nothing is asked and nothing is lost on closing. Ctrl+S saves, Esc
//! closes. UI thread; everything is read and written through the session.
class RecordForm final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the form. @param type a type of the session's schema
    RecordForm(CompanySession &session, const EntityType &type, QWidget *parent = nullptr);
    ~RecordForm() override;

    //! An empty record with its defaults, ready for typing at once.
    void createNew();
    //! A record, with the draft that was left of it; or a draft of Drafts::list() alone.
    void openRecord(const LocalId &id);

    [[nodiscard]] EntityType type() const;
    [[nodiscard]] LocalId record() const; //!< empty: new, not saved
    //! "Invoice 1042", "New invoice": what a window or tab with this form is called.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool isReadOnly() const; //!< booked, cancelled or deleted

    //! Writes what the person changed. Problems are shown beside their fields and the first gets the focus.
    void save();
    //! Back to what is stored (of a new record: to an empty one); the draft is removed.
    void discard();
    //! Leaves a tombstone. Refusals are shown in the form.
    void removeRecord();
    //! As Esc: a changed form keeps its draft. Never asks.
    void closeForm();
    //! Something to do about what the form says of its record, such as a conflict. The form owns it.
    void addBelowState(QWidget *widget);

Q_SIGNALS:
    void saved(const frost::LocalId &id);
    void removed(const frost::LocalId &id);
    void dirtyChanged(bool dirty);
    void titleChanged(const QString &title);
    void closed();
    //! The record is shown and can be edited (after createNew() at once).
    void loaded();
    //! Which conflict the form tells of, as often as it tells. @param record empty: none is shown. @param conflict 0: none
    void conflictShown(const frost::LocalId &record, qint64 conflict);
    //! The person wants to see both versions of a record in conflict.
    void compareWanted(qint64 conflict);
    //! The person wants to see what waits, and why this record is not accepted.
    void queueWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace frost
