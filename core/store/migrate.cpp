// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql.h"

#include <QDir>
#include <QFile>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
struct Step {
    int version = 0;
    QString folder;
};

Result<QList<Step>> stepsIn(const QString &folder)
{
    QList<Step> steps;
    const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        const Step step{name.section(u'_', 0, 0).toInt(), folder + u'/' + name};
        if (step.version != steps.size() + 1)
            return fail(ErrorKind::Internal, u"store.migrationsMissing"_s, {folder, name});
        steps.append(step);
    }
    if (steps.isEmpty())
        return fail(ErrorKind::Internal, u"store.migrationsMissing"_s, {folder});
    return steps;
}

Result<> runStatements(Sql &sql, const QString &folder)
{
    const QStringList names = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Internal, u"store.migrationsMissing"_s, {folder, name});
        if (auto done = sql.execute(file.readAll()); !done) {
            Error error = std::move(done).error();
            error.detail = name + u": "_s + error.detail;
            return fail(std::move(error));
        }
    }
    return {};
}

Result<> apply(Sql &sql, const Step &step)
{
    auto transaction = Transaction::begin(sql, Durability::PowerCut);
    if (!transaction)
        return fail(transaction.error());
    // Asked again under the lock: another process may have taken this step meanwhile.
    const auto have = sql.number("PRAGMA user_version");
    if (!have)
        return fail(have.error());
    if (*have >= step.version)
        return {};
    FROST_TRY(runStatements(sql, step.folder));
    FROST_TRY(sql.execute("PRAGMA user_version=" + QByteArray::number(step.version)));
    return transaction->commit();
}
} // namespace

Result<> migrate(Sql &sql, const QString &folder, const std::function<Result<>(int)> &backup)
{
    const auto steps = stepsIn(folder);
    if (!steps)
        return fail(steps.error());
    const auto have = sql.number("PRAGMA user_version");
    if (!have)
        return fail(have.error());
    const int known = int(steps->size());
    if (*have > known)
        return fail(ErrorKind::TooNew, u"store.tooNew"_s, {QString::number(*have), QString::number(known)});
    if (*have == known)
        return {};
    if (*have > 0 && backup)
        FROST_TRY(backup(known));
    for (const Step &step : steps->sliced(*have))
        FROST_TRY(apply(sql, step));
    return {};
}

} // namespace frost
