// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/statuswords.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString iconOf(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Local: return u"go-home"_s;
    case StatusKind::Synced: return u"state-ok"_s;
    case StatusKind::Slow: return u"state-ok"_s;
    case StatusKind::Connecting: return u"network-connect"_s;
    case StatusKind::Waiting: return u"cloud-upload"_s;
    case StatusKind::SwitchedOff:
    case StatusKind::Paused: return u"state-pause"_s;
    case StatusKind::Offline:
    case StatusKind::Captive:
    case StatusKind::WorkingOffline: return u"state-offline"_s;
    case StatusKind::Retrying:
    case StatusKind::Syncing: return u"state-sync"_s;
    case StatusKind::Conflicts: return u"vcs-conflicting"_s;
    case StatusKind::Refused: return u"state-warning"_s;
    case StatusKind::Failed: return u"state-error"_s;
    case StatusKind::SignIn: return u"user-identity"_s;
    }
    return {};
}

} // namespace

QString statusWords(const char *source, int n)
{
    return QCoreApplication::translate("StatusLine", source, nullptr, n);
}

StatusLine lineOf(StatusKind kind, const QString &text, const QString &toolTip, SyncTab tab)
{
    return {kind, iconOf(kind), text, toolTip, StatusLine::Click::OpenPage, tab, {}};
}

QString paragraphs(const QStringList &sentences)
{
    QStringList given = sentences;
    given.removeAll(QString());
    return given.join(u'\n');
}

} // namespace frost
