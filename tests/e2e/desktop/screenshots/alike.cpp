// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Conflicts that weigh little: decided where they are shown, and several alike at once (UX.md 1.2 A5, J26).
#include "tests/e2e/desktop/screenshots/stage.h"
#include "ui/conflicts/conflictchooser.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergetree.h"
#include "ui/conflicts/rulesdialog.h"
#include "ui/conflicts/similardialog.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"
#include "ui/widgets/keynames.h"

#include <QPushButton>

namespace frost::screenshots {

using namespace Qt::StringLiterals;

namespace {

const EntityType kCustomers(u"customers"_s);
constexpr int kAlike = 3;

//! The telephone numbers of some customers, changed here and by the colleague. @return one of them
LocalId makeConflicts(Stage &stage)
{
    stage.session().setNetworkUse(NetworkUse::WorkOffline);
    waitFor("work offline", [&] { return stage.status().use == NetworkUse::WorkOffline; });
    auto &customers = stage.page(kCustomers.toString());
    LocalId last;
    for (int i = 0; i < kAlike; ++i) {
        last = stage.record(customers, i).id;
        stage.edit(kCustomers, last, {{u"phone"_s, u"0920-10 0%1"_s.arg(i)}});
        stage.colleagueEdits();
    }
    stage.session().setNetworkUse(NetworkUse::Automatic);
    waitFor("work online", [&] { return stage.status().use == NetworkUse::Automatic; });
    stage.session().syncNow();
    waitFor("the conflicts", [&] { return stage.status().openConflicts == kAlike; });
    return last;
}

//! Once the others that are alike were found; told by its key, whatever the language.
QPushButton &offer(MergeDialog &merge)
{
    const auto key = keyName(Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    QPushButton *found = nullptr;
    waitFor("others that are alike", [&] {
        for (auto *button : merge.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->isEnabled() && button->toolTip().contains(key))
                found = button;
        }
        return found != nullptr;
    });
    return *found;
}

void decideAlike(Stage &stage)
{
    stage.view().showConflicts();
    auto *merge = stage.window->findChild<MergeDialog *>();
    waitFor("the merge", [&] { return merge->current() != 0 && merge->findChild<MergeTree *>()->currentPath(); });
    RulesDialog rules(stage.session(), merge);
    rules.setAttribute(Qt::WA_DeleteOnClose, false);
    rules.open();
    stage.camera.take(u"rules"_s, rules);
    rules.close();
    merge->findChild<MergeTree *>()->pick(Choice::Mine);
    auto &others = offer(*merge);
    stage.camera.take(u"merge-alike"_s, *merge);
    others.click();
    auto *similar = merge->findChild<SimilarDialog *>();
    stage.camera.take(u"similar"_s, *similar);
    similar->reject();
    merge->close();
}

} // namespace

void alike(Stage &stage)
{
    const auto customer = makeConflicts(stage);
    auto &page = stage.page(kCustomers.toString());
    stage.take(u"list-conflicts"_s);
    stage.open(page, customer);
    auto *chooser = page.form().findChild<ConflictChooser *>();
    waitFor("the choice", [&] { return chooser->current() != 0; });
    stage.take(u"form-choice"_s);
    page.form().closeForm();
    stage.view().showSyncTab(SyncTab::Conflicts);
    stage.take(u"conflicts-choice"_s);
    decideAlike(stage);
}

} // namespace frost::screenshots
