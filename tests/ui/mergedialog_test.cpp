// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedesk.h"
#include "core/sync/hold.h"
#include "ui/conflicts/conflictslist.h"
#include "ui/conflicts/keepbothdialog.h"
#include "ui/conflicts/rowmatchdialog.h"
#include "ui/conflicts/rulesdialog.h"
#include "ui/conflicts/sendpreview.h"
#include "ui/theme/palette.h"
#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>

// The whole dialog, driven by the keyboard alone (UX.md 1.2 I, N; R-CON-08, R-CON-09).

using namespace conflictfixture;

namespace {

//! Pictures for people to look at, where FROST_SCREENSHOTS names a folder.
void shoot(QWidget &widget, const QString &name)
{
    if (const auto folder = qEnvironmentVariable("FROST_SCREENSHOTS"); !folder.isEmpty())
        QVERIFY(widget.grab().save(u"%1/merge-%2.png"_s.arg(folder, name)));
}

QStringList linesOf(const SendPreview &preview)
{
    QStringList lines;
    const auto *list = preview.findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row)
        lines.append(list->item(row)->text());
    return lines;
}

//! The requests, exactly.
QJsonArray jsonOf(const SendPreview &preview)
{
    return QJsonDocument::fromJson(preview.findChild<QPlainTextEdit *>()->toPlainText().toUtf8()).array();
}

//! Opened by its keys; gone with the dialog, or when it is closed.
SendPreview *previewOf(Desk &desk)
{
    QTest::keyClick(&desk.dialog, Qt::Key_P, Qt::ControlModifier);
    auto *preview = desk.dialog.findChild<SendPreview *>();
    if (!preview || !QTest::qWaitFor([&] { return !linesOf(*preview).isEmpty(); }))
        qFatal("no preview");
    return preview;
}

void closePreview(Desk &desk)
{
    desk.dialog.findChild<SendPreview *>()->close();
    QTRY_VERIFY(!desk.dialog.findChild<SendPreview *>());
    QApplication::setActiveWindow(&desk.dialog);
}

//! The unit: h here, st there.
qint64 articleConflict(Office &office, const QString &description, const QString &number)
{
    const QJsonObject base{{u"description"_s, description}, {u"articleNumber"_s, number}};
    return office.conflict(kArticles, base, with(base, {{u"unit"_s, u"h"_s}}), with(base, {{u"unit"_s, u"st"_s}}));
}

//! An invoice whose customer was changed on both sides; there is another one with the number 1009.
qint64 customerConflict(Office &office)
{
    const auto customer = [&](const QString &name, const QString &number) {
        return office.create(kCustomers, {{u"name"_s, name}, {u"customerNumber"_s, number}}).id;
    };
    const auto body = office.invoice(customer(u"Norrskog Bygg AB"_s, u"1001"_s), "1", "1", "1", "x", "30", "n");
    const auto mine = customer(u"Fjällgården"_s, u"1002"_s);
    const auto theirs = customer(u"Sjöstad"_s, u"1003"_s);
    customer(u"Ny kund"_s, u"1009"_s);
    return office.conflict(kInvoices, body, with(body, {{u"customer"_s, mine.toString()}}),
                           with(body, {{u"customer"_s, theirs.toString()}}));
}

} // namespace

class MergeDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anInvoiceIsMergedByKeysAlone();
    void undoAndRedoGoThroughEverything();
    void zeroTakesAPickBack();
    void aPickIsToldToScreenReaders();
    void fiveWeavesBothChangesOfAText();
    void allMineActsOnOpenFieldsFirst();
    void standardNotes3779_typingEditsTheResult();
    void lookingIntoAnEditorDecidesNothing();
    void aReferenceIsChosenByItsNumber();
    void choicesAreKeptWhenItIsClosed();
    void goingAwayAndBackKeepsChoices();
    void itsKeysWorkAsSoonAsItIsOpen();
    void nextcloud3276_savingOpensTheNextConflict();
    void aFurtherChangeKeepsTheOtherChoices();
    void savingOverAFurtherChangeIsRefused();
    void myOwnFurtherChangeIsShown();
    void whatBreaksARuleIsNotSaved();
    void wholeRecords_data();
    void wholeRecords();
    void whatIsBookedThereIsTakenAndCorrected();
    void aVoucherOfTheBooksIsCorrectedByMine_data();
    void aVoucherOfTheBooksIsCorrectedByMine();
    void whatIsInClosedBooksIsTheirs();
    void whatAnotherHasBookedIsKeptAndCorrected();
    void twoRecordsWithOneNumberAreBothKept();
    void earlierDecisionsAreSuggested();
    void aHabitBecomesARuleAndIsTakenBack();
    void aRefusalHasNothingToCompare();
    void whatIsBeingTypedSurvivesAFurtherChange();
    void aFurtherChangeOfSomethingElseIsTold();
    void newestNeedsTrustedClocks_data();
    void newestNeedsTrustedClocks();
    void keePassXC1152_thePreviewSaysWhatIsSent();
    void thePreviewListsEveryRequest();
    void thePreviewSaysWhatStandsOpen_data();
    void thePreviewSaysWhatStandsOpen();
    void thePreviewSaysWhatCannotBeSaved();
    void thePreviewKeepsNumbersThatAreFinal();
    void thePreviewSaysWhatKeepingBothSends();
    void thePreviewSaysWhatACorrectionSends();
    void aProbableDuplicateIsDecidedByKeys_data(); // UX.md 1.2 E19
    void aProbableDuplicateIsDecidedByKeys();
    void rowsAreMatchedAndSplitByKeys();
    void aMatchIsKeptWhenItIsClosed();
    void onlyRowsAreMatched();
    void fourTypesWhereThereIsNothingToJoin();
    void theQueueIsFilteredAndWalked();
    void aSettledConflictIsSaidToBe_data();
    void aSettledConflictIsSaidToBe();
    void aNewConflictIsThereWhenItIsShownAgain();
    void aDecisionForMineLeavesTheList();
    void whoGoesOnWhileItSavesIsNotDisturbed_data();
    void whoGoesOnWhileItSavesIsNotDisturbed();
    void aTypedReferenceIsKeptByWhoGoesOn();
    void aTypedReferenceIsSavedAtOnce();
    void whatIsTypedWrongIsNotSavedWithout();
    void choicesAreKeptWhenItIsDestroyed();
    void aMendedWarningIsSaved();
    void heldKeysArePressedOnce();
    void everyFocusableWidgetHasAName();
    void cellsSpeakForThemselves();
    void narrowWindowsFoldTheBase();
    void lettersTwiceAsLargeFitASmallScreen();
    void theRowsLookAsSketched_data();
    void theRowsLookAsSketched();
};

void MergeDialogTest::initTestCase()
{
    QLocale::setDefault(QLocale::C);
}

void MergeDialogTest::anInvoiceIsMergedByKeysAlone()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    QSignalSpy resolved(&desk.dialog, &MergeDialog::resolved);
    desk.open(id);
    QCOMPARE(desk.footer(), u"4 of 4 choices left"_s);
    QCOMPARE(desk.tree().currentPath(), u"note"_s);
    QVERIFY(!desk.button(u"Save and next"_s)->isEnabled());

    desk.key(Qt::Key_2); // mine, and on to the next open field
    QCOMPARE(desk.tree().currentPath(), u"rows[r1].quantity"_s);
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered 12 March"_s);
    desk.key(Qt::Key_F8);
    QCOMPARE(desk.tree().currentPath(), u"rows[r1].price"_s);
    desk.key(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(desk.tree().currentPath(), u"rows[r1].quantity"_s);
    desk.key(Qt::Key_Return); // quantity and price belong together: both changes, confirmed
    QCOMPARE(desk.tree().currentPath(), u"rows[r2]"_s);
    QCOMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"980.00"_s);
    desk.key(Qt::Key_3); // the row goes, as they wanted
    QVERIFY(desk.footer().startsWith(u"0 of 4 choices left"_s));

    desk.tree().goTo(u"rows[r1].price"_s);
    desk.typeResult(u"990,50"_s);
    QTest::keyClick(desk.tree().findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"990.50"_s);
    QVERIFY(desk.cell(u"rows[r1].price"_s, MergeModel::Status).startsWith(u"Edited"_s));
    QTest::keyClick(&desk.dialog, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"980.00"_s);
    QVERIFY(desk.button(u"Save and next"_s)->isEnabled());

    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(resolved.size(), 1);
    const auto stored = office.stored(id);
    QVERIFY(!stored.open);
    QCOMPARE(stored.strategy, u"manual"_s);
    const auto body = office.record(kInvoices, stored.record).body;
    QCOMPARE(body.value(u"note"_s).toString(), u"Delivered 12 March"_s);
    QCOMPARE(body.value(u"termsOfPayment"_s).toInt(), 20);                      // theirs alone had changed it
    QCOMPARE(body.value(u"yourReference"_s).toString(), u"Kalle Ek"_s);         // mine alone had
    QCOMPARE(rowOf(body, u"r1"_s).value(u"total"_s).toString(), u"11760.00"_s); // 12 × 980
    QVERIFY(rowOf(body, u"r2"_s).isEmpty());
    QCOMPARE(toString(office.openOperation(kInvoices, stored.record).state), u"pending"_s); // sent by the next sync
    QTRY_VERIFY(desk.everythingSaid().contains(u"No conflicts."_s));
    QCOMPARE(desk.dialog.current(), 0);
    QVERIFY(desk.button(u"Close (Esc)"_s)); // there is nothing left that could be done later
    QVERIFY(!desk.everythingSaid().contains(u"All other records"_s));
}

