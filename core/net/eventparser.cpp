// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/eventparser.h"

#include "core/net/tuning.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
const QByteArray kByteOrderMark = "\xEF\xBB\xBF";
}

Result<std::vector<ServerEvent>> EventParser::feed(const QByteArray &bytes)
{
    std::vector<ServerEvent> events;
    for (const char c : bytes) {
        if (isTooLong())
            break;
        const bool secondHalf = c == '\n' && m_place == Place::AfterReturn;
        if (m_place == Place::AfterReturn)
            m_place = Place::Line;
        if (secondHalf)
            continue;
        if (c != '\n' && c != '\r') {
            m_line += c;
            continue;
        }
        endLine(events);
        m_place = c == '\r' ? Place::AfterReturn : Place::Line;
    }
    if (isTooLong())
        return fail(ErrorKind::TooLarge, u"events.tooLong"_s, {QString::number(kEventBytes)});
    return events;
}

bool EventParser::isTooLong() const
{
    return m_line.size() > kEventLine || m_event.data.size() > kEventBytes;
}

void EventParser::endLine(std::vector<ServerEvent> &events)
{
    QByteArray line = std::exchange(m_line, {});
    if (m_place == Place::Start && line.startsWith(kByteOrderMark))
        line.remove(0, kByteOrderMark.size());
    if (line.isEmpty()) {
        ServerEvent event = std::exchange(m_event, {});
        if (event.name.isEmpty())
            event.name = "message";
        if (std::exchange(m_hasData, false))
            events.push_back(std::move(event));
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0) {
        takeField(line, {});
        return;
    }
    const qsizetype value = line.mid(colon + 1, 1) == " " ? colon + 2 : colon + 1;
    takeField(line.left(colon), line.mid(value));
}

void EventParser::takeField(const QByteArray &name, QByteArray value)
{
    if (name == "event") {
        m_event.name = std::move(value);
    } else if (name == "data") {
        if (m_hasData)
            m_event.data += '\n';
        m_hasData = true;
        m_event.data += value;
    }
}

} // namespace frost
