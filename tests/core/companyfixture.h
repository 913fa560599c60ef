// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"
#include "tests/support/seededrandom.h"

#include <QTemporaryDir>

#include <utility>

//! A real company file in a folder of its own, with a clock that stands still until it is told to go on.
namespace companyfixture {

using namespace Qt::StringLiterals;
using namespace frost;

class ManualClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override
    {
        advance(duration);
        co_return;
    }
    void advance(std::chrono::milliseconds duration) { m_now = m_now.addMSecs(duration.count()); }

private:
    QDateTime m_now = QDateTime::fromMSecsSinceEpoch(1'780'000'000'000, Qt::UTC);
};

//! The value, or the end of the test program with the error in its log.
template<class T>
T value(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().logLine()));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

//! "" for success, else the error's code.
template<class T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

class Company
{
public:
    Company() { m_database = value(Database::create(place(), {u"accounting"_s}, clock, random, {})); }

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] Sql &sql() { return m_database->sql(); }
    //! As after the end of the program: everything in memory is gone.
    void reopen()
    {
        m_database.reset();
        m_database = value(Database::open(place(), clock, random, {}));
    }
    //! Runs `work` in a transaction that commits.
    template<class Work>
    void write(const Work &work)
    {
        auto transaction = value(Transaction::begin(sql(), Durability::ProcessCrash));
        work();
        value(transaction.commit());
    }
    [[nodiscard]] qint64 number(const QByteArray &statement)
    {
        auto rows = value(sql().query(statement));
        return rows.next() ? rows.integer(0) : -1;
    }

    ManualClock clock;
    test::SeededRandom random{1};

private:
    [[nodiscard]] DataFolder::Company place() const
    {
        return {TenantId(u"firm"_s), CompanyId(u"acme"_s), m_folder.filePath(u"acme.frost"_s)};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace companyfixture
