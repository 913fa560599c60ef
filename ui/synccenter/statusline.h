// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companystatus.h"

#include <QLocale>
#include <QString>

#include <functional>

namespace frost {

//! The parts of the sync page.
enum class SyncTab { Queue, Conflicts, Decisions, History, Log };

//! What one line about synchronisation is about. The later one wins where several hold (UX.md 3.2).
enum class StatusKind {
    Local,       //!< a company without a connection
    Synced,      //!< the only kind that says "synced" (RELIABILITY L5)
    Slow,        //!< synced, over a slow network
    Connecting,  //!< the server has not been asked yet
    Waiting,     //!< something waits, and an attempt will come
    SwitchedOff, //!< automatic synchronisation is off
    Paused,
    Offline,
    Captive,        //!< somebody else answers: the sign-in page of a guest network
    WorkingOffline, //!< on purpose
    Retrying,       //!< the last attempt failed, or the remote asked to wait; the next one is known
    Syncing,
    Conflicts,
    Refused, //!< changes that the remote did not accept
    Failed,  //!< the last run failed for a reason that waiting may not mend
    SignIn,
};

//! The status button as a value.
struct StatusLine {
    enum class Click { OpenPage, TryNow };

    StatusKind kind = StatusKind::Local;
    QString icon; //!< for theme::icon()
    QString text;
    QString toolTip; //!< whole sentences: the cause, and that nothing is lost
    Click click = Click::OpenPage;
    SyncTab tab = SyncTab::Queue; //!< of OpenPage
    QDateTime changesAt;          //!< when the words will be others although nothing happened; invalid: never
    //! What a screen reader says of it where the toolTip counts time, which would be read out again and again; "": the toolTip.
    QString description = {};

    friend bool operator==(const StatusLine &, const StatusLine &) = default;
};

//! Where windows get the time; tests give their own.
using Now = std::function<QDateTime()>;
[[nodiscard]] QDateTime systemNow();

//! Everything the status button says. Pure.
[[nodiscard]] StatusLine statusLine(const CompanyStatus &status, const QDateTime &now,
                                    const QLocale &locale = QLocale());
//! Changes that a line counts.
struct Unsent {
    qint64 waiting = 0; //!< to be sent by themselves
    qint64 stuck = 0;   //!< in conflict or not accepted, until the person does something about them
};
//! What the queue holds for a connection: all of it for the only one, which is told more often than AutoSync counts.
[[nodiscard]] Unsent unsentOf(const CompanyStatus &status, const ConnectionStatus &connection);
//! What there is to say about one connection, without the company's conflicts.
[[nodiscard]] StatusLine connectionLine(const ConnectionStatus &connection, const QDateTime &now, const Unsent &unsent,
                                        const QLocale &locale = QLocale());

//! Changes that wait to be sent or settled, of all connections; those that a list in state pending, processing and verify
//! shows.
[[nodiscard]] qint64 waitingChanges(const CompanyStatus &status);
//! The next attempt at which the remote is tried again: of a failure, or of the network. Invalid: none is known.
[[nodiscard]] QDateTime nextAttempt(const ConnectionStatus &connection);

} // namespace frost
