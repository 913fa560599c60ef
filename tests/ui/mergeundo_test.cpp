// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedesk.h"

#include <rapidcheck.h>

#include <QTableView>
#include <QUndoStack>

#include <array>
#include <string>
#include <tuple>
#include <vector>

// UX.md 1.2 K28, N: whatever a person does in the merge dialog, undoing all of it leads back to where they began, and doing it
// again to where they were: the same bytes in the draft, the same words and colours in every cell.

using namespace conflictfixture;

namespace {

constexpr std::array kRoles{Qt::DisplayRole, Qt::ToolTipRole, Qt::ForegroundRole, Qt::BackgroundRole,
                            Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole};

void tell(QStringList &told, const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            for (const auto role : kRoles) {
                QString cell;
                QDebug(&cell) << model.index(row, column, parent).data(role);
                told.append(cell);
            }
        }
        tell(told, model, model.index(row, 0, parent));
    }
}

//! What the draft is, and what all of its views show with the cursor on the first field.
QStringList pictureOf(Desk &desk)
{
    const auto &draft = desk.dialog.findChild<MergeEditing *>()->draft();
    desk.tree().goTo(draft.entries().first().path);
    QStringList picture{QString::fromUtf8(toCanonicalJson(draft.toJson())), desk.everythingSaid()};
    tell(picture, desk.tree().mergeModel());
    for (const auto *totals : desk.dialog.findChildren<QTableView *>())
        tell(picture, *totals->model());
    return picture;
}

//! The first line in which they are not the same; "": they are.
std::string difference(const QStringList &one, const QStringList &other)
{
    for (qsizetype line = 0; line < std::max(one.size(), other.size()); ++line) {
        if (one.value(line) != other.value(line))
            return (one.value(line) + u" | "_s + other.value(line)).toStdString();
    }
    return {};
}

using Action = std::tuple<int, int, int>;

//! What a person can do, some of it without effect: the numbers say with what.
void act(MergeEditing &editing, const Action &action)
{
    constexpr qsizetype kFirst = 15; // the rest nobody changed
    constexpr std::array kSides{Choice::Mine, Choice::Theirs, Choice::Both, Choice::Woven, Choice::Base, Choice::None};
    const QList<QJsonValue> typed{u"12"_s, u"0.5"_s, u"much"_s, QJsonValue::Undefined, u"2026-04-01"_s};
    const auto &[what, which, how] = action;
    const auto &entries = editing.draft().entries();
    const auto path = entries[which % std::min(kFirst, entries.size())].path;
    const auto side = how % 2 ? Choice::Mine : Choice::Theirs;
    switch (what) {
    case 0: static_cast<void>(editing.edit(path, typed[how % typed.size()])); break;
    case 1: editing.confirm(path); break;
    case 2:
        if (const auto candidates = editing.draft().candidatesFor(path); !candidates.isEmpty())
            static_cast<void>(editing.match(path, candidates[how % candidates.size()].rowId));
        break;
    case 3: static_cast<void>(editing.split(path)); break;
    case 4: editing.chooseAll(side, how % 3 ? MergeDraft::Overrule::Yes : MergeDraft::Overrule::No); break;
    case 5: editing.chooseNewest(editing.conflictCase().conflict.theirsAt.addDays(how % 2)); break;
    case 6: editing.takeSuggestions(); break;
    case 7: editing.undoGroup().undo(); break;
    case 8: editing.undoGroup().redo(); break;
    default: editing.choose(path, kSides[how % kSides.size()]);
    }
}

//! Four conflicts that together can have everything done to them.
QList<qint64> makeConflicts(Office &office)
{
    const auto article = [&](int number) {
        const QJsonObject base{{u"description"_s, u"Hours"_s}, {u"articleNumber"_s, QString::number(number)}};
        return office.conflict(kArticles, base, with(base, {{u"ean"_s, u"1"_s}}), with(base, {{u"ean"_s, u"2"_s}}));
    };
    for (int earlier = 0; earlier < 6; ++earlier) // what is suggested
        value(office.company->resolver().resolve(article(earlier), Strategy::ServerWins, std::nullopt, office.company->actor()));
    const QJsonObject customer{{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"7"_s}, {u"note"_s, u"Ring the bell at the gate and wait."_s}};
    return {office.invoiceConflict(), office.duplicateConflict(), article(20),
            office.conflict(kCustomers, customer, with(customer, {{u"note"_s, u"Ring the bell at the door and wait."_s}}),
                            with(customer, {{u"note"_s, u"Ring the bell at the gate and wait there."_s}}))};
}

} // namespace

class MergeUndoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    void undoingAllLeadsBack()
    {
        Office office;
        const auto conflicts = makeConflicts(office);
        Desk desk(office);
        auto &editing = *desk.dialog.findChild<MergeEditing *>();
        int longest = 0;
        QVERIFY(rc::check("all that was done is undone, and done again", [&] {
            desk.open(conflicts[*rc::gen::inRange(0, int(conflicts.size()))]);
            auto *stack = editing.undoGroup().activeStack();
            stack->clear();
            const auto before = pictureOf(desk);
            const auto number = rc::gen::inRange(0, 60);
            const auto action = rc::gen::tuple(rc::gen::inRange(0, 16), number, number);
            const auto actions = *rc::gen::scale(2, rc::gen::container<std::vector<Action>>(action));
            for (const auto &one : actions)
                act(editing, one);
            const auto steps = stack->index();
            longest = std::max(longest, steps);
            const auto after = pictureOf(desk);
            while (editing.undoGroup().canUndo())
                editing.undoGroup().undo();
            RC_ASSERT(difference(pictureOf(desk), before) == std::string());
            while (stack->index() < steps)
                editing.undoGroup().redo();
            RC_ASSERT(difference(pictureOf(desk), after) == std::string());
            stack->setIndex(0);
            RC_ASSERT(difference(pictureOf(desk), before) == std::string());
        }));
        QVERIFY2(longest > 20, qPrintable(QString::number(longest)));
    }
};

QTEST_MAIN(MergeUndoTest)
#include "mergeundo_test.moc"
