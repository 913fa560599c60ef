// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/opencompany.h"
#include "tests/bench/filediff.h"

namespace frost::bench {

//! Ends the program with the error's log line.
template<class T>
T orStop(Result<T> result)
{
    if (!result)
        stop(result.error().logLine().toStdString());
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}
void require(bool isSo, const char *what); //!< a figure of work that was not done is none

//! A data folder with one company, as a program has it.
class BenchDevice
{
public:
    explicit BenchDevice(const QString &folder, const QString &company = QStringLiteral("bench"));

    void make(const QUrl &url, const QByteArray &token);
    void open();
    void close() { m_company.reset(); }
    [[nodiscard]] OpenCompany &company() { return *m_company; }
    [[nodiscard]] RunReport sync();
    [[nodiscard]] QList<LocalId> ids(const char *type); //!< by id
    [[nodiscard]] std::string file() const;
    void create(const char *type, const QJsonObject &body);
    void createInvoices(int first, int count); //!< in transactions of 500
    void edit(const LocalId &invoice, const QJsonObject &patch);
    [[nodiscard]] SearchText searchText();

private:
    DataFolder m_folder;
    QString m_name;
    SystemSeams m_seams;
    std::unique_ptr<OpenCompany> m_company;
};

} // namespace frost::bench
