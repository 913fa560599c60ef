// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor.h"

#include <chrono>
#include <memory>

namespace frost::bench {

namespace {

std::string quoted(const std::string &name)
{
    return '"' + name + '"';
}

std::string insertOf(const TableDiff &table)
{
    std::string names;
    std::string marks;
    for (const auto &column : table.columns) {
        names += (names.empty() ? "" : ",") + quoted(column);
        marks += marks.empty() ? "?" : ",?";
    }
    return "INSERT INTO " + quoted(table.name) + '(' + names + ") VALUES(" + marks + ')';
}

std::string whereKey(const TableDiff &table)
{
    std::string where;
    for (std::size_t i = 0; i < table.keyColumns; ++i)
        where += (where.empty() ? " WHERE " : " AND ") + quoted(table.columns[i]) + "=?";
    return where;
}

std::string updateOf(const TableDiff &table)
{
    std::string sets;
    for (const auto column : table.written)
        sets += (sets.empty() ? "" : ",") + quoted(table.columns[column]) + "=?";
    return "UPDATE " + quoted(table.name) + " SET " + sets + whereKey(table);
}

//! The part of `count` rows that the transaction `number` of `all` writes.
template<class Write>
void share(std::size_t count, std::size_t number, std::size_t all, Write write)
{
    for (std::size_t i = count * number / all; i < count * (number + 1) / all; ++i)
        write(i);
}

//! One table's statements, prepared once.
class TableWriter
{
public:
    TableWriter(SqliteFile &file, const TableDiff &table) : m_table(table)
    {
        if (!table.added.empty())
            m_insert = std::make_unique<Statement>(file, insertOf(table));
        if (!table.changed.empty())
            m_update = std::make_unique<Statement>(file, updateOf(table));
        if (!table.removed.empty())
            m_remove = std::make_unique<Statement>(file, "DELETE FROM " + quoted(table.name) + whereKey(table));
    }

    void write(std::size_t number, std::size_t all)
    {
        share(m_table.removed.size(), number, all, [&](std::size_t i) {
            bindAll(*m_remove, 1, m_table.removed[i], m_table.keyColumns);
            static_cast<void>(m_remove->step());
        });
        share(m_table.changed.size(), number, all, [&](std::size_t i) { update(m_table.changed[i]); });
        share(m_table.added.size(), number, all, [&](std::size_t i) {
            bindAll(*m_insert, 1, m_table.added[i], m_table.columns.size());
            static_cast<void>(m_insert->step());
        });
    }

private:
    static void bindAll(Statement &statement, int first, const Row &row, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i)
            statement.bind(first + static_cast<int>(i), row[i]);
    }

    void update(const Row &row)
    {
        int parameter = 1;
        for (const auto column : m_table.written)
            m_update->bind(parameter++, row[column]);
        bindAll(*m_update, parameter, row, m_table.keyColumns);
        static_cast<void>(m_update->step());
    }

    const TableDiff &m_table;
    std::unique_ptr<Statement> m_insert;
    std::unique_ptr<Statement> m_update;
    std::unique_ptr<Statement> m_remove;
};

class TextWriter
{
public:
    TextWriter(SqliteFile &file, const std::string &table)
        : m_add(file, "INSERT INTO " + table + "(rowid,text) VALUES(?,?)"),
          m_remove(file, "INSERT INTO " + table + '(' + table + ",rowid,text) VALUES('delete',?,?)")
    { }

    void write(const TextDiff &text)
    {
        for (auto [statement, value] : {std::pair(&m_remove, &text.before), std::pair(&m_add, &text.after)}) {
            if (value->type == SQLITE_NULL)
                continue;
            statement->bind(1, text.rowid);
            statement->bind(2, *value);
            static_cast<void>(statement->step());
        }
    }

private:
    Statement m_add;
    Statement m_remove;
};

// As the product: core/store/sqlopen.cpp. Foreign keys are left out: a plain program would not have them on.
void configure(SqliteFile &file, const std::string &synchronous)
{
    for (const char *pragma : {"cache_size=-16000", "temp_store=MEMORY", "wal_autocheckpoint=4000",
                               "journal_size_limit=67108864", "journal_mode=WAL"})
        file.run(std::string("PRAGMA ") + pragma);
    file.run("PRAGMA synchronous=" + synchronous);
}

} // namespace

FloorRun writeRows(const std::string &path, const FileDiff &diff, const FloorPlan &plan)
{
    SqliteFile file(path);
    configure(file, plan.synchronous);
    std::vector<std::unique_ptr<TableWriter>> tables;
    for (const auto &table : diff.tables)
        tables.push_back(std::make_unique<TableWriter>(file, table));
    std::map<std::string, TextWriter> texts;
    for (const auto &text : diff.texts)
        texts.try_emplace(text.table, file, text.table);
    Statement begin(file, "BEGIN IMMEDIATE");
    Statement commit(file, "COMMIT");

    FloorRun result;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < plan.transactions; ++i) {
        static_cast<void>(begin.step());
        for (auto &table : tables)
            table->write(i, plan.transactions);
        share(diff.texts.size(), i, plan.transactions,
              [&](std::size_t t) { texts.at(diff.texts[t].table).write(diff.texts[t]); });
        if (i + 1 == plan.transactions)
            result.synchronous = file.rows("PRAGMA synchronous").front().front().integer;
        static_cast<void>(commit.step());
    }
    result.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return result;
}

} // namespace frost::bench
