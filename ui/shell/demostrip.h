// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/office.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace frost {

//! Above the example company: says that it is one, and lets the user play network and colleague.
class DemoStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit DemoStrip(DemoControls &demo, QWidget *parent = nullptr);

Q_SIGNALS:
    void resetWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    using Act = DemoControls::ColleagueAct;

    void tellDeed(frost::DemoControls::ColleagueAct act, const QString &record, const QStringList &fields);
    [[nodiscard]] static QString wordsFor(Act act);
    QToolButton *addColleague();
    void showServer();
    void showWords();
    QPushButton *addButton();

    DemoControls &m_demo;
    QLabel *m_example;
    QLabel *m_text;
    QPushButton *m_server;
    QPushButton *m_fault;
    QToolButton *m_colleague;
    QPushButton *m_reset;
};

} // namespace frost
