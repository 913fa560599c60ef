// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "app/composition/verification.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Verify", source);
}

QString nameOf(Verification::Check check)
{
    switch (check) {
    case Verification::Check::Store: return text(QT_TRANSLATE_NOOP("Verify", "The file and its indexes"));
    case Verification::Check::Audit: return text(QT_TRANSLATE_NOOP("Verify", "The audit chain"));
    case Verification::Check::Queue: return text(QT_TRANSLATE_NOOP("Verify", "The queue's counters"));
    case Verification::Check::Operations: return text(QT_TRANSLATE_NOOP("Verify", "Operations and their records"));
    case Verification::Check::Conflicts: return text(QT_TRANSLATE_NOOP("Verify", "Conflicts and their operations"));
    case Verification::Check::Links: return text(QT_TRANSLATE_NOOP("Verify", "Links to remote records"));
    }
    return {};
}

QStringList findingsOf(const Verification &verification, Verification::Check check)
{
    QStringList findings;
    for (const auto &finding : verification.findings) {
        if (finding.check == check)
            findings += finding.what;
    }
    return findings;
}

QJsonObject toJson(const Verification &verification, OpenCompany &company)
{
    QJsonObject checks;
    for (const auto check : Verification::kChecks)
        checks.insert(toString(check), QJsonArray::fromStringList(findingsOf(verification, check)));
    QJsonArray dangling;
    for (const auto &promise : verification.promises)
        dangling.append(QJsonObject{{u"connection"_s, promise.connection.toString()},
                                    {u"type"_s, promise.type.toString()},
                                    {u"remoteId"_s, promise.remote.toString()}});
    return {{u"company"_s, company.database().company().toString()},
            {u"tenant"_s, company.database().tenant().toString()},
            {u"sound"_s, verification.findings.isEmpty()},
            {u"checks"_s, checks},
            {u"dangling"_s, dangling}};
}

void write(Output &output, const Verification &verification)
{
    for (const auto check : Verification::kChecks) {
        const auto findings = findingsOf(verification, check);
        output.line(nameOf(check) + u": "_s + (findings.isEmpty() ? text(QT_TRANSLATE_NOOP("Verify", "sound")) : text(QT_TRANSLATE_NOOP("Verify", "damaged"))));
        for (const auto &finding : findings)
            output.line(u"  "_s + wording::finding(finding));
    }
    for (const auto &promise : verification.promises)
        output.line(text(QT_TRANSLATE_NOOP("Verify", "Not here yet, but referred to: %1 %2 of %3"))
                        .arg(promise.type.toString(), promise.remote.toString(), promise.connection.toString()));
}

Task<Result<int>> verifyCompany(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto verification = verify(**company);
    if (!verification)
        co_return fail(verification.error());
    agent.output().answer(toJson(*verification, **company));
    write(agent.output(), *verification);
    if (verification->findings.isEmpty())
        co_return exitcode::kDone;
    agent.output().message(text(QT_TRANSLATE_NOOP("Verify", "The company's file is damaged. Restore a backup, or report this with the lines above.")));
    co_return exitcode::kDamaged;
}

} // namespace

QList<Verb> verifyVerbs()
{
    return {
        {"verify"_L1,
         {},
         {companyOption()},
         QT_TRANSLATE_NOOP("Help", "checks that file, audit chain, counters and links are sound; exit 5 if not"),
         &verifyCompany},
    };
}

} // namespace frost
