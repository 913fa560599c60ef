// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/databaseprivate.h"

#include <QDir>
#include <QFileInfo>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSuffix = ".frost"_L1;

//! Whose backup it is.
Result<DataFolder::Company> ownerOf(const QString &path)
{
    auto sql = Sql::open({.path = path, .mode = OpenMode::ReadOnly, .mayCreate = false});
    FROST_TRY(sql);
    const auto tenant = readMeta(**sql, u"tenant"_s);
    const auto company = readMeta(**sql, u"company"_s);
    if (!tenant || !company || company->isEmpty())
        return fail(ErrorKind::Corrupt, u"store.notFrost"_s, {path});
    return DataFolder::Company{TenantId(*tenant), CompanyId(*company), path};
}

Result<> requireSound(Database &database, const QString &path)
{
    const auto findings = database.check();
    FROST_TRY(findings);
    return findings->isEmpty() ? Result<>() : Result<>(fail(ErrorKind::Corrupt, u"backup.damaged"_s, {path, findings->first()}));
}

//! Leaves the file alone, with everything that stands in its log: only the last program that has it open can do that.
Result<> bringToRest(const DataFolder::Company &company)
{
    auto sql = Sql::open({.path = company.path, .busyTimeout = std::chrono::milliseconds(0), .mayCreate = false});
    if (!sql) // it cannot be opened by anybody
        return {};
    const auto done = (*sql)->run("PRAGMA journal_mode = DELETE");
    const bool inUse = !done && done.error().kind == ErrorKind::Busy;
    return inUse ? Result<>(fail(ErrorKind::Busy, u"company.inUse"_s, {company.company.toString()})) : Result<>();
}

Result<QString> setAside(const DataFolder::Company &company)
{
    FROST_TRY(bringToRest(company));
    for (int number = 1;; ++number) {
        const QString name = company.path.chopped(kSuffix.size()) + u".replaced-%1"_s.arg(number) + kSuffix;
        if (QFileInfo::exists(name))
            continue;
        for (const auto &part : {u"-wal"_s, u"-shm"_s, QString()}) {
            if (QFileInfo::exists(company.path + part) && !QFile::rename(company.path + part, name + part))
                return fail(ErrorKind::Storage, u"file.unwritable"_s, {name + part});
        }
        return name;
    }
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

//! Where a copy is made ready that takes the company's place when nothing can go wrong any more.
DataFolder::Company besides(const DataFolder::Company &company)
{
    DataFolder::Company fresh = company;
    fresh.path = company.path.chopped(kSuffix.size()) + u".restoring"_s + kSuffix;
    return fresh;
}

//! The copy and whatever opening it has left.
void clear(const DataFolder::Company &fresh)
{
    const QFileInfo file(fresh.path);
    const auto names = file.dir().entryList({file.completeBaseName() + u'*'}, QDir::Files);
    for (const QString &name : names)
        file.dir().remove(name);
}

Result<Restored> takePlace(const DataFolder::Company &fresh, const DataFolder::Company &place)
{
    Restored restored{place, {}};
    if (QFileInfo::exists(place.path)) {
        const auto replaced = setAside(place);
        FROST_TRY(replaced);
        restored.replaced = *replaced;
    }
    if (QFile::rename(fresh.path, place.path))
        return restored;
    if (!restored.replaced.isEmpty())
        QFile::rename(restored.replaced, place.path);
    return fail(ErrorKind::Storage, u"file.unwritable"_s, {place.path});
}

} // namespace

Result<> backUp(Database &database, const QString &path, Clock &clock, Random &random)
{
    if (QFileInfo::exists(path))
        return fail(ErrorKind::Usage, u"file.exists"_s, {path});
    if (const auto copied = database.copyTo(path); !copied) {
        QFile::remove(path);
        return fail(copied.error().kind == ErrorKind::Storage ? Error{ErrorKind::Storage, u"file.unwritable"_s, {path}, copied.error().logLine(), {}}
                                                              : copied.error());
    }
    const auto copy = Database::open({database.tenant(), database.company(), path}, clock, random, {.mode = OpenMode::ReadOnly});
    const auto sound = copy ? requireSound(**copy, path) : Result<>(fail(copy.error()));
    if (!sound)
        QFile::remove(path);
    return sound;
}

Result<Restored> restoreBackup(const DataFolder &folder, const QString &backup, Clock &clock, Random &random)
{
    const auto owner = ownerOf(backup);
    FROST_TRY(owner);
    const auto known = folder.find(owner->tenant.toString() + u'/' + owner->company.toString());
    if (!known && known.error().kind != ErrorKind::NotFound)
        return fail(known.error());
    const auto place = known ? known : folder.place(owner->tenant, owner->company);
    FROST_TRY(place);
    const auto fresh = besides(*place);
    clear(fresh);
    if (!QDir().mkpath(QFileInfo(place->path).absolutePath()) || !QFile::copy(backup, fresh.path)
        || !QFile::setPermissions(fresh.path, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorKind::Storage, u"file.unwritable"_s, {fresh.path});
    const auto prepared = prepare(fresh, backup, clock, random);
    auto restored = prepared ? takePlace(fresh, *place) : Result<Restored>(fail(prepared.error()));
    clear(fresh);
    return restored;
}

} // namespace frost
