// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/exitcodes.h"
#include "app/agent/output.h"
#include "app/agent/progressbar.h"
#include "app/composition/opencompany.h"

#include <QHash>

#include <optional>

namespace frost {

//! One connection of one company, and how its run went.
struct SyncOutcome {
    DataFolder::Company place;
    ConnectionId connection;
    RunReport report;
    std::optional<DryRun> planned; //!< of a dry run
    int exitCode = exitcode::kDone;
    bool confirms = false; //!< it was to do what an earlier run has asked about
};

//! @param worked  where the run was: the company, or the copy on which it was tried
[[nodiscard]] Result<QJsonObject> toJson(OpenCompany &company, OpenCompany &worked, const SyncOutcome &outcome);
void write(Output &output, const SyncOutcome &outcome);
//! What is left to be looked at, from these runs or earlier ones. @return the exit code
[[nodiscard]] Result<int> writeLeftOver(Output &output, OpenCompany &company, const QList<SyncOutcome> &outcomes);

//! One bar for everything that goes on at the same time: companies where there are several, else the runs of the one.
class SyncBar
{
public:
    explicit SyncBar(qsizetype companies) : m_companies(companies) { }
    void show(const ConnectionId &connection, const Progress &progress);
    void companyDone();
    void wipe() { m_bar.wipe(); }

private:
    ProgressBar m_bar;
    qsizetype m_companies;
    qsizetype m_done = 0;
    QHash<ConnectionId, Progress> m_runs;
};

} // namespace frost