void MergeDialogTest::undoAndRedoGoThroughEverything()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    const auto before = desk.cell(u"note"_s, MergeModel::Outcome);
    desk.key(Qt::Key_3);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_2);
    for (int left = 0; left < 3; ++left)
        QTest::keyClick(&desk.dialog, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.footer().startsWith(u"4 of 4"_s));
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), before);
    QVERIFY(!desk.button(u"Undo"_s)->isEnabled());
    for (int left = 0; left < 3; ++left)
        QTest::keyClick(&desk.dialog, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.footer().startsWith(u"0 of 4"_s));
}

void MergeDialogTest::zeroTakesAPickBack()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_1);
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered in March"_s);
    desk.tree().goTo(u"note"_s);
    desk.key(Qt::Key_0);
    QVERIFY(desk.footer().startsWith(u"4 of 4"_s));
    QVERIFY(desk.cell(u"note"_s, MergeModel::Outcome).startsWith(u"‹choose: 1 · 2 · 3"_s));
    QCOMPARE(desk.tree().currentPath(), u"note"_s); // nothing to go on to
}

void MergeDialogTest::aPickIsToldToScreenReaders() // UX.md 1.2 M38
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2);
    QCOMPARE(desk.announced(), u"Chosen: mine. 3 left"_s);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.announced(), u"Confirmed. 1 left"_s);
}

void MergeDialogTest::fiveWeavesBothChangesOfAText()
{
    Office office;
    const QJsonObject base{{u"name"_s, u"Ek"_s}, {u"customerNumber"_s, u"17"_s}, {u"note"_s, u"Delivered in spring; paid in summer."_s}};
    const auto id = office.conflict(kCustomers, base, with(base, {{u"note"_s, u"Delivered in early spring; paid in summer."_s}}),
                                    with(base, {{u"note"_s, u"Delivered in spring; paid in late summer."_s}}));
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_5);
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered in early spring; paid in late summer."_s);
    QCOMPARE(desk.announced(), u"Chosen: both changes in one text. 0 left"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
    const auto record = office.record(kCustomers, office.stored(id).record);
    QCOMPARE(record.body.value(u"note"_s).toString(), u"Delivered in early spring; paid in late summer."_s);
    QVERIFY(office.stored(id).decisions.value(u"note"_s).choice == Choice::Woven);
}

void MergeDialogTest::allMineActsOnOpenFieldsFirst() // UX.md 1.2 J24
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_3); // the note: theirs
    QTest::keyClick(&desk.dialog, Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.footer().startsWith(u"0 of 4"_s));
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered in spring"_s);
    QCOMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"950.00"_s);
    QCOMPARE(desk.button(u"All mine"_s)->text().remove(u'&'), u"All mine – changes 1"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered 12 March"_s);
    QVERIFY(!desk.button(u"All mine"_s)->isEnabled());
    QTest::keyClick(&desk.dialog, Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.cell(u"rows[r2]"_s, MergeModel::Outcome), u"(removed)"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_Z, Qt::ControlModifier); // one step
    QCOMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"950.00"_s);
}

// Standard Notes #3779: what is right can only be typed elsewhere.
void MergeDialogTest::standardNotes3779_typingEditsTheResult()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.tree().goTo(u"rows[r1].price"_s);
    desk.key(Qt::Key_9); // not one of the picking keys
    auto *editor = desk.tree().findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"99"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"999.00"_s);
}

void MergeDialogTest::lookingIntoAnEditorDecidesNothing()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.tree().goTo(u"rows[r1].price"_s);
    desk.key(Qt::Key_F2);
    auto *editor = desk.tree().findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(desk.footer().startsWith(u"4 of 4"_s));
    QVERIFY(desk.dialog.isVisible()); // Escape belonged to the editor
    desk.key(Qt::Key_F2);
    desk.tree().finishEditing();
    QVERIFY(desk.footer().startsWith(u"4 of 4"_s));
}

void MergeDialogTest::aReferenceIsChosenByItsNumber()
{
    Office office;
    const auto id = customerConflict(office);
    Desk desk(office);
    desk.open(id);
    QCOMPARE(desk.cell(u"customer"_s, MergeModel::Mine), u"1002 Fjällgården"_s);
    QCOMPARE(desk.cell(u"customer"_s, MergeModel::Theirs), u"1003 Sjöstad"_s);
    desk.typeResult(u"1009"_s);
    QTest::keyClick(desk.tree().findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(desk.cell(u"customer"_s, MergeModel::Outcome), u"1009 Ny kund"_s);
}

void MergeDialogTest::choicesAreKeptWhenItIsClosed()
{
    Office office;
    const auto id = office.invoiceConflict();
    {
        Desk desk(office);
        desk.open(id);
        desk.key(Qt::Key_3);
        QTest::keyClick(&desk.dialog, Qt::Key_Escape); // later, without a question
        QVERIFY(!desk.dialog.isVisible());
        QTRY_VERIFY(!office.stored(1).draft.isEmpty());
    }
    QVERIFY(office.stored(id).open);
    Desk again(office);
    again.open(id);
    QCOMPARE(again.footer(), u"3 of 4 choices left"_s);
    QCOMPARE(again.cell(u"note"_s, MergeModel::Outcome), u"Delivered in spring"_s);
    again.tree().goTo(u"note"_s);
    again.key(Qt::Key_0);
    QTRY_VERIFY(again.footer().contains(u"draft kept"_s));
    QVERIFY(office.stored(1).draft.isEmpty());
}

void MergeDialogTest::itsKeysWorkAsSoonAsItIsOpen() // UX.md 1.2 I
{
    Office office;
    const auto id = office.invoiceConflict();
    MergeDialog dialog(*office.session);
    dialog.show();
    dialog.showConflict(id); // before the window is in front, and before the conflict is read
    QApplication::setActiveWindow(&dialog);
    auto &tree = *dialog.findChild<MergeTree *>();
    QTRY_VERIFY(tree.isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), &tree);
}

void MergeDialogTest::goingAwayAndBackKeepsChoices()
{
    Office office;
    const auto first = office.invoiceConflict();
    const QJsonObject base{{u"description"_s, u"Hours"_s}, {u"articleNumber"_s, u"20"_s}};
    const auto second =
        office.conflict(kArticles, base, with(base, {{u"unit"_s, u"h"_s}}), with(base, {{u"unit"_s, u"st"_s}}));
    Desk desk(office);
    desk.open(first);
    desk.key(Qt::Key_3);
    QTest::keyClick(&desk.dialog, Qt::Key_PageDown, Qt::AltModifier);
    desk.key(Qt::Key_2); // while the next one is still being read, this is about the first
    QTRY_COMPARE(desk.footer(), u"1 of 1 choices left"_s);
    QCOMPARE(desk.dialog.current(), second);
    QTest::keyClick(&desk.dialog, Qt::Key_PageUp, Qt::AltModifier);
    QTRY_VERIFY(desk.footer().startsWith(u"2 of 4 choices left"_s));
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered in spring"_s);
    QCOMPARE(desk.cell(u"rows[r1].quantity"_s, MergeModel::Outcome), u"12"_s);
    desk.key(Qt::Key_Z, Qt::ControlModifier); // each conflict keeps its own steps
    QTRY_VERIFY(desk.footer().startsWith(u"3 of 4 choices left"_s));
}

// Nextcloud #3276: each conflict has to be looked for.
void MergeDialogTest::nextcloud3276_savingOpensTheNextConflict()
{
    Office office;
    const auto article = json(R"({"description": "Hours", "articleNumber": "20"})");
    const auto first = office.conflict(kArticles, article, with(article, {{u"unit"_s, u"h"_s}}),
                                       with(article, {{u"unit"_s, u"st"_s}}));
    const auto other = json(R"({"description": "Travel", "articleNumber": "21"})");
    const auto second =
        office.conflict(kArticles, other, with(other, {{u"unit"_s, u"km"_s}}), with(other, {{u"unit"_s, u"mil"_s}}));
    Desk desk(office);
    desk.open(first);
    desk.key(Qt::Key_3);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.dialog.current(), second);
    QTRY_VERIFY(desk.everythingSaid().contains(u"Travel"_s));
    QCOMPARE(office.stored(first).strategy, u"server-wins"_s); // nothing of mine is left
    QTRY_COMPARE(desk.dialog.findChild<ConflictsList *>()->count(), 1);
    QCOMPARE(value(office.company->conflicts().openCount()), 1);
}

void MergeDialogTest::aFurtherChangeKeepsTheOtherChoices() // UX.md 1.2 L34
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2);
    desk.key(Qt::Key_Return);
    office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"note"_s, u"Delivered at last"_s}}));
    Q_EMIT office.session->recordsChanged({kInvoices});
    QTRY_VERIFY(desk.everythingSaid().contains(u"It was changed again in the company server 28 May 22:16: 1 choice"_s));
    QVERIFY(desk.footer().startsWith(u"2 of 4"_s)); // the note is asked anew, the row's figures are not
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Theirs), u"Delivered at last"_s);
    QCOMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"980.00"_s);
}

