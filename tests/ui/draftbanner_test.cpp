// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/drafts.h"
#include "tests/ui/shellfixture.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"
#include "ui/shell/companyview.h"
#include "ui/shell/draftbanner.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace shellfixture;

namespace {

QPushButton *goOn(QWidget &banner)
{
    for (auto *button : banner.findChildren<QPushButton *>()) {
        if (button->isVisibleTo(&banner) && button->text() == u"Go on")
            return button;
    }
    return nullptr;
}

QString text(DraftBanner &banner)
{
    return banner.findChild<Banner *>()->text();
}

} // namespace

//! Nothing that was typed is out of reach (UX.md 3.4).
class DraftBannerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { speakEnglish(); }

    void everyDraftOfBeforeIsOffered()
    {
        Desk desk;
        Drafts drafts(desk.company->database().sql(), desk.clock);
        value(drafts.put({kInvoices, LocalId(u"older"_s), {}, {{u"note"_s, u"a"_s}}, {}}));
        desk.clock.advance(std::chrono::seconds(1));
        value(drafts.put({kCustomers, LocalId(u"newer"_s), {}, {{u"name"_s, u"b"_s}}, {}}));
        DraftBanner banner(*desk.session);
        banner.show();
        QSignalSpy wanted(&banner, &DraftBanner::goOnWanted);
        QTRY_VERIFY(goOn(banner));
        QVERIFY(text(banner).startsWith(u"2 records"));
        goOn(banner)->click();
        QCOMPARE(wanted[0][1].value<LocalId>(), LocalId(u"newer"_s));
        QVERIFY(text(banner).startsWith(u"1 record "));
        QTRY_VERIFY(goOn(banner));
        goOn(banner)->click();
        QCOMPARE(wanted[1][1].value<LocalId>(), LocalId(u"older"_s));
        QVERIFY(text(banner).isEmpty());
    }

    void aNewRecordThatWasClosedHalfTypedIsOffered()
    {
        Screen screen;
        screen.open(u"acme"_s);
        auto &view = *screen.window->view();
        auto &banner = *view.findChild<DraftBanner *>();
        view.showType(kCustomers);
        auto &page = view.records(kCustomers);
        page.createRecord();
        QVERIFY(QTest::qWaitForWindowActive(screen.window.get()));
        QTest::keyClicks(QApplication::focusWidget(), u"Norrskog"_s);
        QTRY_VERIFY(page.form().isDirty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(goOn(banner));
        QCOMPARE(text(banner), u"1 record closed before being saved, kept as draft."_s);
        QSignalSpy loaded(&page.form(), &RecordForm::loaded);
        goOn(banner)->click();
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(page.form().isDirty());
        QVERIFY(page.form().record().isEmpty());
        QVERIFY(text(banner).isEmpty());
    }

    void whatIsThereBringsItsOwnDraftBack()
    {
        Desk desk;
        DraftBanner banner(*desk.session);
        banner.show();
        const auto settled = [&] {
            bool done = false;
            desk.session->ask(Lane::Write, this, [](Company &) { return 0; }, [&](int) { done = true; });
            return QTest::qWaitFor([&] { return done; });
        };
        QVERIFY(settled()); // it has seen that there was nothing
        Drafts drafts(desk.company->database().sql(), desk.clock);
        value(drafts.put({kCustomers, LocalId(u"c"_s), QJsonObject{{u"name"_s, u"a"_s}}, {{u"name"_s, u"b"_s}}, {}}));
        value(drafts.put({kInvoices, LocalId(u"open"_s), {}, {{u"note"_s, u"b"_s}}, {}})); // still being typed elsewhere
        banner.formClosed(kCustomers);
        QVERIFY(settled());
        QVERIFY(text(banner).isEmpty());
    }
};

QTEST_MAIN(DraftBannerTest)
#include "draftbanner_test.moc"
