// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/conflict/conflictstore.h"
#include "core/links/links.h"
#include "core/outbox/recordeditor.h"
#include "core/sync/conflicthistory.h"
#include "core/sync/conflictresolver.h"

namespace frost {

//! One company's file with everything that works on it; knows no remote system. One thread; a front end that works on
//! several threads opens the file once for each, for writing on one of them only.
class Company
{
public:
    //! Errors: those of Database::open.
    [[nodiscard]] static Result<std::unique_ptr<Company>> open(Clock &clock, Random &random,
                                                               const DataFolder::Company &company,
                                                               const Database::Options &options);
    virtual ~Company() = default;

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const Schema &schema() const { return m_database->schema(); }
    [[nodiscard]] RecordWriter &writer() { return m_writer; }
    [[nodiscard]] RecordEditor &editor() { return m_editor; }
    [[nodiscard]] Outbox &outbox() { return m_writer.outbox(); }
    [[nodiscard]] Audit &audit() { return m_writer.audit(); }
    [[nodiscard]] Runs &runs() { return m_runs; }
    [[nodiscard]] Connections &connections() { return m_connections; }
    [[nodiscard]] ConflictStore &conflicts() { return m_conflicts; }
    [[nodiscard]] ConflictResolver &resolver() { return m_resolver; }
    [[nodiscard]] ConflictHistory &conflictHistory() { return m_conflictHistory; }
    [[nodiscard]] ShownIds &shownIds() { return m_shownIds; }
    [[nodiscard]] Clock &clock() const { return m_clock; }
    [[nodiscard]] Random &random() const { return m_random; }
    //! @param shown  an id as people see it, or a local one. Errors: NotFound "record.unknown" [type, id].
    [[nodiscard]] Result<LocalId> recordId(const EntityType &type, const QString &shown);
    [[nodiscard]] Links links(const ConnectionId &connection);

    //! Who is at work: the user of the main connection, else of the operating system.
    [[nodiscard]] Actor actor(Source source = Source::User) const { return {m_user, m_database->device(), source}; }

protected:
    Company(Clock &clock, Random &random, std::unique_ptr<Database> database);
    //! The main connection says who this is and what they may do; call after it changed.
    [[nodiscard]] Result<> readUser();

private:
    Clock &m_clock;
    Random &m_random;
    std::unique_ptr<Database> m_database;
    Connections m_connections;
    Runs m_runs;
    ConflictStore m_conflicts;
    ShownIds m_shownIds;
    RecordWriter m_writer;
    RecordEditor m_editor;
    ConflictResolver m_resolver;
    ConflictHistory m_conflictHistory;
    UserId m_user;
};

} // namespace frost
