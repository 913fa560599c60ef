// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

//! The string literals of C++ source, comments skipped, with the line each begins on.
QList<std::pair<int, QString>> stringLiterals(const QString &source)
{
    QList<std::pair<int, QString>> literals;
    int line = 1;
    qsizetype i = 0;
    const auto at = [&source](qsizetype index) { return index < source.size() ? source[index] : QChar(); };
    while (i < source.size()) {
        const QChar c = source[i];
        if (c == u'/' && at(i + 1) == u'/') {
            i = std::max(i, source.indexOf(u'\n', i));
            if (source[i] != u'\n')
                break;
        } else if (c == u'/' && at(i + 1) == u'*') {
            const qsizetype end = source.indexOf(u"*/"_s, i + 2);
            line += int(QStringView(source).mid(i, end < 0 ? -1 : end - i).count(u'\n'));
            i = end < 0 ? source.size() : end + 2;
        } else if (c == u'"' || (c == u'\'' && !(i > 0 && source[i - 1].isDigit()))) { // 10'000 begins no literal
            QString literal;
            for (++i; i < source.size() && source[i] != c && source[i] != u'\n'; ++i) {
                if (source[i] == u'\\')
                    ++i;
                literal.append(at(i));
            }
            if (c == u'"')
                literals.append({line, literal});
            ++i;
        } else {
            line += c == u'\n' ? 1 : 0;
            ++i;
        }
    }
    return literals;
}

QSet<QString> words(const QString &text)
{
    QSet<QString> words;
    QString word;
    for (const QChar c : text + u' ') {
        if (c.isLetterOrNumber()) {
            word.append(c);
        } else if (!word.isEmpty()) {
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

//! Words that mean something else in one folder.
bool isAnotherMeaning(const QString &path, const QString &word)
{
    return word == u"accounts" && path.contains(u"/server/"_s); // of the people who sign in
}

QStringList namedTypes(const QString &path, const QSet<QString> &types)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {path + u": cannot be read"_s};
    QStringList found;
    for (const auto &[line, literal] : stringLiterals(QString::fromUtf8(file.readAll()))) {
        for (const QString &word : words(literal) & types) {
            if (isAnotherMeaning(path, word))
                continue;
            found.append(u"%1:%2 names %3"_s.arg(path, QString::number(line), word));
        }
    }
    return found;
}

} // namespace

//! R-LOC-08: entity types are data. Core may name the computations a pack asks for, never the types a pack declares.
class EntityTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literalsAreFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("literals");
        QTest::newRow("a literal") << u"x(u\"invoices\"_s);"_s << QStringList{u"1 invoices"_s};
        QTest::newRow("a comment is none")
            << u"// \"a\"\n\"b\" /* \"c\"\n */ \"d\""_s << QStringList{u"2 b"_s, u"3 d"_s};
        QTest::newRow("escaped quotes") << u"\"a\\\"b\" '\"' \"c\""_s << QStringList{u"1 a\"b"_s, u"1 c"_s};
        QTest::newRow("a digit separator") << u"f(10'000, \"a\")"_s << QStringList{u"1 a"_s};
        QTest::newRow("a comment at the end") << u"\"a\" // \"b\""_s << QStringList{u"1 a"_s};
    }
    void literalsAreFound()
    {
        QFETCH(QString, source);
        QStringList literals;
        for (const auto &[line, literal] : stringLiterals(source))
            literals.append(QString::number(line) + u' ' + literal);
        QTEST(literals, "literals");
    }

    void coreNamesNoEntityType()
    {
        QSet<QString> types;
        for (const QString &pack : {u"accounting"_s, u"commerce"_s, u"veterinary"_s}) {
            const auto schema = Schema::load({pack});
            QVERIFY(schema);
            for (const EntityType &type : schema->types())
                types.insert(type.toString());
        }
        QVERIFY(types.contains(u"invoices"_s) && types.contains(u"pets"_s));

        QStringList found;
        int files = 0;
        QDirIterator it(QStringLiteral(FROST_CORE_DIR), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            // A SIE file is about accounts and vouchers and nothing else: its reader says which stores those are.
            if (!path.contains(u"/exchange/sie/"_s))
                found += namedTypes(path, types);
            ++files;
        }
        QVERIFY(files > 20);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(EntityTypesTest)
#include "entitytypes_test.moc"
