// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace frost {

//! Everything this folder says to people is in one context of the translations, "MergeText".
class MergeText
{
    Q_DECLARE_TR_FUNCTIONS(MergeText)
};

} // namespace frost
