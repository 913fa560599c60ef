// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/keychain.h"

#include <qt6keychain/keychain.h>
#include <qcorosignal.h>

#include <chrono>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! A service that runs answers within some milliseconds; a locked one asks the person, which is not waited for.
constexpr std::chrono::milliseconds kDeadline{2000};
constexpr std::chrono::seconds kLeftAlone{60};

const QString &service()
{
    static const auto name = u"Frost"_s;
    return name;
}

//! A job that may outlive its caller: one that was given up deletes itself when the keychain answers after all.
template<class Job>
std::shared_ptr<Job> newJob(const QString &name)
{
    std::shared_ptr<Job> job(new Job(service()), [](Job *done) { done->deleteLater(); });
    job->setAutoDelete(false);
    job->setKey(name);
    return job;
}

} // namespace

QCoro::Task<Keychain::Answer> Keychain::finish(std::shared_ptr<QKeychain::Job> job)
{
    if (!m_leftAlone.hasExpired())
        co_return m_last;
    job->start();
    const auto answered = co_await qCoro(job.get(), &QKeychain::Job::finished, kDeadline);
    if (!answered) {
        // The running job keeps itself alive: deleted now, its answer would find nobody.
        QObject::connect(job.get(), &QKeychain::Job::finished, job.get(), [job] {}, Qt::SingleShotConnection);
        m_last = Answer::Silent;
    } else {
        m_last = job->error() == QKeychain::NoError ? Answer::Done : Answer::Refused;
    }
    if (!answered || job->error() == QKeychain::NoBackendAvailable)
        m_leftAlone.setRemainingTime(kLeftAlone);
    co_return m_last;
}

QCoro::Task<bool> Keychain::write(QString name, QByteArray secret)
{
    const auto job = newJob<QKeychain::WritePasswordJob>(name);
    job->setBinaryData(secret);
    co_return co_await finish(job) == Answer::Done;
}

QCoro::Task<Result<std::optional<QByteArray>>> Keychain::read(QString name)
{
    const auto job = newJob<QKeychain::ReadPasswordJob>(name);
    switch (co_await finish(job)) {
    case Answer::Done: co_return job->binaryData();
    case Answer::Silent: co_return fail(ErrorKind::Storage, u"secret.silent"_s);
    case Answer::Refused: break;
    }
    co_return std::nullopt;
}

QCoro::Task<> Keychain::remove(QString name)
{
    co_await finish(newJob<QKeychain::DeletePasswordJob>(name));
}

} // namespace frost
