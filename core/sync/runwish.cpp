// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/runwish.h"

#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

struct WishWord {
    RunWish wish;
    QLatin1StringView word;
};
constexpr std::array kWishes{WishWord{RunWish::None, ""_L1}, WishWord{RunWish::Pause, "pause"_L1},
                             WishWord{RunWish::Cancel, "cancel"_L1}};

QString wishKey(const ConnectionId &connection)
{
    return u"runWish/"_s + connection.toString();
}

QString cancelsKey(const ConnectionId &connection)
{
    return u"cancelWishes/"_s + connection.toString();
}

} // namespace

Result<RunWish> runWish(Database &database, const ConnectionId &connection)
{
    const auto text = database.meta(wishKey(connection));
    FROST_TRY(text);
    for (const auto &[wish, word] : kWishes) {
        if (*text == word)
            return wish;
    }
    return RunWish::None; // of a newer version
}

Result<> setRunWish(Database &database, const ConnectionId &connection, RunWish wish)
{
    auto transaction = Transaction::begin(database.sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    for (const auto &[known, word] : kWishes) {
        if (known == wish)
            FROST_TRY(database.setMeta(wishKey(connection), word));
    }
    if (wish == RunWish::Cancel) {
        const auto before = cancelWishes(database, connection);
        FROST_TRY(before);
        FROST_TRY(database.setMeta(cancelsKey(connection), QString::number(*before + 1)));
    }
    return transaction->commit();
}

Result<qint64> cancelWishes(Database &database, const ConnectionId &connection)
{
    const auto text = database.meta(cancelsKey(connection));
    FROST_TRY(text);
    return text->toLongLong();
}

} // namespace frost
