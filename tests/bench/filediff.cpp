// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/filediff.h"

#include <algorithm>
#include <random>

namespace frost::bench {

namespace {

constexpr unsigned kSeed = 42;

std::string joined(const std::vector<std::string> &names)
{
    std::string list;
    for (const auto &name : names)
        list += (list.empty() ? "\"" : ",\"") + name + '"';
    return list;
}

TableDiff described(SqliteFile &file, const std::string &table)
{
    TableDiff diff;
    diff.name = table;
    std::map<sqlite3_int64, std::string> key;
    std::vector<std::string> others;
    for (const auto &column : file.rows("SELECT name,pk FROM pragma_table_info('" + table + "')")) {
        if (column[1].integer > 0)
            key[column[1].integer] = column[0].bytes;
        else
            others.push_back(column[0].bytes);
    }
    for (const auto &[place, name] : key)
        diff.columns.push_back(name);
    diff.keyColumns = diff.columns.size();
    diff.columns.insert(diff.columns.end(), others.begin(), others.end());
    return diff;
}

Row keyOf(const TableDiff &diff, const Row &row)
{
    return {row.begin(), row.begin() + static_cast<std::ptrdiff_t>(diff.keyColumns)};
}

void compare(TableDiff &diff, SqliteFile &file)
{
    const auto columns = joined(diff.columns);
    const auto from = [&](const std::string &schema) {
        return "SELECT " + columns + " FROM " + schema + ".\"" + diff.name + '"';
    };
    std::map<Row, Row> before;
    for (auto &row : file.rows(from("before") + " EXCEPT " + from("main")))
        before.emplace(keyOf(diff, row), std::move(row));
    std::vector<bool> differs(diff.columns.size());
    for (auto &row : file.rows(from("main") + " EXCEPT " + from("before"))) {
        const auto known = before.find(keyOf(diff, row));
        if (known == before.end()) {
            diff.added.push_back(std::move(row));
            continue;
        }
        for (std::size_t i = 0; i < row.size(); ++i)
            differs[i] = differs[i] || row[i] != known->second[i];
        before.erase(known);
        diff.changed.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < differs.size(); ++i) {
        if (differs[i])
            diff.written.push_back(i);
    }
    for (const auto &[key, row] : before)
        diff.removed.push_back(key);
}

void order(TableDiff &diff)
{
    std::mt19937 random(kSeed);
    const bool hasRowid = diff.keyColumns == 1 && !diff.added.empty()
                          && diff.added.front().front().type == SQLITE_INTEGER && diff.name.rfind("ix_", 0) != 0;
    if (hasRowid)
        std::sort(diff.added.begin(), diff.added.end());
    else
        std::shuffle(diff.added.begin(), diff.added.end(), random);
    std::shuffle(diff.changed.begin(), diff.changed.end(), random);
    std::shuffle(diff.removed.begin(), diff.removed.end(), random);
}

Value textValue(std::string text)
{
    return text.empty() ? Value() : Value{SQLITE_TEXT, 0, 0, std::move(text)};
}

void compareTexts(FileDiff &diff, SqliteFile &file, const std::string &type, const SearchText &searchText)
{
    const auto table = "os_" + type;
    const auto rows = file.rows(
        "SELECT a.rid, a.body, b.body, b.deleted, a.deleted FROM main." + table + " a LEFT JOIN before." + table
        + " b ON b.rid=a.rid WHERE b.rid IS NULL OR b.body<>a.body OR b.deleted<>a.deleted ORDER BY a.rid");
    for (const auto &row : rows) {
        const bool hadText = row[2].type != SQLITE_NULL && row[3].integer == 0;
        TextDiff text{"fts_" + type, row[0], {}, {}};
        text.before = hadText ? textValue(searchText(type, row[2].bytes)) : Value();
        text.after = row[4].integer == 0 ? textValue(searchText(type, row[1].bytes)) : Value();
        if (text.before != text.after)
            diff.texts.push_back(std::move(text));
    }
}

} // namespace

std::map<std::string, std::size_t> FileDiff::rowsByTable() const
{
    std::map<std::string, std::size_t> counts;
    for (const auto &table : tables)
        counts[table.name] = table.rows();
    for (const auto &text : texts)
        ++counts[text.table];
    return counts;
}

FileDiff differenceOf(const std::string &before, const std::string &after, const SearchText &searchText)
{
    SqliteFile file(after);
    file.run("ATTACH '" + before + "' AS before");
    FileDiff diff;
    const auto tables =
        file.rows("SELECT name FROM main.sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                  " AND name NOT LIKE 'fts\\_%' ESCAPE '\\' ORDER BY name");
    for (const auto &name : tables) {
        auto table = described(file, name[0].bytes);
        compare(table, file);
        order(table);
        if (table.rows() > 0)
            diff.tables.push_back(std::move(table));
        const auto type = name[0].bytes.rfind("os_", 0) == 0 ? name[0].bytes.substr(3) : std::string();
        if (!type.empty())
            compareTexts(diff, file, type, searchText);
    }
    return diff;
}

} // namespace frost::bench
