// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>

namespace frost {

//! What a committed transaction survives.
enum class Durability {
    PowerCut,     //!< synchronous=FULL: edits, resolutions, in-flight marks, leases
    ProcessCrash, //!< synchronous=NORMAL: what can be pulled or asked for again
};

enum class OpenMode { ReadWrite, ReadOnly };

class Sql;

//! The rows of one query, forward only. Gives its prepared statement back when it goes; must go before its Sql does.
class Rows
{
public:
    Rows(Rows &&) noexcept;
    Rows &operator=(Rows &&) noexcept;
    ~Rows();
    [[nodiscard]] bool next();
    [[nodiscard]] QByteArray bytes(int column) const; //!< for columns selected with CAST(... AS BLOB): no UTF-16 detour
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    //! An error met while stepping; next() returned false for it.
    [[nodiscard]] Result<> status() const;

private:
    friend class Sql;
    struct Lease;
    explicit Rows(std::unique_ptr<Lease> lease);
    std::unique_ptr<Lease> m_lease;
};

//! One SQLite connection of one thread; prepared statements are kept. Text is bound as QByteArray with CAST(? AS TEXT)
//! in the statement (TECH: up to 2x faster than QString); qint64, double and bool bind as they are; QString binds
//! as text. Only QVariant() and nullptr bind as NULL: an empty QString or QByteArray is empty text, whatever isNull() says.
//! Errors of all calls: Storage "store.full", "store.readOnly", "store.io"; Busy "store.locked"; Corrupt
//! "store.corrupt"; Conflict "store.unique"; Internal "store.sql" (detail: SQLite's message).
//! A Storage or Corrupt error inside a transaction ends it: SQLite may have rolled it back, so every later call answers
//! that error until the Transaction goes, and nothing is written outside it by accident. Once a damaged page was met
//! nothing more is written at all: Transaction::begin answers Corrupt "store.corrupt", reading goes on where it can.
class Sql
{
public:
    struct Options {
        QString path = {};
        OpenMode mode = OpenMode::ReadWrite;
        QString vfs = {}; //!< seam: the SQLite VFS to open with; empty: the system's
        std::chrono::milliseconds busyTimeout{5000};
        bool mayCreate = true;    //!< ReadWrite only: a file that is not there is made
        qint32 applicationId = 0; //!< not 0: a file that holds something without this PRAGMA application_id is refused
    };
    //! WAL, foreign keys, the measured cache and checkpoint sizes. A refused file is left as it was.
    //! Errors also: NotFound "store.missing" [path]; Corrupt "store.notFrost" [path] (see applicationId).
    [[nodiscard]] static Result<std::unique_ptr<Sql>> open(const Options &options);
    ~Sql();
    Sql(const Sql &) = delete;
    Sql &operator=(const Sql &) = delete;

    [[nodiscard]] Result<Rows> query(const QByteArray &statement, const QVariantList &values = {});
    //! @return rows changed
    [[nodiscard]] Result<qint64> run(const QByteArray &statement, const QVariantList &values = {});
    //! Runs one statement once without keeping it (DDL, PRAGMA).
    [[nodiscard]] Result<> execute(const QByteArray &statement);
    [[nodiscard]] Result<qint64> number(const QByteArray &statement,
                                        const QVariantList &values = {}); //!< the first column of the first row, else 0
    [[nodiscard]] Result<bool> any(const QByteArray &statement, const QVariantList &values = {}); //!< is there a row?
    [[nodiscard]] qint64 lastInsertId() const;
    //! Asked within each writing transaction that finds the file's version or tables other than when it was last asked: may
    //! this program still write? Its error is that of Transaction::begin, and nothing is written.
    void setGuard(std::function<Result<>()> guard);
    //! A count that all users of this connection share, as long as it lives: for caches of what another of them may change.
    [[nodiscard]] quint64 &sharedCount(const QByteArray &name);
    [[nodiscard]] bool inTransaction() const; //!< one that may write
    [[nodiscard]] bool isReading() const;     //!< in a ReadTransaction

private:
    friend class Transaction;
    friend class ReadTransaction;
    friend class Rows;
    struct Private;
    [[nodiscard]] Result<> askGuard();
    explicit Sql(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

//! BEGIN IMMEDIATE, rolled back in the destructor unless committed. Never nested: Internal "store.nested".
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Sql &sql, Durability durability);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Sql *sql) : m_sql(sql) { }
    Sql *m_sql = nullptr;
};

//! Several reads of one state: what others commit meanwhile is not seen. It waits for nobody and keeps nobody waiting, but
//! the write-ahead log cannot be shortened before it goes: for short work. Writing in it is refused with Internal
//! "store.readOnlyTransaction" and leaves it as it was. Never nested: Internal "store.nested".
class ReadTransaction
{
public:
    [[nodiscard]] static Result<ReadTransaction> begin(Sql &sql);
    ReadTransaction(ReadTransaction &&other) noexcept;
    ReadTransaction &operator=(ReadTransaction &&) = delete;
    ~ReadTransaction();

private:
    explicit ReadTransaction(Sql *sql) : m_sql(sql) { }
    Sql *m_sql = nullptr;
};

//! Runs `work` as a part of the open transaction that can fail alone: what a failed part wrote is taken back, what the
//! transaction wrote before stays. Not nested. @return what `work` returned, or why it could not be taken back: then the
//! whole transaction is lost (see Sql).
[[nodiscard]] Result<> isolated(Sql &sql, const std::function<Result<>()> &work);

//! Brings a file from its PRAGMA user_version to the newest numbered step: every folder "NNNN_name" below `folder`
//! (a Qt resource path) is one step, its .sql files one statement each, run in name order in one transaction together
//! with the new version. `backup` is called once, with the newest version, before the first step on a file that already
//! has one.
//! Errors: TooNew "store.tooNew" [have, known]; and those of Sql.
[[nodiscard]] Result<> migrate(Sql &sql, const QString &folder, const std::function<Result<>(int)> &backup = {});

} // namespace frost
