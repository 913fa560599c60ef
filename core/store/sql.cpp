// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql.h"

#include "core/base/logging.h"
#include "core/store/sqlconnection.h"

#include <QThread>

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kIdleStatements = 256; //!< more than the product has; bounds statements built from names

//! Text and bytes are bound where they lie: `value` stays until the statement is reset.
void bind(sqlite3_stmt *statement, int place, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QByteArray: {
        const auto &bytes = *static_cast<const QByteArray *>(value.constData());
        sqlite3_bind_blob64(statement, place, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_STATIC);
        return;
    }
    case QMetaType::QString: {
        const auto &text = *static_cast<const QString *>(value.constData());
        sqlite3_bind_text64(statement, place, reinterpret_cast<const char *>(text.utf16()),
                            sqlite3_uint64(text.size()) * sizeof(char16_t), SQLITE_STATIC, SQLITE_UTF16);
        return;
    }
    case QMetaType::Double: sqlite3_bind_double(statement, place, value.toDouble()); return;
    case QMetaType::UnknownType:
    case QMetaType::Nullptr: sqlite3_bind_null(statement, place); return;
    default: sqlite3_bind_int64(statement, place, value.toLongLong()); // bool and every kind of integer
    }
}
} // namespace

// --- Sql::Private

Result<std::unique_ptr<Rows::Lease>> Sql::Private::start(const QByteArray &statement, const QVariantList &values)
{
    Q_ASSERT_X(thread == QThread::currentThread(), "frost::Sql", "used outside its thread");
    if (broken)
        return fail(*broken);
    auto handle = take(statement);
    FROST_TRY(handle);
    if (values.size() != sqlite3_bind_parameter_count(handle->get()))
        return fail(ErrorKind::Internal, u"store.sql"_s, {}, u"another number of values than the statement has places"_s);
    auto lease = std::make_unique<Rows::Lease>(*this, statement, *std::move(handle), values);
    lease->bindAll();
    lease->step();
    lease->firstTaken = true;
    if (lease->failure)
        return fail(*lease->failure);
    return lease;
}

Result<StatementHandle> Sql::Private::prepare(const QByteArray &statement, unsigned flags)
{
    sqlite3_stmt *handle = nullptr;
    const char *rest = nullptr;
    // With the terminating zero, which spares SQLite a copy.
    const int code = sqlite3_prepare_v3(connection.get(), statement.constData(), int(statement.size()) + 1, flags,
                                        &handle, &rest);
    if (code != SQLITE_OK)
        return fail(note());
    StatementHandle prepared(handle);
    if (!QByteArrayView(rest).trimmed().isEmpty())
        return fail(ErrorKind::Internal, u"store.sql"_s, {}, u"more than one statement"_s);
    return prepared;
}

Result<StatementHandle> Sql::Private::take(const QByteArray &statement)
{
    const auto found = idle.find(statement);
    if (found == idle.end() || found->second.empty())
        return prepare(statement, SQLITE_PREPARE_PERSISTENT);
    StatementHandle handle = std::move(found->second.back());
    found->second.pop_back();
    --idleCount;
    return handle;
}

void Sql::Private::giveBack(const QByteArray &statement, StatementHandle handle)
{
    sqlite3_reset(handle.get());
    sqlite3_clear_bindings(handle.get());
    if (idleCount >= kIdleStatements) {
        idle.clear();
        idleCount = 0;
    }
    idle[statement].push_back(std::move(handle));
    ++idleCount;
}

Error Sql::Private::note()
{
    Error error = lastError(connection.get());
    if (isReading && error.code == u"store.readOnly")
        return {ErrorKind::Internal, u"store.readOnlyTransaction"_s, {}, error.detail, {}};
    // Some errors roll the transaction back, whatever their kind; what came after would commit by itself.
    const bool ends = error.kind == ErrorKind::Storage || error.kind == ErrorKind::Corrupt
        || sqlite3_get_autocommit(connection.get());
    if (error.kind == ErrorKind::Corrupt && !damage)
        damage = error;
    if (inTransaction && ends && !broken)
        broken = error;
    return error;
}

