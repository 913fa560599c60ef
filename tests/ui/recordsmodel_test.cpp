// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflictfixture.h"
#include "editorfixture.h"

#include "ui/records/recordsmodel.h"
#include "ui/theme/icons.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QJsonArray>
#include <QSignalSpy>

using namespace editorfixture;

namespace {

constexpr int kMany = 300; //!< more than the first page

//! A list of many customers, ordered by name and told about what happens.
struct List {
    List()
    {
        for (int i = 0; i < kMany; ++i)
            ids += office.customer(QString::number(i), u"Customer %1"_s.arg(i, 3, 10, QChar(u'0')));
        model = std::make_unique<RecordsModel>(*office.session, kCustomers);
        Query query;
        query.sort = u"name"_s;
        model->setQuery(query);
    }
    [[nodiscard]] int column(const QString &field) const
    {
        const auto &columns = model->columns();
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column &one) { return one.field.name == field; });
        return int(found - columns.begin());
    }
    [[nodiscard]] QString name(int row) const { return model->index(row, column(u"name"_s)).data().toString(); }
    void rename(const LocalId &id, const QString &name)
    {
        office.session->ask(
            Lane::Write, office.session.get(),
            [id, name](frost::Company &company) {
                return company.editor().update(kCustomers, id, {{u"name"_s, name}}, company.actor());
            },
            [](const Result<Record> &) {});
    }

    Office office;
    QList<LocalId> ids;
    std::unique_ptr<RecordsModel> model;
};

//! As a view asks for it; it comes later.
bool isRead(const RecordsModel &model, int row)
{
    (void)model.index(row, 0).data();
    return model.row(row) != nullptr;
}

} // namespace

class RecordsModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // R-LOC-07
    void everyRowOfTheListCanBeSeen()
    {
        List list;
        const QAbstractItemModelTester tester(list.model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(list.model->rowCount(), kMany);
        QTRY_COMPARE(list.name(0), u"Customer 000"_s);
        QTRY_COMPARE(list.name(kMany - 1), u"Customer 299"_s);
        list.model->sort(list.column(u"name"_s), Qt::DescendingOrder);
        QTRY_COMPARE(list.name(0), u"Customer 299"_s);
        list.rename(list.ids[5], u"Zebra"_s);
        QTRY_COMPARE(list.name(0), u"Zebra"_s);
    }

    void rowsStayWhileTheyAreReadAnew_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("the queue moves") << u"queue"_s;
        QTest::newRow("a record changes in its place") << u"change"_s;
        QTest::newRow("the order changes") << u"order"_s;
    }
    void rowsStayWhileTheyAreReadAnew()
    {
        QFETCH(QString, what);
        List list;
        QTRY_COMPARE(list.model->rowCount(), kMany);
        QTRY_COMPARE(list.name(1), u"Customer 001"_s);
        int blank = 0;
        const auto look = [&] { blank += list.name(1).isEmpty() || !list.model->row(1); };
        connect(list.model.get(), &QAbstractItemModel::dataChanged, this, look);
        connect(list.model.get(), &QAbstractItemModel::layoutChanged, this, look);
        if (what == u"queue")
            Q_EMIT list.office.session->queueMoved();
        else
            list.rename(list.ids[0], what == u"order" ? u"Zebra"_s : u"Customer 000 b"_s);
        QSignalSpy read(list.model.get(), &QAbstractItemModel::dataChanged);
        look();
        QTRY_COMPARE(list.name(0), what == u"order" ? u"Customer 001"_s : what == u"queue" ? u"Customer 000"_s : u"Customer 000 b"_s);
        if (what == u"queue")
            QTRY_VERIFY(!read.isEmpty());
        QCOMPARE(blank, 0);
    }

    void amountsOfDifferentCurrenciesAreNotAddedUp()
    {
        Office office;
        const auto customer = office.customer(u"1"_s, u"Ada"_s);
        office.invoice(customer, "SEK", "100");
        office.invoice(customer, "SEK", "50");
        office.invoice(customer, "EUR", "7");
        office.invoice(customer, "SEK", "1000", {{u"cancelled"_s, true}});
        RecordsModel model(*office.session, kInvoices);
        Sums sums;
        connect(&model, &RecordsModel::summed, this, [&](const Sums &told) { sums = told; });
        model.setSummedFields({u"net"_s, u"total"_s});
        model.setQuery({});
        QTRY_COMPARE(sums.size(), 2);
        QCOMPARE(sums[u"SEK"_s].value(1).toString(), u"150"_s);
        QCOMPARE(sums[u"EUR"_s].value(0).toString(), u"7"_s);

        auto query = model.query();
        query.where = {{u"currency"_s, u"EUR"_s}};
        model.setQuery(query);
        QVERIFY(sums.isEmpty()); // those of the other question
        QTRY_COMPARE(sums.size(), 1);
    }

    void sumsAreMadeWhenSomethingChanged()
    {
        Office office;
        const auto customer = office.customer(u"1"_s, u"Ada"_s);
        const auto id = office.invoice(customer, "SEK", "100");
        RecordsModel model(*office.session, kInvoices);
        QSignalSpy summed(&model, &RecordsModel::summed);
        QSignalSpy ordered(&model, &RecordsModel::ordered);
        model.setSummedFields({u"total"_s});
        model.setQuery({});
        QTRY_COMPARE(summed.size(), 2); // none known, and the sums
        model.sort(0, Qt::DescendingOrder);
        QTRY_COMPARE(ordered.size(), 2);
        QCOMPARE(summed.size(), 2); // another order adds up to the same
        office.session->ask(
            Lane::Write, this,
            [id](frost::Company &company) {
                return company.editor().update(kInvoices, id, {{u"currency"_s, u"EUR"_s}}, company.actor());
            },
            [](const Result<Record> &) {});
        QTRY_COMPARE(summed.size(), 3); // the old ones stood until now
        QCOMPARE(summed.last().first().value<Sums>().firstKey(), u"EUR"_s);
    }

    // R-CON-09
    void aRecordInConflictIsMarkedUntilItIsSettled_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::addColumn<SyncMark>("afterwards");
        QTest::newRow("theirs is taken: there is nothing to say") << Strategy::ServerWins << SyncMark::None;
        QTest::newRow("mine is taken: it waits to be sent") << Strategy::ClientWins << SyncMark::Waiting;
    }
    void aRecordInConflictIsMarkedUntilItIsSettled()
    {
        QFETCH(Strategy, strategy);
        QFETCH(SyncMark, afterwards);
        conflictfixture::Office office;
        const QJsonObject base{{u"name"_s, u"Ada"_s}, {u"phone"_s, u"1"_s}};
        const auto conflict = office.conflict(kCustomers, base, conflictfixture::with(base, {{u"phone"_s, u"2"_s}}),
                                              conflictfixture::with(base, {{u"phone"_s, u"3"_s}}));
        office.create(kCustomers, {{u"name"_s, u"Bo"_s}}); // only waits
        RecordsModel model(*office.session, kCustomers);
        Query query;
        query.sort = u"name"_s;
        model.setQuery(query);
        QTRY_VERIFY(isRead(model, 1));
        const auto isMarked = [&](int row, const QString &icon) {
            const auto first = model.index(row, 0);
            const QSize size(16, 16);
            return first.data(Qt::DecorationRole).value<QIcon>().pixmap(size).toImage()
                   == (icon.isEmpty() ? QIcon() : theme::icon(icon)).pixmap(size).toImage();
        };
        const auto said = [&](int row) {
            QSet<QString> texts{model.index(row, 0).data(Qt::ToolTipRole).toString()};
            for (int column = 0; column < model.columnCount(); ++column) // wherever in the row a screen reader is
                texts.insert(model.index(row, column).data(Qt::AccessibleDescriptionRole).toString());
            return texts;
        };
        QCOMPARE(model.row(0)->mark, SyncMark::Conflict);
        QVERIFY(isMarked(0, u"vcs-conflicting"_s));
        QVERIFY(!isMarked(1, u"vcs-conflicting"_s));
        QCOMPARE(said(0), QSet<QString>{u"Changed on two sides: needs your decision"_s});
        QCOMPARE(said(1), QSet<QString>{u"Kept here, not sent yet"_s});
        value(office.company->resolver().resolve(conflict, strategy, {}, office.company->actor()));
        Q_EMIT office.session->queueMoved(); // as the engine tells it
        QTRY_VERIFY(isRead(model, 0) && model.row(0)->mark == afterwards);
        QVERIFY(isMarked(0, afterwards == SyncMark::None ? QString() : u"cloud-upload"_s));
        QCOMPARE(said(0), QSet<QString>{RecordsModel::markText(afterwards)});
    }

    // UX.md 1.2 M35
    void anEmptyCellIsSaidToBe()
    {
        Office office;
        office.customer(u"1"_s, u"Ada"_s, {{u"city"_s, u"Lund"_s}});
        RecordsModel model(*office.session, kCustomers);
        model.setQuery({});
        QTRY_VERIFY(isRead(model, 0));
        QStringList empty;
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto index = model.index(0, column);
            if (index.data().toString().isEmpty())
                empty += index.data(Qt::AccessibleTextRole).toString();
            else
                QVERIFY(!index.data(Qt::AccessibleTextRole).isValid()); // what is shown is said
        }
        QVERIFY2(empty.contains(u"Phone: empty"_s) && !empty.contains(u"City: empty"_s) && !empty.contains(QString()),
                 qPrintable(empty.join(u' ')));
    }
};

QTEST_MAIN(RecordsModelTest)
#include "recordsmodel_test.moc"
