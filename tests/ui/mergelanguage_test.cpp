// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedesk.h"
#include "pictures.h"
#include "ui/conflicts/ruledialog.h"
#include "ui/conflicts/rulesdialog.h"
#include "ui/conflicts/sendpreview.h"
#include "ui/shell/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QListWidget>

// The merge dialog and what belongs to it in Swedish: everything is said in it, and has room.

using namespace conflictfixture;

namespace {

//! The whole of it is on the window: nothing lies over its edge.
bool isWhole(const QWidget &widget)
{
    return widget.visibleRegion().boundingRect().size() == widget.size();
}

//! What has less room than it needs, or makes its window larger than the smallest screen. A layout gives buttons all they ask for,
//! and pushes them over the edge.
QStringList cutIn(const QWidget &window)
{
    QStringList texts;
    if (window.width() > 1366 || window.height() > 768)
        texts.append(window.windowTitle());
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && (button->width() < button->sizeHint().width() || !isWhole(*button)))
            texts.append(button->text());
    }
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap() && label->width() < label->sizeHint().width())
            texts.append(label->text());
    }
    for (const auto *box : window.findChildren<QComboBox *>()) {
        if (box->isVisible() && box->width() < box->sizeHint().width())
            texts.append(box->currentText());
    }
    for (const auto *header : window.findChildren<QHeaderView *>()) {
        for (int section = 0; header->isVisible() && section < header->count(); ++section) {
            if (!header->isSectionHidden(section) && header->sectionSize(section) < header->sectionSizeHint(section))
                texts.append(header->model()->headerData(section, Qt::Horizontal).toString());
        }
    }
    return texts;
}

} // namespace

class MergeLanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_language.use(u"sv"_s);
    }
    void cleanupTestCase() { m_language.use(u"en"_s); }

    void aFurtherChangeIsSaid()
    {
        Office office;
        const auto id = office.invoiceConflict();
        Desk desk(office, id);
        QTest::keyClick(&desk.tree(), Qt::Key_2);
        office.changeThere(id, with(*office.stored(id).versions.theirs, {{u"note"_s, u"Delivered at last"_s}}));
        Q_EMIT office.session->recordsChanged({kInvoices});
        QTRY_VERIFY2(saidIn(desk.dialog).contains(u"Den ändrades igen i företagsservern"_s), qPrintable(saidIn(desk.dialog)));
        desk.tree().goTo(u"rows[r2]"_s);
        QVERIFY2(saidIn(desk.dialog).contains(u"anna@firm.se tog bort den i företagsservern"_s), qPrintable(saidIn(desk.dialog)));
        QVERIFY2(saidIn(desk.dialog).contains(u"Vad ska gälla?"_s), qPrintable(saidIn(desk.dialog)));
        QCOMPARE(cutIn(desk.dialog), QStringList());
        pictures::shoot(desk.dialog, u"sv-merge-again"_s);
    }

    void aLongTextIsCompared()
    {
        Office office;
        const QJsonObject base{{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}, {u"note"_s, u"Leverans vid grinden på måndag.\nRing Kalle först, koden är 4711."_s}};
        Desk desk(office, office.conflict(kCustomers, base, with(base, {{u"note"_s, u"Leverans vid grinden på måndag.\nRing Kalle först, koden är 4712."_s}}),
                                          with(base, {{u"note"_s, u"Leverans vid grinden på tisdag.\nRing Kalle Ek först, koden är 4711."_s}})));
        QVERIFY2(saidIn(desk.dialog).contains(u"Anteckning: Min ändring"_s), qPrintable(saidIn(desk.dialog)));
        QCOMPARE(cutIn(desk.dialog), QStringList());
        pictures::shoot(desk.dialog, u"sv-merge-compare"_s);
    }

    void whatIsMissingIsSaid()
    {
        Office office;
        const QJsonObject base{{u"description"_s, u"Timmar"_s}, {u"articleNumber"_s, u"20"_s}};
        const auto id = office.conflict(kArticles, base, with(base, {{u"unit"_s, u"h"_s}}), std::nullopt);
        office.write([&] { value(office.company->database().sql().run("UPDATE conflicts SET conflict_type = 'missing-entity'")); });
        Desk desk(office, id);
        for (const auto *deleted : {"togs bort", "tog bort den i "}) // nobody said so
            QVERIFY2(!saidIn(desk.dialog).contains(QString::fromUtf8(deleted)), qPrintable(saidIn(desk.dialog)));
        QVERIFY2(saidIn(desk.dialog).contains(u"känner inte till den längre"_s), qPrintable(saidIn(desk.dialog)));
        QCOMPARE(desk.cell(u""_s, MergeModel::Theirs), u"(finns inte)"_s);
        pictures::shoot(desk.dialog, u"sv-merge-missing"_s);
    }

    void whatIsSent()
    {
        Office office;
        const auto mine = office.create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, u"1001"_s}});
        Desk desk(office, office.twinOf(mine, {{u"name"_s, u"Norra Skogen AB"_s}, {u"customerNumber"_s, u"1001"_s}, {u"city"_s, u"Umeå"_s}}));
        QTest::keyClick(&desk.dialog, Qt::Key_P, Qt::ControlModifier);
        office.answerAll();
        auto *preview = desk.dialog.findChild<SendPreview *>();
        QVERIFY(preview);
        const auto said = saidIn(*preview);
        QVERIFY2(said.contains(u" val kvar innan det kan sparas. När du sparar köas 1 förfrågan. Nästa synkronisering skickar det."_s), qPrintable(said));
        const auto *list = preview->findChild<QListWidget *>();
        QVERIFY(!list->findItems(u"Om båda behålls: "_s, Qt::MatchStartsWith).isEmpty());
        QCOMPARE(cutIn(*preview), QStringList());
        pictures::shoot(*preview, u"sv-preview"_s);
        preview->close();
    }

    void rulesAndSimilarOnes()
    {
        Office office;
        const auto unitConflict = [&](const QString &number) {
            const QJsonObject base{{u"description"_s, u"Timmar"_s}, {u"articleNumber"_s, number}};
            return office.conflict(kArticles, base, with(base, {{u"unit"_s, u"h"_s}}), with(base, {{u"unit"_s, u"st"_s}}));
        };
        const auto id = unitConflict(u"20"_s);
        unitConflict(u"21"_s);
        Desk desk(office, id);
        QTest::keyClick(&desk.tree(), Qt::Key_2);
        office.answerAll();
        QTest::keyClick(&desk.dialog, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        auto *similar = desk.dialog.findChild<SimilarDialog *>();
        QVERIFY(similar);
        QVERIFY2(similar->findChild<QCheckBox *>()->text().contains(u"från och med nu"_s), qPrintable(similar->findChild<QCheckBox *>()->text()));
        QCOMPARE(cutIn(*similar), QStringList());
        pictures::shoot(*similar, u"sv-similar"_s);
        similar->reject();

        value(addFieldRules(office.company->database(), {{kServer, kCustomers, u"phone"_s, u"last-write-wins"_s}}));
        RulesDialog rules(*office.session);
        rules.setAttribute(Qt::WA_DeleteOnClose, false);
        rules.show();
        office.answerAll();
        QCOMPARE(cutIn(rules), QStringList());
        pictures::shoot(rules, u"sv-rules"_s);
        const auto connections = value(office.company->connections().list());
        RuleDialog rule(office.company->schema(), connections, {kServer, kCustomers, u"phone"_s, u"server-wins"_s}, RuleDialog::Use::Add, nullptr);
        rule.setAttribute(Qt::WA_DeleteOnClose, false);
        rule.show();
        QCOMPARE(cutIn(rule), QStringList());
        pictures::shoot(rule, u"sv-rule"_s);
    }

private:
    Language m_language;
};

QTEST_MAIN(MergeLanguageTest)
#include "mergelanguage_test.moc"
