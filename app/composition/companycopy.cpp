// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/companycopy.h"

#include "core/links/rulelevels.h"

#include <QDir>

namespace frost {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<CompanyCopy>> CompanyCopy::of(OpenCompany &original)
{
    std::unique_ptr<CompanyCopy> copy(new CompanyCopy);
    if (!copy->m_folder.isValid())
        return fail(ErrorKind::Storage, u"copy.noPlace"_s, {QDir::tempPath()});
    auto &database = original.database();
    const QString path = copy->m_folder.filePath(u"company.frost"_s);
    FROST_TRY(database.copyTo(path));
    FROST_TRY(copyTenantRules(database, path));
    auto company = OpenCompany::open(original.seams(), {database.tenant(), database.company(), path});
    FROST_TRY(company);
    copy->m_company = *std::move(company);
    return copy;
}

} // namespace frost
