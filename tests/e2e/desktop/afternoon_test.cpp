// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/keys.h"
#include "tests/e2e/desktop/office.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"

#include <QSignalSpy>
#include <QTreeView>

using namespace frost;
using namespace frost::e2e;
using namespace Qt::StringLiterals;

//! An afternoon at the window: the server goes and comes, everything is typed, nobody presses "synchronise", and a
//! conflict is settled without a mouse (R-NET-02, R-CON-08, R-APP-02, R-APP-04).
class AfternoonTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Firm> m_firm;

    [[nodiscard]] RecordForm &form() { return m_firm->desk->window->view()->currentRecords()->form(); }
    void save()
    {
        QSignalSpy saved(&form(), &RecordForm::saved);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kPatience);
    }
    //! Opens the first customer of the list by keyboard.
    void openFirst()
    {
        auto &page = *m_firm->desk->window->view()->currentRecords();
        QTRY_VERIFY(page.model().row(0));
        page.focusList();
        press(Qt::Key_Home, Qt::ControlModifier);
        QSignalSpy loaded(&form(), &RecordForm::loaded);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, kPatience);
    }
    void retype(const QString &field, const QString &text)
    {
        QVERIFY2(goTo(field), qPrintable(field));
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    [[nodiscard]] QString annas(const QString &field)
    {
        auto store = value(m_firm->anna->company().database().objectStore(EntityType(u"customers"_s)));
        return value(store.select({.limit = 1})).value(0).body[field].toVariant().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_firm = std::make_unique<Firm>();
        m_firm->desk->come();
    }

    void aCompanyIsMadeAndConnected()
    {
        m_firm->desk->makeCompany(u"firm"_s, u"acme"_s);
        m_firm->desk->connectTo(*m_firm->server, m_firm->token);
        QTRY_VERIFY_WITH_TIMEOUT(m_firm->desk->synced(), kPatience);
    }

    void aCustomerIsTypedAndSentByItself()
    {
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(goTo(u"Name"_s));
        type(u"Norrskog Bygg AB"_s);
        retype(u"City"_s, u"Luleå"_s);
        retype(u"Phone"_s, u"0920-123 45"_s);
        save();
        QTRY_COMPARE_WITH_TIMEOUT(m_firm->status().queue.completed, 1, kPatience);
        m_firm->annaSyncs();
        QCOMPARE(annas(u"name"_s), u"Norrskog Bygg AB"_s);
        QCOMPARE(annas(u"city"_s), u"Luleå"_s);
    }

    void theServerGoesAwayAndTheWorkGoesOn()
    {
        m_firm->server->stop();
        openFirst();
        retype(u"Phone"_s, u"0920-999 99"_s);
        retype(u"Terms of payment"_s, u"45"_s);
        save();
        QTRY_COMPARE_WITH_TIMEOUT(m_firm->status().queue.pending, 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_firm->status().connections.first().network.quality, NetworkQuality::Offline, kPatience);
    }

    void theColleagueChangesTheSameAndTheServerComesBack()
    {
        const auto id = value(m_firm->anna->company().shownIds().shown(
            EntityType(u"customers"_s),
            value(value(m_firm->anna->company().database().objectStore(EntityType(u"customers"_s))).select({.limit = 1}))
                .first()
                .id));
        done(m_firm->anna->change(u"customers"_s, id, {{u"phone"_s, u"0920-111 11"_s}, {u"city"_s, u"Boden"_s}}));
        done(m_firm->server->start());
        m_firm->annaSyncs();
        // One field of each merges alone, the phone number is a question.
        QTRY_COMPARE_WITH_TIMEOUT(m_firm->status().openConflicts, 1, kPatience);
    }

    void theConflictIsSettledByKeys()
    {
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m_firm->desk->window->findChild<MergeDialog *>();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QSignalSpy resolved(dialog, &MergeDialog::resolved);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->current() != 0, kPatience);
        QTreeView *fields = nullptr;
        for (auto *view : dialog->findChildren<QTreeView *>()) {
            if (view->accessibleName() == u"Fields of the merge")
                fields = view;
        }
        QVERIFY(fields);
        QTRY_VERIFY_WITH_TIMEOUT(fields->model()->rowCount() > 0 && fields->isVisible(), kPatience);
        press(Qt::Key_F8);
        press(Qt::Key_2);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(resolved.count(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_firm->status().openConflicts, 0, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_firm->desk->synced(), kPatience);
    }

    void bothComputersEndEqual()
    {
        m_firm->annaSyncs();
        QCOMPARE(annas(u"phone"_s), u"0920-999 99"_s);
        QCOMPARE(annas(u"city"_s), u"Boden"_s);
        QCOMPARE(annas(u"termsOfPayment"_s), u"45"_s);
        const auto mine = m_firm->desk->ask(Lane::Page, [](Company &company) -> Result<QJsonObject> {
            auto store = company.database().objectStore(EntityType(u"customers"_s));
            FROST_TRY(store);
            const auto records = store->select({});
            FROST_TRY(records);
            return records->size() == 1 ? records->first().body : QJsonObject();
        });
        auto store = value(m_firm->anna->company().database().objectStore(EntityType(u"customers"_s)));
        QCOMPARE(mine, value(store.select({})).first().body);
    }

    void cleanupTestCase() { m_firm.reset(); }
};

QTEST_MAIN(AfternoonTest)
#include "afternoon_test.moc"
