// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/screenshots/stage.h"
#include "ui/editor/fieldinput.h"
#include "ui/editor/recordform.h"
#include "ui/editor/recordpage.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/shell/draftbanner.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/referencelist.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace frost::screenshots {

using namespace Qt::StringLiterals;

namespace {

QMenu &popup(QWidget &parent)
{
    QMenu *menu = nullptr;
    waitFor("a menu", [&] {
        for (auto *one : parent.findChildren<QMenu *>()) {
            if (one->isVisible())
                menu = one;
        }
        return menu != nullptr;
    });
    return *menu;
}

void takeMenu(Stage &stage, const QString &name, QWidget &parent)
{
    auto &menu = popup(parent);
    stage.camera.take(name, *stage.window, {&menu});
    menu.close();
}

QLineEdit &lineOf(RecordsPage &page, const QString &field)
{
    auto *input = page.form().findChild<RecordPage *>()->input(field);
    auto *line = qobject_cast<QLineEdit *>(input->edit().widget());
    line = line ? line : input->edit().widget()->findChild<QLineEdit *>();
    if (!line)
        waitedInVain(qPrintable(field));
    return *line;
}

void removing(Stage &stage)
{
    auto &suppliers = stage.page(u"suppliers"_s);
    suppliers.view().selectRow(2);
    suppliers.removeSelected();
    stage.take(u"deleted"_s);
    auto &customers = stage.page(u"customers"_s); // invoices are made out to each of them
    customers.view().selectRow(1);
    customers.removeSelected();
    stage.take(u"not-deleted"_s);
    for (auto *banner : customers.findChildren<Banner *>())
        banner->clear();
    for (auto *banner : suppliers.findChildren<Banner *>())
        banner->clear();
}

} // namespace

void lists(Stage &stage)
{
    for (const auto &type : {u"customers"_s, u"articles"_s, u"suppliers"_s, u"vouchers"_s, u"accounts"_s, u"invoices"_s}) {
        stage.page(type);
        stage.take(u"list-"_s + type);
    }
    auto &invoices = stage.page(u"invoices"_s);
    auto &view = invoices.view();
    view.setCurrentIndex(invoices.model().index(3, 1));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, view.mapToGlobal(QPoint()));
    QCoreApplication::sendEvent(&view, &event);
    takeMenu(stage, u"list-menu"_s, view);
    Q_EMIT view.horizontalHeader()->customContextMenuRequested({420, 8});
    takeMenu(stage, u"column-chooser"_s, view);
    const auto index = invoices.model().index(3, 1);
    Q_EMIT view.filterWanted(u"customer"_s, index.data(RecordsModel::ValueRole).toString(), index.data().toString());
    stage.take(u"filtered"_s);
    for (auto *button : invoices.findChildren<QToolButton *>()) {
        if (button->text().contains(u'✕'))
            button->click();
    }
    auto *search = invoices.findChild<QLineEdit *>(u"search"_s);
    type(*search, u"xyz"_s);
    stage.take(u"nothing-found"_s);
    for (int i = 0; i < 3; ++i)
        search->backspace();
    Q_EMIT search->textEdited({});
    stage.view().showType(EntityType(u"projects"_s));
    stage.take(u"empty-list"_s);
    removing(stage);
}

namespace {

void allForms(Stage &stage)
{
    for (const auto &type : {u"customers"_s, u"articles"_s, u"suppliers"_s, u"vouchers"_s, u"accounts"_s, u"invoices"_s}) {
        auto &page = stage.page(type);
        stage.open(page, stage.record(page, 1).id);
        stage.take(u"form-"_s + type);
        page.form().closeForm();
    }
    for (const auto &type : {u"invoices"_s, u"vouchers"_s, u"invoicePayments"_s, u"supplierInvoices"_s, u"orders"_s,
                             u"projects"_s, u"costCenters"_s}) {
        stage.view().showType(EntityType(type));
        auto &page = stage.view().records(EntityType(type));
        page.createRecord();
        stage.take(u"new-"_s + type);
        page.form().closeForm();
    }
}

//! What a form says of what was typed, and of a record that is closed.
void statesOfForms(Stage &stage)
{
    auto &invoices = stage.page(u"invoices"_s);
    invoices.createRecord();
    type(lineOf(invoices, u"customer"_s), u"100"_s);
    QWidget *list = nullptr;
    waitFor("the matches", [&] {
        for (auto *one : QApplication::topLevelWidgets()) {
            if (one->isVisible() && qobject_cast<ReferenceList *>(one))
                list = one;
        }
        return list != nullptr;
    });
    stage.camera.take(u"matches"_s, *stage.window, {list});
    invoices.form().discard();
    lineOf(invoices, u"invoiceDate"_s).clear();
    type(lineOf(invoices, u"invoiceDate"_s), u"2026-13-45"_s);
    invoices.form().save();
    stage.take(u"form-errors"_s);
    invoices.form().discard();
    invoices.form().closeForm();

    const auto booked = stage.record(invoices, 5);
    stage.edit(EntityType(u"invoices"_s), booked.id, {{u"booked"_s, true}});
    stage.open(invoices, booked.id);
    stage.take(u"form-booked"_s);
    invoices.form().closeForm();

    auto &customers = stage.page(u"customers"_s);
    stage.open(customers, stage.record(customers, 2).id);
    lineOf(customers, u"name"_s).clear();
    type(lineOf(customers, u"name"_s), u"Nytt namn AB"_s);
    auto &number = lineOf(customers, u"organisationNumber"_s);
    number.clear();
    type(number, u"5560360794"_s);
    lineOf(customers, u"city"_s).setFocus();
    stage.take(u"form-changed"_s);
    customers.form().discard();
    customers.form().closeForm();
    customers.createRecord();
    type(lineOf(customers, u"name"_s), u"Halvskriven AB"_s);
    stage.take(u"form-new-typed"_s);
    customers.form().closeForm();
    stage.take(u"draft-kept"_s);
    auto *banner = stage.view().findChild<DraftBanner *>()->findChild<Banner *>();
    banner->clear();
    Q_EMIT banner->closed(); // as by its cross
}

} // namespace

void forms(Stage &stage)
{
    allForms(stage);
    statesOfForms(stage);
}

} // namespace frost::screenshots
