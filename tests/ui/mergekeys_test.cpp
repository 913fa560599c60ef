// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedesk.h"
#include "pictures.h"
#include "ui/conflicts/conflictslist.h"

#include <QScopeGuard>

// UX.md 1.2 I, M35, N: nothing in the merge dialog needs a mouse, and what there is to check is heard. Every key here goes to
// the widget that has the focus.

using namespace conflictfixture;

namespace {

//! Everything about a supplier by which it is paid was changed on both sides.
qint64 paymentConflict(Office &office)
{
    const EntityType suppliers(u"suppliers"_s);
    const auto body = [](const char *bankgiro, const char *plusgiro, const char *iban, const char *email) {
        return QJsonObject{{u"name"_s, u"Trävaror AB"_s}, {u"supplierNumber"_s, u"7"_s}, {u"countryCode"_s, u"SE"_s},
                           {u"bankgiro"_s, QString::fromUtf8(bankgiro)}, {u"plusgiro"_s, QString::fromUtf8(plusgiro)},
                           {u"iban"_s, QString::fromUtf8(iban)}, {u"email"_s, QString::fromUtf8(email)}};
    };
    return office.conflict(suppliers, body("991-2346", "28 65 43-4", "SE45 5000 0000 0583 9825 7466", "a@travaror.se"),
                           body("5050-1055", "28 65 43-4", "SE35 5000 0000 0549 1000 0003", "b@travaror.se"),
                           body("5402-9681", "410 54 68-5", "SE72 8000 0810 3400 0978 3242", "c@travaror.se"));
}

} // namespace

class MergeKeysTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    void everythingIsReachedFromTheFilterToSaving()
    {
        Office office;
        const auto mine = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s},
                                                     {u"email"_s, u"info@norrskog.se"_s}});
        const auto id = office.twinOf(mine, {{u"name"_s, u"Norra Skogen AB"_s}, {u"customerNumber"_s, u"1001"_s},
                                             {u"email"_s, u"kontor@norraskogen.se"_s}});
        Desk desk(office);
        desk.open(id);
        pictures::shoot(desk.dialog, u"merge-hints"_s);
        desk.press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(nameOf(*QApplication::focusWidget()), u"Filter the conflicts"_s);
        desk.press(Qt::Key_N); // typed into it
        desk.press(Qt::Key_Backspace);

        auto passed = desk.walkTo(u"Rules …"_s);
        QCOMPARE(passed.last(), u"Rules …"_s);
        passed = desk.walkTo(u"Keep both"_s);
        QCOMPARE(passed.last(), u"Keep both …"_s);
        passed = desk.walkTo(u"Fields of the merge"_s);
        QCOMPARE(passed.last(), u"Fields of the merge"_s);
        for (int step = 0; desk.asks() && step < 10; ++step)
            desk.press(Qt::Key_2);
        QVERIFY(!desk.asks());
        passed = desk.walkTo(u"Messages"_s);
        QCOMPARE(passed.last(), u"Messages about the result"_s);
        auto *messages = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
        QCOMPARE(messages->role(), QAccessible::List);
        QVERIFY2(messages->child(0)->text(QAccessible::Name).contains(u"another channel"_s), qPrintable(messages->child(0)->text(QAccessible::Name)));
        passed = desk.walkTo(u"Save and next"_s);
        QVERIFY2(passed.last().startsWith(u"Save and next"_s), qPrintable(passed.join(u", "_s)));
        desk.press(Qt::Key_Space);
        QTRY_VERIFY(!office.stored(id).open);
    }

    void whatToCheckIsSeenWithLargeLetters() // UX.md 1.2 M40
    {
        const auto before = QApplication::font();
        auto large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        const auto asBefore = qScopeGuard([&] { QApplication::setFont(before); });
        Office office;
        const auto id = paymentConflict(office);
        Desk desk(office);
        desk.dialog.resize(1366, 728); // with the frame 768
        desk.open(id);
        const auto &messages = desk.messages();
        QCOMPARE(messages.count(), 4);
        const auto isSeen = [&](int row) {
            const auto place = messages.visualItemRect(messages.item(row));
            return messages.viewport()->visibleRegion().contains(place.center()) && place.bottom() <= messages.viewport()->height();
        };
        office.answerAll(); // and laid out
        QVERIFY(!isSeen(3)); // the page is larger than the screen
        QCOMPARE(desk.walkTo(u"Messages"_s).last(), u"Messages about the result"_s);
        for (int row = 0; row < messages.count(); ++row) {
            QCOMPARE(messages.currentRow(), row);
            QVERIFY2(isSeen(row), qPrintable(messages.item(row)->text()));
            pictures::shoot(desk.dialog, u"merge-hints-large-%1"_s.arg(row));
            desk.press(Qt::Key_Down);
        }
        for (int row = messages.count() - 1; row > 0; --row)
            desk.press(Qt::Key_Up);
        QVERIFY(isSeen(0));
    }

    // The platform of the tests has no screen reader to ask: the signal goes with the alert.
    void whatToCheckIsHeard() // UX.md 1.2 F, M35
    {
        Office office;
        const auto payment = paymentConflict(office);
        const auto invoice = office.invoiceConflict();
        Desk desk(office);
        QStringList heard;
        connect(&desk.messages(), &MessageLines::told, this, [&](const QString &text) { heard.append(text); });
        desk.open(payment);
        QTRY_VERIFY2(heard.contains(u"Note: Bankgiro was changed in the company server. Check it with the other party by another channel, "
                                    "such as a known phone number."_s),
                     qPrintable(heard.join(u'\n')));
        desk.open(invoice);
        const auto group = u"Warning: Row 1: Consulting hours: these belong together"_s;
        QTRY_COMPARE(heard.filter(group).size(), 1);
        desk.press(Qt::Key_2); // the note: about that there is nothing to check
        QCOMPARE(heard.filter(group).size(), 1); // it stands there as before
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.messages().isVisible());
        desk.press(Qt::Key_Z, Qt::ControlModifier); // it is to be checked again
        QCOMPARE(heard.filter(group).size(), 2);
    }

    void aFurtherChangeIsToldAndShown_data()
    {
        QTest::addColumn<bool>("here");
        QTest::addColumn<bool>("there");
        QTest::addColumn<QString>("said");
        const auto kept = u": 1 choice(s) are open because of it. Your other choices are kept."_s;
        QTest::newRow("there") << false << true << u"It was changed again in the company server 28 May 22:16"_s + kept;
        QTest::newRow("here") << true << false << u"It was changed again on this computer 28 May 23:26"_s + kept;
        QTest::newRow("on both sides")
            << true << true << u"It was changed again in the company server 28 May 22:16, and on this computer 28 May 23:26"_s + kept;
    }
    void aFurtherChangeIsToldAndShown() // UX.md 1.2 A4, L34
    {
        QFETCH(bool, here);
        QFETCH(bool, there);
        QFETCH(QString, said);
        Office office;
        const auto id = office.invoiceConflict();
        Desk desk(office);
        desk.open(id);
        desk.press(Qt::Key_2); // the note
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.again());
        office.clock.advance(std::chrono::hours(1));
        if (here)
            value(office.company->editor().update(kInvoices, office.stored(id).record, {{u"note"_s, u"Delivered by me"_s}}, office.company->actor()));
        if (there)
            office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"note"_s, u"Delivered at last"_s}}));
        Q_EMIT office.session->recordsChanged({kInvoices});
        QTRY_VERIFY(desk.again());
        QCOMPARE(desk.again()->text(), said);
        QTRY_VERIFY(desk.again()->findChild<QPushButton *>()->isVisible()); // laid out with the next turn of the event loop
        pictures::shoot(desk.dialog, u"merge-again"_s);
        QVERIFY(desk.tree().currentPath() != u"rows[r2]"_s);
        desk.press(Qt::Key_F8, Qt::ShiftModifier);
        desk.press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(desk.walkTo(u"Show"_s).last(), u"Show"_s);
        desk.press(Qt::Key_Space);
        QCOMPARE(desk.tree().currentPath(), u"note"_s);
        QCOMPARE(QApplication::focusWidget(), &desk.tree());
        desk.press(Qt::Key_3);
        QVERIFY(!desk.again()); // it is decided
    }

    void anotherChangeLeavesTheNoticeOfTheFirst_data()
    {
        QTest::addColumn<QString>("mine");   // another reference of the invoice
        QTest::addColumn<QString>("theirs"); // the same
        QTest::addColumn<QString>("said");
        const auto kept = u" choice(s) are open because of it. Your other choices are kept."_s;
        QTest::newRow("nothing is asked because of it")
            << u"Kalle Ek"_s << u"Kalle"_s << u"It was changed again in the company server 28 May 22:16: 1"_s + kept;
        QTest::newRow("nothing is asked because of it, which was here")
            << u"Kalle Ekman"_s << u"Kalle"_s
            << u"It was changed again in the company server 28 May 22:16, and on this computer 28 May 22:26: 1"_s + kept;
        QTest::newRow("one more is asked because of it")
            << u"Kalle Ek"_s << u"Kalle Andersson"_s << u"It was changed again in the company server 28 May 22:16: 2"_s + kept;
    }
    void anotherChangeLeavesTheNoticeOfTheFirst() // UX.md 1.2 L34
    {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        QFETCH(QString, said);
        Office office;
        const auto id = office.invoiceConflict();
        Desk desk(office);
        desk.open(id);
        desk.press(Qt::Key_2); // the note
        office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"note"_s, u"Delivered at last"_s}}));
        Q_EMIT office.session->recordsChanged({kInvoices});
        QTRY_VERIFY(desk.again());
        office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"yourReference"_s, theirs}, {u"ourReference"_s, u"Ida"_s}}));
        if (mine != "Kalle Ek"_L1)
            value(office.company->editor().update(kInvoices, office.stored(id).record, {{u"yourReference"_s, mine}}, office.company->actor()));
        Q_EMIT office.session->recordsChanged({kInvoices});
        QTRY_COMPARE(desk.cell(u"ourReference"_s, MergeModel::Theirs), u"Ida"_s);
        QVERIFY(desk.again());
        QCOMPARE(desk.again()->text(), said);
        desk.tree().goTo(u"note"_s);
        desk.press(Qt::Key_3);
        QCOMPARE(desk.again() != nullptr, said.contains(u": 2"_s)); // the other one is to be decided yet
    }

    void whatFitsNoMoreStaysSaid()
    {
        Office office;
        const auto id = office.invoiceConflict();
        Desk desk(office);
        desk.open(id);
        desk.tree().goTo(u"rows[r2]"_s);
        desk.press(Qt::Key_3);
        const auto rows = office.stored(id).versions.base->value(u"rows"_s);
        office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"rows"_s, rows}})); // the row is there again
        Q_EMIT office.session->recordsChanged({kInvoices});
        const auto said = u"It was changed again since you chose: 1 choice(s) of yours do not fit any more. Your other choices are kept."_s;
        QTRY_VERIFY(desk.again());
        QCOMPARE(desk.again()->text(), said);
        office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"ourReference"_s, u"Ida"_s}}));
        Q_EMIT office.session->recordsChanged({kInvoices});
        QTRY_COMPARE(desk.cell(u"ourReference"_s, MergeModel::Theirs), u"Ida"_s);
        QVERIFY(desk.again());
        QCOMPARE(desk.again()->text(), said);
    }

    void whatWasOpenBeforeIsNotCounted() // what is open because of a change while it was closed
    {
        Office office;
        const auto id = office.invoiceConflict();
        {
            Desk desk(office);
            desk.open(id);
            desk.tree().goTo(u"rows[r2]"_s);
            desk.press(Qt::Key_3);
        }
        office.answerAll();
        const auto rows = office.stored(id).versions.base->value(u"rows"_s);
        office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"rows"_s, rows}})); // the row is there again
        Desk desk(office);
        desk.open(id);
        QTRY_VERIFY(desk.again());
        QCOMPARE(desk.again()->text(),
                 u"It was changed again since you chose: 1 choice(s) of yours do not fit any more. Your other choices are kept."_s);
        QVERIFY(desk.asks()); // the note, as before
    }

    void aChangeWhileItWasClosedIsTold() // UX.md 1.2 L34
    {
        Office office;
        const auto id = office.invoiceConflict();
        {
            Desk desk(office);
            desk.open(id);
            desk.press(Qt::Key_2);
        }
        office.answerAll();
        office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"note"_s, u"Delivered at last"_s}}));
        Desk desk(office);
        desk.open(id);
        QTRY_VERIFY(desk.again());
        QCOMPARE(desk.again()->text(), u"It was changed again since you chose: 1 choice(s) are open because of it. Your other choices are kept."_s);
        const auto other = paymentConflict(office);
        desk.open(other);
        QTRY_VERIFY(!desk.again()); // about another one
    }
};

QTEST_MAIN(MergeKeysTest)
#include "mergekeys_test.moc"
