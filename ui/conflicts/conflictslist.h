// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/conflictcase.h"
#include "ui/session/companysession.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace frost {

class ConflictsModel;

//! The open conflicts of a company, grouped by type, with a filter and their number: the queue of the merge dialog, and
//! the list on the sync page. Keeps itself up to date. UI thread.
class ConflictsList final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the widget
    explicit ConflictsList(CompanySession &session, QWidget *parent = nullptr);

    [[nodiscard]] qsizetype count() const; //!< of the list itself, whatever the filter shows
    [[nodiscard]] qint64 current() const;  //!< 0: none
    //! One that is not shown is not an error; nothing changes.
    void setCurrent(qint64 id);
    [[nodiscard]] qint64 first() const; //!< among those shown; 0: none
    //! The conflict `step` places after (before) this one among those shown; 0: none.
    [[nodiscard]] qint64 neighbour(qint64 id, int step) const;
    //! The number of choices left in a conflict that is being worked on, before that is stored.
    void setLeft(qint64 id, int left);
    void focusFilter();
    void reload();

Q_SIGNALS:
    void currentChanged(qint64 id);
    //! Enter or double click.
    void activated(qint64 id);
    //! The list was read anew.
    void loaded(qsizetype count);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const Result<QList<ConflictItem>> &items);
    void tellCount();
    void retranslate();

    CompanySession &m_session;
    ConflictsModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLabel *m_title;
    QLineEdit *m_filter;
    QTreeView *m_view;
    enum class Reading { Done, Asked, Outdated }; //!< Outdated: the answer on its way is from before a change
    Reading m_reading = Reading::Done;
    qint64 m_current = 0; //!< last told
};

} // namespace frost
