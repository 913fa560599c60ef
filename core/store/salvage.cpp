// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/base/json.h"
#include "core/store/sql.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kProbedBeyondTheEnd = 100'000; //!< row numbers tried where the damage hides how far the table goes
constexpr qint64 kMostNamed = 1'000;


struct Table {
    QByteArray name;
    QByteArrayList columns;
    QByteArrayList key; //!< of a WITHOUT ROWID table; empty: it has row numbers
    [[nodiscard]] QByteArray select() const
    {
        QByteArrayList list;
        for (const QByteArray &column : columns)
            list += "typeof(\"" + column + "\"),CAST(\"" + column + "\" AS BLOB)";
        return "SELECT " + list.join(',');
    }
};

//! One value in the form it has in a line.
QJsonValue valueOf(const QByteArray &column, const QByteArray &type, const QByteArray &bytes)
{
    if (type == "null")
        return {};
    if (type == "integer")
        return bytes.toLongLong();
    if (type == "blob")
        return QJsonObject{{u"base64"_s, QString::fromLatin1(bytes.toBase64())}};
    if (column == "body")
        if (const auto body = QJsonDocument::fromJson(bytes); body.isObject())
            return body.object();
    return QString::fromUtf8(bytes);
}

class Salvage
{
public:
    Salvage(Sql &sql, const std::function<Result<>(const QByteArray &)> &take) : m_sql(sql), m_take(take) { }

    Result<> readAll();
    Salvaged take() { return std::move(m_salvaged); }

private:
    Result<QList<Table>> tables();
    Result<bool> addColumns(Table &table);
    Result<> readByNumber(const Table &table);
    Result<> readByKey(const Table &table);
    //! Hands out rows until they end or cannot be read. @return false: they could not be read
    Result<bool> readRows(const Table &table, Rows &rows, int columnsBefore, qint64 &last, qint64 most);
    Result<> hand(const Table &table, const Rows &rows, int columnsBefore);
    void lose(const Table &table, const QString &row);

    Sql &m_sql;
    const std::function<Result<>(const QByteArray &)> &m_take;
    Salvaged m_salvaged;
    QMap<QByteArray, qint64> m_lost;
};

// Shadow tables of the search and index tables can be made anew from the bodies.
Result<QList<Table>> Salvage::tables()
{
    auto rows = m_sql.query("SELECT CAST(name AS BLOB) FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'ix\\_%' ESCAPE"
                            " '\\' AND name NOT LIKE 'fts\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY"
                            " name");
    FROST_TRY(rows);
    QList<Table> tables;
    while (rows->next())
        tables.append(Table{rows->bytes(0), {}, {}});
    FROST_TRY(rows->status());
    return tables;
}

Result<bool> Salvage::addColumns(Table &table)
{
    auto rows = m_sql.query("SELECT CAST(name AS BLOB),pk FROM pragma_table_info(CAST(? AS TEXT)) ORDER BY cid",
                            {table.name});
    FROST_TRY(rows);
    QMap<qint64, QByteArray> key;
    while (rows->next()) {
        table.columns.append(rows->bytes(0));
        if (rows->integer(1) > 0)
            key.insert(rows->integer(1), '"' + rows->bytes(0) + '"');
    }
    FROST_TRY(rows->status());
    auto sql = m_sql.query("SELECT CAST(sql AS BLOB) FROM sqlite_schema WHERE name=CAST(? AS TEXT)", {table.name});
    FROST_TRY(sql);
    if (sql->next() && sql->bytes(0).toUpper().contains("WITHOUT ROWID"))
        table.key = key.values();
    return !table.columns.isEmpty();
}

void Salvage::lose(const Table &table, const QString &row)
{
    if (m_lost[table.name]++ < kMostNamed)
        m_salvaged.unreadable.append(QString::fromUtf8(table.name) + u": "_s + row);
}

