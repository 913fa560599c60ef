// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <string>
#include <vector>

namespace frost::bench {

//! A value of a column, as it is read and bound again.
struct Value {
    int type = SQLITE_NULL;
    sqlite3_int64 integer = 0;
    double real = 0;
    std::string bytes;
    friend bool operator==(const Value &, const Value &) = default;
    friend auto operator<=>(const Value &a, const Value &b) { return a.tie() <=> b.tie(); }

private:
    [[nodiscard]] std::pair<std::pair<int, sqlite3_int64>, std::string> tie() const { return {{type, integer}, bytes}; }
};
using Row = std::vector<Value>;

class Statement;

//! One connection by the C API. Every error ends the program: a benchmark has nothing to recover.
class SqliteFile
{
public:
    explicit SqliteFile(const std::string &path);
    ~SqliteFile();
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    void run(const std::string &sql);
    [[nodiscard]] std::vector<Row> rows(const std::string &sql);
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    sqlite3 *m_handle = nullptr;
};

class Statement
{
public:
    Statement(SqliteFile &file, const std::string &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    void bind(int parameter, const Value &value); //!< the value must live until the step
    [[nodiscard]] bool step();                    //!< false: done, and ready to be bound again
    [[nodiscard]] Row row() const;

private:
    SqliteFile &m_file;
    sqlite3_stmt *m_statement = nullptr;
};

//! A consistent copy of a file that may be in use, page by page.
void copyFile(const std::string &from, const std::string &to);
[[noreturn]] void stop(const std::string &why);

} // namespace frost::bench
