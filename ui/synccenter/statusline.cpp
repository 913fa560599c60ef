// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/statusline.h"

#include "core/base/clock.h"
#include "ui/synccenter/statuswords.h"

#include <QCoreApplication>

namespace frost {

namespace {

StatusLine local()
{
    return lineOf(StatusKind::Local, statusWords(QT_TRANSLATE_NOOP("StatusLine", "Kept on this computer")),
                  statusWords(QT_TRANSLATE_NOOP(
                      "StatusLine", "This company is not connected to a server. It is kept on this computer only.")));
}

StatusLine refused(qint64 count)
{
    return lineOf(
        StatusKind::Refused,
        statusWords(QT_TRANSLATE_N_NOOP("StatusLine", "%n change(s) not accepted – show"), int(count)),
        statusWords(QT_TRANSLATE_NOOP(
            "StatusLine", "They are kept here. The queue says why each was not accepted, and what you can do.")));
}

StatusLine conflicts(qint64 count, const StatusLine &otherwise)
{
    return lineOf(
        StatusKind::Conflicts, statusWords(QT_TRANSLATE_N_NOOP("StatusLine", "%n conflict(s)"), int(count)),
        paragraphs(
            {statusWords(QT_TRANSLATE_NOOP(
                 "StatusLine", "Somebody else changed the same records. Choose what holds; everything else goes on.")),
             otherwise.text + u'.'}),
        SyncTab::Conflicts);
}

} // namespace

QDateTime systemNow()
{
    return SystemClock().now();
}

qint64 waitingChanges(const CompanyStatus &status)
{
    return status.queue.pending + status.queue.processing + status.queue.verify;
}

QDateTime nextAttempt(const ConnectionStatus &connection)
{
    if (connection.sync.state == AutoSyncState::OfflineWaiting)
        return connection.network.nextProbeAt;
    return connection.sync.nextAttemptAt;
}

Unsent unsentOf(const CompanyStatus &status, const ConnectionStatus &connection)
{
    if (status.connections.size() > 1)
        return {connection.sync.pending, 0};
    return {waitingChanges(status), status.queue.conflict + status.queue.failed};
}

StatusLine connectionLine(const ConnectionStatus &connection, const QDateTime &now, const Unsent &unsent,
                          const QLocale &locale)
{
    return aboutConnection(connection, now, locale, unsent);
}

StatusLine statusLine(const CompanyStatus &status, const QDateTime &now, const QLocale &locale)
{
    if (status.connections.isEmpty())
        return local();
    StatusLine worst;
    for (const auto &connection : status.connections) {
        auto candidate = aboutConnection(connection, now, locale, {waitingChanges(status), 0});
        if (candidate.kind > worst.kind || worst.text.isEmpty())
            worst = std::move(candidate);
    }
    if (status.openConflicts > 0 && worst.kind < StatusKind::Conflicts)
        worst = conflicts(status.openConflicts, worst);
    if (status.queue.failed > 0 && worst.kind < StatusKind::Refused)
        worst = refused(status.queue.failed);
    return worst;
}

} // namespace frost
