// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/demostrip.h"

#include "ui/wording/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace frost {

using namespace Qt::StringLiterals;

DemoStrip::DemoStrip(DemoControls &demo, QWidget *parent) : QFrame(parent), m_demo(demo), m_text(new QLabel(this))
{
    setAutoFillBackground(true);
    auto colours = palette();
    colours.setColor(QPalette::Window, QColor(0xffd34d));
    colours.setColor(QPalette::WindowText, QColor(0x16191c));
    setPalette(colours);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    auto *example = new QLabel(tr("EXAMPLE"), this);
    auto bold = example->font();
    bold.setBold(true);
    example->setFont(bold);
    m_text->setText(tr("Nothing here is real. Stop the server, change something, let the colleague change the same, and start it again."));
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("What happens in the example"));
    row->addWidget(example);
    row->addWidget(m_text, 1);
    m_server = addButton({}, tr("The server goes away, as on a train"));
    m_fault = addButton(tr("Server fault"), tr("The server takes connections and answers nothing"));
    m_colleague = addButton(tr("A colleague edits"), tr("The colleague changes the record that was last changed here"));
    auto *reset = addButton(tr("Start over"), tr("A new example company"));

    connect(m_server, &QPushButton::clicked, this, [this] {
        if (m_demo.server() == DemoControls::Server::Running)
            m_demo.stopServer();
        else
            m_demo.startServer();
    });
    connect(m_fault, &QPushButton::clicked, &demo, &DemoControls::faultServer);
    connect(m_colleague, &QPushButton::clicked, &demo, &DemoControls::colleagueEdits);
    connect(reset, &QPushButton::clicked, this, &DemoStrip::resetWanted);
    connect(&demo, &DemoControls::serverChanged, this, &DemoStrip::showServer);
    connect(&demo, &DemoControls::colleagueDid, this, [this](const QString &record, const QStringList &fields) {
        m_text->setText(tr("The colleague changed %1: %2").arg(record, fields.join(u", "_s)));
    });
    connect(&demo, &DemoControls::failed, this,
            [this](const Error &error) { m_text->setText(wording::errorText(error)); });
    showServer();
}

QPushButton *DemoStrip::addButton(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setPalette(parentWidget() ? parentWidget()->palette() : QPalette());
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    layout()->addWidget(button);
    return button;
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