Result<> Salvage::hand(const Table &table, const Rows &rows, int columnsBefore)
{
    QJsonObject row;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const int at = columnsBefore + int(i) * 2;
        row.insert(QString::fromUtf8(table.columns.at(i)),
                   valueOf(table.columns.at(i), rows.text(at).toUtf8(), rows.bytes(at + 1)));
    }
    ++m_salvaged.rows[QString::fromUtf8(table.name)];
    return m_take(toCanonicalJson({{u"table"_s, QString::fromUtf8(table.name)}, {u"row"_s, row}}));
}

Result<bool> Salvage::readRows(const Table &table, Rows &rows, int columnsBefore, qint64 &last, qint64 most)
{
    for (qint64 i = 0; i < most && rows.next(); ++i) {
        if (columnsBefore > 0)
            last = rows.integer(0);
        FROST_TRY(hand(table, rows, columnsBefore));
    }
    return rows.status().has_value();
}

//! In order of the row numbers; where they break off, number after number until one can be read again.
Result<> Salvage::readByNumber(const Table &table)
{
    const QByteArray from = " FROM \"" + table.name + '"';
    QByteArray select = table.select();
    select.insert(int(sizeof("SELECT ") - 1), "rowid,");
    qint64 end = -1;
    if (auto rows = m_sql.query("SELECT max(rowid)" + from); rows && rows->next() && rows->status())
        end = rows->integer(0);
    qint64 last = std::numeric_limits<qint64>::min();
    bool isWhole = false;
    while (!isWhole) {
        if (auto rows = m_sql.query(select + from + " WHERE rowid>? ORDER BY rowid", {last})) {
            const auto read = readRows(table, *rows, 1, last, std::numeric_limits<qint64>::max());
            FROST_TRY(read);
            isWhole = *read;
        }
        last = std::max<qint64>(last, 0);
        const qint64 stop = end >= 0 ? end : last + kProbedBeyondTheEnd;
        bool isFound = isWhole;
        if (end < 0 && !isFound)
            lose(table, u"*"_s);
        while (!isFound && last < stop) {
            ++last;
            auto row = m_sql.query(select + from + " WHERE rowid=?", {last});
            qint64 number = 0;
            const qint64 before = m_salvaged.rows.value(QString::fromUtf8(table.name));
            const auto read = row ? readRows(table, *row, 1, number, 1) : Result<bool>(false);
            FROST_TRY(read);
            isFound = m_salvaged.rows.value(QString::fromUtf8(table.name)) > before;
            if (!*read && !isFound && end >= 0)
                lose(table, QString::number(last));
        }
        isWhole = isWhole || !isFound;
    }
    return {};
}

//! From the front, and where that breaks off from the back.
Result<> Salvage::readByKey(const Table &table)
{
    qint64 number = 0;
    for (const char *direction : {"", " DESC"}) {
        auto rows = m_sql.query(table.select() + " FROM \"" + table.name + "\" ORDER BY "
                                + table.key.join(direction + QByteArray(",")) + direction);
        const auto read = rows ? readRows(table, *rows, 0, number, std::numeric_limits<qint64>::max()) : Result<bool>(false);
        FROST_TRY(read);
        if (*read)
            return {};
    }
    lose(table, u"*"_s);
    return {};
}

Result<> Salvage::readAll()
{
    auto found = tables();
    FROST_TRY(found);
    for (Table &table : *found) {
        const auto isKnown = addColumns(table);
        if (!isKnown || !*isKnown) {
            lose(table, u"*"_s);
            continue;
        }
        FROST_TRY(table.key.isEmpty() ? readByNumber(table) : readByKey(table));
    }
    return {};
}
} // namespace

Result<Salvaged> salvage(const QString &path, const std::function<Result<>(const QByteArray &)> &take)
{
    const auto sql = Sql::open({.path = path, .mode = OpenMode::ReadOnly});
    FROST_TRY(sql);
    Salvage work(**sql, take);
    FROST_TRY(work.readAll());
    return work.take();
}

} // namespace frost
