// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/sqlitefile.h"

#include <functional>
#include <map>

namespace frost::bench {

//! What happened to one table between two states of a file.
struct TableDiff {
    std::string name;
    std::vector<std::string> columns; //!< primary key first
    std::size_t keyColumns = 0;
    std::vector<std::size_t> written; //!< columns that differ in any changed row
    std::vector<Row> added;
    std::vector<Row> changed;
    std::vector<Row> removed; //!< keys only

    [[nodiscard]] std::size_t rows() const { return added.size() + changed.size() + removed.size(); }
};

//! A document of a contentless full-text table: what was in it and what is.
struct TextDiff {
    std::string table;
    Value rowid;
    Value before; //!< NULL: it was not in it
    Value after;
};

struct FileDiff {
    std::vector<TableDiff> tables; //!< only those with rows
    std::vector<TextDiff> texts;
    [[nodiscard]] std::map<std::string, std::size_t> rowsByTable() const;
};

//! The search text the product makes of a body of "os_<type>"; empty where it makes none.
using SearchText = std::function<std::string(const std::string &type, const std::string &body)>;

//! Rows are in the order of rowids; rows of tables without one, and changed rows, in a fixed random order, as people edit.
[[nodiscard]] FileDiff differenceOf(const std::string &before, const std::string &after, const SearchText &searchText);

} // namespace frost::bench
