// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/totalsview.h"

#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/totalsmodel.h"

#include <QEvent>
#include <QHeaderView>

namespace frost {

TotalsView::TotalsView(MergeEditing &editing, QWidget *parent)
    : QTableView(parent), m_model(new TotalsModel(editing, this))
{
    setModel(m_model);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_model, &TotalsModel::modelReset, this, &TotalsView::fit);
    retranslate();
    fit();
}

void TotalsView::retranslate()
{
    setAccessibleName(MergeText::tr("Totals of base, mine, theirs and result"));
    m_model->reload();
}

void TotalsView::fit()
{
    setVisible(m_model->rowCount() > 0);
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
    updateGeometry();
}

QSize TotalsView::sizeHint() const
{
    const int frame = 2 * frameWidth();
    return {QTableView::sizeHint().width(),
            horizontalHeader()->sizeHint().height() + verticalHeader()->length() + frame};
}

QSize TotalsView::minimumSizeHint() const
{
    return {QTableView::minimumSizeHint().width(), sizeHint().height()};
}

void TotalsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace frost
