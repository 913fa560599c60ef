// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UX.md 1.2 A5, R-CON-08: a simple conflict is decided where it is shown, by keys, and taken back there.
#include "chooserfixture.h"
#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QTreeView>

using namespace chooserfixture;

class ConflictChooserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    void oneKeyDecidesWhereTheRecordIsShown_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("strategy");
        QTest::addColumn<QString>("said");
        QTest::newRow("mine") << int(Qt::Key_2) << u"0600-22"_s << u"client-wins"_s << u"Phone: mine"_s;
        QTest::newRow("theirs, and what does not clash stays") << int(Qt::Key_3) << u"0600-33"_s << u"manual"_s
                                                               << u"Phone: Company server"_s;
    }
    void oneKeyDecidesWhereTheRecordIsShown()
    {
        QFETCH(int, key);
        QFETCH(QString, said);
        Office office;
        const auto id = phoneConflict(office);
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        for (const auto &told : {u"0600-22"_s, u"0600-33"_s, u"Before: 0600-1"_s, u"anna@firm.se"_s, u"<b>You</b>"_s})
            QVERIFY2(desk.said().contains(told), qPrintable(told + u" in "_s + desk.said()));
        desk.shoot(u"one"_s);
        desk.key(key, Qt::ControlModifier | Qt::ShiftModifier); // from wherever the person types
        QTRY_VERIFY(!office.stored(id).open);
        QTEST(fieldOf(office, id, u"phone"_s), "phone");
        QCOMPARE(fieldOf(office, id, u"note"_s), u"rings back"_s);
        QTEST(office.stored(id).strategy, "strategy");
        QCOMPARE(office.stored(id).decisions.keys(), QStringList{u"phone"_s});
        QCOMPARE(toString(office.openOperation(kCustomers, office.stored(id).record).state), u"pending"_s);
        QTRY_VERIFY(desk.button(u"Undo"_s));
        QVERIFY2(desk.said().contains(said), qPrintable(desk.said()));
        QCOMPARE(desk.chooser->current(), 0);
        desk.shoot(u"decided"_s);
    }

    void itIsTakenBackWhereItWasDecided()
    {
        Office office;
        const auto id = phoneConflict(office);
        const auto before = office.record(kCustomers, office.stored(id).record).body;
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        desk.key(Qt::Key_F8);
        QVERIFY(desk.chooser->isAncestorOf(QApplication::focusWidget()));
        desk.key(Qt::Key_3); // of the field whose button has the focus
        QTRY_VERIFY(desk.button(u"Undo"_s));
        QVERIFY(!office.stored(id).open);
        QCOMPARE(QApplication::focusWidget(), desk.button(u"Undo"_s)); // whoever works by keys is not sent away
        desk.key(Qt::Key_Space);
        QTRY_VERIFY(office.stored(id).open);
        QCOMPARE(office.record(kCustomers, office.stored(id).record).body, before);
        QTRY_COMPARE(desk.chooser->current(), id); // there to be decided otherwise
        QVERIFY2(desk.said().contains(u"open again"_s), qPrintable(desk.said()));
    }

    void twoFieldsAreDecidedOneByOne()
    {
        Office office;
        const auto id = emailAndNoteConflict(office);
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        QVERIFY2(desk.said().contains(u"another channel"_s), qPrintable(desk.said())); // UX.md 1.2 F: a swapped address
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_2);
        QTRY_VERIFY(!office.stored(id).draft.isEmpty()); // the dialog would find it
        QVERIFY(office.stored(id).open);
        QVERIFY2(desk.said().contains(u"1 left"_s), qPrintable(desk.said()));
        desk.shoot(u"two"_s);
        desk.key(Qt::Key_3); // the focus has gone on
        QTRY_VERIFY(!office.stored(id).open);
        QCOMPARE(fieldOf(office, id, u"email"_s), u"ekonomi@norrskog.se"_s);
        QCOMPARE(fieldOf(office, id, u"note"_s), u"Pays in time"_s);
    }

    void theLastChoiceIsWhatIsTakenBack()
    {
        Office office;
        const auto id = emailAndNoteConflict(office);
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_2);
        desk.key(Qt::Key_3);
        QTRY_VERIFY(desk.button(u"Undo"_s));
        desk.button(u"Undo"_s)->click();
        QTRY_COMPARE(desk.chooser->current(), id);
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_2); // the note is open again, the address is as it was chosen
        QTRY_VERIFY(!office.stored(id).open);
        QCOMPARE(fieldOf(office, id, u"email"_s), u"ekonomi@norrskog.se"_s);
        QCOMPARE(fieldOf(office, id, u"note"_s), u"Pays late"_s);
    }

    void whatIsNotSimpleIsForTheDialog_data()
    {
        QTest::addColumn<QJsonObject>("base");
        QTest::addColumn<QJsonObject>("mine");
        QTest::addColumn<QJsonObject>("theirs");
        const QString a = u"a"_s;
        const QString b = u"b"_s;
        const QString c = u"c"_s;
        QTest::newRow("what weighs much") << QJsonObject{{u"vatNumber"_s, u"SE556036079301"_s}} << QJsonObject{{u"vatNumber"_s, u"SE212000014201"_s}}
                                          << QJsonObject{{u"vatNumber"_s, u"SE556012579001"_s}};
        QTest::newRow("three fields") << QJsonObject{{u"note"_s, a}, {u"phone"_s, u"1"_s}, {u"email"_s, u"a@x.se"_s}}
                                      << QJsonObject{{u"note"_s, b}, {u"phone"_s, u"2"_s}, {u"email"_s, u"b@x.se"_s}}
                                      << QJsonObject{{u"note"_s, c}, {u"phone"_s, u"3"_s}, {u"email"_s, u"c@x.se"_s}};
        QTest::newRow("a street and a city") << QJsonObject{{u"address1"_s, a}, {u"city"_s, a}} << QJsonObject{{u"address1"_s, b}, {u"city"_s, b}}
                                             << QJsonObject{{u"address1"_s, c}, {u"city"_s, c}};
        QTest::newRow("a text that is not read at a glance")
            << QJsonObject{{u"note"_s, a}} << QJsonObject{{u"note"_s, QString(300, u'b')}} << QJsonObject{{u"note"_s, c}};
    }
    void whatIsNotSimpleIsForTheDialog()
    {
        QFETCH(QJsonObject, base);
        QFETCH(QJsonObject, mine);
        QFETCH(QJsonObject, theirs);
        Office office;
        const auto id = customerConflict(office, u"1001"_s, base, mine, theirs);
        Desk desk(office);
        desk.openRecordOf(id);
        auto *banner = desk.view.records(kCustomers).form().findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible()); // with the button that opens the dialog
        office.answerAll();
        QCOMPARE(desk.chooser->current(), 0);
        QVERIFY(!desk.chooser->isVisible());
        desk.key(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QCoreApplication::processEvents();
        QVERIFY(office.stored(id).open);
    }

    void aSideThatMayNotBeTakenIsNotOffered()
    {
        Office office;
        const auto id = customerConflict(office, u"1001"_s, {}, {{u"name"_s, u"Norrskog AB"_s}}, {{u"name"_s, QJsonValue::Null}});
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        QVERIFY(desk.button(u"Take mine"_s));
        QVERIFY(!desk.button(u"Take that of"_s));
        desk.key(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QCoreApplication::processEvents();
        QVERIFY(office.stored(id).open);
    }

    void aWarningAsksForOneConfirmation() // UX.md 1.2 D17
    {
        Office office;
        const auto id = customerConflict(office, u"1001"_s, {{u"organisationNumber"_s, u"556036-0793"_s}},
                                         {{u"organisationNumber"_s, u"212000-0142"_s}}, {{u"organisationNumber"_s, u"556036-0794"_s}});
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        desk.key(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(desk.said().contains(u"Something looks wrong"_s), qPrintable(desk.said()));
        QVERIFY(office.stored(id).open);
        desk.key(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!office.stored(id).open);
    }

    void aFurtherChangeIsShownBeforeItIsDecided() // UX.md 1.2 L34
    {
        Office office;
        const auto id = phoneConflict(office);
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"phone"_s, u"0600-44"_s}})); // told by nobody yet
        desk.key(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(desk.said().contains(u"changed again"_s), qPrintable(desk.said()));
        QVERIFY(office.stored(id).open);
        QTRY_VERIFY2(desk.said().contains(u"0600-44"_s), qPrintable(desk.said()));
        desk.key(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!office.stored(id).open);
        QCOMPARE(fieldOf(office, id, u"phone"_s), u"0600-44"_s);
    }

    void myOwnFurtherChangeIsShown() // UX.md 1.2 A4
    {
        Office office;
        const auto id = emailAndNoteConflict(office);
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_3); // the address: theirs
        QTRY_VERIFY(!office.stored(id).draft.isEmpty());
        office.edit(kCustomers, office.stored(id).record, {{u"note"_s, u"Pays very late"_s}});
        QTRY_VERIFY2(desk.said().contains(u"Pays very late"_s), qPrintable(desk.said()));
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_2);
        QTRY_VERIFY(!office.stored(id).open); // the other choice has stayed
        QCOMPARE(fieldOf(office, id, u"email"_s), u"faktura@norrskog.se"_s);
        QCOMPARE(fieldOf(office, id, u"note"_s), u"Pays very late"_s);
    }

    void anotherRecordTakesTheOfferAway()
    {
        Office office;
        const auto first = phoneConflict(office, u"1002"_s);
        const auto second = emailAndNoteConflict(office);
        Desk desk(office);
        desk.openRecordOf(first);
        QTRY_COMPARE(desk.chooser->current(), first);
        desk.key(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(desk.button(u"Undo"_s));
        desk.openRecordOf(second);
        QTRY_COMPARE(desk.chooser->current(), second);
        QVERIFY(!desk.button(u"Undo"_s));
    }

    void aFurtherQuestionAboutTheSameRecordTakesTheOfferAway()
    {
        Office office;
        const auto first = phoneConflict(office);
        Desk desk(office);
        desk.openRecordOf(first);
        QTRY_COMPARE(desk.chooser->current(), first);
        desk.key(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(desk.button(u"Undo"_s));
        const auto before = office.record(kCustomers, office.stored(first).record);
        office.edit(kCustomers, before.id, {{u"city"_s, u"Lund"_s}});
        office.pull(kCustomers, before.id, with(before.body, {{u"city"_s, u"Ystad"_s}}), u"9"_s);
        QTRY_VERIFY(desk.chooser->current() > first);
        QVERIFY(!desk.button(u"Undo"_s));
    }

    void theListGoesOnToTheNext()
    {
        Office office;
        const auto first = phoneConflict(office, u"1001"_s);
        const auto second = phoneConflict(office, u"1002"_s);
        Desk desk(office);
        desk.openList();
        QTRY_COMPARE(desk.list->count(), 2);
        QVERIFY(desk.list->findChild<QTreeView *>()->currentIndex().isValid()); // UX.md 1.2 M39
        desk.list->setCurrent(first);
        QTRY_COMPARE(desk.chooser->current(), first);
        desk.shoot(u"list"_s);
        desk.key(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.chooser->current(), second);
        QTRY_COMPARE(desk.list->count(), 1);
        QVERIFY(desk.button(u"Undo"_s));
        desk.key(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.list->count(), 0);
        QTRY_VERIFY(desk.button(u"Undo"_s));
        desk.button(u"Undo"_s)->click();
        QTRY_COMPARE(desk.list->count(), 1);
        QTRY_COMPARE(desk.chooser->current(), second);
        QVERIFY(!office.stored(first).open);
    }

    void whatIsShownFollowsTheLook() // UX.md 3.3: light text on a light tint cannot be read
    {
        Office office;
        const auto id = phoneConflict(office);
        theme::apply(theme::Look::Light);
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        theme::apply(theme::Look::Dark);
        const auto dark = QApplication::palette();
        const auto *banner = desk.view.records(kCustomers).form().findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QTRY_COMPARE(banner->palette().color(QPalette::Window), theme::tint(theme::Tint::Theirs, dark));
        QList<QColor> grounds;
        for (const auto *label : desk.chooser->findChildren<QLabel *>()) {
            if (label->text().startsWith(u"0600-"_s))
                grounds.append(label->palette().color(QPalette::Window));
        }
        QCOMPARE(grounds, (QList<QColor>{theme::tint(theme::Tint::Mine, dark), theme::tint(theme::Tint::Theirs, dark)}));
        theme::apply(theme::Look::Light);
    }

    void everyControlIsNamed() // UX.md 1.2 M
    {
        Office office;
        const auto id = emailAndNoteConflict(office);
        Desk desk(office);
        desk.openRecordOf(id);
        QTRY_COMPARE(desk.chooser->current(), id);
        QStringList names;
        for (auto *button : desk.chooser->findChildren<QPushButton *>())
            names.append(QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name));
        QCOMPARE(names, (QStringList{u"E-mail: Take mine: ekonomi@norrskog.se"_s,
                                     u"E-mail: Take that of the company server: faktura@norrskog.se"_s,
                                     u"Note: Take mine: Pays late"_s,
                                     u"Note: Take that of the company server: Pays in time"_s}));
        for (auto *widget : desk.chooser->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<QLabel *>(widget))
                continue;
            auto *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(ConflictChooserTest)
#include "conflictchooser_test.moc"
