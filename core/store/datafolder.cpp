// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongestName = 64;

// Windows gives these to devices, whatever stands after the first point.
bool isDeviceName(const QString &name)
{
    static const QRegularExpression kDevices(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    return kDevices.match(name).hasMatch();
}

// What a migration or a restored backup leaves beside the company's file.
bool isBackupName(const QString &name)
{
    static const QRegularExpression kBackup(u"\\.(before-[0-9]+(-[0-9]+)?|replaced-[0-9]+|restoring-[0-9a-f]+)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return kBackup.match(name).hasMatch();
}

bool isWellFormed(const QString &name)
{
    const bool fits = std::all_of(name.begin(), name.end(),
                                  [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.'; });
    return fits && !name.isEmpty() && name.size() <= kLongestName && name.front() != u'.' && name.back() != u'.'
           && !isDeviceName(name) && !isBackupName(name);
}

QString composed(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C); // macOS hands out decomposed file names
}

bool isSameName(const QString &a, const QString &b)
{
    return composed(a).compare(composed(b), Qt::CaseInsensitive) == 0;
}

QString fullName(const DataFolder::Company &company)
{
    return company.tenant.toString() + u'/' + company.company.toString();
}
} // namespace

QList<DataFolder::Company> DataFolder::companies() const
{
    static const QString kSuffix = u".frost"_s;
    QList<Company> found;
    const auto tenants = QDir(m_path).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &tenant : tenants) {
        const QDir folder(m_path + u'/' + tenant);
        const auto files = folder.entryList({u"*"_s + kSuffix}, QDir::Files, QDir::Name);
        for (const QString &file : files) {
            const QString company = file.chopped(kSuffix.size());
            if (isWellFormed(composed(tenant)) && isWellFormed(composed(company)))
                found.append({TenantId(composed(tenant)), CompanyId(composed(company)), folder.filePath(file)});
        }
    }
    std::sort(found.begin(), found.end(), [](const Company &a, const Company &b) {
        return std::tie(a.tenant.toString(), a.company.toString())
               < std::tie(b.tenant.toString(), b.company.toString());
    });
    return found;
}

Result<DataFolder::Company> DataFolder::find(const QString &name) const
{
    const QStringList parts = name.split(u'/');
    if (parts.size() > 2
        || !std::all_of(parts.begin(), parts.end(), [](auto &part) { return isWellFormed(composed(part)); }))
        return fail(ErrorKind::Usage, u"name.malformed"_s, {name});
    QList<Company> matching;
    const auto all = companies();
    std::copy_if(all.begin(), all.end(), std::back_inserter(matching), [&](const Company &each) {
        return isSameName(each.company.toString(), parts.last())
               && (parts.size() == 1 || isSameName(each.tenant.toString(), parts.first()));
    });
    if (matching.isEmpty())
        return fail(ErrorKind::NotFound, u"company.unknown"_s, {name});
    if (matching.size() == 1)
        return matching.first();
    QStringList names{name};
    std::transform(matching.begin(), matching.end(), std::back_inserter(names), fullName);
    return fail(ErrorKind::Usage, u"company.ambiguous"_s, names);
}

Result<DataFolder::Company> DataFolder::place(const TenantId &tenant, const CompanyId &company) const
{
    for (const QString &name : {tenant.toString(), company.toString()})
        if (!isWellFormed(composed(name)))
            return fail(ErrorKind::Usage, u"name.malformed"_s, {name});
    // The tenant's folder may be there under another spelling of the same name.
    QString folder = composed(tenant.toString());
    const auto tenants = QDir(m_path).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &each : tenants)
        if (isSameName(each, folder))
            folder = each;
    const Company wanted{TenantId(composed(folder)), CompanyId(composed(company.toString())),
                         QDir(m_path).filePath(folder + u'/' + composed(company.toString()) + u".frost"_s)};
    const auto entries = QDir(m_path + u'/' + folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
    for (const QString &entry : entries)
        if (isSameName(entry, wanted.company.toString() + u".frost"_s))
            return fail(ErrorKind::Conflict, u"company.exists"_s, {fullName(wanted)});
    return wanted;
}

} // namespace frost
