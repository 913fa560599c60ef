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

// SQLite's null QString and null QByteArray would become NULL; only "nothing" may.
QVariant bindable(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString: return value.toString().isNull() ? QVariant(u""_s) : value;
    case QMetaType::QByteArray: return value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
    case QMetaType::LongLong:
    case QMetaType::Int:
    case QMetaType::Double: return value;
    case QMetaType::Bool: return QVariant(qint64(value.toBool()));
    case QMetaType::UnknownType:
    case QMetaType::Nullptr: return QVariant();
    default: return QVariant(value.toLongLong()); // UInt, Short ...: every other kind of integer
    }
}
} // namespace

// --- Sql::Private

Sql::Private::~Private()
{
    idle.clear(); // statements go before their connection
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(connectionName);
}

Result<std::unique_ptr<Rows::Lease>> Sql::Private::start(const QByteArray &statement, const QVariantList &values)
{
    Q_ASSERT_X(thread == QThread::currentThread(), "frost::Sql", "used outside its thread");
    if (broken)
        return fail(*broken);
    auto lease = std::make_unique<Rows::Lease>(*this, statement, take(statement));
    if (lease->query.lastQuery().isEmpty()) {
        lease->query.setForwardOnly(true);
        if (!lease->query.prepare(QString::fromUtf8(statement)))
            return fail(lease->drop());
    }
    // The driver binds by address: the values stay with the lease for as long as SQLite may look at them.
    lease->values.reserve(values.size());
    for (const QVariant &value : values)
        lease->values.append(bindable(value));
    for (int i = 0; i < lease->values.size(); ++i)
        lease->query.bindValue(i, lease->values.at(i));
    if (!lease->query.exec())
        return fail(lease->drop());
    return lease;
}

QSqlQuery Sql::Private::take(const QByteArray &statement)
{
    const auto found = idle.find(statement);
    if (found == idle.end() || found->second.empty())
        return QSqlQuery(database);
    QSqlQuery query = std::move(found->second.back());
    found->second.pop_back();
    --idleCount;
    return query;
}

void Sql::Private::giveBack(const QByteArray &statement, QSqlQuery query)
{
    query.finish();
    if (idleCount >= kIdleStatements) {
        idle.clear();
        idleCount = 0;
    }
    idle[statement].push_back(std::move(query));
    ++idleCount;
}

Error Sql::Private::note(const QSqlError &sqlError)
{
    Error error = errorOf(sqlError);
    const bool ends = error.kind == ErrorKind::Storage || error.kind == ErrorKind::Corrupt;
    if (inTransaction && ends && !broken)
        broken = error;
    return error;
}

// --- Rows

Rows::Lease::~Lease()
{
    if (!dropped)
        owner.giveBack(statement, std::move(query));
}

Error Rows::Lease::drop()
{
    dropped = true; // a failed statement is prepared anew: the driver may have finalised it
    return owner.note(query.lastError());
}

Rows::Rows(std::unique_ptr<Lease> lease) : m_lease(std::move(lease)) { }
Rows::Rows(Rows &&) noexcept = default;
Rows &Rows::operator=(Rows &&) noexcept = default;
Rows::~Rows() = default;

bool Rows::next()
{
    if (m_lease->failure || !m_lease->query.next()) {
        if (!m_lease->failure && m_lease->query.lastError().isValid())
            m_lease->failure = m_lease->drop();
        return false;
    }
    return true;
}

QByteArray Rows::bytes(int column) const
{
    return m_lease->query.value(column).toByteArray();
}

QString Rows::text(int column) const
{
    return m_lease->query.value(column).toString();
}

qint64 Rows::integer(int column) const
{
    return m_lease->query.value(column).toLongLong();
}

bool Rows::isNull(int column) const
{
    return m_lease->query.isNull(column);
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
    d->lastInsertId = (*lease)->query.lastInsertId().toLongLong();
    return qint64((*lease)->query.numRowsAffected());
}

Result<> Sql::execute(const QByteArray &statement)
{
    Q_ASSERT_X(d->thread == QThread::currentThread(), "frost::Sql", "used outside its thread");
    if (d->broken)
        return fail(*d->broken);
    QSqlQuery query(d->database);
    query.setForwardOnly(true);
    if (!query.exec(QString::fromUtf8(statement)))
        return fail(d->note(query.lastError()));
    return {};
}

qint64 Sql::lastInsertId() const
{
    return d->lastInsertId;
}

bool Sql::inTransaction() const
{
    return d->inTransaction;
}

// --- Transaction

Result<Transaction> Transaction::begin(Sql &sql, Durability durability)
{
    if (sql.d->inTransaction)
        return fail(ErrorKind::Internal, u"store.nested"_s);
    if (sql.d->mode == OpenMode::ReadOnly)
        return fail(ErrorKind::Storage, u"store.readOnly"_s);
    if (sql.d->durability != durability) {
        FROST_TRY(
            sql.execute(durability == Durability::PowerCut ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"));
        sql.d->durability = durability;
    }
    FROST_TRY(sql.run("BEGIN IMMEDIATE"));
    sql.d->inTransaction = true;
    return Transaction(&sql);
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
