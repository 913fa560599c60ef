// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "core/server/queryhandlers.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
auto usage(const QString &code, const QStringList &args)
{
    return fail(ErrorKind::Usage, code, args);
}

class Arguments
{
public:
    Arguments()
    {
        m_parser.setApplicationDescription(
            u"The sync server of Frost.\n\n"
            "  frost-server --data DIR [--listen IP:PORT]                  serve until told to stop\n"
            "  frost-server user add --data DIR --tenant T --company C --email E --role R [--pack P]...\n"
            "                                                              prints a new token, once\n"
            "  frost-server token revoke --data DIR --email E | --token-id ID\n"
            "  frost-server tenant list --data DIR [--json]"_s);
        m_parser.addOptions({
            {u"data"_s, u"The folder with the server's data; made where it is missing."_s, u"DIR"_s},
            {u"listen"_s, u"Address and port; port 0 takes a free one. Default: 127.0.0.1:8420."_s, u"IP:PORT"_s},
            {u"tenant"_s, u"The accounting firm."_s, u"T"_s},
            {u"company"_s, u"A client company of the tenant."_s, u"C"_s},
            {u"email"_s, u"The user."_s, u"E"_s},
            {u"role"_s, u"admin, bookkeeper, viewer or service."_s, u"R"_s},
            {u"pack"_s, u"Schema pack of a new company; may be repeated. Default: accounting."_s, u"P"_s},
            {u"token-id"_s, u"The id of a token, as tenant list shows it."_s, u"ID"_s},
            {u"json"_s, u"One JSON document on standard output."_s},
        });
        m_parser.addOption({{u"h"_s, u"help"_s}, u"Show this help."_s});
        m_parser.addOption({{u"v"_s, u"version"_s}, u"Show the version."_s});
        m_parser.addPositionalArgument(u"command"_s, u"user add, token revoke or tenant list; none: serve."_s,
                                       u"[command]"_s);
    }

    Result<Command> parse(const QStringList &arguments)
    {
        if (!m_parser.parse(arguments))
            return usage(u"usage.option"_s, {m_parser.errorText()});
        if (m_parser.isSet(u"help"_s))
            return PrintCommand{m_parser.helpText()};
        if (m_parser.isSet(u"version"_s))
            return PrintCommand{u"frost-server %1\n"_s.arg(version())};
        const QString verb = m_parser.positionalArguments().join(u' ');
        if (verb.isEmpty())
            return serve();
        if (verb == "user add"_L1)
            return addUser();
        if (verb == "token revoke"_L1)
            return revoke();
        if (verb == "tenant list"_L1)
            return listTenants();
        return usage(u"usage.verb"_s, {verb});
    }

private:
    //! Every required option has a value, and no other than these and the optional ones is there.
    Result<> expect(const QStringList &required, const QStringList &optional) const
    {
        for (const QString &option : required) {
            if (m_parser.value(option).isEmpty())
                return usage(u"usage.missing"_s, {option});
        }
        const QStringList given = m_parser.optionNames();
        for (const QString &option : given) {
            if (!required.contains(option) && !optional.contains(option))
                return usage(u"usage.unexpected"_s, {option});
        }
        return {};
    }

    Result<Command> serve() const
    {
        FROST_TRY(expect({u"data"_s}, {u"listen"_s}));
        const bool given = m_parser.isSet(u"listen"_s);
        const auto listen = ListenAddress::parse(given ? m_parser.value(u"listen"_s) : u"127.0.0.1:8420"_s);
        FROST_TRY(listen);
        return ServeCommand{data(), *listen};
    }

    Result<Command> addUser() const
    {
        FROST_TRY(expect({u"data"_s, u"tenant"_s, u"company"_s, u"email"_s, u"role"_s}, {u"pack"_s}));
        const auto role = roleFrom(m_parser.value(u"role"_s));
        if (!role)
            return usage(u"role.unknown"_s, {m_parser.value(u"role"_s)});
        Accounts::NewUser user;
        user.tenant = TenantId(m_parser.value(u"tenant"_s));
        user.company = CompanyId(m_parser.value(u"company"_s));
        user.email = UserId(m_parser.value(u"email"_s));
        user.role = *role;
        user.packs = m_parser.values(u"pack"_s);
        return AddUserCommand{data(), user};
    }

    Result<Command> revoke() const
    {
        FROST_TRY(expect({u"data"_s}, {u"email"_s, u"token-id"_s}));
        const Accounts::Revocation revocation{m_parser.value(u"token-id"_s), UserId(m_parser.value(u"email"_s))};
        if (revocation.tokenId.isEmpty() == revocation.email.isEmpty())
            return usage(u"usage.oneOf"_s, {u"email"_s, u"token-id"_s});
        return RevokeCommand{data(), revocation};
    }

    Result<Command> listTenants() const
    {
        FROST_TRY(expect({u"data"_s}, {u"json"_s}));
        return ListTenantsCommand{data(), m_parser.isSet(u"json"_s)};
    }

    [[nodiscard]] QString data() const { return m_parser.value(u"data"_s); }

    QCommandLineParser m_parser;
};
} // namespace

Result<Command> parseCommandLine(const QStringList &arguments)
{
    return Arguments().parse(arguments);
}

} // namespace frost::server