void MergeDialogTest::savingOverAFurtherChangeIsRefused()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    QTest::keyClick(&desk.dialog, Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    // Behind the dialog's back: nobody saves over what nobody saw.
    office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"note"_s, u"Delivered at last"_s}}));
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.footer().startsWith(u"1 of 4"_s));
    QVERIFY(office.stored(id).open);
    desk.key(Qt::Key_2);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
}

void MergeDialogTest::myOwnFurtherChangeIsShown() // UX.md 1.2 A4
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2); // the note: mine, as it is now
    desk.tree().goTo(u"rows[r2]"_s);
    desk.key(Qt::Key_3);
    QCOMPARE(desk.cell(u"yourReference"_s, MergeModel::Outcome), u"Kalle Ek"_s); // mine alone had changed it
    office.edit(kInvoices, office.stored(id).record, {{u"note"_s, u"Delivered 13 March"_s}, {u"yourReference"_s, u"Kalle Ekman"_s}});
    QTRY_COMPARE(desk.cell(u"note"_s, MergeModel::Mine), u"Delivered 13 March"_s);
    QCOMPARE(desk.cell(u"yourReference"_s, MergeModel::Mine), u"Kalle Ekman"_s);
    QCOMPARE(desk.cell(u"yourReference"_s, MergeModel::Outcome), u"Kalle Ekman"_s);
    QCOMPARE(desk.cell(u"rows[r2]"_s, MergeModel::Outcome), u"(removed)"_s); // the other choice stays
    QVERIFY(desk.footer().startsWith(u"3 of 4 choices left"_s));             // the one about another text is asked again
    QVERIFY(desk.everythingSaid().contains(u"It was changed again on this computer"_s));
    QVERIFY(desk.everythingSaid().contains(u": 1 choice(s) are open because of it"_s));
    desk.tree().goTo(u"note"_s);
    desk.key(Qt::Key_2);
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered 13 March"_s);
    desk.key(Qt::Key_Return);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
    const auto body = office.record(kInvoices, office.stored(id).record).body;
    QCOMPARE(body.value(u"note"_s).toString(), u"Delivered 13 March"_s);
    QCOMPARE(body.value(u"yourReference"_s).toString(), u"Kalle Ekman"_s);
    QCOMPARE(office.stored(id).versions.mine->value(u"note"_s).toString(), u"Delivered 13 March"_s); // what was decided over
}

void MergeDialogTest::whatBreaksARuleIsNotSaved()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    QTest::keyClick(&desk.dialog, Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    desk.button(u"Show unchanged"_s)->click();
    desk.tree().goTo(u"currency"_s);
    desk.key(Qt::Key_F2);
    auto *editor = desk.tree().findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(editor, Qt::Key_Delete);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!desk.button(u"Save and next"_s)->isEnabled());
    QVERIFY(desk.everythingSaid().contains(u"Currency: "_s));
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.announced(), u"Not saved: see the message below the fields"_s);
    QVERIFY(office.stored(id).open);
}

void MergeDialogTest::whatIsBookedThereIsTakenAndCorrected() // UX.md 1.2 G, R-CON-11
{
    Office office;
    const auto customer = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
    const auto draft = office.invoice(customer.id, "10", "950", "1200", "Kalle", "30", "");
    const auto id = office.conflict(kInvoices, draft, office.invoice(customer.id, "12", "950", "1200", "Kalle", "30", ""),
                                    with(draft, {{u"booked"_s, true}}));
    Desk desk(office);
    QSignalSpy wanted(&desk.dialog, &MergeDialog::recordWanted);
    desk.open(id);
    QVERIFY2(desk.everythingSaid().contains(u"only corrected by a record of its own"_s), qPrintable(desk.everythingSaid()));
    shoot(desk.dialog, u"booked"_s);
    desk.key(Qt::Key_2); // mine is not on offer
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s);
    QVERIFY(!desk.button(u"All mine"_s)->isEnabled());
    QVERIFY(desk.button(u"All mine"_s)->toolTip().contains(u"cannot be changed any more"_s));
    desk.key(Qt::Key_3);
    QVERIFY2(desk.footer().startsWith(u"0 of 1 choices left"_s), qPrintable(desk.footer()));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(desk.footer().startsWith(u"1 of 1 choices left"_s), qPrintable(desk.footer()));
    QTest::keyClick(desk.button(u"Correct it"_s), Qt::Key_Space);
    QTRY_COMPARE(wanted.size(), 1);
    const auto record = office.record(kInvoices, office.stored(id).record);
    QVERIFY(record.body["booked"_L1].toBool());
    const auto credit = office.record(kInvoices, wanted.first().at(1).value<LocalId>());
    QCOMPARE(credit.body["creditOf"_L1].toString(), record.id.toString());
    QCOMPARE(credit.body["rows"_L1][0]["quantity"_L1].toString(), u"-10"_s);
}

void MergeDialogTest::aVoucherOfTheBooksIsCorrectedByMine_data()
{
    QTest::addColumn<QString>("theirs"); // what they made of its description
    QTest::newRow("it only got its number there") << u"Rent"_s;
    QTest::newRow("it was also changed there") << u"Rent of March"_s;
}

void MergeDialogTest::aVoucherOfTheBooksIsCorrectedByMine() // UX.md 1.2 G, R-CON-11
{
    QFETCH(QString, theirs);
    Office office;
    const auto draft = json(R"({"series": "A", "transactionDate": "2026-03-12", "description": "Rent", "rows": [
        {"rowId": "r1", "account": "5010", "debit": "900.00"}, {"rowId": "r2", "account": "1930", "credit": "900.00"}]})");
    auto mine = draft;
    mine.insert(u"rows"_s, json(R"({"rows": [{"rowId": "r1", "account": "5010", "debit": "950.00"},
        {"rowId": "r2", "account": "1930", "credit": "950.00"}]})")[u"rows"]);
    const auto id = office.conflict(kVouchers, draft, mine, with(draft, {{u"number"_s, u"7"_s}, {u"description"_s, theirs}}));
    Desk desk(office);
    QSignalSpy wanted(&desk.dialog, &MergeDialog::recordWanted);
    desk.open(id);
    QVERIFY2(desk.everythingSaid().contains(u"It has its number in"_s), qPrintable(desk.everythingSaid()));
    QVERIFY(!desk.button(u"All mine"_s)->isEnabled());
    desk.key(Qt::Key_2); // mine is not on offer
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s);
    auto *keep = desk.button(u"Keep mine as a correction"_s);
    QVERIFY(keep && keep->accessibleDescription().contains(u"books yours instead"_s));
    shoot(desk.dialog, u"voucher-numbered"_s);
    QTest::keyClick(keep, Qt::Key_Space);
    QTRY_COMPARE(wanted.size(), 1);
    const auto record = office.record(kVouchers, office.stored(id).record);
    QCOMPARE(record.body[u"number"].toString(), u"7"_s);
    QCOMPARE(record.body[u"description"].toString(), theirs);
    QCOMPARE(record.body[u"rows"][0][u"debit"].toString(), u"900.00"_s);
    const auto correction = office.record(kVouchers, wanted.first().at(1).value<LocalId>()).body;
    QCOMPARE(correction[u"correctionOf"].toString(), record.id.toString());
    QCOMPARE(correction[u"description"].toString(), u"Rättelse av A 7"_s);
    const auto rows = correction[u"rows"].toArray();
    QCOMPARE(rows.size(), 4); // theirs back, mine instead
    QCOMPARE(rows[0][u"credit"].toString(), u"900.00"_s);
    QCOMPARE(rows[2][u"debit"].toString(), u"950.00"_s);
}

void MergeDialogTest::whatIsInClosedBooksIsTheirs() // R-CON-11
{
    Office office;
    const auto customer = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
    const auto draft = office.invoice(customer.id, "10", "950", "1200", "Kalle", "30", "");
    const auto id = office.conflict(kInvoices, draft, office.invoice(customer.id, "12", "950", "1200", "Kalle", "30", ""),
                                    office.invoice(customer.id, "10", "950", "1300", "Kalle", "30", ""));
    office.create(EntityType(u"bookClosings"_s), {{u"closedTo"_s, u"2026-03-31"_s}});
    Desk desk(office);
    desk.open(id);
    QVERIFY2(desk.everythingSaid().contains(u"The books are closed up to and including"_s), qPrintable(desk.everythingSaid()));
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s); // of the record, not of its fields
    QVERIFY(!desk.button(u"All mine"_s)->isEnabled());
    shoot(desk.dialog, u"closed-books"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
    QCOMPARE(office.record(kInvoices, office.stored(id).record).body[u"rows"][1][u"price"].toString(), u"1300"_s);
}

