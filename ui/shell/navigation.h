// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QListWidget>

namespace frost {

//! The left side: the entity types of the company, and its synchronisation. Ctrl+1 … Ctrl+9 go to the first nine.
class Navigation final : public QListWidget
{
    Q_OBJECT
public:
    explicit Navigation(const Schema &schema, QWidget *parent = nullptr);
    void goTo(const EntityType &type);
    void goToSync();
    //! A number beside "Synchronisation"; 0: none.
    void setConflicts(qint64 count);

Q_SIGNALS:
    void typeWanted(const frost::EntityType &type);
    void syncWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void moved(QListWidgetItem *item);
    void showWords();

    qint64 m_conflicts = 0;
};

} // namespace frost
