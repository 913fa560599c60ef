// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/path.h"

namespace frost {

QString withoutPlaces(const QString &path)
{
    QString field;
    bool inBrackets = false;
    for (const auto c : path) {
        if (c == u']')
            inBrackets = false;
        if (!inBrackets)
            field += c;
        if (c == u'[')
            inBrackets = true;
    }
    return field;
}

} // namespace frost
