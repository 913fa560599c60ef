// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sqlitefile.h"

#include <cstdio>
#include <cstdlib>

namespace frost::bench {

void stop(const std::string &why)
{
    std::fprintf(stderr, "frost-bench: %s\n", why.c_str());
    std::exit(1);
}

SqliteFile::SqliteFile(const std::string &path)
{
    if (sqlite3_open(path.c_str(), &m_handle) != SQLITE_OK)
        stop(path + ": " + sqlite3_errmsg(m_handle));
}

SqliteFile::~SqliteFile()
{
    sqlite3_close(m_handle);
}

void SqliteFile::run(const std::string &sql)
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        stop(sql + ": " + sqlite3_errmsg(m_handle));
}

std::vector<Row> SqliteFile::rows(const std::string &sql)
{
    Statement statement(*this, sql);
    std::vector<Row> all;
    while (statement.step())
        all.push_back(statement.row());
    return all;
}

Statement::Statement(SqliteFile &file, const std::string &sql) : m_file(file)
{
    if (sqlite3_prepare_v3(file.handle(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr)
        != SQLITE_OK)
        stop(sql + ": " + sqlite3_errmsg(file.handle()));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bind(int parameter, const Value &value)
{
    const auto size = static_cast<sqlite3_uint64>(value.bytes.size());
    switch (value.type) {
    case SQLITE_INTEGER: sqlite3_bind_int64(m_statement, parameter, value.integer); break;
    case SQLITE_FLOAT: sqlite3_bind_double(m_statement, parameter, value.real); break;
    case SQLITE_TEXT:
        sqlite3_bind_text64(m_statement, parameter, value.bytes.data(), size, SQLITE_STATIC, SQLITE_UTF8);
        break;
    case SQLITE_BLOB:
        if (size == 0) // a null pointer would bind NULL
            sqlite3_bind_zeroblob(m_statement, parameter, 0);
        else
            sqlite3_bind_blob64(m_statement, parameter, value.bytes.data(), size, SQLITE_STATIC);
        break;
    default: sqlite3_bind_null(m_statement, parameter);
    }
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        stop(std::string(sqlite3_sql(m_statement)) + ": " + sqlite3_errmsg(m_file.handle()));
    sqlite3_reset(m_statement);
    return false;
}

Row Statement::row() const
{
    Row row;
    for (int i = 0; i < sqlite3_column_count(m_statement); ++i) {
        Value value;
        value.type = sqlite3_column_type(m_statement, i);
        if (value.type == SQLITE_INTEGER)
            value.integer = sqlite3_column_int64(m_statement, i);
        else if (value.type == SQLITE_FLOAT)
            value.real = sqlite3_column_double(m_statement, i);
        else if (const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, i)))
            value.bytes.assign(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, i)));
        row.push_back(std::move(value));
    }
    return row;
}

void copyFile(const std::string &from, const std::string &to)
{
    SqliteFile source(from);
    SqliteFile target(to);
    auto *backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (!backup || sqlite3_backup_step(backup, -1) != SQLITE_DONE || sqlite3_backup_finish(backup) != SQLITE_OK)
        stop("cannot copy " + from);
}

} // namespace frost::bench
