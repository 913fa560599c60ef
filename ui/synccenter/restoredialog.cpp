// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/restoredialog.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace frost {

RestoreDialog::RestoreDialog(const Subject &subject, QWidget *parent)
    : QDialog(parent), m_path(subject.path)
{
    setWindowTitle(tr("Restore earlier values"));
    auto *explanation = new QLabel(
        tr("%1 is changed once more, with values it had in this conflict. The change is sent like any other.").arg(subject.record),
        this);
    explanation->setWordWrap(true);
    explanation->setTextFormat(Qt::PlainText);

    auto *sides = new QGroupBox(tr("Whose values"), this);
    auto *sideLayout = new QVBoxLayout(sides);
    m_mine = new QRadioButton(tr("&Mine, as they were before the decision"), sides);
    m_theirs = new QRadioButton(tr("&Theirs, from %1").arg(subject.system), sides);
    m_base = new QRadioButton(tr("&Base: what both sides had before"), sides);
    for (auto *side : {m_mine, m_theirs, m_base})
        sideLayout->addWidget(side);
    m_base->setEnabled(subject.hasBase);
    m_mine->setChecked(true);
    m_mine->setFocus();

    auto *extent = new QGroupBox(tr("How much"), this);
    auto *extentLayout = new QVBoxLayout(extent);
    m_field = new QRadioButton(tr("&Only %1").arg(QString(subject.field).replace(u'&', QStringLiteral("&&"))), extent);
    m_whole = new QRadioButton(tr("The &whole record"), extent);
    extentLayout->addWidget(m_field);
    extentLayout->addWidget(m_whole);
    m_field->setVisible(!subject.path.isEmpty());
    (subject.path.isEmpty() ? m_whole : m_field)->setChecked(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::AcceptRole);
    restore->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    for (auto *part : std::initializer_list<QWidget *>{explanation, sides, extent, buttons})
        layout->addWidget(part);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(which(), m_field->isChecked() ? std::optional(m_path) : std::nullopt);
        accept();
    });
}

Choice RestoreDialog::which() const
{
    if (m_base->isChecked())
        return Choice::Base;
    return m_theirs->isChecked() ? Choice::Theirs : Choice::Mine;
}

} // namespace frost
