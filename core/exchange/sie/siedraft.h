// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sie/sieplan.h"

#include <QSet>

namespace frost {

//! A voucher as read, with the first reason why it cannot be booked.
struct SieDraftVoucher {
    SieVoucher voucher;
    std::optional<Error> problem;
    qint64 problemLine = 0;
};

//! #UB or #RES of year 0: what the account stands at in the end.
struct SieClosing {
    QString account;
    Decimal amount;
    bool withOpening = false; //!< #UB counts from the opening balance, #RES from zero
    qint64 line = 0;
};

//! What SieReader gathers and completeSiePlan() turns into a plan.
struct SieDraft {
    SiePlan plan; //!< without vouchers
    QList<SieDraftVoucher> vouchers;
    QSet<QString> declaredAccounts; //!< by #KONTO
    QList<SieClosing> closings;

    void note(const QString &code, const QStringList &args, qint64 line)
    {
        plan.facts.notes.append({code, args, line});
    }
};

//! Gives every voucher its financial year and a number of its own, leaves out what cannot be booked, adds accounts and
//! objects that are used but not declared, compares with the file's closing balances, and sums up.
[[nodiscard]] SiePlan completeSiePlan(SieDraft draft);

} // namespace frost
