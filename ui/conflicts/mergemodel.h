// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"
#include "ui/conflicts/mergenodes.h"

#include <QAbstractItemModel>

namespace frost {

//! A merge as a tree for a view: sections → entries, row fields below their rows (UX.md 1.2 C). Follows the editing.
class MergeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Status, FieldName, Base, Mine, Theirs, Outcome, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, //!< of an entry that can be decided; invalid for others
        ValueRole,               //!< QJsonValue of the result, for the editor
        NodeRole,                //!< int(MergeNode::Kind)
    };

    //! @param editing must outlive the model
    explicit MergeModel(MergeEditing &editing, QObject *parent = nullptr);

    void setUnchanged(Unchanged unchanged);
    [[nodiscard]] Unchanged unchanged() const { return m_unchanged; }
    [[nodiscard]] QModelIndex indexOf(const QString &path, Column column) const;
    [[nodiscard]] const MergeDraft::Entry *entryAt(const QModelIndex &index) const; //!< nullptr: a heading
    //! "rows[r1]" in the line of a row, of a field in it, or of a probable duplicate (mine's row); nullopt elsewhere.
    [[nodiscard]] std::optional<QString> rowPathAt(const QModelIndex &index) const;
    //! After a change of language or palette.
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    //! EditRole with a QJsonValue, into the result. false: refused, and refused() says why.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    //! The same by the path of an entry.
    bool enter(const QString &path, const QJsonValue &value);
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void refused(const QString &path, const frost::Error &error);

private:
    [[nodiscard]] const MergeNode *nodeAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant headingData(const MergeNode &node, int column, int role) const;
    [[nodiscard]] QVariant entryData(const MergeDraft::Entry &entry, int column, int role) const;
    [[nodiscard]] QString text(const MergeDraft::Entry &entry, int column) const;
    [[nodiscard]] QString accessibleText(const MergeDraft::Entry &entry, int column) const;
    [[nodiscard]] QString headingText(const MergeNode &node) const;
    [[nodiscard]] QVariant background(const MergeDraft::Entry &entry, int column) const;
    void rebuild();
    void tellChange(const QModelIndex &parent);

    MergeEditing &m_editing;
    Unchanged m_unchanged = Unchanged::Hidden;
    std::unique_ptr<MergeNode> m_root;
};

} // namespace frost
