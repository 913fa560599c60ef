// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"
#include "ui/conflicts/sendcases.h"

namespace frost {

//! What saving would send to one system, in words (UX.md 1.2 L32); without a request it is about what saving does not send.
struct SendPlan {
    QString heading;     //!< "Change invoice 1042 · Norrskog Bygg AB in Company server", or that nothing is sent there
    QString waits;       //!< why not with the next synchronisation; "": with it
    QStringList changes; //!< "Row 1 Consulting · Quantity: 10 → 12", of a new record "Note: Call first"; what stands open, what is wrong
    QStringList kept;    //!< what stays as the other side has it although it differs here
    QStringList withheld; //!< what the rules of the connection leave out
    QJsonObject request; //!< as it is sent; empty: none
};

//! A draft as it was when somebody asked what it would send: the draft may go on meanwhile.
class SendQuestion
{
public:
    //! @param editing an open one
    explicit SendQuestion(const MergeEditing &editing);
    [[nodiscard]] const SendWish &wish() const { return m_wish; }
    //! One plan for each request, in their order; the system that was asked about is there in any case. Behind them what other
    //! ways out would send.
    [[nodiscard]] QList<SendPlan> plansFor(const Schema &schema, const SendCases &cases) const;
    //! What saving does, in one sentence or two.
    [[nodiscard]] QString summaryOf(const QList<SendPlan> &plans) const;

private:
    enum class Stage {
        Undecided, //!< what becomes of the whole record is still to be chosen
        Invalid,   //!< what comes of the choices cannot be saved
        Open,      //!< some fields are still to be chosen
        Ready,
    };
    struct Line {
        QString field; //!< top-level
        QString text;
    };
    struct Lines {
        QList<Line> changes;
        QStringList kept;
    };
    [[nodiscard]] static Lines linesOf(const MergeEditing &editing, const std::optional<QJsonObject> &result, const QStringList &open);
    [[nodiscard]] static Lines linesOfNew(const Schema &schema, const RequestCase &request, const QStringList &open);
    [[nodiscard]] static Lines linesOfChange(const Schema &schema, const RequestCase &request, const QStringList &open);
    [[nodiscard]] bool isOwn(const RequestCase &request) const;
    void takeResult(const MergeEditing &editing);
    [[nodiscard]] SendPlan planFor(const RequestCase &request, const Lines &lines) const;
    [[nodiscard]] SendPlan planWithoutRequest() const;
    [[nodiscard]] QList<SendPlan> plansOfOtherWays(const Schema &schema, const SendCases &cases) const;

    ConflictCase m_case;
    SendWish m_wish;
    Stage m_stage = Stage::Ready;
    QStringList m_open;    //!< paths of what is still to be chosen
    QStringList m_reasons; //!< Invalid: why
    Lines m_lines;         //!< of the system that was asked about
    bool m_isAgreed = false;
    bool m_isThere = false;
};

//! All of them as one text: what is copied and printed.
[[nodiscard]] QString textOf(const QList<SendPlan> &plans);
//! The requests alone, exactly; "": there are none.
[[nodiscard]] QString jsonOf(const QList<SendPlan> &plans);

} // namespace frost
