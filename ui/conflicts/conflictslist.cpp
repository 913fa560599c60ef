// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictslist.h"

#include "ui/conflicts/conflictsmodel.h"
#include "ui/conflicts/mergetext.h"
#include "ui/widgets/keynames.h"
#include "ui/wording/errortext.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! The ids of a list in the order they are seen.
QList<qint64> idsIn(const QAbstractItemModel &model)
{
    QList<qint64> ids;
    for (int group = 0; group < model.rowCount(); ++group) {
        const auto heading = model.index(group, 0);
        for (int row = 0; row < model.rowCount(heading); ++row)
            ids.append(model.index(row, 0, heading).data(ConflictsModel::IdRole).toLongLong());
    }
    return ids;
}

} // namespace

ConflictsList::ConflictsList(CompanySession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_model(new ConflictsModel(this)),
      m_shown(new QSortFilterProxyModel(this)),
      m_title(new QLabel(this)),
      m_filter(new QLineEdit(this)),
      m_view(new QTreeView(this))
{
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(ConflictsModel::FilterRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setRecursiveFilteringEnabled(true);
    m_view->setModel(m_shown);
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setIndentation(m_view->indentation() / 2);
    m_view->setUniformRowHeights(true);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_title->setBuddy(m_view);
    m_filter->setClearButtonEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text.trimmed());
        m_view->expandAll();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (current() != 0 && std::exchange(m_current, current()) != current())
            Q_EMIT currentChanged(current());
    });
    connect(m_view, &QTreeView::activated, this, [this] {
        if (current() != 0)
            Q_EMIT activated(current());
    });
    connect(&session, &CompanySession::recordsChanged, this, &ConflictsList::reload);
    retranslate();
    reload();
}

void ConflictsList::reload()
{
    if (m_reading != Reading::Done) {
        m_reading = Reading::Outdated;
        return;
    }
    m_reading = Reading::Asked;
    m_session.ask(
        Lane::Page, this, [](Company &company) { return readConflictItems(company); },
        [this](const Result<QList<ConflictItem>> &items) {
        const bool outdated = std::exchange(m_reading, Reading::Done) == Reading::Outdated;
        show(items);
        if (outdated)
            reload();
        });
}

void ConflictsList::show(const Result<QList<ConflictItem>> &items)
{
    if (!items) {
        m_title->setText(wording::errorText(items.error()));
        return;
    }
    m_model->setItems(*items);
    m_view->expandAll();
    setCurrent(m_current);
    if (current() == 0)
        m_current = 0; // it is settled
    if (!m_view->currentIndex().isValid()) // a view without a current cell has crashed screen readers (UX.md 1.2 M39)
        m_view->setCurrentIndex(m_shown->index(0, 0));
    tellCount();
    Q_EMIT loaded(count());
}

void ConflictsList::tellCount()
{
    m_title->setText(MergeText::tr("&Conflicts (%1)").arg(count()));
    m_view->setAccessibleName(MergeText::tr("Conflicts, %n open", nullptr, int(count())));
}

void ConflictsList::retranslate()
{
    m_filter->setPlaceholderText(withKeyName(MergeText::tr("Filter"), QKeySequence::Find));
    m_filter->setAccessibleName(MergeText::tr("Filter the conflicts"));
    tellCount();
}

void ConflictsList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

qsizetype ConflictsList::count() const
{
    return m_model->count();
}

qint64 ConflictsList::current() const
{
    return m_view->currentIndex().data(ConflictsModel::IdRole).toLongLong();
}

void ConflictsList::setCurrent(qint64 id)
{
    const auto index = m_shown->mapFromSource(m_model->indexOf(id));
    if (index.isValid() && index != m_view->currentIndex())
        m_view->setCurrentIndex(index);
}

qint64 ConflictsList::first() const
{
    const auto ids = idsIn(*m_shown);
    return ids.isEmpty() ? 0 : ids.first();
}

qint64 ConflictsList::neighbour(qint64 id, int step) const
{
    const auto ids = idsIn(*m_shown);
    const auto at = ids.indexOf(id);
    const auto next = at + step;
    return at >= 0 && next >= 0 && next < ids.size() ? ids[next] : 0;
}

void ConflictsList::setLeft(qint64 id, int left)
{
    m_model->setLeft(id, left);
}

void ConflictsList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace frost