void MergeDialogTest::whatAnotherHasBookedIsKeptAndCorrected() // UX.md 1.2 G, R-CON-11
{
    Office office;
    const auto customer = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
    const auto draft = office.invoice(customer.id, "10", "950", "1200", "Kalle", "30", "");
    const auto id = office.conflict(kInvoices, draft, with(draft, {{u"booked"_s, true}}),
                                    office.invoice(customer.id, "12", "950", "1200", "Kalle", "30", ""));
    const ConnectionId fortnox(u"fortnox"_s);
    value(office.company->connections().add(fortnox, u"fortnox"_s, {}));
    office.write([&] {
        Link link;
        link.local = office.stored(id).record;
        link.remote = RemoteId(u"42"_s);
        link.syncedAt = office.clock.now();
        value(Links(office.company->database().sql(), fortnox, office.clock, office.random).store(kInvoices, link));
    });
    Desk desk(office);
    QSignalSpy wanted(&desk.dialog, &MergeDialog::recordWanted);
    desk.open(id);
    QVERIFY2(desk.everythingSaid().contains(u"in Fortnox and cannot be changed there"_s), qPrintable(desk.everythingSaid()));
    shoot(desk.dialog, u"booked-elsewhere"_s);
    desk.key(Qt::Key_3); // theirs is not on offer
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s);
    QVERIFY(!desk.button(u"All from"_s)->isEnabled());
    QVERIFY(desk.button(u"All from"_s)->toolTip().contains(u"Fortnox"_s));
    QVERIFY(desk.button(u"All mine"_s)->isEnabled());
    QTest::keyClick(desk.button(u"Correct it"_s), Qt::Key_Space);
    QTRY_COMPARE(wanted.size(), 1);
    const auto record = office.record(kInvoices, office.stored(id).record);
    QVERIFY(record.body["booked"_L1].toBool());
    QCOMPARE(record.body["rows"_L1][0]["quantity"_L1].toString(), u"10"_s);
    const auto credit = office.record(kInvoices, wanted.first().at(1).value<LocalId>());
    QCOMPARE(credit.body["creditOf"_L1].toString(), record.id.toString());
}

void MergeDialogTest::twoRecordsWithOneNumberAreBothKept() // UX.md 1.2 G23, R-CON-05
{
    Office office;
    const auto mine = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
    const auto id = office.twinOf(mine, {{u"name"_s, u"Norra Skogen AB"_s}, {u"customerNumber"_s, u"1001"_s}, {u"city"_s, u"Umeå"_s}});
    Desk desk(office);
    desk.open(id);
    QVERIFY2(desk.everythingSaid().contains(u"keep both"_s), qPrintable(desk.everythingSaid()));
    shoot(desk.dialog, u"keep-both"_s);
    QTest::keyClick(desk.button(u"Keep both"_s), Qt::Key_Space);
    auto *asked = desk.dialog.findChild<KeepBothDialog *>();
    QVERIFY(asked);
    auto *number = asked->findChild<QLineEdit *>();
    QCOMPARE(number->text(), u"1002"_s);
    QVERIFY(!number->accessibleName().isEmpty());
    shoot(*asked, u"keep-both-number"_s);
    QTest::keyClicks(number, u"2001"_s); // in place of what is marked
    QTest::keyClick(number, Qt::Key_Return);
    QTRY_VERIFY(!office.stored(id).open);
    QCOMPARE(office.stored(id).strategy, u"keep-both"_s);
    QCOMPARE(office.record(kCustomers, mine.id).body["customerNumber"_L1].toString(), u"2001"_s);
    const auto theirs = value(value(office.company->database().objectStore(kCustomers)).select({.where = {{u"customerNumber"_s, u"1001"_s}}}));
    QCOMPARE(theirs.size(), 1);
    QCOMPARE(theirs.first().body["city"_L1].toString(), u"Umeå"_s);
}

void MergeDialogTest::earlierDecisionsAreSuggested() // R-CON-10
{
    Office office;
    for (int i = 0; i < 6; ++i) {
        const auto earlier = articleConflict(office, u"Hours %1"_s.arg(i), QString::number(100 + i));
        value(office.company->resolver().resolve(earlier, i == 0 ? Strategy::ClientWins : Strategy::ServerWins, std::nullopt, office.company->actor()));
    }
    const auto id = articleConflict(office, u"Travel"_s, u"200"_s);
    Desk desk(office);
    desk.open(id);
    QVERIFY2(desk.everythingSaid().contains(u"in 5 of 6 such cases"_s), qPrintable(desk.everythingSaid()));
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s); // nothing is taken by itself
    shoot(desk.dialog, u"suggested"_s);
    auto *asBefore = desk.button(u"As before"_s);
    QVERIFY(asBefore && asBefore->isVisible());
    QTest::keyClick(asBefore, Qt::Key_Space);
    QCOMPARE(desk.cell(u"unit"_s, MergeModel::Outcome), u"st"_s);
    QVERIFY(!asBefore->isVisible());
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s);
}

void MergeDialogTest::aHabitBecomesARuleAndIsTakenBack() // R-CON-10, UX.md 1.2 J27
{
    Office office;
    const auto id = articleConflict(office, u"Travel"_s, u"200"_s);
    Desk desk(office);
    desk.open(id);
    Q_EMIT desk.tree().ruleWanted(u"ean"_s, Choice::Theirs);
    const auto rules = [&] { return value(fieldRules(office.company->database(), {kServer})); };
    QTRY_COMPARE(rules(), (QList<FieldRule>{{kServer, kArticles, u"ean"_s, u"server-wins"_s}}));
    RulesDialog dialog(*office.session);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *list = dialog.findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(u"always that of"_s), qPrintable(list->item(0)->text()));
    shoot(dialog, u"rules"_s);
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == u"Ask me again")
            QTest::keyClick(button, Qt::Key_Space);
    }
    QTRY_COMPARE(list->count(), 0);
    QVERIFY(rules().isEmpty());
}

void MergeDialogTest::aRefusalHasNothingToCompare()
{
    Office office;
    const auto record = office.create(kCustomers, {{u"name"_s, u"Ada"_s}});
    office.write([&] {
        value(office.company->outbox().refuse(office.openOperation(kCustomers, record.id).id, ConflictType::Validation, u"record.invalid"_s, {}));
    });
    const auto refusal = value(office.company->conflicts().refusals(false)).first().id;
    Desk desk(office);
    desk.dialog.showConflict(refusal);
    QTRY_VERIFY2(desk.everythingSaid().contains(u"nothing to choose from"_s), qPrintable(desk.everythingSaid()));
    QCOMPARE(desk.dialog.current(), 0);
}

void MergeDialogTest::whatIsBeingTypedSurvivesAFurtherChange()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.tree().goTo(u"rows[r1].price"_s);
    desk.typeResult(u"990,5"_s);
    office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"ourReference"_s, u"Ida"_s}}));
    Q_EMIT office.session->recordsChanged({kInvoices});
    QTRY_COMPARE(desk.cell(u"ourReference"_s, MergeModel::Theirs), u"Ida"_s);
    QCOMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"990.50"_s);
}

void MergeDialogTest::aFurtherChangeOfSomethingElseIsTold() // UX.md 1.2 L34
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2);
    office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"yourReference"_s, u"Kalle Andersson"_s}}));
    Q_EMIT office.session->recordsChanged({kInvoices});
    QTRY_VERIFY2(desk.everythingSaid().contains(u"It was changed again in the company server 28 May 22:16: 1 choice"_s), qPrintable(desk.everythingSaid()));
    QVERIFY2(desk.footer().startsWith(u"4 of 5"_s), qPrintable(desk.footer()));
}

void MergeDialogTest::wholeRecords_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected"); // the description; "": deleted
    const auto changed = uR"({"description": "Hours", "articleNumber": "20", "unit": "h"})"_s;
    QTest::newRow("deleted here, kept as they changed it")
        << QString() << changed << int(Qt::Key_3) << u"You</b> deleted it"_s << u"h"_s;
    QTest::newRow("deleted here, and stays so")
        << QString() << changed << int(Qt::Key_2) << u"Keep it, or delete it?"_s << QString();
    QTest::newRow("deleted there, and stays so")
        << changed << QString() << int(Qt::Key_3) << u"anna@firm.se</b> deleted it in"_s << QString();
    QTest::newRow("deleted there, kept as I changed it")
        << changed << QString() << int(Qt::Key_2) << u"Keep it, or delete it?"_s << u"h"_s;
}

void MergeDialogTest::wholeRecords() // UX.md 1.2 B10
{
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(int, key);
    QFETCH(QString, said);
    QFETCH(QString, expected);
    const auto body = [](const QString &text) {
        return text.isEmpty() ? std::nullopt : std::optional(json(text.toUtf8().constData()));
    };
    Office office;
    const auto id = office.conflict(kArticles, json(R"({"description": "Hours", "articleNumber": "20"})"), body(mine),
                                    body(theirs));
    Desk desk(office);
    desk.open(id);
    QVERIFY2(desk.everythingSaid().contains(said), qPrintable(desk.everythingSaid()));
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s);
    shoot(desk.dialog, expected.isEmpty() ? u"deleted"_s : u"kept"_s);
    desk.key(Qt::Key_1); // the old state is not on offer
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s);
    desk.key(key);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
    const auto record = office.record(kArticles, office.stored(id).record);
    QCOMPARE(record.deleted, expected.isEmpty());
    if (!record.deleted)
        QCOMPARE(record.body.value(u"unit"_s).toString(), expected);
}

