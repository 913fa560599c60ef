// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "core/net/serveraddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QUrl>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Companies", source);
}

constexpr qsizetype kLongestToken = 8192; //!< bytes; a request header is not longer

Task<Result<int>> addCompany(Agent &agent, Arguments arguments)
{
    const auto place = agent.folder().place(TenantId(arguments.value("--tenant"_L1)), CompanyId(arguments.place(0)));
    if (!place)
        co_return fail(place.error());
    auto packs = arguments.values("--pack"_L1);
    if (packs.isEmpty())
        packs = {u"accounting"_s};
    packs.removeDuplicates();
    const auto company = OpenCompany::create(agent.seams(), *place, packs);
    if (!company)
        co_return fail(company.error());
    agent.output().line(text(QT_TRANSLATE_NOOP("Companies", "The company %1 of %2 has been made.")).arg(place->company.toString(), place->tenant.toString()));
    agent.output().answer({{u"company"_s, place->company.toString()},
                           {u"tenant"_s, place->tenant.toString()},
                           {u"packs"_s, QJsonArray::fromStringList(packs)}});
    co_return exitcode::kDone;
}

Result<QByteArray> readToken(Agent &agent, const QString &file)
{
    auto bytes = agent.fileOrInput(file);
    FROST_TRY(bytes);
    const auto token = bytes->trimmed();
    const bool plain = std::all_of(token.begin(), token.end(), [](char byte) { return byte > ' ' && byte < 127; });
    if (token.isEmpty() || token.size() > kLongestToken || !plain)
        return fail(ErrorKind::Usage, u"token.malformed"_s, {file == "-"_L1 ? text(QT_TRANSLATE_NOOP("Companies", "standard input")) : file});
    return token;
}

//! The same rule as for companies, so that a name may become part of a file's.
bool canBeName(const QString &name)
{
    return name.size() <= 64 && !name.startsWith(u'.') && std::all_of(name.begin(), name.end(), [](QChar character) {
        return character.isLetterOrNumber() || "-_."_L1.contains(character);
    });
}

Result<OpenCompany::NewConnection> wantedConnection(Agent &agent, const Arguments &arguments, const CompanyId &company)
{
    OpenCompany::NewConnection wanted;
    wanted.provider = arguments.place(1);
    if (!providerNames().contains(wanted.provider))
        return fail(ErrorKind::Usage, u"provider.unknown"_s, {wanted.provider, providerNames().join(u", "_s)});
    wanted.id = ConnectionId(arguments.has("--name"_L1) ? arguments.value("--name"_L1) : wanted.provider);
    if (!canBeName(wanted.id.toString()))
        return fail(ErrorKind::Usage, u"name.malformed"_s, {wanted.id.toString()});
    const auto url = serverAddress(arguments.value("--url"_L1));
    FROST_TRY(url);
    const auto remoteCompany = arguments.has("--remote-company"_L1) ? arguments.value("--remote-company"_L1) : company.toString();
    wanted.settings = {{u"url"_s, url->toString()}, {u"company"_s, remoteCompany}};
    auto token = readToken(agent, arguments.value("--token-file"_L1));
    FROST_TRY(token);
    wanted.token = *std::move(token);
    return wanted;
}

void warnAboutConnection(Agent &agent, const OpenCompany::Connected &connected, const QUrl &url)
{
    auto &output = agent.output();
    if (connected.unchecked) {
        output.message(text(QT_TRANSLATE_NOOP("Companies", "Address and token could not be checked: %1")).arg(wording::sentence(*connected.unchecked)));
        output.message(text(QT_TRANSLATE_NOOP("Companies", "The connection is kept all the same; the first sync will show.")));
    }
    if (connected.place == SecretStore::Place::File)
        output.message(text(QT_TRANSLATE_NOOP("Companies", "The token is kept in a file that only you may read, in %1: there is no keychain here, or FROST_SECRETS=file is set."))
                           .arg(QDir::toNativeSeparators(agent.folder().path() + "/secrets"_L1)));
    if (url.scheme() == "http"_L1 && !isThisComputer(url))
        output.message(text(QT_TRANSLATE_NOOP("Companies", "The connection to %1 is not encrypted. Use https:// where others share the network.")).arg(url.host()));
}

Task<Result<int>> connectCompany(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.place(0));
    if (!company)
        co_return fail(company.error());
    auto wanted = wantedConnection(agent, arguments, (*company)->database().company());
    if (!wanted)
        co_return fail(wanted.error());
    const auto asked = *wanted;
    const auto connected = co_await (*company)->connect(*std::move(wanted));
    if (!connected)
        co_return fail(connected.error());
    const QUrl url(asked.settings["url"_L1].toString());
    warnAboutConnection(agent, *connected, url);

    const auto queue = (*company)->outbox().counts();
    if (!queue)
        co_return fail(queue.error());
    const auto user = (*company)->actor().user.toString();
    const auto *done = connected->renewed ? QT_TRANSLATE_NOOP("Companies", "The connection %1 to %2 has a new token.")
                                          : QT_TRANSLATE_NOOP("Companies", "%1 is connected to %2.");
    const auto subject = connected->renewed ? asked.id.toString() : (*company)->database().company().toString();
    agent.output().line(text(done).arg(subject, url.toString()));
    if (queue->pending > 0)
        agent.output().line(QCoreApplication::translate("Companies", QT_TRANSLATE_NOOP("Companies", "%n change(s) to be sent; frost-agent sync sends them."), nullptr, int(queue->pending)));
    agent.output().answer({{u"company"_s, (*company)->database().company().toString()},
                           {u"connection"_s, asked.id.toString()},
                           {u"provider"_s, asked.provider},
                           {u"url"_s, url.toString()},
                           {u"checked"_s, !connected->unchecked},
                           {u"renewed"_s, connected->renewed},
                           {u"tokenIn"_s, connected->place == SecretStore::Place::File ? u"file"_s : u"keychain"_s},
                           {u"user"_s, user},
                           {u"pending"_s, queue->pending}});
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> companyVerbs()
{
    return {
        {"company add"_L1,
         {"COMPANY"_L1},
         {{"--tenant"_L1, "T"_L1, QT_TRANSLATE_NOOP("Help", "the firm or account it belongs to"), Option::Times::Once, Option::Need::Required},
          {"--pack"_L1, "P"_L1, QT_TRANSLATE_NOOP("Help", "a schema pack; accounting unless said otherwise"), Option::Times::Many}},
         QT_TRANSLATE_NOOP("Help", "makes a company in the data folder"),
         &addCompany},
        {"connect"_L1,
         {"COMPANY"_L1, "PROVIDER"_L1},
         {{"--url"_L1, "URL"_L1, QT_TRANSLATE_NOOP("Help", "where the server is"), Option::Times::Once, Option::Need::Required},
          {"--token-file"_L1, "FILE|-"_L1, QT_TRANSLATE_NOOP("Help", "holds the token; - is standard input"), Option::Times::Once, Option::Need::Required},
          {"--name"_L1, "N"_L1, QT_TRANSLATE_NOOP("Help", "of the connection; otherwise the provider's")},
          {"--remote-company"_L1, "C"_L1, QT_TRANSLATE_NOOP("Help", "the company's name over there, if it is another")}},
         QT_TRANSLATE_NOOP("Help", "connects a company with a server (PROVIDER: frostserver), or renews its token"),
         &connectCompany},
    };
}

} // namespace frost
