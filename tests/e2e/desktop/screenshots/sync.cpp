// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/screenshots/stage.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/synccenter/queuetab.h"

#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QTableView>

namespace frost::screenshots {

using namespace Qt::StringLiterals;

namespace {

const EntityType kInvoices(u"invoices"_s);
const EntityType kCustomers(u"customers"_s);

//! The server did not take it, or it has to wait.
void transition(Stage &stage, const EntityType &type, const LocalId &id, OperationState to, const QString &code,
                const QStringList &args = {})
{
    const auto connection = stage.status().connections.first().id;
    stage.write([=](Company &company) -> Result<> {
        auto transaction = Transaction::begin(company.database().sql(), Durability::ProcessCrash);
        FROST_TRY(transaction);
        const auto operation = company.outbox().open(connection, type, id);
        FROST_TRY(operation);
        if (to == OperationState::Pending)
            FROST_TRY(company.outbox().park((*operation)->id, code, args));
        else
            FROST_TRY(company.outbox().transition((*operation)->id, to, code, args));
        return transaction->commit();
    });
}

LocalId create(Stage &stage, const EntityType &type, const QJsonObject &body)
{
    LocalId id;
    stage.write([&id, type, body](Company &company) -> Result<> {
        const auto record = company.editor().create(type, body, company.actor());
        FROST_TRY(record);
        id = record->id;
        return {};
    });
    return id;
}

//! Opens what discarding the change in this row would do.
void takeDiscard(Stage &stage, QueueTab &queue, const QString &name, OperationKind kind)
{
    auto *view = queue.findChild<QTableView *>();
    const auto &rows = queue.model().rows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const QueueRow &one) {
        return one.operation.kind == kind && one.mayBeDiscarded();
    });
    if (row == rows.end())
        waitedInVain("a change to discard");
    view->selectRow(int(row - rows.begin()));
    view->actions().last()->trigger();
    DiscardDialog *dialog = nullptr;
    waitFor("the question", [&] {
        dialog = queue.findChild<DiscardDialog *>();
        return dialog != nullptr;
    });
    stage.camera.take(name, *dialog);
    dialog->reject();
    waitFor("the end of the question", [&] { return !queue.findChild<DiscardDialog *>(); });
}

} // namespace

// The server is away: everything waits, some of it for a reason.
LocalId outage(Stage &stage)
{
    stage.view().showSyncTab(SyncTab::Queue);
    stage.take(u"sync-all-sent"_s);
    stage.view().showSyncTab(SyncTab::Conflicts);
    stage.take(u"sync-no-conflicts"_s);
    stage.demo().stopServer();
    auto &invoices = stage.page(kInvoices.toString());
    const auto record = stage.record(invoices, 0);
    auto rows = record.body["rows"_L1].toArray();
    auto row = rows[0].toObject();
    row.insert(u"price"_s, u"1111"_s);
    rows[0] = row;
    stage.edit(kInvoices, record.id,
               {{u"rows"_s, rows}, {u"yourReference"_s, u"Kalle Ek"_s}, {u"note"_s, u"Ring före leverans"_s}});
    waitFor("the outage", [&] {
        return stage.status().connections.first().network.quality == NetworkQuality::Offline;
    });
    stage.take(u"offline"_s);
    const auto customer = create(stage, kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1013"_s}});
    const auto refused = create(stage, kCustomers, {{u"name"_s, u"Åkerströms Trädgård"_s}, {u"customerNumber"_s, u"1001x"_s}});
    const auto invoice = create(stage, kInvoices, {{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-11-02"_s}});
    transition(stage, kCustomers, refused, OperationState::Failed, u"store.unique"_s);
    transition(stage, kInvoices, invoice, OperationState::Pending, u"parent.waiting"_s,
               {u"customers"_s, customer.toString()});
    auto &suppliers = stage.page(u"suppliers"_s);
    suppliers.view().selectRow(1);
    suppliers.removeSelected();
    stage.view().showSyncTab(SyncTab::Queue);
    auto *queue = stage.view().findChild<QueueTab *>();
    waitFor("the queue", [&] { return queue->model().rows().size() >= 5; });
    stage.take(u"queue"_s);
    takeDiscard(stage, *queue, u"discard-new"_s, OperationKind::Create);
    takeDiscard(stage, *queue, u"discard-change"_s, OperationKind::Update);
    takeDiscard(stage, *queue, u"discard-deletion"_s, OperationKind::Delete);
    queue->findChild<QComboBox *>()->setCurrentIndex(4);
    stage.take(u"queue-refused"_s);
    queue->findChild<QComboBox *>()->setCurrentIndex(0);
    stage.page(kCustomers.toString());
    stage.take(u"unsent-marks"_s);
    // What is in the way of the next scenes.
    stage.write([refused](Company &company) -> Result<> {
        FROST_TRY(company.editor().remove(kCustomers, refused, company.actor()));
        return {};
    });
    return record.id;
}

} // namespace frost::screenshots