void MergeDialogTest::newestNeedsTrustedClocks_data()
{
    QTest::addColumn<int>("seconds"); // -1: not known
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nobody has compared the clocks") << -1 << false << u"has not been compared"_s;
    QTest::newRow("they agree") << 3 << true << u"Gives each open field"_s;
    QTest::newRow("they differ too much") << 121 << false << u"more than two minutes"_s;
}

void MergeDialogTest::newestNeedsTrustedClocks() // UX.md 1.2 J25
{
    QFETCH(int, seconds);
    QFETCH(bool, enabled);
    QFETCH(QString, reason);
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    CompanyStatus status;
    status.connections.append({kServer, u"frostserver"_s, {}, {}});
    if (seconds >= 0)
        status.connections.last().network.clockAhead = std::chrono::seconds(seconds);
    office.session->tell(status);
    auto *newest = desk.button(u"Newest per field"_s);
    QCOMPARE(newest->isEnabled(), enabled);
    QVERIFY2(newest->toolTip().contains(reason), qPrintable(newest->toolTip()));
    if (!enabled)
        return;
    newest->click(); // mine is ten minutes younger
    QVERIFY(desk.footer().startsWith(u"0 of 4"_s));
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered 12 March"_s);
}

// KeePassXC #1152: nobody can see beforehand what a merge will do.
void MergeDialogTest::keePassXC1152_thePreviewSaysWhatIsSent() // UX.md 1.2 L32
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2);
    desk.key(Qt::Key_Return);
    QTest::keyClick(&desk.dialog, Qt::Key_P, Qt::ControlModifier);
    auto *preview = desk.dialog.findChild<SendPreview *>();
    QVERIFY(preview);
    QTRY_VERIFY(!linesOf(*preview).isEmpty());
    QCOMPARE(linesOf(*preview),
             (QStringList{u"Change Invoice 1042 Norrskog Bygg AB in the company server"_s,
                          u"Sent after what it refers to: customer 1001 Norrskog Bygg AB"_s, u"Note: Delivered in spring → Delivered 12 March"_s,
                          u"Row 1: Consulting hours · Quantity: 10 → 12"_s, u"Row 2: Travel: still to be chosen"_s,
                          u"Your reference: Kalle → Kalle Ek"_s, u"Not sent, because the other side has it so:"_s,
                          u"Row 1: Consulting hours · Price: 950.00 → 980.00"_s, u"Terms of payment (days): 30 → 20"_s}));
    QVERIFY(saidIn(*preview).contains(
        u"1 left to choose before it can be saved. Saving queues 1 request(s). 1 of them cannot be sent yet, see below."_s));
    shoot(*preview, u"preview"_s);

    const auto saveAs = [&](const QString &path) {
        for (auto *button : preview->findChildren<QPushButton *>()) {
            if (button->text().contains(u"PDF"_s))
                button->click();
        }
        auto *files = preview->findChild<QFileDialog *>();
        Q_EMIT files->fileSelected(path);
        files->close();
        delete files;
        return preview->findChild<Banner *>()->kind();
    };
    const QTemporaryDir folder;
    QCOMPARE(int(saveAs(folder.filePath(u"sent.pdf"_s))), int(Banner::Kind::Success));
    QFile pdf(folder.filePath(u"sent.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
    QVERIFY(pdf.size() > 1000);
    QCOMPARE(int(saveAs(folder.filePath(u"nowhere/sent.pdf"_s))), int(Banner::Kind::Error));
    preview->close();
}

// UX.md 1.2 L32: the shop has not heard of mine yet, has a customer of another name, and is never sent notes.
void MergeDialogTest::thePreviewListsEveryRequest()
{
    Office office;
    const ConnectionId shop(u"woocommerce"_s);
    value(office.company->connections().add(shop, u"woocommerce"_s, {}));
    value(setRules(office.company->database(), shop,
                   json(R"({"types": {"invoices": {"fields": ["documentNumber", "customer", "invoiceDate", "currency", "rows", "yourReference"]}}})")));
    value(office.company->writer().reloadConnections());
    const auto id = office.invoiceConflict();
    const auto invoice = office.stored(id).record;
    const auto body = *office.stored(id).versions.base;
    office.write([&] { // both are known in the shop since before
        auto links = office.company->links(shop);
        const auto known = [&](const EntityType &type, const LocalId &local, const QString &there) {
            value(links.store(type, {local, RemoteId(there), u"7"_s, office.clock.now(), office.clock.now(), 0}));
        };
        known(kInvoices, invoice, u"S2"_s);
        known(kCustomers, LocalId(body[u"customer"_s].toString()), u"S1"_s);
        value(links.setBase(kInvoices, invoice, body));
        auto main = office.company->links(kServer);
        value(main.store(kCustomers, {LocalId(body[u"customer"_s].toString()), RemoteId(u"C9"_s), u"1"_s, office.clock.now(), office.clock.now(), 0}));
    });
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2);      // the note
    desk.key(Qt::Key_Return); // quantity and price
    desk.key(Qt::Key_3);      // the row goes
    QTest::keyClick(&desk.dialog, Qt::Key_P, Qt::ControlModifier);
    auto *preview = desk.dialog.findChild<SendPreview *>();
    QVERIFY(preview);
    QTRY_VERIFY(!linesOf(*preview).isEmpty());
    QCOMPARE(linesOf(*preview),
             (QStringList{u"Change Invoice 1042 Norrskog Bygg AB in the company server"_s, u"Note: Delivered in spring → Delivered 12 March"_s,
                          u"Row 1: Consulting hours · Quantity: 10 → 12"_s, u"Your reference: Kalle → Kalle Ek"_s, u"Not sent, because the other side has it so:"_s,
                          u"Row 1: Consulting hours · Price: 950.00 → 980.00"_s, u"Remove Row 2: Travel"_s, u"Terms of payment (days): 30 → 20"_s,
                          u"Change Invoice 1042 Norrskog Bygg AB in WooCommerce"_s, u"Your reference: Kalle → Kalle Ek"_s,
                          u"Row 1: Consulting hours · Quantity: 10 → 12"_s, u"Row 1: Consulting hours · Price: 950.00 → 980.00"_s,
                          u"Remove Row 2: Travel"_s, u"Not sent, because the rules of the connection leave it out:"_s,
                          u"Terms of payment (days): 30 → 20"_s, u"Note: Delivered in March → Delivered 12 March"_s}));
    const auto press = [&](const QString &text) {
        for (auto *button : preview->findChildren<QPushButton *>()) {
            if (QString(button->text()).remove(u'&') == text)
                QTest::keyClick(button, Qt::Key_Space);
        }
    };
    press(u"Show JSON"_s);
    auto *shown = preview->findChild<QPlainTextEdit *>();
    QVERIFY(shown->isVisible());
    QCOMPARE(nameOf(*shown), u"The requests as JSON"_s);
    shoot(*preview, u"preview-requests"_s);
    const auto requests = QJsonDocument::fromJson(shown->toPlainText().toUtf8()).array();
    QCOMPARE(requests.size(), 2);
    const auto isFor = [&](int index, const QJsonObject &head, const QString &customer, const QString &note) {
        auto request = requests[index].toObject();
        const auto record = request.take(u"record"_s).toObject();
        QCOMPARE(request, head);
        QCOMPARE(record[u"customer"_s].toString(), customer);
        QCOMPARE(record[u"note"_s].toString(), note);
        QCOMPARE(rowOf(record, u"r1"_s)[u"quantity"_s].toString(), u"12"_s);
    };
    isFor(0, {{u"to"_s, u"frostserver"_s}, {u"operation"_s, u"update"_s}, {u"id"_s, u"real-"_s + invoice.toString()}, {u"version"_s, u"2"_s}},
          u"C9"_s, u"Delivered 12 March"_s);
    isFor(1, {{u"to"_s, u"woocommerce"_s}, {u"operation"_s, u"update"_s}, {u"id"_s, u"S2"_s}, {u"version"_s, u"7"_s}}, u"S1"_s,
          u"Delivered in March"_s);
    press(u"Copy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(shown->toPlainText()));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(linesOf(*preview).first()));
    preview->close();
}

void MergeDialogTest::thePreviewSaysWhatStandsOpen_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QStringList>("kept");
    QTest::newRow("deleted there") << false
                                   << QStringList{u"Create Article 20 Hours again in the company server"_s, u"Description: Hours"_s,
                                                  u"Article no.: 20"_s, u"Unit: h"_s};
    QTest::newRow("deleted here") << true << QStringList{u"Delete Article 20 Hours in the company server"_s};
}

void MergeDialogTest::thePreviewSaysWhatStandsOpen()
{
    QFETCH(bool, isThere);
    QFETCH(QStringList, kept);
    Office office;
    const auto changed = json(R"({"description": "Hours", "articleNumber": "20", "unit": "h"})");
    const auto mine = isThere ? std::nullopt : std::optional(changed);
    const auto id = office.conflict(kArticles, json(R"({"description": "Hours", "articleNumber": "20"})"), mine,
                                    isThere ? std::optional(changed) : std::nullopt);
    Desk desk(office, id);
    const auto open = u"It is not decided yet, so nothing is sent."_s;
    auto *preview = previewOf(desk);
    QCOMPARE(linesOf(*preview), (QStringList{u"Nothing is sent to the company server before it is decided:"_s, u"Article: still to be chosen"_s}));
    QVERIFY2(saidIn(*preview).contains(open), qPrintable(saidIn(*preview)));
    QCOMPARE(desk.announced(), open);
    shoot(*preview, isThere ? u"preview-open-deleted-here"_s : u"preview-open-deleted-there"_s);
    closePreview(desk);
    desk.key(Qt::Key_2);
    QCOMPARE(linesOf(*previewOf(desk)), kept);
    QCOMPARE(desk.announced(), u"Saving queues 1 request(s). The next synchronisation sends them."_s);
    closePreview(desk);
}

