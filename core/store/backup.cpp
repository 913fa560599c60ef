// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/databaseprivate.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSuffix = ".frost"_L1;
constexpr std::chrono::milliseconds kInUseLook{1000}; //!< another program may just be closing the company
constexpr qsizetype kPortion = 1 << 20;               //!< bytes

tl::unexpected<Error> unwritable(const QString &path, const QString &detail = {})
{
    return fail(Error{ErrorKind::Storage, u"file.unwritable"_s, {path}, detail, {}});
}

std::filesystem::path native(const QString &path)
{
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

Result<> requireSound(Database &database, const QString &path)
{
    const auto findings = database.check();
    FROST_TRY(findings);
    return findings->isEmpty() ? Result<>() : Result<>(fail(ErrorKind::Corrupt, u"backup.damaged"_s, {path, findings->first()}));
}

// --- making one

//! Byte for byte, on the disk when this returns, and under its name only then.
Result<> keepCopy(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
        return unwritable(to, target.errorString());
    while (!source.atEnd()) {
        const auto portion = source.read(kPortion);
        if (portion.isEmpty() || target.write(portion) != portion.size())
            return unwritable(to, target.errorString());
    }
    if (QFileInfo::exists(to))
        return fail(ErrorKind::Usage, u"file.exists"_s, {to});
    return target.commit() ? Result<>() : Result<>(unwritable(to, target.errorString()));
}

// --- restoring one

//! Whose backup it is.
Result<DataFolder::Company> ownerOf(Sql &backup, const QString &path)
{
    const auto tenant = readMeta(backup, u"tenant"_s);
    const auto company = readMeta(backup, u"company"_s);
    if (!tenant || !company || company->isEmpty())
        return fail(ErrorKind::Corrupt, u"store.notFrost"_s, {path});
    return DataFolder::Company{TenantId(*tenant), CompanyId(*company), path};
}

//! Where a copy is made ready that takes the company's place when nothing can go wrong any more; each restoring has its own.
DataFolder::Company besides(const DataFolder::Company &company, Random &random)
{
    DataFolder::Company fresh = company;
    fresh.path = company.path.chopped(kSuffix.size()) + u".restoring-"_s + random.uuid().remove(u'-') + kSuffix;
    return fresh;
}

//! The copy, and whatever opening it has left.
void clear(const DataFolder::Company &fresh)
{
    const QFileInfo file(fresh.path);
    const auto names = file.dir().entryList({file.completeBaseName() + u'*'}, QDir::Files);
    for (const QString &name : names)
        file.dir().remove(name);
}

//! With what stands in the backup's log, whole even if somebody has it open.
Result<> copyInto(Sql &backup, const DataFolder::Company &fresh)
{
    if (!QDir().mkpath(QFileInfo(fresh.path).absolutePath()))
        return unwritable(fresh.path);
    const auto copied = backup.run("VACUUM INTO CAST(? AS TEXT)", {fresh.path.toUtf8()});
    if (!copied)
        return copied.error().kind == ErrorKind::Corrupt ? Result<>(fail(copied.error())) : Result<>(unwritable(fresh.path, copied.error().logLine()));
    return QFile::setPermissions(fresh.path, QFile::ReadOwner | QFile::WriteOwner) ? Result<>() : Result<>(unwritable(fresh.path));
}

//! Brings the copy up to date, where an older program wrote it, reads it through and makes it a device of its own.
Result<> prepare(const DataFolder::Company &fresh, const QString &backup, Clock &clock, Random &random)
{
    const auto database = Database::open(fresh, clock, random, {});
    FROST_TRY(database);
    FROST_TRY(requireSound(**database, backup));
    auto transaction = Transaction::begin((*database)->sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY((*database)->setMeta(u"device"_s, random.uuid()));
    return transaction->commit();
}

//! Brings everything that stands in its log into the file, which only the last program that has it open can do.
Result<> bringToRest(const DataFolder::Company &company)
{
    auto sql = Sql::open({.path = company.path, .busyTimeout = kInUseLook, .mayCreate = false});
    const auto done = sql ? (*sql)->run("PRAGMA journal_mode = DELETE") : fail(sql.error());
    if (done || done.error().kind == ErrorKind::Corrupt) // nobody can open what is damaged
        return {};
    return done.error().kind == ErrorKind::Busy ? Result<>(fail(ErrorKind::Busy, u"company.inUse"_s, {company.company.toString()}))
                                                : Result<>(fail(done.error()));
}

//! A second name for what stands there, so that the company is never without a file.
Result<QString> keepAside(const DataFolder::Company &company)
{
    FROST_TRY(bringToRest(company));
    const QString base = company.path.chopped(kSuffix.size()) + u".replaced-"_s;
    int number = 1;
    while (QFileInfo::exists(base + QString::number(number) + kSuffix))
        ++number;
    const QString name = base + QString::number(number) + kSuffix;
    std::error_code failed;
    std::filesystem::create_hard_link(native(company.path), native(name), failed);
    if (failed && !QFile::copy(company.path, name)) // not every file system has them
        return unwritable(name);
    return name;
}

//! The log of a damaged file, or of one that is gone: beside another file it would be taken for that one's.
Result<> moveLog(const QString &from, const QString &to)
{
    QFile::remove(from + u"-shm"_s); // made anew from the log
    const QString log = from + u"-wal"_s;
    return !QFileInfo::exists(log) || QFile::rename(log, to + u"-wal"_s) ? Result<>() : Result<>(unwritable(to));
}

Result<Restored> takePlace(const DataFolder::Company &fresh, const DataFolder::Company &place)
{
    Restored restored{place, {}};
    if (QFileInfo::exists(place.path)) {
        const auto kept = keepAside(place);
        FROST_TRY(kept);
        restored.replaced = *kept;
    }
    const QString log = restored.replaced.isEmpty() ? fresh.path + u".lost"_s : restored.replaced;
    FROST_TRY(moveLog(place.path, log));
    std::error_code failed;
    std::filesystem::rename(native(fresh.path), native(place.path), failed);
    if (!failed)
        return restored;
    QFile::rename(log + u"-wal"_s, place.path + u"-wal"_s);
    return unwritable(place.path, QString::fromStdString(failed.message()));
}

} // namespace

Result<> backUp(Database &database, const QString &path, Clock &clock, Random &random)
{
    if (QFileInfo::exists(path))
        return fail(ErrorKind::Usage, u"file.exists"_s, {path});
    const QString part = path + u".part-"_s + random.uuid();
    const auto made = [&]() -> Result<> {
        if (const auto copied = database.copyTo(part); !copied)
            return copied.error().kind == ErrorKind::Storage ? Result<>(unwritable(path, copied.error().logLine())) : copied;
        const auto copy = Database::open({database.tenant(), database.company(), part}, clock, random, {.mode = OpenMode::ReadOnly});
        FROST_TRY(copy);
        FROST_TRY(requireSound(**copy, path));
        return keepCopy(part, path);
    }();
    for (const auto &left : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(part + left);
    return made;
}

Result<Restored> restoreBackup(const DataFolder &folder, const QString &backup, Clock &clock, Random &random)
{
    const auto sql = Sql::open({.path = backup, .mode = OpenMode::ReadOnly, .mayCreate = false});
    FROST_TRY(sql);
    const auto owner = ownerOf(**sql, backup);
    FROST_TRY(owner);
    const auto known = folder.find(owner->tenant.toString() + u'/' + owner->company.toString());
    if (!known && known.error().kind != ErrorKind::NotFound)
        return fail(known.error());
    const auto place = known ? known : folder.place(owner->tenant, owner->company);
    FROST_TRY(place);
    const auto fresh = besides(*place, random);
    const auto restored = [&]() -> Result<Restored> {
        FROST_TRY(copyInto(**sql, fresh));
        FROST_TRY(prepare(fresh, backup, clock, random));
        return takePlace(fresh, *place);
    }();
    clear(fresh);
    return restored;
}

} // namespace frost
