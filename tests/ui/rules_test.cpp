// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflictfixture.h"
#include "pictures.h"
#include "shellfixture.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergetree.h"
#include "ui/conflicts/ruledialog.h"
#include "ui/conflicts/rulesdialog.h"
#include "ui/shell/companyview.h"
#include "ui/synccenter/connectioncard.h"

#include <QAccessible>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>

// R-CON-10, UX.md 1.2 J27: rules about single fields are made, changed and taken back, by the entries that people press.

using shellfixture::Screen;
using shellfixture::shown;
using namespace conflictfixture;

namespace {

QPushButton *buttonIn(QWidget &window, const QString &text)
{
    for (auto *button : window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void press(QWidget &window, const QString &text)
{
    auto *button = buttonIn(window, text);
    QVERIFY2(button && button->isEnabled(), qPrintable(text));
    QTest::keyClick(button, Qt::Key_Space);
}

QStringList linesOf(RulesDialog &dialog)
{
    QStringList lines;
    const auto *list = dialog.findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row)
        lines.append(list->item(row)->text());
    return lines;
}

QList<FieldRule> rulesIn(frost::Company &company)
{
    return value(fieldRules(company.database(), {conflictfixture::kServer}));
}

//! The combo box of a form by its label.
QComboBox &boxOf(RuleDialog &dialog, int row)
{
    return *dialog.findChildren<QComboBox *>().at(row);
}
enum Row { Between, Records, FieldRow, Policy };

const FieldRule kPhone{conflictfixture::kServer, conflictfixture::kCustomers, u"phone"_s, u"client-wins"_s};

} // namespace

class ConflictRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    void theMenuLeadsToThemAndTheyAreChanged()
    {
        Screen screen;
        screen.open(u"acme"_s);
        auto &company = *screen.office.desk(0).company;
        screen.office.desk(0).connectServer();
        QApplication::setActiveWindow(screen.window.get());
        QTest::keyClick(screen.window.get(), Qt::Key_O, Qt::AltModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_R);
        auto *rules = shown<RulesDialog>(*screen.window);
        QVERIFY(rules);
        QTRY_VERIFY(buttonIn(*rules, u"New rule …"_s)->isEnabled());
        QVERIFY(!buttonIn(*rules, u"Change …"_s)->isEnabled());

        press(*rules, u"New rule …"_s);
        auto *asked = shown<RuleDialog>(*rules);
        QVERIFY(asked);
        QTest::keyClicks(&boxOf(*asked, Records), u"Customers"_s);
        QTest::keyClicks(&boxOf(*asked, FieldRow), u"Phone"_s);
        QTest::keyClick(&boxOf(*asked, Policy), Qt::Key_Home); // mine
        pictures::shoot(*asked, u"rule-new"_s);
        for (auto *window : std::initializer_list<QWidget *>{rules, asked}) { // UX.md 1.2 N
            for (auto *widget : window->findChildren<QWidget *>()) {
                auto *accessible = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus ? QAccessible::queryAccessibleInterface(widget) : nullptr;
                QVERIFY2(!accessible || !accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            }
        }
        QTest::keyClick(asked, Qt::Key_Return);
        QTRY_COMPARE(rulesIn(company), QList{kPhone});
        QTRY_COMPARE(linesOf(*rules), QStringList{u"Phone of customers: always mine, before the company server"_s});
        pictures::shoot(*rules, u"rules"_s);

        QApplication::setActiveWindow(rules);
        QCOMPARE(QApplication::focusWidget(), rules->findChild<QListWidget *>()); // no longer the button that asked for a new one
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(asked = shown<RuleDialog>(*rules));
        for (const auto row : {Between, Records, FieldRow})
            QVERIFY(!boxOf(*asked, row).isEnabled());
        QCOMPARE(boxOf(*asked, FieldRow).currentText(), u"Phone"_s);
        QCOMPARE(boxOf(*asked, Policy).currentText(), u"always mine"_s);
        QTest::keyClick(&boxOf(*asked, Policy), Qt::Key_End);
        pictures::shoot(*asked, u"rule-change"_s);
        QTest::keyClick(asked, Qt::Key_Return);
        QTRY_COMPARE(linesOf(*rules), QStringList{u"Phone of customers: always the later one, of mine and that of the company server"_s});
        QCOMPARE(rulesIn(company).size(), 1);
        QCOMPARE(rulesIn(company).first().policy, u"last-write-wins"_s);

        press(*rules, u"Ask me again"_s);
        QTRY_COMPARE(linesOf(*rules), QStringList());
        QVERIFY(rulesIn(company).isEmpty()); // the one before is not there either
    }

