// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/requestpreview.h"
#include "ui/conflicts/mergeediting.h"

namespace frost {

//! What saving would send to one system, in words (UX.md 1.2 L32).
struct SendPlan {
    QString heading;     //!< "Change invoice 1042 · Norrskog Bygg AB in Company server", or that nothing is sent there
    QString waits;       //!< why not with the next synchronisation; "": with it
    QStringList changes; //!< "Row 1 Consulting · Quantity: 10 → 12"
    QStringList kept;    //!< what stays as the other side has it although it differs here
    QStringList withheld; //!< what the rules of the connection leave out
    QJsonObject request; //!< as it is sent; empty: none
};

//! One request with what is said of it; a value that crosses from a lane to the UI.
struct RequestCase {
    PlannedRequest request;
    ConflictCase words; //!< from what the system has to what it is sent
    QString waitsFor;   //!< the record that has to be there first
};
//! For a job on a lane: reads. Errors: those of plannedRequests().
[[nodiscard]] Result<QList<RequestCase>> readRequests(Company &company, const Conflict &conflict, const std::optional<QJsonObject> &result);

//! A draft as it was when somebody asked what it would send: the draft may go on meanwhile.
class SendQuestion
{
public:
    //! @param editing an open one
    explicit SendQuestion(const MergeEditing &editing);
    [[nodiscard]] const Conflict &conflict() const { return m_case.conflict; }
    [[nodiscard]] const std::optional<QJsonObject> &result() const { return m_result; } //!< nullopt: deleted
    //! One plan for each request, in their order; the system that was asked about is there in any case.
    [[nodiscard]] QList<SendPlan> plansFor(const Schema &schema, const QList<RequestCase> &requests) const;

private:
    struct Line {
        QString field; //!< top-level
        QString text;
    };
    struct Lines {
        QList<Line> changes;
        QStringList kept;
    };
    [[nodiscard]] static Lines linesOf(const MergeEditing &editing, const QStringList &open);
    [[nodiscard]] SendPlan planFor(const RequestCase &request, const Lines &lines) const;
    [[nodiscard]] SendPlan planWithoutRequest() const;

    ConflictCase m_case;
    std::optional<QJsonObject> m_result;
    QStringList m_open; //!< paths of what is still to be chosen
    Lines m_lines;      //!< of the system that was asked about
    bool m_isAgreed = false;
    bool m_isThere = false;
};

//! All of them as one text: what is copied and printed.
[[nodiscard]] QString textOf(const QList<SendPlan> &plans);
//! The requests alone, exactly; "": there are none.
[[nodiscard]] QString jsonOf(const QList<SendPlan> &plans);

} // namespace frost
