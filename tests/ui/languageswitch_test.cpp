// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shellfixture.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"
#include "ui/shell/companyview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTest>

using namespace shellfixture;

namespace {

void collect(QSet<QString> &texts, const QObject &of, const QString &text)
{
    if (!text.isEmpty())
        texts.insert(QString::fromLatin1(of.metaObject()->className()) + u": "_s + text);
}

//! Everything that can be read or heard in the window.
QSet<QString> textsOf(const QMainWindow &window)
{
    QSet<QString> texts;
    for (const auto *menu : window.menuBar()->findChildren<QMenu *>())
        collect(texts, *menu, menu->title());
    for (const auto *action : window.findChildren<QAction *>())
        collect(texts, *action, action->text());
    for (const auto *widget : window.findChildren<QWidget *>()) {
        if (qobject_cast<const QTabBar *>(widget->parentWidget()))
            continue; // Qt's own arrows, which Qt names once
        collect(texts, *widget, widget->accessibleName());
        collect(texts, *widget, widget->accessibleDescription());
        collect(texts, *widget, widget->toolTip());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            collect(texts, *label, label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            collect(texts, *button, button->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            collect(texts, *edit, edit->placeholderText());
        if (const auto *tabs = qobject_cast<const QTabWidget *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                collect(texts, *tabs, tabs->tabText(i));
        }
        if (const auto *list = qobject_cast<const QListWidget *>(widget)) {
            for (int i = 0; i < list->count(); ++i)
                collect(texts, *list, list->item(i)->text());
        }
    }
    return texts;
}

QString listed(const QSet<QString> &texts)
{
    auto sorted = QStringList(texts.begin(), texts.end());
    sorted.sort();
    return sorted.join(u'\n');
}

} // namespace

//! A switch of the language changes the words and nothing else.
class LanguageSwitchTest : public QObject
{
    Q_OBJECT

private:
    static void work(Screen &screen)
    {
        screen.office.shownDemo = std::make_unique<StillDemo>();
        screen.window->openDemo();
        screen.office.answer(0);
        auto &view = *screen.window->view();
        view.showType(kCustomers);
        view.records(kCustomers).createRecord();
        view.records(kInvoices);
        QTRY_VERIFY(!view.records(kCustomers).form().isHidden());
        QTest::qWait(0); // no pause: takes the answers that are on their way, whose texts are compared, too
    }

private Q_SLOTS:
    void everyWordFollows_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("English to Swedish") << u"en"_s << u"sv"_s;
        QTest::newRow("Swedish to English") << u"sv"_s << u"en"_s;
    }
    void everyWordFollows()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QSet<QString> wanted;
        {
            Screen fresh(to);
            work(fresh);
            wanted = textsOf(*fresh.window);
            QVERIFY(wanted.size() > 100);
        }
        Screen screen(from);
        work(screen);
        QVERIFY(textsOf(*screen.window) != wanted);
        screen.window->setLanguage(to);
        const auto missing = [&] { return wanted - textsOf(*screen.window); };
        const auto left = [&] { return textsOf(*screen.window) - wanted; };
        QTRY_VERIFY2(missing().isEmpty() && left().isEmpty(),
                     qPrintable(u"not there:\n%1\nleft over:\n%2"_s.arg(listed(missing()), listed(left()))));
    }

    void theStartPageFollows()
    {
        Screen screen;
        const auto before = textsOf(*screen.window);
        screen.window->setLanguage(u"sv"_s);
        QTRY_VERIFY(!textsOf(*screen.window).contains(u"QLabel: Welcome to Frost"_s));
        QTRY_VERIFY(screen.window->actions()[Command::Swedish].isChecked());
        screen.window->setLanguage(u"en"_s);
        QTRY_COMPARE(listed(textsOf(*screen.window)), listed(before));
    }

    void whatIsOpenStaysOpen()
    {
        Screen screen;
        screen.open(u"acme"_s);
        auto &view = *screen.window->view();
        view.showType(kCustomers);
        auto &page = view.records(kCustomers);
        auto *search = page.findChild<QLineEdit *>(u"search"_s);
        search->setText(u"norr"_s);
        page.createRecord();
        QVERIFY(QTest::qWaitForWindowActive(screen.window.get()));
        QTest::keyClicks(QApplication::focusWidget(), u"Norrskog"_s);
        QTRY_VERIFY(page.form().isDirty());
        screen.window->actions()[Command::Swedish].trigger();
        QTRY_COMPARE(screen.window->menuBar()->actions().first()->text(), u"&Arkiv"_s);
        QCOMPARE(screen.window->view(), &view);
        QVERIFY(page.form().isVisible());
        QVERIFY(page.form().isDirty());
        QCOMPARE(search->text(), u"norr"_s);
        QVERIFY(screen.window->actions()[Command::Swedish].isChecked());
    }
};

QTEST_MAIN(LanguageSwitchTest)
#include "languageswitch_test.moc"
