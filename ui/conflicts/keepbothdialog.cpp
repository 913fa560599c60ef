// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/keepbothdialog.h"

#include "core/outbox/freenumber.h"
#include "ui/conflicts/mergetext.h"
#include "ui/wording/labels.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace frost {

namespace {
constexpr int kWidthOfQuestion = 60; //!< in characters
} // namespace

KeepBothDialog::KeepBothDialog(const EntitySchema &schema, const KeepBoth::Offer &offer, const QString &system, QWidget *parent)
    : QDialog(parent), m_number(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(MergeText::tr("Keep both"));
    auto *question = new QLabel(
        offer.given ? MergeText::tr("They are two records. The one in %1 keeps its number; yours gets a new one when it is sent.").arg(system)
                    : MergeText::tr("They are two records. The one in %1 keeps its number; what is yours called?").arg(system),
        this);
    question->setWordWrap(true);
    question->setTextFormat(Qt::PlainText);
    m_number->setText(offer.number);
    m_number->setReadOnly(offer.given);
    m_number->setAccessibleName(wording::fieldLabel(schema.type, numberedField(schema)->name));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(MergeText::tr("Keep &both"), QDialogButtonBox::AcceptRole);
    keep->setDefault(true);
    keep->setEnabled(!offer.number.isEmpty());
    auto *layout = new QFormLayout(this);
    layout->addRow(question);
    layout->addRow(m_number->accessibleName(), m_number);
    layout->addRow(buttons);
    resize(fontMetrics().averageCharWidth() * kWidthOfQuestion, sizeHint().height());
    m_number->selectAll();
    connect(m_number, &QLineEdit::textChanged, keep, [keep](const QString &text) { keep->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_number->text().trimmed());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace frost
