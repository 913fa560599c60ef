// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <vector>

namespace frost {

//! One server-sent event.
struct ServerEvent {
    QByteArray name; //!< "message" where the server gives none
    QByteArray data; //!< lines joined by \n
    friend bool operator==(const ServerEvent &, const ServerEvent &) = default;
};

//! Reads a text/event-stream (HTML Living Standard, "Server-sent events") as it comes, in pieces of any size. Comments,
//! ids, retry times and unknown fields are passed over: whoever listens asks for what is new anyway.
class EventParser
{
public:
    //! The events that `bytes` complete. Errors: TooLarge "events.tooLong" [the bound] for a line or an event beyond
    //! kEventLine, kEventBytes, and then for ever.
    [[nodiscard]] Result<std::vector<ServerEvent>> feed(const QByteArray &bytes);

private:
    enum class Place { Start, Line, AfterReturn }; //!< AfterReturn: a \n right now belongs to the \r before it
    void endLine(std::vector<ServerEvent> &events);
    void takeField(const QByteArray &name, QByteArray value);
    [[nodiscard]] bool isTooLong() const;

    QByteArray m_line;
    ServerEvent m_event;
    bool m_hasData = false;
    Place m_place = Place::Start;
};

} // namespace frost
