// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvprofile.h"
#include "core/exchange/rowconverter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {
//! A small profile that is right; the tests break one thing at a time.
QJsonObject smallProfile()
{
    return QJsonDocument::fromJson(R"({
        "format": 1, "name": "small",
        "values": {
            "number": {"column": "No"},
            "name": {"column": "Name"},
            "day": {"column": "Day", "as": "date", "formats": ["dd.MM.yyyy"]},
            "amount": {"column": "Amount", "as": "decimal"}
        },
        "records": [
            {"name": "customer", "type": "customers", "key": "number", "fields": {"number": "number", "name": "name"}},
            {"name": "invoice", "type": "invoices", "key": "day",
             "fields": {"day": "day", "customer": {"record": "customer"}},
             "rows": {"field": "rows", "fields": {"price": "amount"}}}
        ]
    })")
        .object();
}

//! `json` with the member at `path` ("records.0.key") replaced; an undefined value removes it.
QJsonValue with(const QJsonValue &json, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (json.isArray()) {
        auto array = json.toArray();
        const auto index = path.first().toInt();
        array.replace(index, with(array.at(index), path.mid(1), value));
        return array;
    }
    auto object = json.toObject();
    const auto changed = with(object.value(path.first()), path.mid(1), value);
    if (changed.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), changed);
    return object;
}

QJsonValue parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson("[" + json + "]").array().at(0);
}

struct Converted {
    QString value;
    QString refusal;
    QStringList adaptations;
};

//! One text through one value of a profile.
Converted convert(const QByteArray &value, const QString &text)
{
    auto json = with(smallProfile(), {u"values"_s, u"amount"_s}, parsed(value)).toObject();
    const auto profile = CsvProfile::fromJson(json);
    if (!profile)
        qFatal("%s", qPrintable(profile.error().logLine()));
    const auto converter = RowConverter::bind(*profile, {u"No"_s, u"Name"_s, u"Day"_s, u"Amount"_s});
    RowValues values;
    Adaptations adaptations;
    const auto refused = converter->convert({u"n"_s, u""_s, u""_s, text}, 7, values, &adaptations);
    Converted result{values.at(profile->valueIndex(u"amount")), refused ? refused->code : QString(), {}};
    for (const auto &adaptation : adaptations.list())
        result.adaptations.append(adaptation.code());
    return result;
}
} // namespace

class CsvProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedProfilesAreSound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("the retail export") << u"online-retail"_s;
    }
    void shippedProfilesAreSound()
    {
        QFETCH(QString, name);
        const auto profile = CsvProfile::load(name);
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().logLine()));
        QCOMPARE(profile->name, name);
        QVERIFY(!profile->attribution.isEmpty());
    }

    void aProfileIsFoundByPath()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"mine.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(smallProfile()).toJson());
        file.close();
        QVERIFY(CsvProfile::load(file.fileName()));
        const auto unknown = CsvProfile::load(u"no-such-profile"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
        QCOMPARE(unknown.error().code, u"profile.unknown"_s);
    }

    void theSmallProfileIsRight() { QVERIFY(CsvProfile::fromJson(smallProfile())); }

    void malformed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("value"); // empty: removed
        QTest::addColumn<QString>("where");
        QTest::newRow("another version of the language") << u"format"_s << "2"_ba << u"profile.format"_s;
        QTest::newRow("no version") << u"format"_s << ""_ba << u"profile.format"_s;
        QTest::newRow("no name") << u"name"_s << ""_ba << u"profile.name"_s;
        QTest::newRow("an unknown member") << u"sheet"_s << "1"_ba << u"profile.sheet"_s;
        QTest::newRow("a delimiter of two characters") << u"delimiter"_s << "\";;\""_ba << u"profile.delimiter"_s;
        QTest::newRow("a delimiter outside ASCII") << u"delimiter"_s << "\"§\""_ba << u"profile.delimiter"_s;
        QTest::newRow("a quote as delimiter") << u"delimiter"_s << "\"\\\"\""_ba << u"profile.delimiter"_s;
        QTest::newRow("an unknown encoding") << u"encoding"_s << "\"utf-16\""_ba << u"profile.encoding"_s;
        QTest::newRow("header is no boolean") << u"header"_s << "\"yes\""_ba << u"profile.header"_s;
        QTest::newRow("names of columns without a header") << u"header"_s << "false"_ba << u"values.amount.column"_s;
        QTest::newRow("no values") << u"values"_s << ""_ba << u"profile.values"_s;
        QTest::newRow("no records") << u"records"_s << "[]"_ba << u"profile.records"_s;
        QTest::newRow("a value is no object") << u"values.name"_s << "\"Name\""_ba << u"values.name.column"_s;
        QTest::newRow("a value has an unknown member") << u"values.name.trim"_s << "true"_ba << u"values.name.trim"_s;
        QTest::newRow("column number zero") << u"values.name.column"_s << "0"_ba << u"values.name.column"_s;
        QTest::newRow("an unknown kind") << u"values.name.as"_s << "\"money\""_ba << u"values.name.as"_s;
        QTest::newRow("a date without formats") << u"values.day.formats"_s << ""_ba << u"values.day.formats"_s;
        QTest::newRow("formats on what is no date")
            << u"values.name.formats"_s << R"(["yyyy-MM-dd"])"_ba << u"values.name.formats"_s;
        QTest::newRow("a year of two digits")
            << u"values.day.formats"_s << R"(["dd.MM.yy"])"_ba << u"values.day.formats"_s;
        QTest::newRow("a date without a day")
            << u"values.day.formats"_s << R"(["yyyy-MM"])"_ba << u"values.day.formats"_s;
        QTest::newRow("a day twice") << u"values.day.formats"_s << R"(["dd d.MM.yyyy"])"_ba << u"values.day.formats"_s;
        QTest::newRow("a map to numbers") << u"values.name.map"_s << R"({"a": 1})"_ba << u"values.name.map.a"_s;
        QTest::newRow("an unknown otherwise")
            << u"values.name.otherwise"_s << "\"ask\""_ba << u"values.name.otherwise"_s;
        QTest::newRow("map and prefixes")
            << u"values.name"_s << R"({"column": "Name", "map": {"a": "b"}, "prefixes": {"C": "x"}})"_ba
            << u"values.name.prefixes"_s;
        QTest::newRow("unless names no value") << u"values.name.unless"_s << "\"nobody\""_ba << u"values.name.unless"_s;
        QTest::newRow("unless names itself") << u"values.name.unless"_s << "\"name\""_ba << u"values.name.unless"_s;
        QTest::newRow("an unknown word to report")
            << u"values.amount.report"_s << R"(["huge"])"_ba << u"values.amount.report"_s;
        QTest::newRow("a record without a type") << u"records.0.type"_s << ""_ba << u"records[0].type"_s;
        QTest::newRow("two records of one name") << u"records.1.name"_s << "\"customer\""_ba << u"records[1].name"_s;
        QTest::newRow("a record without a key") << u"records.0.key"_s << ""_ba << u"records[0].key"_s;
        QTest::newRow("a key that is no field") << u"records.0.key"_s << "\"email\""_ba << u"records[0].key"_s;
        QTest::newRow("a key that is a constant")
            << u"records.0.fields.number"_s << R"({"constant": "1"})"_ba << u"records[0].key"_s;
        QTest::newRow("the record for a missing key has none")
            << u"records.0.whenMissing"_s << R"({"name": "x"})"_ba << u"records[0].whenMissing"_s;
        QTest::newRow("a document for a missing key")
            << u"records.1.whenMissing"_s << R"({"day": "2020-01-01"})"_ba << u"records[1].whenMissing"_s;
        QTest::newRow("two documents") << u"records.0.rows"_s << R"({"field": "rows", "fields": {}})"_ba
                                       << u"records[1].rows"_s;
        QTest::newRow("rows without a field") << u"records.1.rows.field"_s << ""_ba << u"records[1].rows.field"_s;
        QTest::newRow("a field from no value")
            << u"records.0.fields.name"_s << "\"nobody\""_ba << u"records[0].fields.name"_s;
        QTest::newRow("a field from nothing")
            << u"records.0.fields.name"_s << "{}"_ba << u"records[0].fields.name.value"_s;
        QTest::newRow("a template with an unknown name")
            << u"records.0.fields.name"_s << R"({"template": "A {b}"})"_ba << u"records[0].fields.name.template"_s;
        QTest::newRow("a template with an open brace")
            << u"records.0.fields.name"_s << "{\"template\": \"A {name\"}"_ba << u"records[0].fields.name.template"_s;
        QTest::newRow("a reference to a later record")
            << u"records.0.fields.name"_s << R"({"record": "invoice"})"_ba << u"records[0].fields.name"_s;
        QTest::newRow("a field that the record lacks")
            << u"records.1.rows.fields.text"_s << R"({"record": "customer", "field": "email"})"_ba
            << u"records[1].rows.fields.text"_s;
        QTest::newRow("choose inside else")
            << u"records.0.fields.name"_s << R"({"value": "name", "else": {"value": "number", "choose": "last"}})"_ba
            << u"records[0].fields.name.else.choose"_s;
        QTest::newRow("something wrong in an else")
            << u"records.0.fields.name"_s << R"({"value": "name", "else": {"values": "number"}})"_ba
            << u"records[0].fields.name.else.values"_s;
        QTest::newRow("a value and a constant")
            << u"records.0.fields.name"_s << R"({"value": "name", "constant": "x"})"_ba
            << u"records[0].fields.name.value"_s;
    }
    void malformed()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, value);
        QFETCH(QString, where);
        const auto broken =
            with(smallProfile(), path.split(u'.'), value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : parsed(value));
        const auto profile = CsvProfile::fromJson(broken.toObject());
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::Invalid);
        QCOMPARE(profile.error().code, u"profile.malformed"_s);
        QCOMPARE(profile.error().args, QStringList{where});
    }

    void converts_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // null: no value
        QTest::addColumn<QStringList>("adaptations");
        const QString none;
        const QStringList silent;
        const auto text = R"({"column": "Amount"})"_ba;
        QTest::newRow("a text as it is") << text << u"Oak, \"small\""_s << u"Oak, \"small\""_s << silent;
        QTest::newRow("spaces around a text go")
            << text << u" a  b\t"_s << u"a  b"_s << QStringList{u"amount.trimmed"_s};
        QTest::newRow("only spaces are no value") << text << u"  "_s << none << silent;
        QTest::newRow("a line end in a text becomes a space")
            << text << u"a\r\nb"_s << u"a b"_s << QStringList{u"amount.rewritten"_s};
        QTest::newRow("an accent of its own is joined")
            << text << u"e\u0301"_s << u"\u00e9"_s << QStringList{u"amount.rewritten"_s};
        QTest::newRow("a word that means nothing")
            << R"({"column": "Amount", "missing": ["NULL", "-"]})"_ba << u"NULL"_s << none << silent;
        const auto decimal = R"({"column": "Amount", "as": "decimal", "report": ["negative", "zero"]})"_ba;
        QTest::newRow("three decimals") << decimal << u"0.355"_s << u"0.355"_s << silent;
        QTest::newRow("below zero is said")
            << decimal << u"-11062.06"_s << u"-11062.06"_s << QStringList{u"amount.negative"_s};
        QTest::newRow("zero is said") << decimal << u"0.00"_s << u"0"_s << QStringList{u"amount.zero"_s};
        const auto comma =
            R"({"column": "Amount", "as": "decimal", "decimalSeparator": ",", "groupSeparator": "."})"_ba;
        QTest::newRow("comma and points") << comma << u"1.234.567,50"_s << u"1234567.5"_s << silent;
        const auto integer = R"({"column": "Amount", "as": "integer"})"_ba;
        QTest::newRow("a whole number with a fraction of zero")
            << integer << u"17850.0"_s << u"17850"_s << QStringList{u"amount.rewritten"_s};
        QTest::newRow("a whole number") << integer << u"17850"_s << u"17850"_s << silent;
        const auto map = R"({"column": "Amount", "map": {"EIRE": "IE"}})"_ba;
        QTest::newRow("a known name") << map << u"EIRE"_s << u"IE"_s << silent;
        QTest::newRow("an unknown name is kept")
            << map << u"Jersey"_s << u"Jersey"_s << QStringList{u"amount.unmapped"_s};
        QTest::newRow("an unknown name is no value")
            << R"({"column": "Amount", "map": {"EIRE": "IE"}, "otherwise": "missing"})"_ba << u"Jersey"_s << none
            << QStringList{u"amount.unmapped"_s};
        const auto prefixes = R"({"column": "Amount", "prefixes": {"C": "credit", "CX": "other"}})"_ba;
        QTest::newRow("a prefix") << prefixes << u"C536"_s << u"credit"_s << silent;
        QTest::newRow("the longer prefix first") << prefixes << u"CX36"_s << u"other"_s << silent;
        QTest::newRow("no prefix is no value") << prefixes << u"536"_s << none << silent;
        QTest::newRow("unless the other has a value")
            << R"({"column": "Amount", "unless": "number"})"_ba << u"x"_s << none << silent;
        QTest::newRow("unless the other has none")
            << R"({"column": "Amount", "unless": "name"})"_ba << u"x"_s << u"x"_s << silent;
        const auto date = R"({"column": "Amount", "as": "date", "formats": ["yyyy-MM-dd HH:mm:ss", "d.M.yyyy"]})"_ba;
        QTest::newRow("a date with a time") << date << u"2011-12-09 12:50:00"_s << u"2011-12-09T12:50:00"_s << silent;
        QTest::newRow("the hour that summer time skips")
            << date << u"2011-03-27 01:30:00"_s << u"2011-03-27T01:30:00"_s << silent;
        QTest::newRow("the second format") << date << u"9.12.2011"_s << u"2011-12-09"_s << silent;
        QTest::newRow("the twenty-ninth of February") << date << u"29.2.2012"_s << u"2012-02-29"_s << silent;
    }
    void converts()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(QStringList, adaptations);
        const auto converted = convert(value, text);
        QCOMPARE(converted.refusal, QString());
        QCOMPARE(converted.value, expected);
        QCOMPARE(converted.value.isNull(), expected.isNull());
        QCOMPARE(converted.adaptations, adaptations);
    }

    void refusesValues_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const auto decimal = R"({"column": "Amount", "as": "decimal"})"_ba;
        QTest::newRow("no number") << decimal << u"abc"_s << u"value.decimal"_s;
        QTest::newRow("a comma where a point is stated") << decimal << u"1,5"_s << u"value.decimal"_s;
        QTest::newRow("a number beyond all measure") << decimal << QString(40, u'9') << u"value.decimal"_s;
        QTest::newRow("a point where a comma is stated")
            << R"({"column": "Amount", "as": "decimal", "decimalSeparator": ","})"_ba << u"1.234"_s
            << u"value.decimal"_s;
        QTest::newRow("a fraction in a whole number")
            << R"({"column": "Amount", "as": "integer"})"_ba << u"1.5"_s << u"value.integer"_s;
        QTest::newRow("a required value is empty")
            << R"({"column": "Amount", "required": true})"_ba << u" "_s << u"value.missing"_s;
        QTest::newRow("an unknown name") << R"({"column": "Amount", "map": {"a": "b"}, "otherwise": "refuse"})"_ba
                                         << u"c"_s << u"value.unmapped"_s;
        const auto date = R"({"column": "Amount", "as": "date", "formats": ["yyyy-MM-dd"]})"_ba;
        QTest::newRow("the thirtieth of February") << date << u"2012-02-30"_s << u"value.date"_s;
        QTest::newRow("a date with something behind it") << date << u"2012-02-03x"_s << u"value.date"_s;
        QTest::newRow("a date written otherwise") << date << u"3/2/2012"_s << u"value.date"_s;
        QTest::newRow("a date cut off") << date << u"2012-02"_s << u"value.date"_s;
        QTest::newRow("an hour that no day has")
            << R"({"column": "Amount", "as": "date", "formats": ["yyyy-MM-dd HH:mm"]})"_ba << u"2012-02-03 24:00"_s
            << u"value.date"_s;
    }
    void refusesValues()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, text);
        QFETCH(QString, code);
        QCOMPARE(convert(value, text).refusal, code);
    }

    void columnsAreFoundByNameOrNumber()
    {
        const auto profile =
            CsvProfile::fromJson(with(smallProfile(), {u"values"_s, u"name"_s, u"column"_s}, 4).toObject());
        const auto converter = RowConverter::bind(*profile, {u"No"_s, u" Day "_s, u"Amount"_s, u"Who"_s, u"Note"_s});
        QVERIFY(converter);
        QCOMPARE(converter->ignoredColumns(), QStringList{u"Note"_s});
        RowValues values;
        QVERIFY(!converter->convert({u"1"_s, u"03.02.2012"_s, u"5"_s, u"Eva"_s, u"-"_s}, 2, values, nullptr));
        QCOMPARE(values.at(profile->valueIndex(u"name")), u"Eva"_s);
    }

    void columnsThatDoNotFit_data()
    {
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("arg");
        QTest::newRow("a column is not there")
            << QStringList{u"No"_s, u"Name"_s, u"Day"_s} << u"csv.columnMissing"_s << u"Amount"_s;
        QTest::newRow("a column is there twice")
            << QStringList{u"No"_s, u"Name"_s, u"Day"_s, u"Amount"_s, u"Name"_s} << u"csv.columnTwice"_s << u"Name"_s;
        QTest::newRow("headings are told apart by case")
            << QStringList{u"No"_s, u"NAME"_s, u"Day"_s, u"Amount"_s} << u"csv.columnMissing"_s << u"Name"_s;
    }
    void columnsThatDoNotFit()
    {
        QFETCH(QStringList, header);
        QFETCH(QString, code);
        QFETCH(QString, arg);
        const auto profile = CsvProfile::fromJson(smallProfile());
        const auto converter = RowConverter::bind(*profile, header);
        QVERIFY(!converter);
        QCOMPARE(converter.error().code, code);
        QCOMPARE(converter.error().args, QStringList{arg});
    }
};

QTEST_GUILESS_MAIN(CsvProfileTest)
#include "csvprofile_test.moc"
