// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/opencompany.h"

namespace frost::demo {

//! One person with a computer: an own data folder, an own copy of the company.
class Bookkeeper
{
public:
    Bookkeeper(QString name, const QString &folder);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] OpenCompany &company() { return *m_company; }
    [[nodiscard]] Result<> makeCompany(const TenantId &tenant, const CompanyId &company);
    Task<Result<>> connect(QUrl url, QByteArray token);
    //! One run. A report with an error is a value: offline is part of the demo.
    Task<Result<RunReport>> sync(std::function<void(const Progress &)> progress = {});

    [[nodiscard]] Result<QString> create(const QString &type, const QJsonObject &body); //!< the shown id
    [[nodiscard]] Result<> change(const QString &type, const QString &id, const QJsonObject &patch);
    [[nodiscard]] Result<QJsonObject> get(const QString &type, const QString &id);
    //! Everything that both devices must agree on, by shown id: equal texts, equal companies.
    [[nodiscard]] Result<QByteArray> contents();

private:
    QString m_name;
    DataFolder m_folder;
    SystemSeams m_seams;
    std::unique_ptr<OpenCompany> m_company;
};

} // namespace frost::demo
