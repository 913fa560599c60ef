// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/opencompany.h"

#include <QTemporaryDir>

namespace frost {

//! A company's file copied aside, to try something on; gone with this object. Nobody else may read it.
class CompanyCopy
{
public:
    //! As committed at this moment. Errors: Storage "copy.noPlace" [folder]; those of Database::copyTo and OpenCompany::open.
    [[nodiscard]] static Result<std::unique_ptr<CompanyCopy>> of(OpenCompany &original);
    [[nodiscard]] OpenCompany &company() { return *m_company; }

private:
    CompanyCopy() = default;
    QTemporaryDir m_folder;
    std::unique_ptr<OpenCompany> m_company;
};

} // namespace frost
