// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/store/salvage.h"

#include <QTest>

using namespace storefixture;

namespace {
constexpr int kRecords = 400;
constexpr qsizetype kPage = 4096;

QString idOf(int number)
{
    return u"r%1"_s.arg(number, 4, 10, QLatin1Char('0'));
}

//! Makes the page that holds `text` unreadable. @return false: it is nowhere
bool destroyPageWith(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const qsizetype at = file.readAll().indexOf(text);
    return at >= 0 && file.seek(at / kPage * kPage) && file.write(QByteArray(kPage, '\xab')) == kPage;
}
} // namespace

//! F37: a damaged page is found, stops all writing, and costs the rows on it and no others.
class SalvageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;

    //! Notes are in no index, so their text is on pages of records only.
    void fill()
    {
        m_store = std::make_unique<Store>();
        m_store->write([&] {
            for (int i = 0; i < kRecords; ++i) {
                Record made = record(idOf(i), {{u"name"_s, u"N%1"_s.arg(i)}, {u"note"_s, u"<%1>"_s.arg(i) + QString(300, u'x')}});
                value(m_store->customers().put(made));
            }
            value(m_store->sql().run("INSERT INTO drafts VALUES('customers', 'tmp-d', NULL, '{\"name\":\"typed\"}', 1)"));
        });
        m_store->database.reset(); // the log goes into the file
    }
    [[nodiscard]] QString path() const { return m_store->place().path; }

private Q_SLOTS:
    void init() { fill(); }

    void aDamagedPageIsFoundAndStopsAllWriting()
    {
        QVERIFY(destroyPageWith(path(), "<200>"));
        const QByteArray before = bytesOf(path());
        m_store->database = value(Database::open(m_store->place(), m_store->clock, m_store->random, m_store->options));
        auto customers = m_store->customers();
        QVERIFY(value(customers.get(LocalId(idOf(3)))).has_value());
        QCOMPARE(codeOf(customers.get(LocalId(idOf(200)))), u"store.corrupt"_s);
        QVERIFY(value(customers.get(LocalId(idOf(4)))).has_value()); // reading goes on
        QCOMPARE(codeOf(Transaction::begin(m_store->sql(), Durability::PowerCut)), u"store.corrupt"_s);
        const auto findings = m_store->database->check();
        QVERIFY(!findings || !findings->isEmpty());
        m_store->database.reset();
        QCOMPARE(bytesOf(path()), before);
    }

    void aDamagedFileOpensForReading()
    {
        QVERIFY(destroyPageWith(path(), "<200>"));
        m_store->options.mode = OpenMode::ReadOnly;
        m_store->reopen();
        QCOMPARE(idsOf(value(m_store->customers().select({.where = {{u"name"_s, u"N7"_s}}}))), QStringList{idOf(7)});
        QCOMPARE(codeOf(m_store->customers().get(LocalId(idOf(200)))), u"store.corrupt"_s);
    }

    void everythingAroundTheDamageIsSalvaged_data()
    {
        QTest::addColumn<QByteArrayList>("damage");
        QTest::newRow("a sound file") << QByteArrayList{};
        QTest::newRow("a page in the middle") << QByteArrayList{"<200>"};
        QTest::newRow("the first page of records") << QByteArrayList{"<0>"};
        QTest::newRow("the last page of records") << QByteArrayList{"<399>"};
        QTest::newRow("three pages") << QByteArrayList{"<50>", "<200>", "<300>"};
    }
    void everythingAroundTheDamageIsSalvaged()
    {
        QFETCH(QByteArrayList, damage);
        for (const QByteArray &text : damage)
            QVERIFY(destroyPageWith(path(), text));
        const QByteArray before = bytesOf(path());
        QMap<QString, QJsonObject> records;
        int drafts = 0;
        const auto salvaged = value(salvage(path(), [&](const QByteArray &line) -> Result<> {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            const QJsonObject row = object.value(u"row"_s).toObject();
            if (object.value(u"table"_s) == u"os_customers"_s)
                records.insert(row.value(u"id"_s).toString(), row);
            drafts += object.value(u"table"_s) == u"drafts"_s ? 1 : 0;
            return {};
        }));
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(drafts, 1);
        QCOMPARE(salvaged.rows.value(u"os_customers"_s), records.size());
        qsizetype lost = 0;
        for (const QString &row : salvaged.unreadable)
            lost += row.startsWith(u"os_customers: "_s) ? 1 : 0;
        QCOMPARE(lost, salvaged.unreadable.size());
        const bool endIsUnknown = salvaged.unreadable.contains(u"os_customers: *"_s);
        QCOMPARE(endIsUnknown, damage.contains("<399>"));
        if (!endIsUnknown)
            QCOMPARE(records.size() + lost, kRecords);
        QVERIFY2(records.size() > kRecords - 20 * (damage.size() + 1), qPrintable(QString::number(records.size())));
        for (auto it = records.cbegin(); it != records.cend(); ++it) {
            QCOMPARE(it->value(u"revision"_s).toInteger(), 1);
            QVERIFY(it->value(u"body"_s).toObject().value(u"note"_s).toString().startsWith(
                u'<' + QString::number(it.key().mid(1).toInt()) + u'>'));
        }
    }

    void whatCannotBeOpenedSaysWhy()
    {
        const auto ignore = [](const QByteArray &) -> Result<> { return {}; };
        QCOMPARE(codeOf(salvage(m_store->folder.filePath(u"none.frost"_s), ignore)), u"store.missing"_s);
        const QString garbage = m_store->folder.filePath(u"garbage.frost"_s);
        QFile file(garbage);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("not a database ").repeated(1000));
        file.close();
        QCOMPARE(codeOf(salvage(garbage, ignore)), u"store.corrupt"_s);
        QCOMPARE(codeOf(salvage(path(), [](const QByteArray &) -> Result<> { return fail(ErrorKind::Storage, u"store.full"_s); })),
                 u"store.full"_s);
    }
};

QTEST_GUILESS_MAIN(SalvageTest)
#include "salvage_test.moc"