// What cannot be computed is no deletion, and what breaks a rule is not sent.
void MergeDialogTest::thePreviewSaysWhatCannotBeSaved()
{
    Office office;
    Desk desk(office, office.invoiceConflict());
    desk.key(Qt::Key_2);
    desk.tree().goTo(u"rows[r1].quantity"_s);
    desk.typeResult(u"999999999999999999"_s);
    QTest::keyClick(desk.tree().findChild<QLineEdit *>(), Qt::Key_Return);
    const auto *editing = desk.dialog.findChild<MergeEditing *>();
    QTRY_VERIFY(!editing->draft().result());
    auto *preview = previewOf(desk);
    const auto lines = linesOf(*preview);
    QCOMPARE(lines.first(), u"It cannot be saved like this:"_s);
    QVERIFY(lines.contains(u"Row 2: Travel: still to be chosen"_s));
    QVERIFY2(!lines.join(u' ').contains(u"Delete"_s), qPrintable(lines.join(u'\n')));
    QCOMPARE(desk.announced(), u"It cannot be saved like this, so nothing is sent."_s);
    shoot(*preview, u"preview-invalid"_s);
    closePreview(desk);
}

// UX.md 1.2 G23: mine is taken whole, and keeps the number that the server has given.
void MergeDialogTest::thePreviewKeepsNumbersThatAreFinal()
{
    Office office;
    const auto customer = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
    const auto at = [&](const QString &number, const char *note) {
        return with(office.invoice(customer.id, "10", "950", "1200", "Kalle", "30", note), {{u"documentNumber"_s, number}});
    };
    const auto id = office.conflict(kInvoices, at(u"1043*"_s, "March"), at(u"1043*"_s, "Delivered"), at(u"1042"_s, "Spring"));
    Desk desk(office, id);
    QTest::keyClick(&desk.dialog, Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    desk.tree().goTo(u"documentNumber"_s);
    desk.key(Qt::Key_2);
    QVERIFY(!desk.asks());
    QCOMPARE(desk.cell(u"documentNumber"_s, MergeModel::Outcome), u"1043*"_s);
    const auto lines = linesOf(*previewOf(desk));
    QVERIFY2(lines.contains(u"Note: Spring → Delivered"_s), qPrintable(lines.join(u'\n')));
    QVERIFY2(!lines.join(u' ').contains(u"1042 → "_s), qPrintable(lines.join(u'\n')));
    const auto sent = jsonOf(*desk.dialog.findChild<SendPreview *>());
    QCOMPARE(sent.first()[u"record"_s][u"documentNumber"_s].toString(), u"1042"_s);
    closePreview(desk);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
    QCOMPARE(office.record(kInvoices, office.stored(id).record).body["documentNumber"_L1].toString(), u"1042"_s);
}

void MergeDialogTest::thePreviewSaysWhatKeepingBothSends()
{
    Office office;
    const ConnectionId shop(u"woocommerce"_s);
    value(office.company->connections().add(shop, u"woocommerce"_s, {}));
    value(rememberSystem(office.company->database(), shop, u"woocommerce"_s)); // other computers of the firm use it as well
    value(office.company->writer().reloadConnections());
    const auto mine = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
    const auto id = office.twinOf(mine, {{u"name"_s, u"Norra Skogen AB"_s}, {u"customerNumber"_s, u"1001"_s}, {u"city"_s, u"Umeå"_s}});
    Desk desk(office, id);
    auto *preview = previewOf(desk);
    shoot(*preview, u"preview-keep-both"_s);
    const auto lines = linesOf(*preview);
    const auto from = lines.indexOf(u"If both are kept: Create Customer 1002 Norrskog Bygg AB in the company server"_s);
    QVERIFY2(from > 0, qPrintable(lines.join(u'\n')));
    QCOMPARE(lines.mid(from + 1),
             (QStringList{u"Name: Norrskog Bygg AB"_s, u"Customer no.: 1002"_s, u"Type: Company"_s,
                          u"If both are kept: Create Customer 1002 Norrskog Bygg AB in WooCommerce"_s,
                          u"Not yet: waits until \"company server\" has it"_s, u"Name: Norrskog Bygg AB"_s,
                          u"Customer no.: 1002"_s, u"Type: Company"_s,
                          u"If both are kept: Create Customer 1001 Norra Skogen AB in WooCommerce"_s, u"Name: Norra Skogen AB"_s,
                          u"Customer no.: 1001"_s, u"City: Umeå"_s}));
    const auto made = lines.indexOf(u"Create Customer 1001 Norrskog Bygg AB in WooCommerce"_s);
    QCOMPARE(lines.mid(made + 1, 2), (QStringList{u"Name: still to be chosen"_s, u"Customer no.: 1001"_s}));
    QVERIFY(!QJsonDocument(jsonOf(*preview)).toJson().contains("1002")); // a button of its own does it
    closePreview(desk);
}

void MergeDialogTest::thePreviewSaysWhatACorrectionSends()
{
    Office office;
    const auto base = office.invoice(office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}}).id, "10", "950", "1200", "Kalle", "30", "n");
    const auto id = office.conflict(kInvoices, base, with(base, {{u"yourReference"_s, u"Kalle Ek"_s}, {u"termsOfPayment"_s, 20}}),
                                    with(base, {{u"booked"_s, true}}));
    Desk desk(office, id);
    QVERIFY(!desk.dialog.findChild<MergeEditing *>()->correctionStep().isEmpty());
    auto *preview = previewOf(desk);
    QVERIFY2(linesOf(*preview).contains(u"If it is corrected: the new record that corrects it is created in the company server"_s),
             qPrintable(linesOf(*preview).join(u'\n')));
    shoot(*preview, u"preview-correction"_s);
    closePreview(desk);
}

void MergeDialogTest::aProbableDuplicateIsDecidedByKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("sent");
    QTest::newRow("keep mine") << int(Qt::Key_2) << u"mine alone; that of the company server goes"_s
                               << u"m1 r1 r2 r3 t2"_s << u"Remove 70 Journey Journey home · 1 st × 1,250.00"_s;
    QTest::newRow("keep theirs") << int(Qt::Key_3) << u"that of the company server alone; mine goes"_s
                                 << u"r1 r2 r3 t1 t2"_s << u"Not sent, because the other side has it so:"_s;
    QTest::newRow("keep both (Nextcloud #3276)") << int(Qt::Key_4) << u"both rows stay"_s << u"m1 r1 r2 r3 t1 t2"_s
                               << u"Add 70 Journey Journey home · 1 st × 1,200.00"_s;
}

void MergeDialogTest::aProbableDuplicateIsDecidedByKeys()
{
    QFETCH(int, key);
    QFETCH(QString, said);
    QFETCH(QString, rows);
    QFETCH(QString, sent);
    Office office;
    const auto id = office.duplicateConflict();
    Desk desk(office);
    desk.open(id);
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s);
    QCOMPARE(desk.tree().currentPath(), u"rows[m1]~rows[t1]"_s);
    QVERIFY(!desk.button(u"Save and next"_s)->isEnabled());
    desk.key(Qt::Key_1); // there was nothing before
    QCOMPARE(desk.footer(), u"1 of 1 choices left"_s);
    desk.key(key);
    QCOMPARE(desk.announced(), u"Chosen: %1. 0 left"_s.arg(said));
    QCOMPARE(desk.cell(u"rows[m1]~rows[t1]"_s, MergeModel::Outcome), said);
    QTest::keyClick(&desk.dialog, Qt::Key_P, Qt::ControlModifier);
    auto *preview = desk.dialog.findChild<SendPreview *>();
    QVERIFY(preview);
    QTRY_VERIFY(linesOf(*preview).contains(sent));
    preview->close();
    QApplication::setActiveWindow(&desk.dialog);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
    const auto body = office.record(kInvoices, office.stored(id).record).body;
    QStringList ids;
    const auto stored = body.value(u"rows"_s).toArray();
    for (const auto &row : stored)
        ids.append(row[u"rowId"_s].toString());
    ids.sort();
    QCOMPARE(ids.join(u' '), rows);
}

