// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UX.md 1.2 K29–31: what was decided is shown in full, taken back and brought back by keys.
#include "conflictfixture.h"
#include "pictures.h"
#include "syncfixture.h"

#include "ui/synccenter/decisionstab.h"
#include "ui/synccenter/restoredialog.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace conflictfixture;

namespace {

//! The tab over an office, and what a person does with it.
struct Desk {
    explicit Desk(Office &office) : tab(*office.session, nullptr, [&office] { return office.clock.now(); })
    {
        tab.resize(1100, 600);
        tab.show();
        tab.activateWindow();
    }
    [[nodiscard]] QTableView &list() { return *tab.findChildren<QTableView *>().at(0); }
    [[nodiscard]] QTableView &details() { return *tab.findChildren<QTableView *>().at(1); }
    [[nodiscard]] QStringList line(int row)
    {
        QStringList cells;
        for (int column = 0; column < DecisionModel::Connection; ++column)
            cells.append(tab.model().index(row, column).data().toString());
        return cells;
    }
    [[nodiscard]] QStringList field(const QString &path)
    {
        for (int row = 0; row < tab.fields().rowCount(); ++row) {
            if (tab.fields().pathAt(tab.fields().index(row, 0)) != path)
                continue;
            QStringList cells;
            for (int column = 0; column < DecisionFields::kColumns; ++column)
                cells.append(tab.fields().index(row, column).data().toString());
            return cells;
        }
        return {};
    }
    [[nodiscard]] QPushButton &button(const QString &text)
    {
        const auto buttons = tab.findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (button->text().remove(u'&').startsWith(text))
                return *button;
        }
        qFatal("no button %s", qPrintable(text));
    }
    void lookAt(const QString &path)
    {
        for (int row = 0; row < tab.fields().rowCount(); ++row) {
            if (tab.fields().pathAt(tab.fields().index(row, 0)) == path)
                details().setCurrentIndex(tab.fields().index(row, 0));
        }
    }
    [[nodiscard]] QString state() { return tab.model().index(0, DecisionModel::State).data().toString(); }
    [[nodiscard]] QString banner() { return tab.findChild<Banner *>()->text(); }
    void shoot(const QString &name) { pictures::shoot(tab, u"decisions-"_s + name); }

    DecisionsTab tab;
};

[[nodiscard]] QRadioButton *choiceIn(const RestoreDialog &dialog, const QString &text)
{
    const auto choices = dialog.findChildren<QRadioButton *>();
    for (auto *choice : choices) {
        if (choice->text().remove(u'&').startsWith(text))
            return choice;
    }
    qFatal("no choice %s", qPrintable(text));
}

//! Mine of the note, theirs of the group, one value of nobody.
Resolution choices(Office &office, qint64 id)
{
    const auto conflict = value(office.company->resolver().current(id));
    auto draft = value(MergeDraft::make(*office.company->schema().find(conflict.type), conflict.versions));
    for (const auto &entry : draft.entries()) {
        if (draft.isOpen(entry))
            draft.choose(entry.path, Choice::Theirs);
    }
    draft.choose(u"note"_s, Choice::Mine);
    value(draft.edit(u"yourReference"_s, u"Kalle Ek jr"_s));
    return resolutionOf(draft);
}

void decide(Office &office, qint64 id)
{
    value(office.company->resolver().resolve(id, choices(office, id), office.company->actor()));
}

void keepBoth(Office &office, qint64 id)
{
    value(office.company->resolver().resolve(id, Strategy::KeepBoth, std::nullopt, office.company->actor()));
}

//! The engine has sent it.
void send(Office &office, qint64 id)
{
    const auto conflict = office.stored(id);
    const auto operation = office.openOperation(conflict.type, conflict.record);
    office.write([&] { value(office.company->outbox().transition(operation.id, OperationState::Completed)); });
}

} // namespace

class DecisionsTabTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { syncfixture::speakEnglish(); }

    void whatWasDecidedIsListed()
    {
        Office office;
        const auto id = office.invoiceConflict();
        decide(office, id);
        Desk desk(office);
        QAbstractItemModelTester rows(&desk.tab.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester fields(&desk.tab.fields(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(desk.tab.model().rowCount(), 1);
        const auto line = desk.line(0);
        QCOMPARE(line[DecisionModel::Who], office.company->actor().user.toString());
        QVERIFY2(line[DecisionModel::RecordColumn].contains(u"1042"_s), qPrintable(line.join(u'|')));
        QVERIFY2(line[DecisionModel::Decided].contains(u"Note: mine"_s), qPrintable(line[DecisionModel::Decided]));
        QCOMPARE(line[DecisionModel::State], u"Waiting to be sent"_s);
        desk.shoot(u"waiting"_s);
    }

    // R-CON-07: base, mine, theirs, result
    void aDecisionIsShownInFull()
    {
        Office office;
        decide(office, office.invoiceConflict());
        Desk desk(office);
        QTRY_VERIFY(desk.tab.fields().rowCount() > 0);
        const auto note = desk.field(u"note"_s);
        QCOMPARE(note.mid(1), (QStringList{u"Delivered in March"_s, u"Delivered 12 March"_s, u"Delivered in spring"_s,
                                           u"Delivered 12 March"_s, u"mine"_s}));
        QCOMPARE(desk.field(u"yourReference"_s).last(), u"edited"_s);
        QCOMPARE(desk.field(u"yourReference"_s)[DecisionFields::Outcome], u"Kalle Ek jr"_s);
        QCOMPARE(desk.field(u"termsOfPayment"_s).last(), u"merged by itself"_s);
        QCOMPARE(desk.tab.fields().index(0, 0).flags() & Qt::ItemIsEditable, Qt::NoItemFlags);
    }

    void aDecisionIsTakenBackByKeys()
    {
        Office office;
        const auto id = office.invoiceConflict();
        const auto before = office.record(kInvoices, office.stored(id).record).body;
        decide(office, id);
        Desk desk(office);
        QTRY_VERIFY(desk.button(u"Undo decision"_s).isEnabled());
        desk.list().setFocus();
        QTest::keyClick(&desk.list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(desk.banner().contains(u"open again"_s));
        QVERIFY(office.stored(id).open);
        QCOMPARE(office.record(kInvoices, office.stored(id).record).body, before);
        QTRY_COMPARE(desk.state(), u"Undone by %1"_s.arg(office.company->actor().user.toString()));
        QVERIFY(!desk.button(u"Undo decision"_s).isEnabled());
        QTRY_COMPARE(desk.field(u"note"_s).value(DecisionFields::kColumns - 1), u"mine"_s); // the decision can still be looked at
        desk.shoot(u"undone"_s);
        const QSignalSpy compare(&desk.tab, &DecisionsTab::compareWanted);
        QTest::keyClick(&desk.button(u"Compare"_s), Qt::Key_Space);
        QCOMPARE(compare.size(), 1);
        QCOMPARE(compare.first().first().toLongLong(), id);
    }

    // R-CON-07, UX.md 1.2 K29: two records are one question again.
    void bothKeptIsTakenBackByKeys()
    {
        Office office;
        const auto mine = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
        const auto id = office.twinOf(mine, {{u"name"_s, u"Norra Skogen AB"_s}, {u"customerNumber"_s, u"1001"_s}});
        keepBoth(office, id);
        const auto customers = [&] { return value(value(office.company->database().objectStore(kCustomers)).count()); };
        QCOMPARE(customers(), 2);
        Desk desk(office);
        QTRY_VERIFY(desk.button(u"Undo decision"_s).isEnabled());
        QVERIFY2(desk.line(0)[DecisionModel::Decided].contains(u"Both kept"_s), qPrintable(desk.line(0).join(u'|')));
        desk.shoot(u"both-kept"_s);
        desk.list().setFocus();
        QTest::keyClick(&desk.list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY2(desk.banner().contains(u"open again"_s), qPrintable(desk.banner()));
        QVERIFY(office.stored(id).open);
        QCOMPARE(customers(), 1);
        QCOMPARE(office.record(kCustomers, mine.id).body, mine.body);
        desk.shoot(u"both-kept-undone"_s);
    }

    void whyBothStayIsSaid()
    {
        Office office;
        const auto mine = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
        const auto id = office.twinOf(mine, {{u"name"_s, u"Norra Skogen AB"_s}, {u"customerNumber"_s, u"1001"_s}});
        keepBoth(office, id);
        Desk desk(office);
        QTRY_VERIFY(desk.button(u"Undo decision"_s).isEnabled());
        auto links = office.company->links(kServer);
        const auto theirs = *value(links.find(kCustomers, office.stored(id).remote));
        value(office.company->editor().update(kCustomers, theirs.local, {{u"city"_s, u"Kiruna"_s}}, office.company->actor()));
        desk.button(u"Undo decision"_s).click(); // told by nobody yet
        QTRY_VERIFY2(desk.banner().contains(u"there are two records"_s), qPrintable(desk.banner()));
        QTRY_VERIFY(!desk.button(u"Undo decision"_s).isEnabled());
    }

    void whoPressesTwiceMeansItOnce()
    {
        Office office;
        const auto id = office.invoiceConflict();
        decide(office, id);
        Desk desk(office);
        auto &undo = desk.button(u"Undo decision"_s);
        QTRY_VERIFY(undo.isEnabled());
        QTest::mouseClick(&undo, Qt::LeftButton);
        QVERIFY(!undo.isEnabled());
        QTest::mouseClick(&undo, Qt::LeftButton);
        desk.list().setFocus();
        QTest::keyClick(&desk.list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.state(), u"Undone by %1"_s.arg(office.company->actor().user.toString()));
        QVERIFY2(desk.banner().contains(u"open again"_s), qPrintable(desk.banner()));
        QVERIFY(office.stored(id).open);
    }

    void whatWasSentIsRestoredByKeys_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("one field") << false;
        QTest::newRow("the whole record") << true;
    }
    void whatWasSentIsRestoredByKeys()
    {
        QFETCH(bool, whole);
        Office office;
        const auto id = office.invoiceConflict();
        decide(office, id);
        send(office, id);
        Desk desk(office);
        QTRY_COMPARE(desk.state(), u"Sent"_s);
        QVERIFY(!desk.button(u"Undo decision"_s).isEnabled());
        QTRY_VERIFY(desk.button(u"Restore"_s).isEnabled());
        desk.lookAt(u"note"_s);
        desk.details().setFocus();
        QTest::keyClick(&desk.details(), Qt::Key_R, Qt::ControlModifier);
        auto *dialog = desk.tab.findChild<RestoreDialog *>();
        QVERIFY(dialog);
        QTest::keyClick(choiceIn(*dialog, u"Theirs"_s), Qt::Key_Space);
        QTest::keyClick(choiceIn(*dialog, whole ? u"The whole"_s : u"Only Note"_s), Qt::Key_Space);
        if (const auto folder = qEnvironmentVariable("FROST_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(dialog->grab().save(folder + u"/decisions-restore.png"_s));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(desk.banner().contains(u"Restored"_s));
        const auto body = office.record(kInvoices, office.stored(id).record).body;
        QCOMPARE(body["note"_L1].toString(), u"Delivered in spring"_s);
        QCOMPARE(body["yourReference"_L1].toString(), whole ? u"Kalle"_s : u"Kalle Ek jr"_s);
        QCOMPARE(toString(office.openOperation(kInvoices, office.stored(id).record).state), u"pending"_s);
    }

    void whatCannotBeDoneIsSaid()
    {
        Office office;
        const auto id = office.invoiceConflict();
        decide(office, id);
        Desk desk(office);
        QTRY_VERIFY(desk.button(u"Undo decision"_s).isEnabled());
        send(office, id); // told by nobody yet
        desk.button(u"Undo decision"_s).click();
        QTRY_VERIFY2(desk.banner().contains(u"has been sent"_s), qPrintable(desk.banner()));
        QTRY_COMPARE(desk.state(), u"Sent"_s);
    }

    void aDeletionIsToldAsAWhole()
    {
        Office office;
        const QJsonObject base{{u"description"_s, u"Hours"_s}, {u"articleNumber"_s, u"20"_s}};
        const auto id = office.conflict(kArticles, base, std::nullopt, with(base, {{u"unit"_s, u"st"_s}}));
        value(office.company->resolver().resolve(id, Strategy::ServerWins, std::nullopt, office.company->actor()));
        Desk desk(office);
        QTRY_COMPARE(desk.tab.model().rowCount(), 1);
        QVERIFY2(desk.line(0)[DecisionModel::Decided].startsWith(u"Everything: "_s), qPrintable(desk.line(0).join(u'|')));
        QTRY_COMPARE(desk.field(u""_s)[DecisionFields::Mine], u"(deleted)"_s);
        desk.shoot(u"deletion"_s);
    }

    void anEmptyHistorySaysWhatItIsFor()
    {
        Office office;
        Desk desk(office);
        QTRY_VERIFY(!desk.tab.findChildren<QTableView *>().at(0)->isVisible());
        QVERIFY(!desk.button(u"Undo decision"_s).isEnabled());
        QVERIFY(!desk.button(u"Restore"_s).isEnabled());
        QVERIFY(!desk.button(u"Open record"_s).isEnabled());
        desk.shoot(u"empty"_s);
    }

    void everyControlIsNamed()
    {
        Office office;
        decide(office, office.invoiceConflict());
        Desk desk(office);
        QTRY_VERIFY(desk.tab.fields().rowCount() > 0);
        const auto widgets = desk.tab.findChildren<QWidget *>();
        for (auto *widget : widgets) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            auto *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
        const auto outcome = desk.tab.fields().index(0, DecisionFields::Outcome).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(outcome.startsWith(u"Result: "_s), qPrintable(outcome));
    }
};

QTEST_MAIN(DecisionsTabTest)
#include "decisionstab_test.moc"
