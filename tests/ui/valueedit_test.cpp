// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "ui/widgets/amountedit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/choiceedit.h"
#include "ui/widgets/dateedit.h"
#include "ui/widgets/referenceedit.h"
#include "ui/widgets/valueedit.h"

#include <QCheckBox>
#include <QJsonObject>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace editorfixture;

namespace {

//! An edit with another beside it, so that it can be left.
template<class Edit>
struct Window {
    template<class... Args>
    explicit Window(Args &&...args)
        : edit(new Edit(std::forward<Args>(args)..., &widget)), other(new QLineEdit(&widget))
    {
        auto *layout = new QVBoxLayout(&widget);
        layout->addWidget(edit);
        layout->addWidget(other);
        openWindow(widget);
        edit->setFocus();
    }
    void leave() { press(Qt::Key_Tab); }

    QWidget widget;
    Edit *edit;
    QLineEdit *other;
};

} // namespace

//! UX.md 2.2: the fields themselves.
class ValueEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"sv_SE"_s)); }

    // --- amounts

    void anAmountIsShownOnLeaving_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("thousands apart, two decimals") << u"1234567"_s << u"1\u00A0234\u00A0567,00"_s;
        QTest::newRow("a product") << u"12*950"_s << u"11\u00A0400,00"_s;
        QTest::newRow("negative, with a true minus") << u"-5"_s << u"\u22125,00"_s;
        QTest::newRow("more decimals are kept") << u"1,2345"_s << u"1,2345"_s;
        QTest::newRow("what is no amount stays") << u"12x"_s << u"12x"_s;
        QTest::newRow("blank stays blank") << u" "_s << u" "_s;
    }

    void anAmountIsShownOnLeaving()
    {
        QFETCH(QString, typed);
        Window<AmountEdit> window;
        QSignalSpy edited(window.edit, &AmountEdit::edited);
        type(typed);
        QCOMPARE(edited.size(), typed.size());
        window.leave();
        if (typed.trimmed().isEmpty())
            QVERIFY(window.edit->text().trimmed().isEmpty());
        else
            QTEST(window.edit->text(), "shown");
    }

    void theKeypadHasTheDecimalSign()
    {
        Window<AmountEdit> window;
        type(u"7"_s);
        press(Qt::Key_Period, Qt::KeypadModifier);
        type(u"5"_s);
        QCOMPARE(window.edit->text(), u"7,5"_s);
        QCOMPARE((*window.edit->value())->toString(), u"7.5"_s);
    }

    void anAmountIsReadAsItIsShown_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("amount");
        for (const auto locale : {"sv_SE", "da_DK", "fi_FI", "en_US", "en_GB", "de_DE"}) {
            for (const auto amount : {"1500", "-1500", "1234567", "1500.125", "1.5"})
                QTest::addRow("%s in %s", amount, locale) << QString::fromLatin1(locale) << QString::fromLatin1(amount);
        }
    }

    //! Walked over with Enter, and typed back as it stands there.
    void anAmountIsReadAsItIsShown()
    {
        QFETCH(QString, locale);
        QFETCH(QString, amount);
        const QLocale swedish;
        const auto back = qScopeGuard([&] { QLocale::setDefault(swedish); });
        QLocale::setDefault(QLocale(locale));
        AmountEdit edit;
        edit.setMinimumDecimals(0);
        edit.setValue(*Decimal::parse(amount));
        edit.finishEntry();
        QCOMPARE((*edit.value())->toString(), amount);
        AmountEdit other;
        other.setText(edit.text());
        QCOMPARE((*other.value())->toString(), amount);
    }

    void aRefusedAmountSaysWhy()
    {
        Window<AmountEdit> window;
        type(u"99999999999999999999999999999"_s);
        QCOMPARE(window.edit->value().error().code, u"decimal.tooLarge"_s);
        window.edit->setText(u"x"_s);
        QCOMPARE(window.edit->value().error().code, u"decimal.malformed"_s);
        window.edit->clear();
        QVERIFY(!*window.edit->value());
    }

    // --- dates

    void aDateIsEchoedOnLeaving()
    {
        Window<DateEdit> window;
        window.edit->setToday([] { return QDate(2026, 11, 13); });
        type(u"20"_s);
        QCOMPARE(window.edit->echo(), QString()); // not while typing
        window.leave();
        QCOMPARE(window.edit->text(), u"2026-11-20"_s);
        QCOMPARE(window.edit->echo(), u"fredag 20 november 2026"_s);
        QCOMPARE(window.edit->accessibleDescription(), u"fredag 20 november 2026"_s);
    }

    void theKeysGoByDayAndMonth()
    {
        Window<DateEdit> window;
        window.edit->setToday([] { return QDate(2026, 11, 30); });
        QSignalSpy edited(window.edit, &DateEdit::edited);
        press(Qt::Key_Up); // nothing there yet: today
        QCOMPARE(window.edit->text(), u"2026-11-30"_s);
        press(Qt::Key_Up);
        QCOMPARE(window.edit->text(), u"2026-12-01"_s);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(window.edit->text(), u"2026-11-29"_s);
        press(Qt::Key_PageUp);
        QCOMPARE(window.edit->text(), u"2026-12-29"_s);
        press(Qt::Key_PageDown);
        QCOMPARE(window.edit->text(), u"2026-11-29"_s);
        QCOMPARE(edited.size(), 6);
        window.edit->setReadOnly(true);
        press(Qt::Key_Up);
        QCOMPARE(window.edit->text(), u"2026-11-29"_s);
    }

    void whatIsNoDateStays()
    {
        Window<DateEdit> window;
        type(u"32"_s);
        window.leave();
        QCOMPARE(window.edit->text(), u"32"_s);
        QCOMPARE(window.edit->date().error().code, u"date.malformed"_s);
    }

    // --- references

    void numberAndNameAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("a number, the equal one first") << u"10"_s << QStringList{u"10"_s, u"101"_s, u"102"_s};
        QTest::newRow("the start of a name") << u"nor"_s << QStringList{u"101"_s};
        QTest::newRow("a word inside a name") << u"bygg"_s << QStringList{u"101"_s};
        QTest::newRow("letters beyond ASCII") << u"åsa"_s << QStringList{u"10"_s};
        QTest::newRow("nothing that is not in use") << u"gammal"_s << QStringList{};
        QTest::newRow("blank: all, by number") << QString() << QStringList{u"7"_s, u"10"_s, u"101"_s, u"102"_s};
    }

    void numberAndNameAreFound()
    {
        QFETCH(QString, typed);
        Office office;
        fill(office);
        RecordLookup lookup(*office.session);
        std::optional<RecordLookup::Matches> answer;
        lookup.search({kCustomers}, typed, 10, this, [&](const RecordLookup::Matches &matches) { answer = matches; });
        QTRY_VERIFY(answer);
        QStringList numbers;
        for (const auto &match : *answer)
            numbers.append(match.number);
        QTEST(numbers, "found");
    }

    void typingOpensTheListAndEnterChooses()
    {
        Office office;
        const auto ids = fill(office);
        RecordLookup lookup(*office.session);
        Window<ReferenceEdit> window(lookup, LookupTarget{kCustomers});
        QSignalSpy chosen(window.edit, &ReferenceEdit::chosen);
        type(u"nor"_s);
        QVERIFY(isUnresolvedReference(window.edit->value()));
        QTRY_VERIFY(window.edit->isListOpen());
        QVERIFY(window.edit->hasFocus());
        press(Qt::Key_Return);
        QVERIFY(!window.edit->isListOpen());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(window.edit->value(), QJsonValue(ids.value(u"101"_s).toString()));
        QCOMPARE(window.edit->text(), u"101 Norrvik Bygg AB"_s);
    }

    void theListIsOpenedByKeys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("F4") << int(Qt::Key_F4) << int(Qt::NoModifier);
        QTest::newRow("Ctrl+Space") << int(Qt::Key_Space) << int(Qt::ControlModifier);
        QTest::newRow("Alt+Down") << int(Qt::Key_Down) << int(Qt::AltModifier);
    }

    void theListIsOpenedByKeys()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        Office office;
        const auto ids = fill(office);
        RecordLookup lookup(*office.session);
        Window<ReferenceEdit> window(lookup, LookupTarget{kCustomers});
        press(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QTRY_VERIFY(window.edit->isListOpen());
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Up);
        window.leave(); // Tab takes what is marked
        QCOMPARE(window.edit->value(), QJsonValue(ids.value(u"10"_s).toString()));
    }

    void aWholeNumberNeedsNoList()
    {
        Office office;
        const auto ids = fill(office);
        RecordLookup lookup(*office.session);
        Window<ReferenceEdit> window(lookup, LookupTarget{kCustomers});
        type(u"10"_s);
        window.leave(); // at once, before anything was found
        QVERIFY(window.edit->isResolving());
        QTRY_COMPARE(window.edit->value(), QJsonValue(ids.value(u"10"_s).toString()));
        QCOMPARE(window.edit->text(), u"10 Åsa Öberg"_s);
    }

    void whatIsNotFoundStaysUnresolved()
    {
        Office office;
        fill(office);
        RecordLookup lookup(*office.session);
        Window<ReferenceEdit> window(lookup, LookupTarget{kCustomers});
        type(u"nobody"_s);
        window.leave();
        QTRY_VERIFY(!window.edit->isResolving());
        QCOMPARE(window.edit->value(), unresolvedReference(u"nobody"_s));
        QCOMPARE(window.edit->text(), u"nobody"_s);
    }

    //! "1042" of two series is nobody's until one is chosen, and the list tells them apart.
    void equalNumbersAreAskedAbout()
    {
        Office office;
        const auto ada = office.customer(u"1"_s, u"Ada"_s);
        const auto invoice = [&](const QString &series) {
            return office
                .make(kInvoices, {{u"customer"_s, ada.toString()},
                                  {u"invoiceDate"_s, u"2026-11-13"_s},
                                  {u"series"_s, series},
                                  {u"documentNumber"_s, u"1042"_s}})
                .id;
        };
        invoice(u"A"_s);
        invoice(u"B"_s);
        RecordLookup lookup(*office.session);
        Window<ReferenceEdit> window(lookup, LookupTarget{kInvoices});
        std::optional<RecordLookup::Matches> answer;
        lookup.search({kInvoices}, u"1042"_s, 10, this,
                      [&](const RecordLookup::Matches &matches) { answer = matches; });
        QTRY_VERIFY(answer);
        QStringList said;
        for (const auto &match : *answer)
            said.append(match.distinction);
        said.sort();
        QCOMPARE(said, (QStringList{u"A, Ada"_s, u"B, Ada"_s}));
        type(u"1042"_s);
        window.leave();
        QTRY_VERIFY(!window.edit->isResolving());
        QCOMPARE(window.edit->value(), unresolvedReference(u"1042"_s));
    }

    void aNumberFieldHoldsTheNumber()
    {
        Office office;
        office.account(u"1930"_s, u"Företagskonto"_s);
        RecordLookup lookup(*office.session);
        Window<ReferenceEdit> window(lookup, LookupTarget{kAccounts, LookupTarget::Holds::Number});
        type(u"19"_s);
        window.leave();
        QTRY_VERIFY(!window.edit->isResolving());
        QCOMPARE(window.edit->value(), QJsonValue(u"19"_s)); // a number of its own
        window.edit->setFocus();
        window.edit->selectAll();
        type(u"fö"_s);
        QTRY_VERIFY(window.edit->isListOpen());
        press(Qt::Key_Return);
        QCOMPARE(window.edit->value(), QJsonValue(u"1930"_s));
        QCOMPARE(window.edit->text(), u"1930 Företagskonto"_s);
    }

    void aStoredReferenceShowsItsTitle()
    {
        Office office;
        const auto ids = fill(office);
        RecordLookup lookup(*office.session);
        Window<ReferenceEdit> window(lookup, LookupTarget{kCustomers});
        QSignalSpy edited(window.edit, &ReferenceEdit::edited);
        window.edit->setValue(ids.value(u"7"_s).toString());
        QTRY_COMPARE(window.edit->text(), u"7 Bo & Co"_s);
        window.edit->setValue(QJsonValue(QJsonValue::Undefined));
        QCOMPARE(window.edit->text(), QString());
        QCOMPARE(edited.size(), 0);
    }

    void anOlderAnswerIsNotTaken()
    {
        Office office;
        const auto ids = fill(office);
        RecordLookup lookup(*office.session);
        Window<ReferenceEdit> window(lookup, LookupTarget{kCustomers});
        window.edit->setValue(ids.value(u"7"_s).toString());
        window.edit->setValue(ids.value(u"10"_s).toString());
        QTRY_COMPARE(window.edit->text(), u"10 Åsa Öberg"_s);
    }

    // --- every kind of field

    void valuesGoThereAndBack_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QJsonValue>("expected");
        const auto row = [](const char *name, const QString &type, const QString &field, const QJsonValue &value,
                            std::optional<QJsonValue> expected = {}) {
            QTest::newRow(name) << type << field << value << expected.value_or(value);
        };
        const QJsonValue blank(QJsonValue::Undefined);
        row("text", u"customers"_s, u"name"_s, u"Åsa"_s);
        row("long text", u"customers"_s, u"note"_s, u"a\nb"_s);
        row("an integer", u"customers"_s, u"termsOfPayment"_s, 30);
        row("no integer", u"customers"_s, u"termsOfPayment"_s, u"30 dagar"_s);
        row("a broken integer is as typed", u"customers"_s, u"termsOfPayment"_s, u"1.5"_s);
        row("a large decimal", u"articles"_s, u"salesPrice"_s, u"1234567.125"_s);
        row("an amount", u"invoicePayments"_s, u"amount"_s, u"-1234.50"_s);
        row("an amount as somebody left it", u"invoicePayments"_s, u"amount"_s, u"12*"_s);
        row("a date", u"invoices"_s, u"dueDate"_s, u"2026-11-20"_s);
        row("no date", u"invoices"_s, u"dueDate"_s, u"2026-99"_s);
        row("a choice", u"customers"_s, u"type"_s, u"private"_s);
        row("a choice of a newer version", u"customers"_s, u"type"_s, u"association"_s);
        row("no choice", u"customers"_s, u"type"_s, blank);
        row("a switch", u"customers"_s, u"active"_s, true);
        row("a switch that nobody has set", u"customers"_s, u"active"_s, blank);
        row("a reference", u"invoices"_s, u"customer"_s, u"tmp-1"_s);
        row("a reference not found", u"invoices"_s, u"customer"_s, QJsonObject{{u"typed"_s, u"Ad"_s}});
        row("no text", u"customers"_s, u"name"_s, blank);
        row("no amount", u"invoicePayments"_s, u"amount"_s, blank);
    }

    void valuesGoThereAndBack()
    {
        QFETCH(QString, type);
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        Office office;
        RecordLookup lookup(*office.session);
        QWidget parent;
        auto *edit = ValueEdit::create(EntityType(type), field, *office.schema(EntityType(type)).field(field),
                                       {.lookup = lookup}, &parent);
        QSignalSpy edited(edit, &ValueEdit::edited);
        edit->setValue(value);
        QTEST(edit->value(), "expected");
        QCOMPARE(edited.size(), 0); // only people edit
        QCOMPARE(ValueEdit::of(edit->widget()), edit);
        QVERIFY(!edit->widget()->accessibleName().isEmpty());
    }

    void aSwitchIsSetByAClick()
    {
        Office office;
        RecordLookup lookup(*office.session);
        QWidget parent;
        auto *edit = ValueEdit::create(kCustomers, u"active"_s, *office.schema(kCustomers).field(u"active"),
                                       {.lookup = lookup}, &parent);
        openWindow(parent);
        auto *box = qobject_cast<QCheckBox *>(edit->widget());
        box->click();
        QCOMPARE(edit->value(), QJsonValue(true));
        box->click();
        QCOMPARE(edit->value(), QJsonValue(false));
    }

    void anInstantKeepsItsSeconds()
    {
        Office office;
        RecordLookup lookup(*office.session);
        QWidget parent;
        Field field;
        field.name = u"at"_s;
        field.kind = FieldKind::Instant;
        auto *edit = ValueEdit::create(kCustomers, u"at"_s, field, {.lookup = lookup}, &parent);
        const QJsonValue instant(u"2026-11-13T08:15:42.123Z"_s);
        edit->setValue(instant);
        QCOMPARE(edit->value(), instant);
        qobject_cast<QLineEdit *>(edit->widget())->setText(u"2026-11-13 08:16"_s);
        QVERIFY(edit->value() != instant);
    }

    void theWheelChangesOnlyWhatHasTheFocus()
    {
        Window<ChoiceEdit> window(QStringList{u"company"_s, u"private"_s}, ChoiceEdit::Blank::NotAllowed);
        window.edit->setChoice(u"private"_s);
        window.other->setFocus();
        const QPoint middle = window.edit->rect().center();
        QWheelEvent wheel(middle, window.edit->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(window.edit, &wheel);
        QCOMPARE(window.edit->choice(), u"private"_s);
    }

    // --- banner

    void aBannerSaysWhatItIsToldAndCanBeClosed()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *banner = new Banner(&window);
        layout->addWidget(banner);
        openWindow(window);
        QVERIFY(!banner->isVisible());
        banner->showMessage(Banner::Kind::Warning, u"Åsa har ändrat"_s);
        auto *button = banner->addButton(u"Visa"_s);
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->accessibleName(), u"Åsa har ändrat"_s);
        QSignalSpy clicked(button, &QPushButton::clicked);
        QSignalSpy closed(banner, &Banner::closed);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
        QTest::mouseClick(banner->findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(!banner->isVisible());
        QCOMPARE(closed.size(), 1);
        banner->showMessage(Banner::Kind::Error, u"Två"_s, Banner::Closing::NotAllowed);
        QVERIFY(!banner->findChild<QToolButton *>()->isVisible());
        QTRY_VERIFY(banner->findChildren<QPushButton *>().isEmpty()); // the buttons of the message before
    }

private:
    static QHash<QString, LocalId> fill(Office &office)
    {
        QHash<QString, LocalId> ids;
        ids[u"10"_s] = office.customer(u"10"_s, u"Åsa Öberg"_s);
        ids[u"101"_s] = office.customer(u"101"_s, u"Norrvik Bygg AB"_s);
        ids[u"102"_s] = office.customer(u"102"_s, u"Söderfors"_s);
        ids[u"7"_s] = office.customer(u"7"_s, u"Bo & Co"_s);
        office.customer(u"8"_s, u"Gammal kund"_s, {{u"active"_s, false}});
        return ids;
    }
};

QTEST_MAIN(ValueEditTest)
#include "valueedit_test.moc"
