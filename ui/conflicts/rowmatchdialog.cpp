// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/rowmatchdialog.h"

#include "core/conflict/rowpath.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergetext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace frost {

namespace {
constexpr int kWidthOfMatches = 70;  //!< in characters
constexpr int kHeightOfMatches = 16; //!< in lines
} // namespace

RowMatchDialog::RowMatchDialog(MergeEditing &editing, const QString &rowPath,
                               const QList<MergeDraft::RowCandidate> &candidates, QWidget *parent)
    : QDialog(parent), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(MergeText::tr("Match with …"));
    const EntryTexts texts(editing);
    const auto row = *rowPathOf(editing.draft().schema(), rowPath);
    const auto name = texts.rowLabel(*row.rows, row.rowId);
    auto *question =
        new QLabel(candidates.first().side == Choice::Theirs
                       ? MergeText::tr("Which row in %1 is the same as %2?").arg(texts.systemInSentence(), name)
                       : MergeText::tr("Which of my rows is the same as %1?").arg(name),
                   this);
    question->setWordWrap(true);
    question->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(question->text());
    for (const auto &candidate : candidates) {
        const auto words = texts.rowInWords(*row.rows, candidate.row);
        auto *item =
            new QListWidgetItem(candidate.alike ? MergeText::tr("%1 – looks alike").arg(words) : words, m_list);
        item->setData(Qt::UserRole, candidate.rowId);
    }
    m_list->setCurrentRow(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(MergeText::tr("&Match"), QDialogButtonBox::AcceptRole)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(question);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * kWidthOfMatches, fontMetrics().lineSpacing() * kHeightOfMatches);
    m_list->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &RowMatchDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &RowMatchDialog::choose);
    connect(&editing, &MergeEditing::opened, this, &QDialog::reject);
    connect(&editing, &MergeEditing::entriesChanged, this, &QDialog::reject);
}

// Closed first: what is chosen changes the entries, and that would close it again.
void RowMatchDialog::choose()
{
    const auto *item = m_list->currentItem();
    if (!item || !isVisible())
        return;
    const auto rowId = item->data(Qt::UserRole).toString();
    accept();
    Q_EMIT chosen(rowId);
}

} // namespace frost
