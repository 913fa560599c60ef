// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/random.h"
#include "core/schema/schema.h"
#include "core/store/objectstore.h"
#include "core/store/sql.h"

#include <functional>
#include <memory>
#include <optional>

namespace frost {

//! The data directory: the only place where tenants and companies are named. A company is one file,
//! <data>/<tenant>/<company>.frost; after opening, no call takes a tenant or a company (R-LOC-02).
class DataFolder
{
public:
    explicit DataFolder(QString path) : m_path(std::move(path)) { }

    struct Company {
        TenantId tenant;
        CompanyId company;
        QString path;
    };
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QList<Company> companies() const; //!< sorted by tenant, then company
    //! @param name COMPANY, or TENANT/COMPANY. Errors: NotFound "company.unknown" [name]; Usage "company.ambiguous"
    //! [name, the full names], "name.malformed" [name].
    [[nodiscard]] Result<Company> find(const QString &name) const;
    //! Names are 1 to 64 letters, digits, '-', '_' or '.', not starting with '.'; they become file names on every
    //! system, so two that differ only in case are the same. Errors: Usage "name.malformed"; Conflict "company.exists".
    [[nodiscard]] Result<Company> place(const TenantId &tenant, const CompanyId &company) const;

private:
    QString m_path;
};

class Upgrade;

//! One company's file, opened by one thread. Object stores follow the schema: missing stores and indexes are made over
//! existing data, indexes no longer declared are dropped, stores are never dropped. A ReadOnly database has what the file
//! has: neither its tables nor its version are brought up to date (Storage "store.readOnly" where they would have to be).
//! Before a migration the file is copied to <company>.before-<version>.frost beside it.
//!
//! Another program that brings the file up to date while it is open here ends the writing here: Transaction::begin answers
//! TooNew "store.tooNew" from then on, and nothing of this program's is half written (R-LOC-05).
class Database
{
public:
    struct Options {
        OpenMode mode = OpenMode::ReadWrite;
        QString vfs = {};                  //!< seam, see Sql::Options
        std::optional<Schema> schema = {}; //!< instead of the company's packs
        QString steps = {};                //!< migrations to run instead of the product's own
        //! The version of the data that the opener knows; 0: it has none. A file of a lower one, or without one, is
        //! backed up and upgraded by `upgrade` (upgrade.h); one of a higher one is TooNew "store.tooNew". ReadWrite only.
        int version = 0;
        std::function<Result<>(Upgrade &)> upgrade = {};
    };
    //! Makes the file of a new company, all of it or none. Errors: Conflict "company.exists"; those of Schema::load and Sql::open.
    [[nodiscard]] static Result<std::unique_ptr<Database>> create(const DataFolder::Company &company,
                                                                  const QStringList &packs, Clock &clock,
                                                                  Random &random, const Options &options);
    //! Errors: NotFound "company.unknown"; Corrupt "store.corrupt"; TooNew "store.tooNew"; Forbidden
    //! "store.otherCompany" where the file was made for another tenant or company; Corrupt "store.notFrost" where it is
    //! none of ours; those of Schema::load and Sql::open. A refused file is left as it was.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DataFolder::Company &company, Clock &clock,
                                                                Random &random, const Options &options);
    ~Database();

    [[nodiscard]] Sql &sql();
    [[nodiscard]] const Schema &schema() const;
    [[nodiscard]] const TenantId &tenant() const;
    [[nodiscard]] const CompanyId &company() const;
    [[nodiscard]] const DeviceId &device() const; //!< made at creation; a restored copy gets a new one
    [[nodiscard]] QString path() const;

    //! R-LOC-03: a store that does not exist is a typed error, NotFound "store.unknown" [type], never a crash.
    [[nodiscard]] Result<ObjectStore> objectStore(const EntityType &type);
    //! Small named values, "" where there is none: tenant, company, device, packs, createdAt and others' own. Writing
    //! needs an open transaction.
    [[nodiscard]] Result<QString> meta(const QString &key);
    [[nodiscard]] Result<> setMeta(const QString &key, const QString &value);
    //! Writes everything that is committed to a new file, which then stands for itself. Errors: those of the store; Storage
    //! "store.io" where there is a file already.
    [[nodiscard]] Result<> copyTo(const QString &path);
    //! PRAGMA integrity_check and foreign_key_check, index tables and search against bodies: what is wrong, as
    //! "code: parts" ("index.entryMissing: customers, name, tmp-1"), empty if sound.
    [[nodiscard]] Result<QStringList> check();

private:
    struct Private;
    explicit Database(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace frost
