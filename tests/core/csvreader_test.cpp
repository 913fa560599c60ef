// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvfile.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>
#include <zlib.h>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {
using Table = QList<QStringList>;

//! Gives at most a few bytes at a time, as a pipe may.
class Trickle final : public QIODevice
{
public:
    Trickle(QByteArray bytes, qint64 atMost) : m_bytes(std::move(bytes)), m_atMost(atMost)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min({maxSize, m_atMost, m_bytes.size() - m_position});
        std::copy_n(m_bytes.constData() + m_position, size, data);
        m_position += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_atMost;
    qint64 m_position = 0;
};

Result<Table> readAll(QIODevice &device, const CsvOptions &options)
{
    CsvReader reader(device, options);
    Table table;
    QStringList fields;
    for (;;) {
        const auto more = reader.next(fields);
        if (!more)
            return fail(more.error());
        if (!*more)
            return table;
        table.append(fields);
    }
}

Result<Table> readAll(const QByteArray &bytes, const CsvOptions &options = {}, qint64 atMost = 1 << 20)
{
    Trickle device(bytes, atMost);
    return readAll(device, options);
}

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 32,
                      Qt::Uninitialized);
    QByteArray input = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QString written(const QTemporaryDir &dir, const QByteArray &bytes)
{
    QFile file(dir.filePath(u"file.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

Result<Table> readFile(const QString &path)
{
    auto file = CsvFile::open(path, {});
    if (!file)
        return fail(file.error());
    Table table;
    QStringList fields;
    auto more = (*file)->next(fields);
    for (; more && *more; more = (*file)->next(fields))
        table.append(fields);
    return more ? Result<Table>(table) : fail(more.error());
}
} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Table>("expected");
        const Table two{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("lines end with LF") << "a,b\n1,2\n"_ba << two;
        QTest::newRow("lines end with CRLF") << "a,b\r\n1,2\r\n"_ba << two;
        QTest::newRow("lines end with CR") << "a,b\r1,2\r"_ba << two;
        QTest::newRow("line ends are mixed")
            << "a,b\r1,2\r\n3,4\n"_ba << Table{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}};
        QTest::newRow("the last line has no end") << "a,b\n1,2"_ba << two;
        QTest::newRow("a byte order mark is skipped") << "\xef\xbb\xbf\"a\",b\n1,2\n"_ba << two;
        QTest::newRow("there is only a byte order mark") << "\xef\xbb\xbf"_ba << Table{};
        QTest::newRow("there is nothing") << ""_ba << Table{};
        QTest::newRow("empty lines are not records") << "\n\r\na,b\n\n1,2\r\n\r\n"_ba << two;
        QTest::newRow("empty fields stay") << ",\n\"\",\n"_ba << Table{{u""_s, u""_s}, {u""_s, u""_s}};
        QTest::newRow("one quoted empty field is a record") << "\"\"\n"_ba << Table{{u""_s}};
        QTest::newRow("delimiters and quotes inside quotes")
            << "\"a,\"\"b\"\"\",c\n"_ba << Table{{u"a,\"b\""_s, u"c"_s}};
        QTest::newRow("line ends inside quotes stay as they are")
            << "\"a\r\nb\nc\rd\",e\n"_ba << Table{{u"a\r\nb\nc\rd"_s, u"e"_s}};
        QTest::newRow("a quote in an unquoted field is a character")
            << "3\" nail,x\"\"y\n"_ba << Table{{u"3\" nail"_s, u"x\"\"y"_s}};
        QTest::newRow("spaces belong to the field") << " a ,\tb\n"_ba << Table{{u" a "_s, u"\tb"_s}};
        QTest::newRow("UTF-8 of two to four bytes")
            << "\xc2\xa3,\xe2\x82\xac,\xf0\x9f\x98\x80\n"_ba << Table{{u"£"_s, u"€"_s, u"😀"_s}};
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Table, expected);
        for (const qint64 atMost : {1 << 20, 4, 3}) {
            const auto table = readAll(bytes, {}, atMost);
            QVERIFY2(table, table ? "" : qPrintable(table.error().logLine()));
            QCOMPARE(*table, expected);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("args");
        QTest::newRow("a quote is never closed: named by the line where it opens")
            << "a,b\n1,\"2\n3,4\n5,6\n"_ba << u"csv.unterminatedQuote"_s << QStringList{u"2"_s};
        QTest::newRow("the file ends right after an opening quote")
            << "a\n\""_ba << u"csv.unterminatedQuote"_s << QStringList{u"2"_s};
        QTest::newRow("text after a closing quote")
            << "a,b\n\"1\"x,2\n"_ba << u"csv.textAfterQuote"_s << QStringList{u"2"_s};
        QTest::newRow("a space after a closing quote")
            << "\"1\" ,2\n"_ba << u"csv.textAfterQuote"_s << QStringList{u"1"_s};
        QTest::newRow("a record with too few fields")
            << "a,b\n1,2\n3\n"_ba << u"csv.columns"_s << QStringList{u"3"_s, u"1"_s, u"2"_s};
        QTest::newRow("a record with too many fields")
            << "a,b\r\n1,2,3\r\n"_ba << u"csv.columns"_s << QStringList{u"2"_s, u"3"_s, u"2"_s};
        QTest::newRow("the file is cut off in a record")
            << "a,b\n1,2\n3"_ba << u"csv.columns"_s << QStringList{u"3"_s, u"1"_s, u"2"_s};
        QTest::newRow("lines inside quotes are counted")
            << "a,b\n\"x\r\ny\rz\n\",2\r\n3\n"_ba << u"csv.columns"_s << QStringList{u"6"_s, u"1"_s, u"2"_s};
        QTest::newRow("a CR before a closing quote does not eat the next line end")
            << "a,b\n\"x\r\",2\n3\n"_ba << u"csv.columns"_s << QStringList{u"4"_s, u"1"_s, u"2"_s};
        QTest::newRow("Latin-1 where UTF-8 is stated") << "a\n\xa3\n"_ba << u"csv.encoding"_s << QStringList{u"2"_s};
        QTest::newRow("an overlong UTF-8 sequence") << "\xc0\xaf\n"_ba << u"csv.encoding"_s << QStringList{u"1"_s};
        QTest::newRow("half of a surrogate pair in UTF-8")
            << "\xed\xa0\x80\n"_ba << u"csv.encoding"_s << QStringList{u"1"_s};
        QTest::newRow("UTF-8 cut off in a character") << "a\n\xe2\x82"_ba << u"csv.encoding"_s << QStringList{u"2"_s};
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "a\0,\0",
                                              6)
                                << u"csv.encoding"_s << QStringList{u"1"_s};
        QTest::newRow("a NUL") << QByteArray("a\nb\0c\n", 6) << u"csv.encoding"_s << QStringList{u"2"_s};
        QTest::newRow("a field of more than a mebibyte")
            << "a\n" + QByteArray(CsvReader::kMaxField + 1, 'x') << u"csv.fieldTooLarge"_s << QStringList{u"2"_s};
        QTest::newRow("a quoted field of more than a mebibyte")
            << "a\n\"" + QByteArray(CsvReader::kMaxField + 1, 'x') << u"csv.fieldTooLarge"_s << QStringList{u"2"_s};
        QTest::newRow("a line of nothing but delimiters")
            << QByteArray(CsvReader::kMaxColumns, ',') << u"csv.tooManyColumns"_s << QStringList{u"1"_s};
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QFETCH(QStringList, args);
        for (const qint64 atMost : {1 << 20, 700}) {
            const auto table = readAll(bytes, {}, atMost);
            QVERIFY(!table);
            QCOMPARE(table.error().code, code);
            QCOMPARE(table.error().args, args);
        }
    }

    void theLargestFieldIsRead()
    {
        const auto table = readAll(QByteArray(CsvReader::kMaxField, 'x') + "\n");
        QVERIFY(table);
        QCOMPARE(table->first().first().size(), CsvReader::kMaxField);
    }

    void anErrorStays()
    {
        Trickle device("a,b\n1\n2,3\n"_ba, 100);
        CsvReader reader(device, {});
        QStringList fields;
        QVERIFY(reader.next(fields).value_or(false));
        const auto first = reader.next(fields);
        const auto second = reader.next(fields);
        QVERIFY(!first && !second);
        QCOMPARE(second.error(), first.error());
    }

    void otherDelimiterAndLatin1()
    {
        const CsvOptions options{';', CsvEncoding::Latin1};
        const auto table = readAll("a;\xe5\xe4\xf6\n1,5;\"x;y\"\n"_ba, options);
        QVERIFY(table);
        QCOMPARE(*table, (Table{{u"a"_s, u"åäö"_s}, {u"1,5"_s, u"x;y"_s}}));
    }

    void whatWasWrittenIsRead()
    {
        QVERIFY(rc::check("every table survives being written and read in pieces of any size", [] {
            const auto columns = *rc::gen::inRange(2, 5);
            const auto rows =
                *rc::gen::container<std::vector<std::vector<std::string>>>(rc::gen::container<std::vector<std::string>>(
                    static_cast<std::size_t>(columns),
                    rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,\"\r\n; ")))));
            const auto lineEnd = *rc::gen::elementOf(std::vector<std::string>{"\n", "\r\n", "\r"});
            Table expected;
            QByteArray bytes;
            for (const auto &row : rows) {
                QStringList fields;
                QByteArrayList quoted;
                for (const auto &field : row) {
                    fields.append(QString::fromStdString(field));
                    quoted.append('"' + QByteArray::fromStdString(field).replace("\"", "\"\"") + '"');
                }
                expected.append(fields);
                bytes += quoted.join(',') + QByteArray::fromStdString(lineEnd);
            }
            const auto table = readAll(bytes, {}, *rc::gen::inRange(1, 20));
            RC_ASSERT(table.has_value());
            RC_ASSERT(*table == expected);
        }));
    }

    void noBytesCrashIt()
    {
        QVERIFY(rc::check("any bytes give a table or an error", [] {
            const auto bytes = *rc::gen::container<std::string>(
                rc::gen::oneOf(rc::gen::elementOf(std::string("a,\"\r\n")), rc::gen::arbitrary<char>()));
            const auto whole = readAll(QByteArray::fromStdString(bytes));
            const auto pieces = readAll(QByteArray::fromStdString(bytes), {}, 3);
            RC_ASSERT(whole.has_value() == pieces.has_value());
            RC_ASSERT(whole.value_or(Table()) == pieces.value_or(Table()));
            RC_ASSERT((whole.has_value() || whole.error() == pieces.error()));
        }));
    }

    void gzipIsReadAsTheSame()
    {
        const QTemporaryDir dir;
        const QByteArray csv = "a,b\n"_ba + QByteArray("1,2\n").repeated(200'000);
        const auto path = written(dir, gzip(csv));
        const auto table = readFile(path);
        QVERIFY(table);
        QCOMPARE(table->size(), 200'001);
        QCOMPARE(table->last(), (QStringList{u"1"_s, u"2"_s}));
    }

    void gzipOfSeveralMembersIsOneContent()
    {
        const QTemporaryDir dir;
        const auto table = readFile(written(dir, gzip("a,b\n1,"_ba) + gzip("2\n"_ba)));
        QVERIFY(table);
        QCOMPARE(*table, (Table{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}}));
    }

    void damagedGzip_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const auto good = gzip("a,b\n"_ba + QByteArray("1,2\n").repeated(50));
        auto flipped = good;
        flipped[flipped.size() - 6] = static_cast<char>(flipped.at(flipped.size() - 6) ^ 1);
        QTest::newRow("cut off in the data") << good.left(good.size() / 2) << u"gzip.truncated"_s;
        QTest::newRow("cut off in the check sum") << good.left(good.size() - 1) << u"gzip.truncated"_s;
        QTest::newRow("cut off in the header") << good.left(5) << u"gzip.truncated"_s;
        QTest::newRow("the check sum does not fit") << flipped << u"gzip.damaged"_s;
        QTest::newRow("something else follows") << good + "more" << u"gzip.damaged"_s;
        QTest::newRow("only the first two bytes are gzip") << "\x1f\x8b,not gzip at all\n"_ba << u"gzip.damaged"_s;
    }
    void damagedGzip()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const QTemporaryDir dir;
        const auto table = readFile(written(dir, bytes));
        QVERIFY(!table);
        QCOMPARE(table.error().kind, ErrorKind::Corrupt);
        QCOMPARE(table.error().code, code);
    }

    void aFileThatIsNotThere()
    {
        const QTemporaryDir dir;
        const auto file = CsvFile::open(dir.filePath(u"none.csv"_s), {});
        QVERIFY(!file);
        QCOMPARE(file.error().code, u"file.unknown"_s);
        const auto folder = CsvFile::open(dir.path(), {});
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, u"file.unreadable"_s);
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "csvreader_test.moc"
