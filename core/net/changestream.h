// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

namespace frost {

//! How a remote tells of changes by itself: the answer to `request` is a stream of server-sent events that does not end.
struct ChangeStream {
    HttpRequest request; //!< `timeout`: silence for longer than this is a lost stream
    QByteArray event;    //!< the events of this name say that something has changed; what else they say is not read
};

//! Whether changes of a remote are told at once.
enum class ChannelState {
    None, //!< it has no channel, or none is wanted now
    Open,
    Lost, //!< wanted, but not there; it is tried again
};

} // namespace frost