// --- Rows

Rows::Lease::~Lease()
{
    owner.giveBack(statement, std::move(handle));
}

void Rows::Lease::bindAll()
{
    for (qsizetype i = 0; i < values.size(); ++i)
        bind(handle.get(), int(i) + 1, values.at(i));
}

void Rows::Lease::step()
{
    const int code = sqlite3_step(handle.get());
    place = code == SQLITE_ROW ? Place::AtRow : Place::AtEnd;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        failure = owner.note();
}

Rows::Rows(std::unique_ptr<Lease> lease) : m_lease(std::move(lease)) { }
Rows::Rows(Rows &&) noexcept = default;
Rows &Rows::operator=(Rows &&) noexcept = default;
Rows::~Rows() = default;

bool Rows::next()
{
    if (m_lease->firstTaken)
        m_lease->firstTaken = false;
    else if (m_lease->place == Lease::Place::AtRow)
        m_lease->step();
    return m_lease->place == Lease::Place::AtRow;
}

QByteArray Rows::bytes(int column) const
{
    auto *statement = m_lease->handle.get();
    const auto *data = static_cast<const char *>(sqlite3_column_blob(statement, column));
    return QByteArray(data, data ? sqlite3_column_bytes(statement, column) : 0);
}

QString Rows::text(int column) const
{
    auto *statement = m_lease->handle.get();
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return QString::fromUtf8(data, data ? sqlite3_column_bytes(statement, column) : 0);
}

qint64 Rows::integer(int column) const
{
    return sqlite3_column_int64(m_lease->handle.get(), column);
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_lease->handle.get(), column) == SQLITE_NULL;
}

Result<> Rows::status() const
{
    if (m_lease->failure)
        return fail(*m_lease->failure);
    return {};
}

// --- Sql

Sql::Sql(std::unique_ptr<Private> connection) : d(std::move(connection)) { }
Sql::~Sql() = default;

Result<Rows> Sql::query(const QByteArray &statement, const QVariantList &values)
{
    auto lease = d->start(statement, values);
    if (!lease)
        return fail(std::move(lease).error());
    return Rows(std::move(*lease));
}

Result<qint64> Sql::run(const QByteArray &statement, const QVariantList &values)
{
    const auto lease = d->start(statement, values);
    if (!lease)
        return fail(lease.error());
    auto *connection = d->connection.get();
    d->lastInsertId = sqlite3_last_insert_rowid(connection);
    return qint64(sqlite3_changes64(connection));
}

quint64 &Sql::sharedCount(const QByteArray &name)
{
    return d->sharedCounts[name];
}

Result<> Sql::execute(const QByteArray &statement)
{
    Q_ASSERT_X(d->thread == QThread::currentThread(), "frost::Sql", "used outside its thread");
    if (d->broken)
        return fail(*d->broken);
    const auto handle = d->prepare(statement, 0);
    FROST_TRY(handle);
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(handle->get());
    if (code != SQLITE_DONE)
        return fail(d->note());
    return {};
}

Result<qint64> Sql::number(const QByteArray &statement, const QVariantList &values)
{
    auto rows = query(statement, values);
    FROST_TRY(rows);
    const qint64 number = rows->next() ? rows->integer(0) : 0;
    FROST_TRY(rows->status());
    return number;
}

Result<bool> Sql::any(const QByteArray &statement, const QVariantList &values)
{
    auto rows = query(statement, values);
    FROST_TRY(rows);
    const bool any = rows->next();
    FROST_TRY(rows->status());
    return any;
}

qint64 Sql::lastInsertId() const
{
    return d->lastInsertId;
}

void Sql::setGuard(std::function<Result<>()> guard)
{
    d->guard = std::move(guard);
    d->guarded.reset();
}

