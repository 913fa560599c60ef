// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/screenshots/stage.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergetree.h"
#include "ui/conflicts/sendpreview.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"
#include "ui/widgets/keynames.h"

#include <QContextMenuEvent>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

namespace frost::screenshots {

using namespace Qt::StringLiterals;

namespace {

const EntityType kInvoices(u"invoices"_s);

void makeConflict(Stage &stage, const LocalId &invoice)
{
    stage.edit(kInvoices, invoice, {{u"note"_s, u"Ring före leverans, Kalle"_s}});
    stage.colleagueEdits();
    stage.demo().startServer();
    waitFor("a conflict", [&] { return stage.status().openConflicts == 1; });
    waitFor("the end of the run", [&] {
        return stage.status().connections.first().sync.state == AutoSyncState::Idle && stage.status().queue.pending == 0;
    });
}

void takePreview(Stage &stage, MergeDialog &merge, const QString &name)
{
    for (auto *button : merge.findChildren<QPushButton *>()) {
        if (button->text().contains(keyName(Qt::CTRL | Qt::Key_P)))
            button->click();
    }
    auto *preview = merge.findChild<SendPreview *>();
    waitFor("what is sent", [&] { return preview->findChild<QListWidget *>()->count() > 0; });
    for (auto *button : preview->findChildren<QPushButton *>()) {
        if (button->isCheckable() && button->isEnabled() && name.endsWith("json"_L1))
            button->click();
    }
    stage.camera.take(name, *preview);
    preview->close();
    waitFor("the end of the preview", [&] { return !merge.findChild<SendPreview *>(); });
}

void deciding(Stage &stage, MergeDialog &merge)
{
    auto &tree = *merge.findChild<MergeTree *>();
    stage.camera.take(u"merge"_s, merge);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, tree.viewport()->mapToGlobal(tree.visualRect(tree.currentIndex()).bottomLeft()));
    QCoreApplication::sendEvent(&tree, &event);
    auto *menu = tree.findChild<QMenu *>();
    stage.camera.take(u"merge-menu"_s, merge, {menu});
    menu->close();
    takePreview(stage, merge, u"preview-open"_s);
    tree.edit(tree.currentIndex());
    stage.camera.take(u"merge-editing"_s, merge);
    tree.finishEditing();
    stage.camera.takeAlert(u"a choice"_s, [&] { tree.pick(Choice::Mine); });
    tree.mergeModel().enter(*tree.currentPath(), u"1050"_s);
    tree.mergeModel().setUnchanged(Unchanged::Shown);
    tree.goToOpen(1);
    stage.camera.take(u"merge-all-chosen"_s, merge);
    takePreview(stage, merge, u"preview-json"_s);
}

} // namespace

void merging(Stage &stage, const LocalId &invoice)
{
    makeConflict(stage, invoice);
    stage.view().showSyncTab(SyncTab::Conflicts);
    stage.take(u"conflicts"_s);
    stage.view().showSyncTab(SyncTab::Queue);
    stage.take(u"queue-conflict"_s);
    stage.open(stage.page(kInvoices.toString()), invoice);
    stage.take(u"form-conflict"_s);
    stage.view().records(kInvoices).form().closeForm();
    stage.view().showConflicts();
    auto *merge = stage.window->findChild<MergeDialog *>();
    merge->resize(1366, 768);
    waitFor("the merge", [&] { return merge->current() != 0 && merge->findChild<MergeTree *>()->currentPath(); });
    deciding(stage, *merge);
    bool resolved = false;
    QObject::connect(merge, &MergeDialog::resolved, merge, [&] { resolved = true; });
    for (auto *button : merge->findChildren<QPushButton *>()) {
        if (button->text().contains(keyName(Qt::CTRL | Qt::Key_Return)))
            button->click();
    }
    waitFor("the decision", [&] { return resolved && stage.status().openConflicts == 0; });
    stage.camera.take(u"merge-nothing-left"_s, *merge);
    merge->close();
    stage.view().showSyncTab(SyncTab::Decisions);
    stage.take(u"conflict-history"_s);
}

// The server answers with failures; the person takes a hand in it.
void serverTroubles(Stage &stage)
{
    waitFor("everything to be sent", [&] {
        return stage.status().connections.first().sync.state == AutoSyncState::Idle && stage.status().queue.pending == 0;
    });
    stage.view().showSyncTab(SyncTab::History);
    stage.take(u"history"_s);
    stage.view().showSyncTab(SyncTab::Log);
    stage.take(u"log"_s);
    stage.demo().faultServer();
    waitFor("the fault", [&] { return stage.demo().server() == DemoControls::Server::Faulty; });
    stage.session().syncNow();
    waitFor("the error", [&] { return stage.status().connections.first().sync.lastError.has_value(); });
    stage.take(u"server-fault-log"_s);
    stage.view().showSyncTab(SyncTab::History);
    stage.take(u"server-fault-history"_s);
    stage.page(u"customers"_s);
    stage.take(u"server-fault"_s);
    stage.session().setPause(AutoSyncPause::Paused);
    stage.view().showSyncTab(SyncTab::Queue);
    stage.take(u"paused"_s);
    stage.session().setPause(AutoSyncPause::None);
    stage.session().setNetworkUse(NetworkUse::WorkOffline);
    waitFor("work offline", [&] { return stage.status().use == NetworkUse::WorkOffline; });
    stage.take(u"working-offline"_s);
    stage.session().setNetworkUse(NetworkUse::Automatic);
    stage.demo().startServer();
    waitFor("the server", [&] { return stage.demo().server() == DemoControls::Server::Running; });
    waitFor("work online", [&] { return stage.status().use == NetworkUse::Automatic; });
}

} // namespace frost::screenshots
