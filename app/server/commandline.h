// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/httpserver.h"
#include "core/server/accounts.h"

#include <variant>

namespace frost::server {

// What the command line asks for, checked and complete.

struct PrintCommand { //!< --help, --version
    QString text;
};
struct ServeCommand {
    QString data;
    ListenAddress listen;
};
struct AddUserCommand {
    QString data;
    Accounts::NewUser user;
};
struct RevokeCommand {
    QString data;
    Accounts::Revocation revocation;
};
struct ListTenantsCommand {
    QString data;
    bool json = false;
};
using Command = std::variant<PrintCommand, ServeCommand, AddUserCommand, RevokeCommand, ListTenantsCommand>;

//! Errors: Usage "usage.option" [sentence], "usage.verb" [word], "usage.missing", "usage.unexpected" [option],
//! "usage.oneOf" [option, option], "role.unknown" [word], "listen.malformed" [text].
[[nodiscard]] Result<Command> parseCommandLine(const QStringList &arguments);

} // namespace frost::server
