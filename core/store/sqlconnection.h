// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

// Private to sql.cpp and sqlopen.cpp.
namespace frost {

//! SQLite's result code as an Error. The detail is SQLite's message, which names tables and columns, never values.
[[nodiscard]] Error errorOf(const QSqlError &error);

//! The connection and its prepared statements. A statement is either idle here or leased to one Rows; a second use of
//! the same text at the same time prepares a second one.
struct Sql::Private {
    QString connectionName;
    QSqlDatabase database;
    OpenMode mode = OpenMode::ReadWrite;
    QThread *thread = nullptr;
    struct Hash {
        size_t operator()(const QByteArray &bytes) const { return qHash(bytes); }
    };
    std::unordered_map<QByteArray, std::vector<QSqlQuery>, Hash> idle;
    qsizetype idleCount = 0;
    qint64 lastInsertId = 0;
    bool inTransaction = false;
    std::optional<Durability> durability; //!< what PRAGMA synchronous was last set to
    std::optional<Error> broken;          //!< what ended the open transaction

    ~Private();
    [[nodiscard]] Result<std::unique_ptr<Rows::Lease>> start(const QByteArray &statement, const QVariantList &values);
    [[nodiscard]] QSqlQuery take(const QByteArray &statement);
    void giveBack(const QByteArray &statement, QSqlQuery query);
    [[nodiscard]] Error note(const QSqlError &error);
};

struct Rows::Lease {
    Lease(Sql::Private &connection, QByteArray text, QSqlQuery prepared)
        : owner(connection), statement(std::move(text)), query(std::move(prepared))
    { }
    ~Lease();
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;
    [[nodiscard]] Error drop();

    Sql::Private &owner;
    QByteArray statement;
    QSqlQuery query;
    QVariantList values;
    std::optional<Error> failure;
    bool dropped = false;
};

} // namespace frost
