// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/wording.h"

#include <QHash>

#include <cstdio>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
// %1 … are the error's args.
const QHash<QString, QString> &sentences()
{
    static const QHash<QString, QString> table{
        {u"usage.option"_s, u"%1"_s},
        {u"usage.verb"_s, u"unknown command '%1'; see frost-server --help"_s},
        {u"usage.missing"_s, u"the option --%1 is missing; see frost-server --help"_s},
        {u"usage.unexpected"_s, u"the option --%1 does not belong to this command; see frost-server --help"_s},
        {u"usage.oneOf"_s, u"give one of --%1 and --%2"_s},
        {u"role.unknown"_s, u"unknown role '%1'; roles are admin, bookkeeper, viewer and service"_s},
        {u"name.malformed"_s,
         u"'%1' cannot be the name of a tenant or company: use 1 to 64 letters, digits, '-', '_' or '.', "
         "not beginning with '.'"_s},
        {u"email.malformed"_s, u"'%1' is not an e-mail address"_s},
        {u"pack.unknown"_s, u"there is no schema pack '%1'"_s},
        {u"company.otherPacks"_s, u"the company %1 exists already, with the schema packs %2"_s},
        {u"token.unknown"_s, u"there is no token with the id %1"_s},
        {u"user.unknown"_s, u"there is no user %1"_s},
        {u"folder.notWritable"_s, u"cannot write to the folder %1"_s},
        {u"folder.notServer"_s, u"%1 holds no data of a frost-server"_s},
        {u"folder.inUse"_s, u"another frost-server is running on %1"_s},
        {u"listen.malformed"_s, u"'%1' is not an address to listen on; write IP:PORT, for example 127.0.0.1:8420"_s},
        {u"listen.taken"_s, u"%1 is in use by another program"_s},
        {u"listen.impossible"_s, u"cannot listen on %1: %2"_s},
        {u"store.corrupt"_s, u"the data is damaged: %1"_s},
        {u"store.notFrost"_s, u"this file is damaged or not Frost's: %1"_s},
        {u"store.otherTenant"_s, u"the file of tenant %1 belongs to another tenant"_s},
        {u"store.tooNew"_s,
         u"the data was written by a newer version of Frost (format %1; this program knows up to %2)"_s},
        {u"store.missing"_s, u"this file is missing: %1"_s},
        {u"store.readOnly"_s, u"cannot write to %1"_s},
        {u"store.full"_s, u"the disk is full"_s},
        {u"store.io"_s, u"cannot read or write the data: %1"_s},
        {u"store.locked"_s, u"the data is locked by another program; try again"_s},
    };
    return table;
}
} // namespace

QString sentenceFor(const Error &error)
{
    QString sentence = sentences().value(error.code, error.logLine());
    for (int i = 1; i <= 2; ++i) {
        const QString part = i <= error.args.size() ? error.args.at(i - 1) : error.detail;
        sentence.replace(u'%' + QString::number(i), part);
    }
    return sentence;
}

ExitCode exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict: return error.code == "store.missing"_L1 ? ExitCode::DamagedOrNewer : ExitCode::WrongUsage;
    case ErrorKind::Corrupt:
    case ErrorKind::TooNew: return ExitCode::DamagedOrNewer;
    case ErrorKind::Busy: return ExitCode::Busy;
    default: return error.code == "folder.notWritable"_L1 ? ExitCode::WrongUsage : ExitCode::Failed;
    }
}

void complain(const QString &sentence)
{
    std::fprintf(stderr, "frost-server: %s\n", sentence.toLocal8Bit().constData());
}

ExitCode report(const Error &error)
{
    complain(sentenceFor(error));
    return exitCodeFor(error);
}

void print(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace frost::server
