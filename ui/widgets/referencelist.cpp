// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/referencelist.h"

#include <QHeaderView>
#include <QScreen>
#include <QScrollBar>
#include <QWindow>

#include <algorithm>

namespace frost {

namespace {
constexpr int kRowsShown = 10;
constexpr int kFewestCharacters = 40; //!< wide enough to read names in, however narrow the field is
} // namespace

ReferenceList::ReferenceList(QWidget &edit) : m_edit(edit)
{
    // A tool tip's window takes neither focus nor keys; typing goes on in the edit. It is not the edit's child: a child
    // that becomes a window takes others out of the focus chain (Qt 6.4).
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Matching records"));
    connect(this, &QTreeWidget::itemClicked, this, [this] {
        if (const auto referred = current())
            Q_EMIT picked(*referred);
    });
}

void ReferenceList::showMatches(const QList<Referred> &matches)
{
    m_matches = matches;
    setFont(m_edit.font());
    clear();
    for (const auto &match : matches)
        new QTreeWidgetItem(this, {match.number, match.distinction.isEmpty() ? match.title : match.distinction});
    if (matches.isEmpty()) {
        hide();
        return;
    }
    ensurePolished(); // rows are as high as the style makes them, which is known from then on
    resizeColumnToContents(0);
    setCurrentItem(topLevelItem(0));
    placeBelow();
    show();
    windowHandle()->setTransientParent(m_edit.window()->windowHandle());
}

void ReferenceList::move(int rows)
{
    const int row = indexOfTopLevelItem(currentItem()) + rows;
    setCurrentItem(topLevelItem(std::clamp(row, 0, topLevelItemCount() - 1)));
}

std::optional<Referred> ReferenceList::current() const
{
    const int row = indexOfTopLevelItem(currentItem());
    return row < 0 ? std::nullopt : std::optional(m_matches.at(row));
}

void ReferenceList::placeBelow()
{
    const int width = std::max(m_edit.width(), fontMetrics().averageCharWidth() * kFewestCharacters);
    const int rows = std::min(topLevelItemCount(), kRowsShown);
    const int height = rows * sizeHintForRow(0) + 2 * frameWidth();
    resize(width, height);
    const auto below = m_edit.mapToGlobal(QPoint(0, m_edit.height()));
    QPoint place = below;
    if (const auto *screen = m_edit.screen()) {
        const auto available = screen->availableGeometry();
        place.setX(std::max(available.left(), std::min(place.x(), available.right() - width)));
        if (place.y() + height > available.bottom())
            place.setY(below.y() - m_edit.height() - height);
    }
    QTreeWidget::move(place);
}

} // namespace frost
