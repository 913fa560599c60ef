// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "ui/editor/problemplace.h"
#include "ui/editor/referredcache.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QUndoStack>

namespace frost {

//! The rows of one record as a table that ends in an empty row, always there for typing on (UX.md 2.1). What is typed may
//! be anything; every change can be undone. UI thread.
class RowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        ValueRole = Qt::UserRole, //!< QJsonValue: as the record has it, or as typed
        GhostRole,                //!< what to type here, in the empty row
        LoudnessRole,             //!< int(Loudness) where something is said about the cell; its text is the tool tip
    };

    //! @param field of kind Rows; its fields are the columns. @param lookup, known must outlive the model
    RowsModel(const EntityType &type, const Field &field, RecordLookup &lookup, ReferredCache &known,
              QObject *parent = nullptr);

    [[nodiscard]] const Field &field() const { return m_field; }
    [[nodiscard]] const Field &column(int column) const { return m_field.fields.at(column); }
    [[nodiscard]] int columnOf(const QString &name) const; //!< -1: there is none
    [[nodiscard]] bool isEditable(int column) const { return !m_readOnly && !this->column(column).derived; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    //! The rows of another record come next: what is shown goes, and what could be undone.
    void clear();
    //! The rows of the record. Rows that are shown stay as far as they can, and so does the cell that is being edited; where
    //! they say something else now, what could be undone is forgotten.
    void setRows(const QJsonArray &rows);
    //! What is typed, without rows that are empty.
    [[nodiscard]] QJsonArray rows() const;
    //! `rows` as rows() would have them: without derived values.
    [[nodiscard]] QJsonArray withoutDerived(const QJsonArray &rows) const;
    //! Rows that are to be stored get their ids, so that they are known again when they come back.
    //! @return true: some had none
    bool nameRows();
    //! Derived values, row by row as rows() has them.
    void setComputed(const QJsonArray &computed);
    //! What is said about cells; rows are those of rows().
    void setRemarks(const QList<Remark> &remarks);
    //! The row of the table that is `row` of rows().
    [[nodiscard]] int tableRow(qsizetype row) const;
    [[nodiscard]] bool isEmptyRow(int row) const;
    //! True while a typed reference waits for its record.
    [[nodiscard]] bool isResolving() const { return m_resolving > 0; }

    // What a person does to rows; each is one step of undo.
    void setValue(const QModelIndex &index, const QJsonValue &value);
    //! The record chosen for a cell, and what that fills in beside it.
    void choose(const QModelIndex &index, const Referred &referred);
    void insertRow(int row);
    void removeRow(int row);
    bool moveRow(int row, int by); //!< false: there is no place to move to
    bool copyFromAbove(const QModelIndex &index);
    //! Puts what is missing between debit and credit on the side of this row where it belongs.
    bool balance(int row);
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void edited();           //!< the person changed something, or undid it
    void resolvingChanged(); //!< isResolving()

private:
    class Step;
    //! A row as it is edited. The key stays while the row moves.
    struct Row {
        quint64 key = 0;
        QJsonObject cells;
        QJsonObject computed;
        QHash<QString, Remark> remarks; //!< by column; "" the whole row
        friend bool operator==(const Row &a, const Row &b) { return a.key == b.key && a.cells == b.cells; }
    };
    using Table = QList<Row>;

    [[nodiscard]] Row emptyRow() { return {.key = ++m_lastKey, .cells = {}, .computed = {}, .remarks = {}}; }
    void change(Table table);
    void show(const Table &table);
    void insert(int place, const Row &row);
    void resolve(const Row &row, const Field &column, const QString &typed);
    void resolved(const Row &asked, const Field &column, const QJsonValue &typed, const Referred &referred);
    [[nodiscard]] std::optional<LookupTarget> target(const Field &column) const;
    [[nodiscard]] int rowOf(quint64 key) const;
    [[nodiscard]] QString text(const Row &row, const Field &column) const;
    [[nodiscard]] QString hint(const Row &row, const Field &column) const;
    [[nodiscard]] bool isNegative(const Row &row, const Field &column) const;
    [[nodiscard]] QJsonValue value(const Row &row, const Field &column) const;
    [[nodiscard]] const Row &shownRow(int row) const { return row < m_table.size() ? m_table.at(row) : m_last; }
    //! The table with the empty row at the end, where that is the one to be changed.
    [[nodiscard]] Table tableWith(int row) const;

    EntityType m_type;
    Field m_field;
    RecordLookup &m_lookup;
    ReferredCache &m_known;
    quint64 m_lastKey = 0;         //!< before the rows, which take theirs from it
    QHash<quint64, QString> m_ids; //!< rowIds by key: undo brings a row back as the one it was
    Table m_table;                 //!< without the empty row at the end
    Row m_last;                    //!< that one
    QUndoStack m_undo;
    int m_resolving = 0;
    bool m_readOnly = false;
};

} // namespace frost
