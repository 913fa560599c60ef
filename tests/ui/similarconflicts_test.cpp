// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UX.md 1.2 J26, R-CON-08: one choice for conflicts that are alike, looked at first, decided one by one, taken back at once.
#include "mergedesk.h"
#include "pictures.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace conflictfixture;

namespace {

//! The line of a table: "✓ Article 20 Hours | Unit | h | st | h".
QString lineOf(const QTreeWidget &tree, int row)
{
    const auto *item = tree.topLevelItem(row);
    QStringList cells;
    for (int column = 0; column < tree.columnCount(); ++column)
        cells.append(item->text(column));
    const auto tick = item->data(0, Qt::CheckStateRole);
    return (tick.isValid() ? (tick.toInt() == Qt::Checked ? u"[x] "_s : u"[ ] "_s) : QString()) + cells.join(u" | "_s);
}

QStringList linesOf(const SimilarDialog &dialog)
{
    const auto *tree = dialog.findChild<QTreeWidget *>();
    QStringList lines;
    for (int row = 0; row < tree->topLevelItemCount(); ++row)
        lines.append(lineOf(*tree, row));
    return lines;
}

qint64 articleConflict(Office &office, const QString &number, const QJsonObject &mine, const QJsonObject &theirs)
{
    const QJsonObject base{{u"description"_s, u"Hours"_s}, {u"articleNumber"_s, number}};
    return office.conflict(kArticles, base, with(base, mine), with(base, theirs));
}

//! The unit: h here, st there.
qint64 unitConflict(Office &office, const QString &number)
{
    return articleConflict(office, number, {{u"unit"_s, u"h"_s}}, {{u"unit"_s, u"st"_s}});
}

qint64 eanConflict(Office &office, const QString &number)
{
    return articleConflict(office, number, {{u"ean"_s, u"1"_s}}, {{u"ean"_s, u"2"_s}});
}

[[nodiscard]] QString unitOf(Office &office, qint64 id)
{
    return office.record(kArticles, office.stored(id).record).body.value(u"unit"_s).toString();
}

} // namespace

class SimilarConflictsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    void whatWeighsMuchIsTickedByAPerson()
    {
        Office office;
        const auto priced = [&](const QString &number) {
            return articleConflict(office, number, {{u"purchasePrice"_s, u"1"_s}}, {{u"purchasePrice"_s, u"2"_s}});
        };
        const auto first = priced(u"20"_s);
        const auto second = priced(u"21"_s);
        const auto third = priced(u"22"_s);
        Desk desk(office);
        desk.choose(first, Qt::Key_2, 2);
        auto *similar = desk.look();
        QVERIFY(similar);
        QCOMPARE(linesOf(*similar), (QStringList{u"[x] Article 20 Hours (this one) | Purchase price | 1.00 | 2.00 | 1.00"_s,
                                                 u"[ ] Article 21 Hours | Purchase price | 1.00 | 2.00 | 1.00"_s,
                                                 u"[ ] Article 22 Hours | Purchase price | 1.00 | 2.00 | 1.00"_s}));
        auto *tree = similar->findChild<QTreeWidget *>();
        tree->setCurrentItem(tree->topLevelItem(2));
        const auto labels = similar->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"look at it before you tick it"_s); }));
        pictures::shoot(*similar, u"similar-weighs-much"_s);
        for (const auto *button : similar->findChildren<QPushButton *>())
            QVERIFY(!button->isEnabled() || button->text().remove(u'&') == "Cancel"_L1); // nor all at once
        QTest::keyClick(tree, Qt::Key_Space);
        QTest::keyClick(similar, Qt::Key_Return);
        QTRY_COMPARE(office.stored(third).open, false);
        QTRY_COMPARE(office.stored(first).open, false);
        QCOMPARE(office.stored(second).open, true);
    }

    void fromNowOnItIsDecidedSo() // R-CON-10, UX.md 1.2 J27
    {
        Office office;
        const auto first = eanConflict(office, u"20"_s);
        const auto second = eanConflict(office, u"21"_s);
        const auto rules = [&] { return value(fieldRules(office.company->database(), {kServer})); };
        Desk desk(office);
        desk.choose(first, Qt::Key_3, 1);
        auto *similar = desk.look();
        auto *always = similar->findChild<QCheckBox *>();
        QVERIFY(always && always->isEnabled() && !always->isChecked());
        QTest::keyClick(always, Qt::Key_Space);
        pictures::shoot(*similar, u"similar-always"_s);
        QTest::keyClick(similar, Qt::Key_Return);
        QTRY_VERIFY2(desk.banner().text().startsWith(u"2 conflict(s) decided alike"_s), qPrintable(desk.banner().text()));
        QVERIFY2(desk.banner().text().contains(u"From the next sync on it is decided so"_s), qPrintable(desk.banner().text()));
        QVERIFY(!office.stored(second).open);
        QCOMPARE(rules(), (QList<FieldRule>{{kServer, kArticles, u"ean"_s, u"server-wins"_s}}));
        pictures::shoot(desk.dialog, u"similar-ruled"_s);
        const auto third = eanConflict(office, u"22"_s);
        eanConflict(office, u"23"_s);
        QApplication::setActiveWindow(&desk.dialog);
        desk.choose(third, Qt::Key_2, 1);
        QTest::keyClick(desk.look(), Qt::Key_Return); // not ticked: no rule comes of it
        QTRY_VERIFY(!office.stored(third).open);
        QTRY_COMPARE(desk.banner().text(), u"2 conflict(s) decided alike."_s);
        QCOMPARE(rules().size(), 1);
        QCOMPARE(rules().first().policy, u"server-wins"_s);
    }

    void theRuleIsTakenBackWithThem_data()
    {
        QTest::addColumn<QString>("before"); // "": there was none
        QTest::addColumn<QString>("meanwhile"); // "": nobody changed it
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("said");
        const auto gone = u"The rules that were made with them are taken back."_s;
        QTest::newRow("there was none") << QString() << QString() << QString() << gone;
        QTest::newRow("one that it came in place of holds again") << u"client-wins"_s << QString() << u"client-wins"_s << gone;
        QTest::newRow("the same stood there already and stays") << u"server-wins"_s << QString() << u"server-wins"_s << QString();
        QTest::newRow("what was changed meanwhile stays, and it is said")
            << QString() << u"last-write-wins"_s << u"last-write-wins"_s << u"Rules that were changed since stay as they are."_s;
    }
    void theRuleIsTakenBackWithThem() // UX.md 1.2 J26, J27
    {
        QFETCH(QString, before);
        QFETCH(QString, meanwhile);
        QFETCH(QString, after);
        QFETCH(QString, said);
        Office office;
        const auto setEan = [&](const QString &policy) {
            const QJsonObject articles{{u"fieldConflicts"_s, QJsonObject{{u"ean"_s, policy}}}};
            value(setRules(office.company->database(), kServer, {{u"types"_s, QJsonObject{{u"articles"_s, articles}}}}));
        };
        if (!before.isEmpty())
            setEan(before);
        const auto rulesBefore = value(rulesJson(office.company->database(), kServer));
        const auto first = eanConflict(office, u"20"_s);
        eanConflict(office, u"21"_s);
        Desk desk(office);
        desk.choose(first, Qt::Key_3, 1);
        desk.decideAlwaysSo();
        QTRY_VERIFY2(desk.banner().text().startsWith(u"2 conflict(s) decided alike"_s), qPrintable(desk.banner().text()));
        QVERIFY2(desk.banner().text().contains(u"From the next sync on it is decided so"_s), qPrintable(desk.banner().text()));
        QVERIFY(desk.banner().kind() == Banner::Kind::Success);
        if (!meanwhile.isEmpty())
            setEan(meanwhile);
        desk.undoAll();
        QTRY_VERIFY2(desk.banner().text().startsWith(u"2 conflict(s) are open again."_s), qPrintable(desk.banner().text()));
        QCOMPARE(desk.banner().text().section(u'\n', 1), said);
        const auto rules = value(fieldRules(office.company->database(), {kServer}));
        QCOMPARE(rules.isEmpty() ? QString() : rules.first().policy, after);
        if (meanwhile.isEmpty())
            QCOMPARE(value(rulesJson(office.company->database(), kServer)), rulesBefore);
        pictures::shoot(desk.dialog, u"similar-undone"_s);
    }

    void aRuleThatWasNotMadeIsAnError()
    {
        Office office;
        const auto first = eanConflict(office, u"20"_s);
        const auto second = eanConflict(office, u"21"_s);
        value(office.company->database().sql().run("CREATE TRIGGER full BEFORE INSERT ON meta WHEN NEW.key LIKE 'syncRules/%' "
                                                   "BEGIN SELECT RAISE(ABORT, 'full'); END"));
        Desk desk(office);
        desk.choose(first, Qt::Key_3, 1);
        desk.decideAlwaysSo();
        QTRY_VERIFY2(desk.banner().text().startsWith(u"2 conflict(s) decided alike"_s), qPrintable(desk.banner().text()));
        QVERIFY(!office.stored(second).open);
        QVERIFY2(desk.banner().text().contains(u"No rule was made: "_s), qPrintable(desk.banner().text()));
        QVERIFY(desk.banner().kind() == Banner::Kind::Error);
        pictures::shoot(desk.dialog, u"similar-unruled"_s);
        desk.undoAll();
        QTRY_COMPARE(desk.banner().text(), u"2 conflict(s) are open again."_s); // there is no rule to be taken back
    }

    void aRuleThatIsNotTakenBackIsAnError()
    {
        Office office;
        const auto first = eanConflict(office, u"20"_s);
        eanConflict(office, u"21"_s);
        Desk desk(office);
        desk.choose(first, Qt::Key_3, 1);
        desk.decideAlwaysSo();
        QTRY_VERIFY2(desk.banner().text().startsWith(u"2 conflict(s) decided alike"_s), qPrintable(desk.banner().text()));
        value(office.company->database().sql().run("CREATE TRIGGER full BEFORE INSERT ON meta WHEN NEW.key LIKE 'syncRules/%' "
                                                   "BEGIN SELECT RAISE(ABORT, 'full'); END"));
        desk.undoAll();
        QTRY_VERIFY2(desk.banner().text().startsWith(u"2 conflict(s) are open again."_s), qPrintable(desk.banner().text()));
        QVERIFY2(desk.banner().text().contains(u"The rules that were made with them stand: "_s), qPrintable(desk.banner().text()));
        QVERIFY(desk.banner().kind() == Banner::Kind::Error);
    }

    void whatMayNotBeARuleIsNotOffered_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("it weighs much") << u"purchasePrice"_s;
        QTest::newRow("it belongs to a linked group, which weighs much") << u"vat"_s;
        QTest::newRow("it belongs to a linked group and weighs little") << u"unit"_s;
    }
    void whatMayNotBeARuleIsNotOffered()
    {
        QFETCH(QString, field);
        Office office;
        const auto first = articleConflict(office, u"20"_s, {{field, u"12"_s}}, {{field, u"6"_s}});
        articleConflict(office, u"21"_s, {{field, u"12"_s}}, {{field, u"6"_s}});
        Desk desk(office);
        desk.choose(first, Qt::Key_2, 1);
        auto *similar = desk.look();
        QVERIFY(similar);
        const auto *always = similar->findChild<QCheckBox *>();
        QVERIFY(always && !always->isEnabled());
        QVERIFY(always->accessibleDescription().contains(u"you are asked each time"_s));
    }

    void theSameIsChosenForOthersByKeys()
    {
        Office office;
        const auto first = unitConflict(office, u"20"_s);
        const auto second = unitConflict(office, u"21"_s);
        const auto third = unitConflict(office, u"22"_s);
        const auto grave = articleConflict(office, u"23"_s, {{u"unit"_s, u"h"_s}, {u"purchasePrice"_s, u"1"_s}},
                                           {{u"unit"_s, u"st"_s}, {u"purchasePrice"_s, u"2"_s}});
        const auto more = articleConflict(office, u"24"_s, {{u"unit"_s, u"h"_s}, {u"ean"_s, u"1"_s}},
                                          {{u"unit"_s, u"st"_s}, {u"ean"_s, u"2"_s}});
        Desk desk(office);
        QSignalSpy resolved(&desk.dialog, &MergeDialog::resolved);
        desk.open(first);
        QCOMPARE(desk.offer(), QString());
        desk.key(Qt::Key_2);
        QTRY_COMPARE(desk.offer(), u"The same for 2 similar …"_s);
        pictures::shoot(desk.dialog, u"similar-offered"_s);
        auto *similar = desk.look();
        QVERIFY(similar);
        QCOMPARE(linesOf(*similar), (QStringList{u"[x] Article 20 Hours (this one) | Unit | h | st | h"_s,
                                                 u"[x] Article 21 Hours | Unit | h | st | h"_s,
                                                 u"[x] Article 22 Hours | Unit | h | st | h"_s}));
        pictures::shoot(*similar, u"similar-preview"_s);
        auto *tree = similar->findChild<QTreeWidget *>();
        QTest::keyClick(tree, Qt::Key_Space); // the one in hand is decided in any case
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(lineOf(*tree, 0).left(3), u"[x]"_s);
        QCOMPARE(lineOf(*tree, 2).left(3), u"[ ]"_s);
        QVERIFY(office.stored(first).open);
        QTest::keyClick(similar, Qt::Key_Return);
        QTRY_VERIFY2(desk.banner().text().startsWith(u"2 conflict(s) decided alike"_s), qPrintable(desk.banner().text()));
        for (const auto id : {first, second}) {
            QVERIFY(!office.stored(id).open);
            QCOMPARE(unitOf(office, id), u"h"_s);
            QCOMPARE(office.stored(id).decisions.keys(), QStringList{u"unit"_s});
            QCOMPARE(toString(office.openOperation(kArticles, office.stored(id).record).state), u"pending"_s);
        }
        for (const auto id : {third, grave, more})
            QVERIFY(office.stored(id).open);
        QCOMPARE(value(office.company->conflictHistory().list({})).size(), 2); // each with its own place
        QCOMPARE(resolved.size(), 2);
        QTRY_COMPARE(desk.dialog.current(), third); // what is left
        office.answerAll();
        for (const auto *label : desk.dialog.findChildren<QLabel *>()) // nobody was led to one that was about to go
            QVERIFY2(!label->text().contains(u"already"_s), qPrintable(label->text()));
        pictures::shoot(desk.dialog, u"similar-decided"_s);
    }

    void allAreTakenBackAtOnce()
    {
        Office office;
        const auto first = unitConflict(office, u"20"_s);
        const auto second = unitConflict(office, u"21"_s);
        Desk desk(office);
        desk.choose(first, Qt::Key_3, 1);
        QTest::keyClick(desk.look(), Qt::Key_Return);
        QTRY_VERIFY(desk.banner().text().startsWith(u"2 conflict(s) decided alike"_s));
        QCOMPARE(unitOf(office, first), u"st"_s);
        QCOMPARE(unitOf(office, second), u"st"_s);
        desk.undoAll();
        QTRY_COMPARE(desk.banner().text(), u"2 conflict(s) are open again."_s);
        for (const auto id : {first, second}) {
            QVERIFY(office.stored(id).open);
            QCOMPARE(unitOf(office, id), u"h"_s); // mine, as before
        }
        QTRY_VERIFY(desk.dialog.current() != 0);
    }

    void whatIsRefusedIsSaidAndTheOthersGoOn()
    {
        Office office;
        const auto first = unitConflict(office, u"20"_s);
        const auto second = unitConflict(office, u"21"_s);
        const auto third = unitConflict(office, u"22"_s);
        Desk desk(office);
        desk.choose(first, Qt::Key_2, 2);
        auto *similar = desk.look();
        office.changeThere(second, with(*office.stored(second).versions.theirs, {{u"unit"_s, u"min"_s}})); // told by nobody yet
        QTest::keyClick(similar, Qt::Key_Return);
        QTRY_VERIFY2(desk.banner().text().startsWith(u"2 conflict(s) decided alike"_s), qPrintable(desk.banner().text()));
        QVERIFY2(desk.banner().text().contains(u"Article 21 Hours: It was changed again"_s), qPrintable(desk.banner().text()));
        QVERIFY(desk.banner().kind() == Banner::Kind::Warning);
        QVERIFY(office.stored(second).open);
        QVERIFY(!office.stored(first).open && !office.stored(third).open);

        const auto sent = office.openOperation(kArticles, office.stored(third).record);
        office.write([&] { value(office.company->outbox().transition(sent.id, OperationState::Completed)); });
        desk.undoAll();
        QTRY_VERIFY2(desk.banner().text().startsWith(u"1 conflict(s) are open again"_s), qPrintable(desk.banner().text()));
        QVERIFY2(desk.banner().text().contains(u"Article 22 Hours: "_s), qPrintable(desk.banner().text()));
        QVERIFY(office.stored(first).open && !office.stored(third).open);
    }

    void theOneInHandIsRefusedAndNothingIsDecided()
    {
        Office office;
        const auto first = unitConflict(office, u"20"_s);
        const auto second = unitConflict(office, u"21"_s);
        Desk desk(office);
        desk.choose(first, Qt::Key_2, 1);
        auto *similar = desk.look();
        office.changeThere(first, with(*office.stored(first).versions.theirs, {{u"ean"_s, u"5"_s}}));
        QTest::keyClick(similar, Qt::Key_Return);
        QTRY_COMPARE(desk.dialog.findChild<MergeTree *>()->mergeModel().indexOf(u"ean"_s, MergeModel::Theirs).data().toString(), u"5"_s);
        QVERIFY(office.stored(first).open && office.stored(second).open);
        QApplication::setActiveWindow(&desk.dialog);
        QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier); // saved on its own now
        QTRY_VERIFY(!office.stored(first).open);
        QTRY_COMPARE(desk.dialog.current(), second);
        QVERIFY(office.stored(second).open);
    }

    void whereNothingIsAlikeNothingIsOffered_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("other");
        QTest::newRow("base is no side") << int(Qt::Key_1) << u"alike"_s;
        QTest::newRow("another connection's") << int(Qt::Key_2) << u"connection"_s;
        QTest::newRow("somebody has begun to choose there") << int(Qt::Key_2) << u"begun"_s;
        QTest::newRow("the number is taken there") << int(Qt::Key_2) << u"duplicate"_s;
        QTest::newRow("another type's") << int(Qt::Key_2) << u"customer"_s;
    }
    void whereNothingIsAlikeNothingIsOffered()
    {
        QFETCH(int, key);
        QFETCH(QString, other);
        Office office;
        const auto id = unitConflict(office, u"20"_s);
        const QJsonObject customer{{u"name"_s, u"Ada"_s}};
        const auto second = other == "customer"_L1 ? office.conflict(kCustomers, customer, with(customer, {{u"note"_s, u"a"_s}}), with(customer, {{u"note"_s, u"b"_s}}))
                                                   : unitConflict(office, u"21"_s);
        auto stored = office.stored(second);
        if (other == "connection"_L1) {
            stored.connection = ConnectionId(u"shop"_s);
            office.write([&] {
                value(office.company->conflicts().put(stored));
                value(office.company->conflicts().resolve(second, stored.versions.mine, u"client-wins"_s, u"ada"_s));
            });
        } else if (other == "duplicate"_L1) {
            stored.conflictType = ConflictType::DuplicateKey;
            office.write([&] { value(office.company->conflicts().put(stored)); });
        } else if (other == "begun"_L1) {
            auto draft = value(MergeDraft::make(*office.company->schema().find(kArticles), stored.versions));
            draft.choose(u"unit"_s, Choice::Theirs);
            office.write([&] { value(office.company->conflicts().keepDraft(second, draft.toJson())); });
        }
        Desk desk(office);
        desk.open(id);
        desk.key(key);
        office.answerAll();
        QCOMPARE(desk.offer(), QString());
        QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!desk.dialog.findChild<SimilarDialog *>());
    }

    void everythingIsNamed() // UX.md 1.2 M
    {
        Office office;
        const auto base = QJsonObject{{u"name"_s, u"Norrskog Bygg AB"_s}, {u"email"_s, u"info@norrskog.se"_s}, {u"note"_s, u"old"_s}};
        QList<qint64> ids;
        for (const auto &number : {u"1001"_s, u"1002"_s}) {
            const auto body = with(base, {{u"customerNumber"_s, number}});
            ids.append(office.conflict(kCustomers, body, with(body, {{u"email"_s, u"a@norrskog.se"_s}, {u"note"_s, u"mine"_s}}),
                                       with(body, {{u"email"_s, u"b@norrskog.se"_s}, {u"note"_s, u"theirs"_s}})));
        }
        Desk desk(office);
        desk.open(ids.first());
        QTest::keyClick(&desk.dialog, Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.offer(), u"The same for 1 similar …"_s);
        auto *similar = desk.look();
        QVERIFY(similar);
        QCOMPARE(linesOf(*similar), (QStringList{u"[x] Customer 1001 Norrskog Bygg AB (this one) | E-mail | a@norrskog.se | b@norrskog.se | b@norrskog.se"_s,
                                                 u" | Note | mine | theirs | theirs"_s,
                                                 u"[x] Customer 1002 Norrskog Bygg AB | E-mail | a@norrskog.se | b@norrskog.se | b@norrskog.se"_s,
                                                 u" | Note | mine | theirs | theirs"_s}));
        // UX.md 1.2 F: a swapped address is said of each record
        const auto labels = similar->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"another channel"_s); }));
        const auto *tree = similar->findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItem(0)->data(3, Qt::AccessibleTextRole).toString(), u"Company server: b@norrskog.se"_s);
        for (auto *widget : similar->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            auto *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
        pictures::shoot(*similar, u"similar-two"_s);
        for (auto *button : similar->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == "Tick none"_L1)
                button->click();
        }
        QCOMPARE(lineOf(*tree, 0).left(3), u"[x]"_s);
        QCOMPARE(lineOf(*tree, 2).left(3), u"[ ]"_s);
        QTest::keyClick(similar, Qt::Key_Return); // nothing is left to decide alike
        QVERIFY(office.stored(ids.first()).open);
    }
};

QTEST_MAIN(SimilarConflictsTest)
#include "similarconflicts_test.moc"