void MergeDialogTest::rowsAreMatchedAndSplitByKeys()
{
    Office office;
    const auto id = office.duplicateConflict();
    Desk desk(office);
    desk.open(id);
    QTest::keyClick(&desk.dialog, Qt::Key_M, Qt::ControlModifier);
    auto *chooser = desk.dialog.findChild<RowMatchDialog *>();
    QVERIFY(chooser);
    auto *list = chooser->findChild<QListWidget *>();
    QCOMPARE(list->accessibleName(),
             u"Which row in the company server is the same as Row 6: 70 Journey Journey home?"_s);
    QCOMPARE(list->item(0)->text(), u"70 Journey Journey home · 1 st × 1,250.00 – looks alike"_s);
    QCOMPARE(list->count(), 5);
    shoot(*chooser, u"match"_s);
    QTest::keyClick(list, Qt::Key_Escape); // nothing is said
    QCOMPARE(desk.tree().currentPath(), u"rows[m1]~rows[t1]"_s);
    QTRY_VERIFY(!desk.dialog.findChild<RowMatchDialog *>());
    QApplication::setActiveWindow(&desk.dialog); // as a window manager does

    QTest::keyClick(&desk.dialog, Qt::Key_M, Qt::ControlModifier);
    chooser = desk.dialog.findChild<RowMatchDialog *>();
    QVERIFY(chooser);
    QTest::keyClick(chooser->findChild<QListWidget *>(), Qt::Key_Return);
    QCOMPARE(desk.tree().currentPath(), u"rows[m1].price"_s);
    QCOMPARE(desk.announced(), u"One row now. 1 left"_s);
    desk.key(Qt::Key_3);
    QVERIFY(desk.footer().startsWith(u"0 of 1"_s));
    shoot(desk.dialog, u"matched"_s);

    desk.tree().goTo(u"rows[m1].price"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.announced(), u"Two rows now. 0 left"_s);
    QCOMPARE(desk.tree().currentPath(), u"rows[m1]"_s);
    QCOMPARE(desk.cell(u"rows[m1]"_s, MergeModel::Status), u"Auto"_s); // said to be two: nothing to ask
    QTest::keyClick(&desk.dialog, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.announced(), u"Only a row that both sides have can be split."_s);
    for (int left = 0; left < 3; ++left)
        QTest::keyClick(&desk.dialog, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.tree().currentPath(), u"rows[m1]~rows[t1]"_s);
    QVERIFY(desk.footer().startsWith(u"1 of 1"_s));
    QVERIFY(!desk.button(u"Undo"_s)->isEnabled());
}

void MergeDialogTest::aMatchIsKeptWhenItIsClosed()
{
    Office office;
    const auto id = office.duplicateConflict();
    {
        Desk desk(office);
        desk.open(id);
        QTest::keyClick(&desk.dialog, Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(desk.dialog.findChild<RowMatchDialog *>()->findChild<QListWidget *>(), Qt::Key_Return);
    }
    Desk again(office);
    again.open(id);
    QCOMPARE(again.tree().currentPath(), u"rows[m1].price"_s);
    // Anna has removed her row since: what was said about it is dropped, with a word.
    office.changeThere(id, Office::without(*office.stored(id).versions.theirs, u"t1"_s));
    Q_EMIT office.session->recordsChanged({kInvoices});
    QTRY_VERIFY2(again.everythingSaid().contains(u"1 choice(s) of yours do not fit any more"_s),
                 qPrintable(again.everythingSaid()));
}

void MergeDialogTest::onlyRowsAreMatched()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    QCOMPARE(desk.tree().currentPath(), u"note"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(desk.announced(), u"There is no row here that could be matched."_s);
    QTest::keyClick(&desk.dialog, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.announced(), u"Only a row that both sides have can be split."_s);
    QVERIFY(!desk.button(u"Undo"_s)->isEnabled());
}

void MergeDialogTest::fourTypesWhereThereIsNothingToJoin()
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_4); // both of a long text
    QCOMPARE(desk.cell(u"note"_s, MergeModel::Outcome), u"Delivered 12 March ⏎ Delivered in spring"_s);
    desk.tree().goTo(u"rows[r1].price"_s);
    desk.key(Qt::Key_4);
    auto *editor = desk.tree().findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(desk.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"4.00"_s);
}

void MergeDialogTest::theQueueIsFilteredAndWalked()
{
    Office office;
    const auto article = json(R"({"description": "Hours", "articleNumber": "20"})");
    const auto first = office.conflict(kArticles, article, with(article, {{u"unit"_s, u"h"_s}}),
                                       with(article, {{u"unit"_s, u"st"_s}}));
    const auto second = office.invoiceConflict();
    Desk desk(office);
    auto *list = desk.dialog.findChild<ConflictsList *>();
    QTRY_COMPARE(list->count(), 2);
    QTRY_COMPARE(desk.dialog.current(), first); // the first of the list opens by itself
    QTest::keyClick(&desk.dialog, Qt::Key_PageDown, Qt::AltModifier);
    QTRY_COMPARE(desk.dialog.current(), second);
    QTest::keyClick(&desk.dialog, Qt::Key_PageDown, Qt::AltModifier); // the last one
    QCOMPARE(desk.dialog.current(), second);
    QTest::keyClick(&desk.dialog, Qt::Key_PageUp, Qt::AltModifier);
    QTRY_COMPARE(desk.dialog.current(), first);
    QTest::keyClick(&desk.dialog, Qt::Key_F, Qt::ControlModifier);
    auto *filter = list->findChild<QLineEdit *>();
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"norrskog"_s);
    QCOMPARE(list->first(), second);
    QCOMPARE(list->neighbour(second, -1), 0);
    QCOMPARE(list->count(), 2); // the number is that of the list, whatever is shown of it
    QCOMPARE(list->count(), value(office.company->conflicts().openCount()));
}

void MergeDialogTest::aSettledConflictIsSaidToBe_data()
{
    QTest::addColumn<bool>("another");
    QTest::addColumn<QString>("next");
    QTest::newRow("it was the last one") << false << u"No conflicts. Everything is settled."_s;
    QTest::newRow("another one is shown below") << true << u"Travel"_s;
}

void MergeDialogTest::aSettledConflictIsSaidToBe()
{
    QFETCH(bool, another);
    QFETCH(QString, next);
    Office office;
    const auto id = office.invoiceConflict();
    if (another)
        articleConflict(office, u"Travel"_s, u"21"_s);
    value(office.company->resolver().resolve(id, Strategy::ServerWins, {}, office.company->actor()));
    Desk desk(office);
    desk.dialog.showConflict(id);
    QTRY_VERIFY(desk.everythingSaid().contains(next));
    QTRY_VERIFY2(desk.everythingSaid().contains(u"The conflict 1 is settled already."_s),
                 qPrintable(desk.everythingSaid()));
    QCOMPARE(desk.dialog.current() == 0, !another);
    QVERIFY(!desk.button(u"Save and next"_s)->isEnabled());
}

void MergeDialogTest::aNewConflictIsThereWhenItIsShownAgain() // UX.md 1.1: "badge says 23 conflicts, list empty"
{
    Office office;
    Desk desk(office);
    QTRY_VERIFY(desk.everythingSaid().contains(u"No conflicts."_s));
    desk.dialog.reject();
    const auto article = json(R"({"description": "Hours", "articleNumber": "20"})");
    const auto record = office.changedHere(kArticles, article, with(article, {{u"unit"_s, u"h"_s}}));
    office.pull(kArticles, record.id, with(article, {{u"unit"_s, u"st"_s}}), u"2"_s);
    desk.dialog.show();
    auto *list = desk.dialog.findChild<ConflictsList *>();
    QTRY_COMPARE(list->count(), 1);
    QTRY_VERIFY(desk.everythingSaid().contains(u"Hours"_s));
    desk.key(Qt::Key_2);
    office.pull(kArticles, record.id, with(article, {{u"unit"_s, u"km"_s}}), u"3"_s); // once more (L34)
    QTRY_VERIFY(desk.everythingSaid().contains(u"It was changed again in the company server"_s));
    QVERIFY(desk.everythingSaid().contains(u"1 choice(s) are open because of it"_s));
    QCOMPARE(desk.cell(u"unit"_s, MergeModel::Theirs), u"km"_s);
    office.pull(kArticles, record.id, with(article, {{u"unit"_s, u"h"_s}}), u"4"_s); // as I wanted it
    QTRY_COMPARE(list->count(), 0);
    QTRY_COMPARE(desk.dialog.current(), 0);
}

void MergeDialogTest::aDecisionForMineLeavesTheList() // nothing is written by it, the record is so already
{
    Office office;
    const auto id = articleConflict(office, u"Hours"_s, u"20"_s);
    ConflictsList elsewhere(*office.session);
    QTRY_COMPARE(elsewhere.count(), 1);
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(elsewhere.count(), 0);
    QTRY_COMPARE(desk.dialog.findChild<ConflictsList *>()->count(), 0);
}

void MergeDialogTest::whoGoesOnWhileItSavesIsNotDisturbed_data()
{
    QTest::addColumn<bool>("saved");
    QTest::newRow("the first is saved") << true;
    QTest::newRow("the first is refused") << false;
}

void MergeDialogTest::whoGoesOnWhileItSavesIsNotDisturbed()
{
    QFETCH(bool, saved);
    Office office;
    const auto first = articleConflict(office, u"Hours"_s, u"20"_s);
    const auto second = articleConflict(office, u"Travel"_s, u"21"_s);
    Desk desk(office);
    desk.open(first);
    desk.key(Qt::Key_3);
    if (!saved)
        office.changeThere(first, with(*office.stored(first).versions.theirs, {{u"unit"_s, u"km"_s}}));
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(&desk.dialog, Qt::Key_PageDown, Qt::AltModifier);
    QTRY_COMPARE(desk.footer(), u"1 of 1 choices left"_s);
    QCOMPARE(desk.dialog.current(), second);
    QVERIFY(desk.everythingSaid().contains(u"Travel"_s));
    QCOMPARE(office.stored(first).open, !saved);
    QCOMPARE(desk.everythingSaid().contains(u"Article 20 Hours was not saved: It was changed again meanwhile."_s),
             !saved);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.announced(), u"Not saved: 1 left"_s);
}

