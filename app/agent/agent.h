// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/arguments.h"
#include "app/agent/output.h"
#include "app/composition/opencompany.h"

namespace frost {

//! What every verb works with.
class Agent
{
public:
    Agent(const QString &dataFolder, Output &output) : m_folder(dataFolder), m_seams(dataFolder), m_output(output) { }

    [[nodiscard]] Output &output() { return m_output; }
    [[nodiscard]] const DataFolder &folder() const { return m_folder; }
    [[nodiscard]] Seams seams() { return m_seams.seams(); }
    //! @param name COMPANY or TENANT/COMPANY. Errors: those of DataFolder::find and OpenCompany::open.
    [[nodiscard]] Result<std::unique_ptr<OpenCompany>> open(const QString &name);
    //! All of standard input, once. Errors: Usage "input.empty", "input.twice"; TooLarge "input.tooLarge" [MiB].
    [[nodiscard]] Result<QByteArray> standardInput();
    //! The file, or standard input for "-". Errors also: NotFound "file.unknown"; Storage "file.unreadable".
    [[nodiscard]] Result<QByteArray> fileOrInput(const QString &path);

private:
    DataFolder m_folder;
    SystemSeams m_seams;
    Output &m_output;
    bool m_inputRead = false;
};

//! The entity type's schema. Errors: NotFound "type.unknown" [type, the company's types].
[[nodiscard]] Result<const EntitySchema *> schemaOf(OpenCompany &company, const QString &type);
//! The connections that --connection means; without it all. Errors: NotFound "connection.unknown" [name]; Usage
//! "company.notConnected" [company].
[[nodiscard]] Result<QList<Connection>> connectionsMeant(OpenCompany &company, const Arguments &arguments);
//! A record as people give it. Errors: those of parseJsonObject().
[[nodiscard]] Result<QJsonObject> parseRecord(const QByteArray &json);
//! Leaves out an instant that is not set.
[[nodiscard]] QJsonValue jsonInstant(const QDateTime &instant);
//! An instant for tables, in the time zone of the person who reads it.
[[nodiscard]] QString shownInstant(const QDateTime &instant);

} // namespace frost
