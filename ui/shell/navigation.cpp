// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/theme/icons.h"
#include "ui/widgets/keynames.h"
#include "ui/wording/labels.h"

#include <QEvent>
#include <QShortcut>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

struct Place {
    QLatin1StringView type;
    QLatin1StringView icon;
};

// In the order in which accountants go through them.
constexpr Place kPlaces[]{
    {"customers"_L1, "system-users"_L1},         {"invoices"_L1, "view-financial-list"_L1},
    {"invoicePayments"_L1, "wallet-open"_L1},    {"articles"_L1, "package"_L1},
    {"suppliers"_L1, "user-identity"_L1},        {"supplierInvoices"_L1, "office-report"_L1},
    {"vouchers"_L1, "view-list-details"_L1},     {"accounts"_L1, "view-list-tree"_L1},
    {"orders"_L1, "task-complete"_L1},           {"projects"_L1, "folder-open"_L1},
    {"costCenters"_L1, "tag"_L1},                {"bookClosings"_L1, "object-locked"_L1},
};

constexpr int kTypeRole = Qt::UserRole;
constexpr int kShortcuts = 9;

} // namespace

Navigation::Navigation(const Schema &schema, QWidget *parent) : QListWidget(parent)
{
    setFrameShape(NoFrame);
    setIconSize({22, 22});
    setUniformItemSizes(true);
    QList<EntityType> types = schema.types();
    const auto add = [this](const QString &icon, const QString &type) {
        auto *item = new QListWidgetItem(theme::icon(icon), QString(), this);
        item->setData(kTypeRole, type);
    };
    for (const auto &place : kPlaces) {
        if (types.removeAll(EntityType(place.type)) > 0)
            add(place.icon, place.type);
    }
    for (const auto &type : types)
        add(u"tag"_s, type.toString());
    add(u"state-sync"_s, {});
    for (int i = 0; i < std::min(kShortcuts, count()); ++i) {
        const QKeySequence key(Qt::CTRL | Qt::Key(Qt::Key_1 + i));
        item(i)->setToolTip(keyName(key));
        auto *shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { setCurrentRow(i); });
    }
    connect(this, &QListWidget::currentItemChanged, this, &Navigation::moved);
    showWords();
}

void Navigation::showWords()
{
    setAccessibleName(tr("Parts of the company"));
    for (int i = 0; i < count() - 1; ++i)
        item(i)->setText(wording::typeLabel(EntityType(item(i)->data(kTypeRole).toString()), wording::Number::Many));
    setConflicts(m_conflicts);
    setFixedWidth(sizeHintForColumn(0) + iconSize().width() + 2 * fontMetrics().averageCharWidth());
}

void Navigation::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

void Navigation::moved(QListWidgetItem *item)
{
    if (!item)
        return;
    const auto type = item->data(kTypeRole).toString();
    if (type.isEmpty())
        Q_EMIT syncWanted();
    else
        Q_EMIT typeWanted(EntityType(type));
}

void Navigation::goTo(const EntityType &type)
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(kTypeRole).toString() == type.toString())
            setCurrentRow(i);
    }
}

void Navigation::goToSync()
{
    setCurrentRow(count() - 1);
}

void Navigation::setConflicts(qint64 conflicts)
{
    m_conflicts = conflicts;
    auto *item = this->item(count() - 1);
    item->setText(conflicts > 0 ? tr("Synchronisation (%1)").arg(conflicts) : tr("Synchronisation"));
    item->setIcon(theme::icon(conflicts > 0 ? u"vcs-conflicting"_s : u"state-sync"_s));
}

} // namespace frost