// Another program may have brought the file up to date meanwhile: what this one wrote would then lack its indexes.
Result<> Sql::askGuard()
{
    const auto version = number("PRAGMA user_version");
    FROST_TRY(version);
    const auto schema = number("PRAGMA schema_version");
    FROST_TRY(schema);
    const std::pair now(*version, *schema);
    if (d->guarded == now)
        return {};
    FROST_TRY(d->guard());
    d->guarded = now;
    return {};
}

bool Sql::inTransaction() const
{
    return d->inTransaction;
}

bool Sql::isReading() const
{
    return d->isReading;
}

// --- Transaction

Result<Transaction> Transaction::begin(Sql &sql, Durability durability)
{
    if (sql.d->inTransaction || sql.d->isReading)
        return fail(ErrorKind::Internal, u"store.nested"_s);
    if (sql.d->mode == OpenMode::ReadOnly)
        return fail(ErrorKind::Storage, u"store.readOnly"_s);
    if (sql.d->damage)
        return fail(*sql.d->damage);
    if (sql.d->durability != durability) {
        FROST_TRY(
            sql.execute(durability == Durability::PowerCut ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"));
        sql.d->durability = durability;
    }
    FROST_TRY(sql.run("BEGIN IMMEDIATE"));
    sql.d->inTransaction = true;
    Transaction transaction(&sql);
    if (sql.d->guard)
        FROST_TRY(sql.askGuard());
    return transaction;
}

Transaction::Transaction(Transaction &&other) noexcept : m_sql(std::exchange(other.m_sql, nullptr)) { }

Transaction::~Transaction()
{
    if (!m_sql)
        return;
    const bool alreadyEnded = m_sql->d->broken.has_value();
    m_sql->d->broken.reset();
    m_sql->d->inTransaction = false;
    if (const auto rolledBack = m_sql->execute("ROLLBACK"); !rolledBack && !alreadyEnded)
        qCWarning(lcStore).noquote() << "rollback failed:" << rolledBack.error().logLine();
}

Result<> Transaction::commit()
{
    if (!m_sql)
        return fail(ErrorKind::Internal, u"store.noTransaction"_s);
    FROST_TRY(m_sql->run("COMMIT"));
    m_sql->d->inTransaction = false;
    m_sql = nullptr;
    return {};
}

// --- ReadTransaction

Result<ReadTransaction> ReadTransaction::begin(Sql &sql)
{
    if (sql.d->inTransaction || sql.d->isReading)
        return fail(ErrorKind::Internal, u"store.nested"_s);
    FROST_TRY(sql.execute("PRAGMA query_only=ON"));
    sql.d->isReading = true;
    ReadTransaction transaction(&sql);
    FROST_TRY(sql.run("BEGIN"));
    auto first = sql.query("SELECT 1 FROM sqlite_schema LIMIT 1"); // only reading fixes the state that is seen
    FROST_TRY(first);
    [[maybe_unused]] const bool any = first->next();
    FROST_TRY(first->status());
    return transaction;
}

ReadTransaction::ReadTransaction(ReadTransaction &&other) noexcept : m_sql(std::exchange(other.m_sql, nullptr)) { }

ReadTransaction::~ReadTransaction()
{
    if (!m_sql)
        return;
    m_sql->d->isReading = false;
    for (const char *statement : {"ROLLBACK", "PRAGMA query_only=OFF"}) {
        if (const auto done = m_sql->execute(statement); !done)
            qCWarning(lcStore).noquote() << statement << "failed:" << done.error().logLine();
    }
}

// --- Parts

Result<> isolated(Sql &sql, const std::function<Result<>()> &work)
{
    FROST_TRY(sql.run("SAVEPOINT part"));
    auto done = work();
    if (!done)
        FROST_TRY(sql.run("ROLLBACK TO part"));
    FROST_TRY(sql.run("RELEASE part"));
    return done;
}

} // namespace frost