    void enterChangesTheRuleThatIsSelected()
    {
        conflictfixture::Office office;
        value(setRules(office.company->database(), conflictfixture::kServer,
                       json(R"({"types": {"articles": {"fieldConflicts": {"ean": "server-wins"}}, "customers": {"fieldConflicts": {"phone": "client-wins"}}}})")));
        auto *rules = new RulesDialog(*office.session);
        rules->show();
        QApplication::setActiveWindow(rules);
        QTRY_COMPARE(linesOf(*rules).size(), 2);
        for (const auto *button : rules->findChildren<QPushButton *>())
            QVERIFY2(!button->isDefault() && !button->autoDefault(), qPrintable(button->text()));
        QCOMPARE(QApplication::focusWidget(), rules->findChild<QListWidget *>());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        RuleDialog *asked = nullptr;
        QTRY_VERIFY(asked = shown<RuleDialog>(*rules));
        QCOMPARE(rules->findChildren<RuleDialog *>().size(), 1);
        QCOMPARE(asked->windowTitle(), u"Change the rule"_s);
        QCOMPARE(boxOf(*asked, FieldRow).currentText(), u"Phone"_s);
        delete rules;
    }

    void aRuleThatIsNotChangedStays()
    {
        conflictfixture::Office office;
        auto &database = office.company->database();
        value(setRules(database, conflictfixture::kServer, json(R"({"types": {"customers": {"fieldConflicts": {"phone": "client-wins"}}}})")));
        value(database.sql().run("CREATE TRIGGER full BEFORE INSERT ON meta WHEN NEW.value LIKE '%last-write-wins%' BEGIN SELECT RAISE(ABORT, 'full'); END"));
        auto *rules = new RulesDialog(*office.session);
        rules->show();
        QTRY_COMPARE(linesOf(*rules).size(), 1);
        press(*rules, u"Change …"_s);
        auto *asked = shown<RuleDialog>(*rules);
        QVERIFY(asked);
        QTest::keyClick(&boxOf(*asked, Policy), Qt::Key_End);
        QTest::keyClick(asked, Qt::Key_Return);
        const auto *text = rules->findChild<QLabel *>();
        QTRY_VERIFY2(!text->text().startsWith(u"Where both"_s), qPrintable(text->text()));
        QCOMPARE(rulesIn(*office.company), QList{kPhone});
        delete rules;
    }

    void theConnectionHasThem()
    {
        Screen screen;
        auto &session = static_cast<frost::test::TestSession &>(screen.open(u"acme"_s));
        screen.office.desk(0).connectServer();
        value(screen.office.desk(0).company->connections().add(ConnectionId(u"shop"_s), u"woocommerce"_s, {}));
        auto status = shellfixture::synced();
        status.connections.append(status.connections.first());
        status.connections.last().id = ConnectionId(u"shop"_s);
        session.tell(status);
        screen.window->view()->showSync();
        const auto cards = screen.window->findChildren<ConnectionCard *>();
        QCOMPARE(cards.size(), 2);
        QTRY_VERIFY(cards.last()->isVisible());
        pictures::shoot(*screen.window, u"rules-card"_s);
        press(*cards.last(), u"Rules …"_s);
        auto *rules = shown<RulesDialog>(*screen.window);
        QVERIFY(rules);
        QTRY_VERIFY(buttonIn(*rules, u"New rule …"_s)->isEnabled());
        press(*rules, u"New rule …"_s);
        auto *asked = shown<RuleDialog>(*rules);
        QCOMPARE(boxOf(*asked, Between).currentText(), u"shop"_s);
        QCOMPARE(boxOf(*asked, Policy).itemText(1), u"always that of shop"_s);
        QTest::keyClicks(&boxOf(*asked, Between), u"Company"_s);
        QCOMPARE(boxOf(*asked, Policy).itemText(1), u"always that of the company server"_s);
    }

