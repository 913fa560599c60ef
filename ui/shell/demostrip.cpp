// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/demostrip.h"

#include "ui/wording/errortext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace frost {

using namespace Qt::StringLiterals;

DemoStrip::DemoStrip(DemoControls &demo, QWidget *parent) : QFrame(parent), m_demo(demo), m_example(new QLabel(this)), m_text(new QLabel(this))
{
    setAutoFillBackground(true);
    auto colours = palette();
    colours.setColor(QPalette::Window, QColor(0xffd34d));
    colours.setColor(QPalette::WindowText, QColor(0x16191c));
    setPalette(colours);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    auto bold = m_example->font();
    bold.setBold(true);
    m_example->setFont(bold);
    m_text->setWordWrap(true);
    row->addWidget(m_example);
    row->addWidget(m_text, 1);
    m_server = addButton();
    m_fault = addButton();
    m_colleague = addColleague();
    m_reset = addButton();

    connect(m_server, &QPushButton::clicked, this, [this] {
        if (m_demo.server() == DemoControls::Server::Running)
            m_demo.stopServer();
        else
            m_demo.startServer();
    });
    connect(m_fault, &QPushButton::clicked, &demo, &DemoControls::faultServer);
    connect(m_reset, &QPushButton::clicked, this, &DemoStrip::resetWanted);
    connect(&demo, &DemoControls::serverChanged, this, &DemoStrip::showServer);
    connect(&demo, &DemoControls::colleagueDid, this, &DemoStrip::tellDeed);
    connect(&demo, &DemoControls::failed, this,
            [this](const Error &error) { m_text->setText(wording::errorText(error)); });
    showWords();
}

void DemoStrip::showWords()
{
    const auto say = [](QPushButton *button, const QString &text, const QString &tip) {
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleDescription(tip);
    };
    m_example->setText(tr("EXAMPLE"));
    m_text->setText(tr("Nothing here is real. Go offline, change something, let the colleague change the same, and bring the server back."));
    m_text->setAccessibleName(tr("What happens in the example"));
    say(m_server, {}, tr("The server goes away, as on a train"));
    say(m_fault, tr("Server fault"), tr("The server answers every request with a failure of its own"));
    m_colleague->setText(tr("A colleague edits"));
    m_colleague->setToolTip(tr("The colleague changes the record that was last changed here; the arrow has other deeds"));
    m_colleague->setAccessibleName(m_colleague->text());
    m_colleague->setAccessibleDescription(m_colleague->toolTip());
    for (auto *action : m_colleague->menu()->actions())
        action->setText(wordsFor(Act(action->data().toInt())));
    say(m_reset, tr("Start over"), tr("A new example company"));
    showServer();
}

void DemoStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

QPushButton *DemoStrip::addButton()
{
    auto *button = new QPushButton(this);
    button->setPalette(parentWidget() ? parentWidget()->palette() : QPalette());
    layout()->addWidget(button);
    return button;
}

//! A click edits; the other deeds are in its menu.
QToolButton *DemoStrip::addColleague()
{
    auto *button = new QToolButton(this);
    button->setPalette(parentWidget() ? parentWidget()->palette() : QPalette());
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(button);
    for (const auto act : {Act::Edits, Act::WritesNote, Act::AddsRow, Act::RemovesRow, Act::Books, Act::Deletes}) {
        auto *action = menu->addAction(QString(), this, [this, act] { m_demo.colleagueActs(act); });
        action->setData(int(act));
    }
    button->setMenu(menu);
    connect(button, &QToolButton::clicked, this, [this] { m_demo.colleagueActs(Act::Edits); });
    layout()->addWidget(button);
    return button;
}

QString DemoStrip::wordsFor(Act act)
{
    switch (act) {
    case Act::Edits: return tr("Changes &fields");
    case Act::WritesNote: return tr("Writes a &note");
    case Act::AddsRow: return tr("&Adds a row");
    case Act::RemovesRow: return tr("Removes the last &row");
    case Act::Books: return tr("&Books it");
    case Act::Deletes: return tr("&Deletes it");
    }
    return {};
}

void DemoStrip::tellDeed(Act act, const QString &record, const QStringList &fields)
{
    switch (act) {
    case Act::Edits: return m_text->setText(tr("The colleague changed %1: %2").arg(record, fields.join(u", "_s)));
    case Act::WritesNote: return m_text->setText(tr("The colleague wrote a note: %1").arg(record));
    case Act::AddsRow: return m_text->setText(tr("The colleague added a row: %1").arg(record));
    case Act::RemovesRow: return m_text->setText(tr("The colleague removed a row of %1").arg(record));
    case Act::Books: return m_text->setText(tr("The colleague booked %1").arg(record));
    case Act::Deletes: return m_text->setText(tr("The colleague deleted %1").arg(record));
    }
}

void DemoStrip::showServer()
{
    const auto server = m_demo.server();
    const bool running = server == DemoControls::Server::Running;
    m_server->setText(running ? tr("Go offline") : tr("Server back"));
    m_server->setEnabled(server != DemoControls::Server::Starting);
    m_fault->setEnabled(running);
    m_colleague->setEnabled(server != DemoControls::Server::Starting);
}

} // namespace frost
