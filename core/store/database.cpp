// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databaseprivate.h"

#include "core/store/recordcolumns.h"
#include "core/store/upgrade.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

static void initStoreResources()
{
    Q_INIT_RESOURCE(store); // a static library's resources are there only when asked for
}

namespace frost {

using namespace Qt::StringLiterals;

namespace {
const QString kSteps = u":/frost/store/sql"_s;
constexpr qint32 kApplicationId = 0x46727374; //!< as in sql/0001_company/005_application_id.sql
constexpr int kMostBackups = 100;
const QString kVersion = u"version"_s; //!< in meta: of the data, see Database::Options

Error unknownCompany(const DataFolder::Company &company)
{
    return {ErrorKind::NotFound, u"company.unknown"_s, {company.company.toString()}, {}, {}};
}

Error existingCompany(const DataFolder::Company &company)
{
    return {ErrorKind::Conflict,
            u"company.exists"_s,
            {company.tenant.toString() + u'/' + company.company.toString()},
            {},
            {}};
}

Result<> writeMeta(Sql &sql, const QString &key, const QString &value)
{
    const auto done = sql.run("INSERT INTO meta VALUES(CAST(? AS TEXT),CAST(? AS TEXT)) ON CONFLICT(key) DO UPDATE SET"
                              " value=excluded.value",
                              {key.toUtf8(), value.toUtf8()});
    return done ? Result<>() : Result<>(fail(done.error()));
}

Result<> copyInto(Sql &sql, const QString &path)
{
    const auto done = sql.run("VACUUM INTO CAST(? AS TEXT)", {path.toUtf8()});
    return done ? Result<>() : Result<>(fail(done.error()));
}

// A name that is taken belongs to an earlier migration that did not finish: its copy is kept, this one gets the next.
Result<> backUp(Sql &sql, const QString &path, int version)
{
    const QString base = path.chopped(qsizetype(sizeof(".frost") - 1)) + u".before-%1"_s.arg(version);
    for (int copy = 1; copy <= kMostBackups; ++copy) {
        const QString name = base + (copy == 1 ? QString() : u"-%1"_s.arg(copy)) + u".frost"_s;
        if (QFileInfo::exists(name))
            continue;
        return copyInto(sql, name);
    }
    return fail(ErrorKind::Storage, u"store.backupsFull"_s, {base});
}

Result<> fillNew(Sql &sql, const DataFolder::Company &company, const QStringList &packs, const Clock &clock,
                 Random &random)
{
    FROST_TRY(migrate(sql, kSteps));
    auto transaction = Transaction::begin(sql, Durability::PowerCut);
    if (!transaction)
        return fail(transaction.error());
    const auto owner = readMeta(sql, u"company"_s);
    if (!owner)
        return fail(owner.error());
    if (!owner->isEmpty())
        return fail(existingCompany(company));
    const QByteArray packList = QJsonDocument(QJsonArray::fromStringList(packs)).toJson(QJsonDocument::Compact);
    FROST_TRY(writeMeta(sql, u"tenant"_s, company.tenant.toString()));
    FROST_TRY(writeMeta(sql, u"company"_s, company.company.toString()));
    FROST_TRY(writeMeta(sql, u"device"_s, random.uuid()));
    FROST_TRY(writeMeta(sql, u"packs"_s, QString::fromUtf8(packList)));
    FROST_TRY(writeMeta(sql, u"createdAt"_s, toIso(clock.now())));
    return transaction->commit();
}

// The file appears under its name only when it is complete; a crash leaves a .new file that nothing looks at.
Result<> makeFile(const DataFolder::Company &company, const QStringList &packs, const Clock &clock, Random &random,
                  const QString &vfs)
{
    const bool onDisk = vfs.isEmpty();
    if (onDisk && QFileInfo::exists(company.path))
        return fail(existingCompany(company));
    const QString folder = QFileInfo(company.path).absolutePath();
    if (!QDir().mkpath(folder) && onDisk)
        return fail(ErrorKind::Storage, QFileInfo::exists(folder) ? u"store.io"_s : u"store.readOnly"_s, {folder});
    const QString name = onDisk ? company.path + u".%1.new"_s.arg(random.next(), 0, 36) : company.path;
    Result<> done;
    {
        auto sql = Sql::open({.path = name, .vfs = vfs, .applicationId = kApplicationId});
        if (!sql)
            return fail(sql.error());
        done = fillNew(**sql, company, packs, clock, random);
    }
    if (!onDisk)
        return done;
    if (done && QFile::rename(name, company.path))
        return {};
    QFile::remove(name);
    if (!done)
        return done;
    if (QFileInfo::exists(company.path))
        return fail(existingCompany(company));
    return fail(ErrorKind::Storage, u"store.io"_s, {company.path});
}

Result<> requireOwner(Sql &sql, const DataFolder::Company &company)
{
    const auto tenant = readMeta(sql, u"tenant"_s);
    const auto name = readMeta(sql, u"company"_s);
    if (!tenant || !name) {
        Error error = tenant ? name.error() : tenant.error();
        if (error.kind == ErrorKind::Internal) // ours by its mark, and yet without the table
            error = {ErrorKind::Corrupt, u"store.corrupt"_s, {}, error.detail, {}};
        return fail(std::move(error));
    }
    if (name->isEmpty())
        return fail(unknownCompany(company)); // made, never finished
    const bool isOurs = tenant->compare(company.tenant.toString(), Qt::CaseInsensitive) == 0
                        && name->compare(company.company.toString(), Qt::CaseInsensitive) == 0;
    return isOurs ? Result<>() : Result<>(fail(ErrorKind::Forbidden, u"store.otherCompany"_s, {company.path}));
}

Result<Schema> schemaOf(Sql &sql, const Database::Options &options)
{
    if (options.schema)
        return *options.schema;
    const auto packs = readMeta(sql, u"packs"_s);
    if (!packs)
        return fail(packs.error());
    QStringList names;
    const QJsonArray list = QJsonDocument::fromJson(packs->toUtf8()).array();
    for (const QJsonValue &each : list)
        names.append(each.toString());
    return Schema::load(names);
}

Result<int> dataVersion(Sql &sql, const Database::Options &options)
{
    const auto text = readMeta(sql, kVersion);
    FROST_TRY(text);
    const int version = text->toInt();
    if (version > options.version)
        return fail(ErrorKind::TooNew, u"store.tooNew"_s, {*text, QString::number(options.version)});
    return version;
}

Result<> upgrade(Sql &sql, const Layouts &layouts, const DataFolder::Company &company, const Database::Options &options)
{
    const auto glance = dataVersion(sql, options);
    FROST_TRY(glance);
    if (*glance == options.version)
        return {};
    if (options.vfs.isEmpty())
        FROST_TRY(backUp(sql, company.path, options.version));
    auto transaction = Transaction::begin(sql, Durability::PowerCut);
    FROST_TRY(transaction);
    const auto have = dataVersion(sql, options); // under the lock: another process may have done it meanwhile
    FROST_TRY(have);
    if (*have == options.version)
        return {};
    Upgrade work(sql, layouts, *have, options.version);
    if (options.upgrade)
        FROST_TRY(options.upgrade(work));
    FROST_TRY(writeMeta(sql, kVersion, QString::number(options.version)));
    return transaction->commit();
}

//! From now on this connection writes only while the file is as this program knows it.
Result<> guard(Sql &sql, const Layouts &layouts)
{
    const auto known = sql.number("PRAGMA user_version");
    FROST_TRY(known);
    sql.setGuard([&sql, &layouts, known = *known]() -> Result<> {
        const auto have = sql.number("PRAGMA user_version");
        FROST_TRY(have);
        const auto fits = *have == known ? isReconciled(sql, layouts) : Result<bool>(false);
        FROST_TRY(fits);
        return *fits ? Result<>()
                     : Result<>(fail(ErrorKind::TooNew, u"store.tooNew"_s, {QString::number(*have), QString::number(known)}));
    });
    return {};
}
} // namespace

Result<QString> readMeta(Sql &sql, const QString &key)
{
    auto rows = sql.query("SELECT CAST(value AS BLOB) FROM meta WHERE key=CAST(? AS TEXT)", {key.toUtf8()});
    if (!rows)
        return fail(rows.error());
    const QString value = rows->next() ? QString::fromUtf8(rows->bytes(0)) : QString();
    FROST_TRY(rows->status());
    return value;
}

Result<std::unique_ptr<Database>> Database::create(const DataFolder::Company &company, const QStringList &packs,
                                                   Clock &clock, Random &random, const Options &options)
{
    initStoreResources();
    if (!options.schema) // a wrong pack leaves no file behind
        if (const auto schema = Schema::load(packs); !schema)
            return fail(schema.error());
    FROST_TRY(makeFile(company, packs, clock, random, options.vfs));
    return open(company, clock, random, options);
}

Result<std::unique_ptr<Database>> Database::open(const DataFolder::Company &company, Clock &, Random &,
                                                 const Options &options)
{
    initStoreResources();
    auto sql = Sql::open({.path = company.path,
                          .mode = options.mode,
                          .vfs = options.vfs,
                          .mayCreate = false,
                          .applicationId = kApplicationId});
    if (!sql && sql.error().code == u"store.missing")
        return fail(unknownCompany(company));
    if (!sql)
        return fail(sql.error());
    FROST_TRY(requireOwner(**sql, company));
    const bool mayChange = options.mode == OpenMode::ReadWrite;
    FROST_TRY(migrate(**sql, options.steps.isEmpty() ? kSteps : options.steps, [&](int version) -> Result<> {
        return mayChange && options.vfs.isEmpty() ? backUp(**sql, company.path, version) : Result<>();
    }));
    auto d = std::make_unique<Private>();
    auto schema = schemaOf(**sql, options);
    if (!schema)
        return fail(schema.error());
    d->schema = std::move(*schema);
    auto layouts = layoutsOf(d->schema);
    if (!layouts)
        return fail(layouts.error());
    d->layouts = std::move(*layouts);
    FROST_TRY(mayChange ? reconcile(**sql, d->layouts) : restrictToExisting(**sql, d->layouts));
    if (mayChange && options.version > 0)
        FROST_TRY(upgrade(**sql, d->layouts, company, options));
    if (mayChange)
        FROST_TRY(guard(**sql, d->layouts));
    const auto device = readMeta(**sql, u"device"_s);
    if (!device)
        return fail(device.error());
    d->device = DeviceId(*device);
    d->place = company;
    d->options = options;
    d->sql = std::move(*sql);
    return std::unique_ptr<Database>(new Database(std::move(d)));
}

Database::Database(std::unique_ptr<Private> content) : d(std::move(content)) { }
Database::~Database() = default;

Sql &Database::sql()
{
    return *d->sql;
}

const Schema &Database::schema() const
{
    return d->schema;
}

const TenantId &Database::tenant() const
{
    return d->place.tenant;
}

const CompanyId &Database::company() const
{
    return d->place.company;
}

const DeviceId &Database::device() const
{
    return d->device;
}

QString Database::path() const
{
    return d->place.path;
}

Result<ObjectStore> Database::objectStore(const EntityType &type)
{
    const auto found = std::find_if(d->layouts.begin(), d->layouts.end(),
                                    [&](const auto &layout) { return layout->schema->type == type; });
    if (found == d->layouts.end())
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()});
    return ObjectStore(*d->sql, **found);
}

Result<QString> Database::meta(const QString &key)
{
    return readMeta(*d->sql, key);
}

Result<> Database::setMeta(const QString &key, const QString &value)
{
    if (!d->sql->inTransaction())
        return fail(ErrorKind::Internal, u"store.noTransaction"_s, {key});
    return writeMeta(*d->sql, key, value);
}

Result<> Database::copyTo(const QString &path)
{
    return copyInto(*d->sql, path);
}

} // namespace frost