    void theMergeHasThem()
    {
        conflictfixture::Office office;
        const QJsonObject base{{u"description"_s, u"Hours"_s}, {u"articleNumber"_s, u"20"_s}};
        office.conflict(kArticles, base, with(base, {{u"unit"_s, u"h"_s}}), with(base, {{u"unit"_s, u"st"_s}}));
        MergeDialog dialog(*office.session);
        dialog.show();
        press(dialog, u"Rules …"_s);
        QVERIFY(shown<RulesDialog>(dialog));
    }

    void whatAPersonDoesAnywayIsOfferedInTheFieldsMenu()
    {
        conflictfixture::Office office;
        const auto eanConflict = [&](int number) {
            const QJsonObject base{{u"description"_s, u"Hours"_s}, {u"articleNumber"_s, QString::number(number)}};
            return office.conflict(kArticles, base, with(base, {{u"ean"_s, u"1"_s}}), with(base, {{u"ean"_s, u"2"_s}}));
        };
        for (int earlier = 0; earlier < 6; ++earlier)
            value(office.company->resolver().resolve(eanConflict(earlier), Strategy::ServerWins, std::nullopt, office.company->actor()));
        const auto id = eanConflict(20);
        MergeDialog dialog(*office.session);
        dialog.show();
        QApplication::setActiveWindow(&dialog);
        dialog.showConflict(id);
        auto &tree = *dialog.findChild<MergeTree *>();
        QTRY_COMPARE(tree.currentPath(), u"ean"_s);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(&tree, &asked);
        auto *menu = tree.findChild<QMenu *>();
        QVERIFY(menu);
        for (int down = 0; down < 10; ++down) {
            QTest::keyClick(menu, Qt::Key_Down);
            if (menu->activeAction() && menu->activeAction()->text().startsWith(u"Always"_s))
                break;
        }
        QVERIFY(menu->activeAction());
        QCOMPARE(menu->activeAction()->text(), u"Always take that of the company server for: EAN"_s);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(rulesIn(*office.company), (QList<FieldRule>{{conflictfixture::kServer, kArticles, u"ean"_s, u"server-wins"_s}}));
    }

    void whatCameFromElsewhereIsTakenBackAlone()
    {
        conflictfixture::Office office;
        office.write([&] { // as it may stand there from before it was refused
            value(writeRules(office.company->database(), conflictfixture::kServer,
                             json(R"({"types": {"suppliers": {"fieldConflicts": {"bankgiro": "server-wins"}}}})")));
        });
        auto *rules = new RulesDialog(*office.session);
        rules->show();
        QTRY_COMPARE(linesOf(*rules), QStringList{u"Bankgiro of suppliers: always that of the company server"_s});
        QVERIFY(!buttonIn(*rules, u"Change …"_s)->isEnabled());
        QTest::keyClick(rules->findChild<QListWidget *>(), Qt::Key_Return);
        office.answerAll(); // what opens does so with the next turn of the event loop
        QVERIFY(!shown<RuleDialog>(*rules));
        press(*rules, u"Ask me again"_s);
        QTRY_VERIFY(rulesIn(*office.company).isEmpty());
        delete rules;
    }
};

QTEST_MAIN(ConflictRulesTest)
#include "rules_test.moc"
