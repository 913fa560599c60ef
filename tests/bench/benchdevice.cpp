// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchdevice.h"

#include "core/base/json.h"
#include "core/store/search.h"
#include "tests/bench/invoices.h"

namespace frost::bench {

using namespace Qt::StringLiterals;

namespace {
const auto kTenant = u"bench"_s;
constexpr int kImportSize = 500;
} // namespace

void require(bool isSo, const char *what)
{
    if (!isSo)
        stop(std::string("not so: ") + what);
}

BenchDevice::BenchDevice(const QString &folder, const QString &company)
    : m_folder(folder), m_name(company), m_seams(folder, SecretStore::Policy::FilesOnly)
{
}

void BenchDevice::make(const QUrl &url, const QByteArray &token)
{
    const auto place = orStop(m_folder.place(TenantId(kTenant), CompanyId(m_name)));
    m_company = orStop(OpenCompany::create(m_seams.seams(), place, {u"accounting"_s}));
    OpenCompany::NewConnection wanted;
    wanted.id = ConnectionId(u"frostserver"_s);
    wanted.provider = u"frostserver"_s;
    wanted.settings = {{u"url"_s, url.toString()}, {u"company"_s, m_name}};
    wanted.token = token;
    static_cast<void>(orStop(QCoro::waitFor(m_company->connect(std::move(wanted)))));
}

void BenchDevice::open()
{
    m_company = orStop(OpenCompany::open(m_seams.seams(), orStop(m_folder.find(m_name))));
}

RunReport BenchDevice::sync()
{
    auto report = orStop(QCoro::waitFor(m_company->sync(orStop(m_company->connections().list()).first(), {})));
    if (report.error)
        stop(report.error->logLine().toStdString());
    return report;
}

QList<LocalId> BenchDevice::ids(const char *type)
{
    QList<LocalId> ids;
    auto store = orStop(m_company->database().objectStore(EntityType(QString::fromLatin1(type))));
    orStop(store.forEach([&ids](const Record &record) {
        ids.append(record.id);
        return true;
    }));
    return ids;
}

std::string BenchDevice::file() const
{
    return m_company->database().path().toStdString();
}

void BenchDevice::create(const char *type, const QJsonObject &body)
{
    static_cast<void>(orStop(m_company->editor().create(EntityType(QString::fromLatin1(type)), body, m_company->actor())));
}

void BenchDevice::createInvoices(int first, int count)
{
    const auto customers = ids("customers");
    for (int done = 0; done < count; done += kImportSize) {
        QList<std::pair<EntityType, QJsonObject>> bodies;
        for (int i = first + done; i < first + std::min(done + kImportSize, count); ++i)
            bodies.append({EntityType(u"invoices"_s), invoice(i, customers[i % customers.size()].toString())});
        static_cast<void>(orStop(m_company->editor().createAll(bodies, m_company->actor())));
    }
}

void BenchDevice::edit(const LocalId &invoice, const QJsonObject &patch)
{
    static_cast<void>(
        orStop(m_company->editor().update(EntityType(u"invoices"_s), invoice, patch, m_company->actor())));
}

SearchText BenchDevice::searchText()
{
    return [this](const std::string &type, const std::string &body) {
        const auto *schema = m_company->schema().find(EntityType(QString::fromStdString(type)));
        if (!schema || schema->search.isEmpty())
            return std::string();
        return frost::searchText(*schema, orStop(parseJsonObject(QByteArray::fromStdString(body), 64))).toStdString();
    };
}

} // namespace frost::bench
