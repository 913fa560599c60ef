// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

namespace frost {
Q_LOGGING_CATEGORY(lcStore, "frost.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "frost.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "frost.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "frost.server", QtInfoMsg)
} // namespace frost
