// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoserver/bookkeeper.h"

#include "core/company/presentation.h"
#include "core/base/json.h"

namespace frost::demo {

using namespace Qt::StringLiterals;

// Demo tokens have no business in the person's own keychain.
Bookkeeper::Bookkeeper(QString name, const QString &folder)
    : m_name(std::move(name)), m_folder(folder), m_seams(folder, SecretStore::Policy::FilesOnly)
{
}

Result<> Bookkeeper::makeCompany(const TenantId &tenant, const CompanyId &company)
{
    const auto place = m_folder.place(tenant, company);
    FROST_TRY(place);
    auto made = OpenCompany::create(m_seams.seams(), *place, {u"accounting"_s});
    FROST_TRY(made);
    m_company = *std::move(made);
    return {};
}

Task<Result<>> Bookkeeper::connect(QUrl url, QByteArray token)
{
    OpenCompany::NewConnection wanted;
    wanted.id = ConnectionId(u"frostserver"_s);
    wanted.provider = u"frostserver"_s;
    wanted.settings = {{u"url"_s, url.toString()}, {u"company"_s, m_company->database().company().toString()}};
    wanted.token = token;
    const auto connected = co_await m_company->connect(std::move(wanted));
    if (!connected)
        co_return fail(connected.error());
    co_return Result<>();
}

Task<Result<RunReport>> Bookkeeper::sync(std::function<void(const Progress &)> progress)
{
    const auto connections = m_company->connections().list();
    if (!connections)
        co_return fail(connections.error());
    SyncEngine::Options options;
    options.progress = std::move(progress);
    co_return co_await m_company->sync(connections->first(), std::move(options));
}

Result<QString> Bookkeeper::create(const QString &type, const QJsonObject &body)
{
    const auto record = m_company->editor().create(EntityType(type), body, m_company->actor());
    FROST_TRY(record);
    return m_company->shownIds().shown(EntityType(type), record->id);
}

Result<> Bookkeeper::change(const QString &type, const QString &id, const QJsonObject &patch)
{
    const auto local = m_company->recordId(EntityType(type), id);
    FROST_TRY(local);
    FROST_TRY(m_company->editor().update(EntityType(type), *local, patch, m_company->actor()));
    return {};
}

Result<QJsonObject> Bookkeeper::get(const QString &type, const QString &id)
{
    const auto local = m_company->recordId(EntityType(type), id);
    FROST_TRY(local);
    auto store = m_company->database().objectStore(EntityType(type));
    FROST_TRY(store);
    const auto record = store->get(*local);
    FROST_TRY(record);
    return Presentation(*m_company).record(EntityType(type), (*record).value_or(Record()));
}

Result<QByteArray> Bookkeeper::contents()
{
    Presentation presentation(*m_company);
    QJsonObject all;
    for (const auto &type : m_company->schema().types()) {
        auto store = m_company->database().objectStore(type);
        FROST_TRY(store);
        QJsonObject records;
        Result<> status;
        FROST_TRY(store->forEach([&](const Record &record) {
            const auto id = presentation.shownId(type, record.id);
            const auto body = presentation.body(type, record.body);
            if (!id)
                status = fail(id.error());
            else if (!body)
                status = fail(body.error());
            else
                records.insert(*id, *body);
            return status.has_value();
        }));
        FROST_TRY(status);
        all.insert(type.toString(), records);
    }
    return toCanonicalJson(all);
}

} // namespace frost::demo
