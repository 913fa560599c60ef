// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/recordsmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSplitter;
class QToolButton;

namespace frost {

class Banner;
class Footer;
class RecordForm;
class RecordsView;

//! One entity type: search as you type, the list with its sums, and the record being worked on below it.
class RecordsPage final : public QWidget
{
    Q_OBJECT
public:
    RecordsPage(CompanySession &session, const EntityType &type, QSettings &settings, QWidget *parent = nullptr);

    void createRecord();
    void openRecord(const LocalId &id); //!< or a draft of this id
    //! The record in the form while it is open, else the selected rows; one undo for all of them.
    void removeSelected();
    void focusSearch();
    void focusList();
    [[nodiscard]] RecordForm &form() { return *m_form; }
    [[nodiscard]] RecordsView &view() { return *m_view; }
    [[nodiscard]] RecordsModel &model() { return m_model; }

Q_SIGNALS:
    //! The person wants to see both versions of a record in conflict.
    void compareWanted(qint64 conflict);
    void queueWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showWords();
    [[nodiscard]] QWidget *searchLine();
    void search();
    void filter(const QString &field, const QString &value, const QString &shownValue);
    void clearFilters();
    void showFilters();
    void showWhatIsFound();
    void selectRecord(const LocalId &id);
    void openRow(int row);
    void showForm();
    void hideForm();
    void removeRows(const QList<int> &rows);
    void offerUndo(const QList<LocalId> &removed, const QString &text);
    void restore(const QList<LocalId> &ids);
    void showError(const Error &error);

    CompanySession &m_session;
    EntityType m_type;
    RecordsModel m_model;
    QHash<QString, QString> m_filterTexts; //!< field → the value as people read it
    QLineEdit *m_search = nullptr;
    QToolButton *m_filters = nullptr;
    QPushButton *m_create = nullptr;
    Banner *m_banner = nullptr;
    QSplitter *m_splitter = nullptr;
    RecordsView *m_view = nullptr;
    QLabel *m_empty = nullptr;
    Footer *m_footer = nullptr;
    RecordForm *m_form = nullptr;
    LocalId m_wantedRow; //!< selected once the list has it
    QTimer m_searching;
};

} // namespace frost
