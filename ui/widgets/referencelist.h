// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordlookup.h"

#include <QTreeWidget>

namespace frost {

//! The list below a ReferenceEdit: number and title of what matches, or what tells equal numbers apart. Never has the focus; the edit steers it.
class ReferenceList final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit ReferenceList(QWidget &edit); //!< it must outlive the list

    void showMatches(const QList<Referred> &matches);
    void move(int rows); //!< the current one, by so many
    [[nodiscard]] std::optional<Referred> current() const;

Q_SIGNALS:
    void picked(const frost::Referred &referred); //!< with the mouse

private:
    void placeBelow();

    QWidget &m_edit;
    QList<Referred> m_matches;
};

} // namespace frost