void MergeDialogTest::aTypedReferenceIsKeptByWhoGoesOn()
{
    Office office;
    const auto id = customerConflict(office);
    articleConflict(office, u"Travel"_s, u"21"_s);
    Desk desk(office);
    desk.open(id);
    desk.typeResult(u"1009"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_PageDown, Qt::AltModifier);
    QTRY_VERIFY(desk.everythingSaid().contains(u"Article 21 Travel"_s));
    QTest::keyClick(&desk.dialog, Qt::Key_PageUp, Qt::AltModifier);
    QTRY_COMPARE(desk.cell(u"customer"_s, MergeModel::Outcome), u"1009 Ny kund"_s);
}

void MergeDialogTest::aTypedReferenceIsSavedAtOnce()
{
    Office office;
    const auto id = customerConflict(office);
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2);
    desk.tree().goTo(u"customer"_s);
    desk.typeResult(u"1009"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
    const auto customer = office.record(kInvoices, office.stored(id).record).body.value(u"customer"_s).toString();
    QCOMPARE(office.record(kCustomers, LocalId(customer)).body.value(u"name"_s).toString(), u"Ny kund"_s);
}

void MergeDialogTest::whatIsTypedWrongIsNotSavedWithout()
{
    Office office;
    const auto id = customerConflict(office);
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2); // it could be saved so
    desk.tree().goTo(u"customer"_s);
    desk.typeResult(u"nobody"_s);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(desk.everythingSaid().contains(u"Customer: "_s), qPrintable(desk.everythingSaid()));
    QVERIFY(office.stored(id).open);
    QVERIFY(desk.button(u"Save and next"_s)->isEnabled());
}

void MergeDialogTest::choicesAreKeptWhenItIsDestroyed() // another company is opened, or Frost is left
{
    Office office;
    const auto id = office.invoiceConflict();
    {
        Desk desk(office);
        desk.open(id);
        desk.key(Qt::Key_3);
        desk.tree().goTo(u"rows[r1].price"_s);
        desk.key(Qt::Key_9);
        QTest::keyClicks(desk.tree().findChild<QLineEdit *>(), u"99"_s);
    }
    Desk again(office);
    again.open(id);
    QCOMPARE(again.cell(u"note"_s, MergeModel::Outcome), u"Delivered in spring"_s);
    QCOMPARE(again.cell(u"rows[r1].price"_s, MergeModel::Outcome), u"999.00"_s);
}

void MergeDialogTest::aMendedWarningIsSaved()
{
    Office office;
    const auto base = json(R"({"name": "Ek", "customerNumber": "17"})");
    const auto id = office.conflict(kCustomers, base, with(base, {{u"organisationNumber"_s, u"556016-0681"_s}}),
                                    with(base, {{u"organisationNumber"_s, u"556016-0680"_s}}));
    Desk desk(office);
    desk.open(id);
    desk.key(Qt::Key_2); // its check digit does not fit
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.announced(), u"Not saved: something looks wrong. Save again if it is right."_s);
    desk.tree().goTo(u"organisationNumber"_s);
    desk.key(Qt::Key_3);
    QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!office.stored(id).open);
}

void MergeDialogTest::heldKeysArePressedOnce() // the second time overrules what is decided, or confirms a warning
{
    Office office;
    Desk desk(office);
    for (const auto key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter, Qt::CTRL | Qt::SHIFT | Qt::Key_2,
                           Qt::CTRL | Qt::SHIFT | Qt::Key_3}) {
        const auto shortcuts = desk.dialog.findChildren<QShortcut *>();
        const auto found = std::find_if(shortcuts.begin(), shortcuts.end(),
                                        [&](const QShortcut *one) { return one->key() == QKeySequence(key); });
        QVERIFY(found != shortcuts.end());
        QVERIFY(!(*found)->autoRepeat());
    }
}

void MergeDialogTest::everyFocusableWidgetHasAName() // UX.md 1.2 N
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    desk.tree().goTo(u"rows[r1].price"_s);
    desk.key(Qt::Key_F2);
    int focusable = 0;
    for (auto *widget : desk.dialog.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        ++focusable;
        const auto *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(focusable > 8);
}

void MergeDialogTest::cellsSpeakForThemselves() // UX.md 1.2 M35, M37
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.open(id);
    const auto &model = desk.tree().mergeModel();
    const auto said = [&](MergeModel::Column column) {
        return model.indexOf(u"rows[r1].price"_s, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(said(MergeModel::Mine), u"My change: 950.00"_s);
    QCOMPARE(said(MergeModel::Theirs), u"Company server: 980.00"_s);
    QCOMPARE(said(MergeModel::Outcome), u"Result for Row 1: Consulting hours · Price: not chosen"_s);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.index(0, column).data(Qt::AccessibleTextRole).toString().isEmpty());

    const QJsonObject base{{u"description"_s, u"Hours"_s}, {u"articleNumber"_s, u"20"_s}};
    desk.open(office.conflict(kArticles, base, with(base, {{u"note"_s, u"hot\nor cold"_s}}), with(base, {{u"note"_s, u"cold"_s}})));
    const auto note = model.indexOf(u"note"_s, MergeModel::Mine);
    QCOMPARE(note.data().toString(), u"hot ⏎ or cold"_s);
    QCOMPARE(note.data(Qt::AccessibleTextRole).toString(), u"My change: hot\nor cold"_s);
}

void MergeDialogTest::narrowWindowsFoldTheBase() // UX.md 1.2 C12
{
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    desk.dialog.resize(880, 700);
    desk.open(id);
    QCOMPARE(desk.dialog.width(), 880);
    QVERIFY(desk.tree().isColumnHidden(MergeModel::Base));
    QVERIFY(desk.everythingSaid().contains(u"Note: you changed it from Delivered in March to Delivered 12 March"_s));
    QCOMPARE(desk.tree().horizontalScrollBar()->maximum(), 0);
    shoot(desk.dialog, u"narrow"_s);
    desk.dialog.resize(1366, 768);
    QVERIFY(!desk.tree().isColumnHidden(MergeModel::Base));
    QCOMPARE(desk.tree().horizontalScrollBar()->maximum(), 0);
}

void MergeDialogTest::lettersTwiceAsLargeFitASmallScreen() // UX.md 1.2 M40
{
    const auto before = QApplication::font();
    auto large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto asBefore = qScopeGuard([&] { QApplication::setFont(before); });
    Office office;
    const auto id = office.invoiceConflict();
    Desk desk(office);
    const QSize small(1366, 728); // with the frame 768
    desk.dialog.resize(small);
    desk.open(id);
    shoot(desk.dialog, u"large-letters"_s);
    QCOMPARE(desk.dialog.size(), small);
    for (auto *button : desk.dialog.findChildren<QPushButton *>()) {
        if (!button->isVisible())
            continue;
        const QRect place(button->mapTo(&desk.dialog, QPoint()), button->size());
        QVERIFY2(desk.dialog.rect().contains(place) && button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
    const int lines = desk.tree().viewport()->height() / desk.dialog.fontMetrics().lineSpacing();
    QVERIFY2(lines >= 5, qPrintable(QString::number(lines)));
}

void MergeDialogTest::theRowsLookAsSketched_data()
{
    QTest::addColumn<theme::Look>("look");
    QTest::newRow("light") << theme::Look::Light;
    QTest::newRow("dark") << theme::Look::Dark;
}

void MergeDialogTest::theRowsLookAsSketched() // UX.md 1.2 C13, C14
{
    QFETCH(theme::Look, look);
    const auto palette = QApplication::palette();
    theme::apply(look);
    Office office;
    const auto id = office.invoiceConflict();
    const auto article = json(R"({"description": "Hours", "articleNumber": "20"})");
    office.conflict(kArticles, article, with(article, {{u"unit"_s, u"h"_s}}), with(article, {{u"unit"_s, u"st"_s}}));
    Desk desk(office);
    desk.dialog.resize(1366, 768);
    desk.open(id);
    desk.key(Qt::Key_2);
    const auto image = desk.dialog.grab().toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    }
    for (const auto tint : {theme::Tint::Mine, theme::Tint::Theirs, theme::Tint::Open})
        QVERIFY(colours.contains(theme::tint(tint, QApplication::palette()).rgb()));
    QVERIFY(!desk.tree().isColumnHidden(MergeModel::Base));
    shoot(desk.dialog, QString::fromLatin1(QTest::currentDataTag()));
    desk.open(office.duplicateConflict());
    QTRY_COMPARE(desk.tree().currentPath(), u"rows[m1]~rows[t1]"_s);
    desk.button(u"Show unchanged"_s)->click();
    shoot(desk.dialog, u"duplicate-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    theme::apply(theme::Look::System);
    QApplication::setPalette(palette);
}

QTEST_MAIN(MergeDialogTest)
#include "mergedialog_test.moc"
