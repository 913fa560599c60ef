// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/sentences.h"

#include <QCoreApplication>

namespace frost::wording {

namespace {

constexpr Sentence kSentences[]{
    // The command line
    {"verb.missing", QT_TRANSLATE_NOOP("Wording", "Say what to do: frost-agent VERB … (frost-agent --help lists the verbs).")},
    {"verb.unknown", QT_TRANSLATE_NOOP("Wording", "There is no verb \"%1\". frost-agent --help lists the verbs.")},
    {"option.unknown", QT_TRANSLATE_NOOP("Wording", "There is no option %1 here. frost-agent %2 --help lists the options.")},
    {"option.valueMissing", QT_TRANSLATE_NOOP("Wording", "%1 needs a value: %1 %2.")},
    {"option.noValue", QT_TRANSLATE_NOOP("Wording", "%1 takes no value.")},
    {"option.twice", QT_TRANSLATE_NOOP("Wording", "%1 may be given only once.")},
    {"option.missing", QT_TRANSLATE_NOOP("Wording", "%1 is needed: %1 %2.")},
    {"option.notANumber", QT_TRANSLATE_NOOP("Wording", "%1 needs a whole number, 0 or more, not \"%2\".")},
    {"option.choice", QT_TRANSLATE_NOOP("Wording", "%1 takes one of %3, not \"%2\".")},
    {"option.together", QT_TRANSLATE_NOOP("Wording", "%1 and %2 do not go together.")},
    {"place.missing", QT_TRANSLATE_NOOP("Wording", "%1 is missing: frost-agent %2 --help shows what belongs where.")},
    {"place.extra", QT_TRANSLATE_NOOP("Wording", "\"%1\" is one word too many for %2. A value with spaces needs quotes.")},
    {"where.malformed", QT_TRANSLATE_NOOP("Wording", "--where needs FIELD=VALUE, not \"%1\".")},
    {"instant.malformed", QT_TRANSLATE_NOOP("Wording", "%1 needs a day or an instant like 2026-01-31 or 2026-01-31T08:00:00Z, not \"%2\".")},
    {"input.empty", QT_TRANSLATE_NOOP("Wording", "Nothing came on standard input; a record as a JSON object is expected there.")},
    {"input.tooLarge", QT_TRANSLATE_NOOP("Wording", "The input is larger than %1 MiB.")},
    {"input.twice", QT_TRANSLATE_NOOP("Wording", "Standard input can be read only once.")},
    {"retention.outOfRange", QT_TRANSLATE_NOOP("Wording", "%1 must be from %2 to %3 days.")},
    {"output.failed", QT_TRANSLATE_NOOP("Wording", "The output could not be written.")},
    // Companies and connections
    {"company.unknown", QT_TRANSLATE_NOOP("Wording", "There is no company \"%1\" in this data folder. frost-agent status lists the companies; frost-agent company add makes one.")},
    {"company.forbidden", QT_TRANSLATE_NOOP("Wording", "The token does not open the company \"%1\" on the server. It opens: %2. --remote-company names another one.")},
    {"company.notConnected", QT_TRANSLATE_NOOP("Wording", "%1 is not connected to anything yet. frost-agent connect does it.")},
    {"connection.exists", QT_TRANSLATE_NOOP("Wording", "There is a connection \"%1\" to another place already. --name gives the new one another name.")},
    {"connection.several", QT_TRANSLATE_NOOP("Wording", "The company has several connections. --connection says which is meant.")},
    {"connection.unknown", QT_TRANSLATE_NOOP("Wording", "There is no connection \"%1\". frost-agent status lists the connections.")},
    {"connection.otherTenant", QT_TRANSLATE_NOOP("Wording", "The connection \"%1\" belongs to the tenant \"%2\"; this token opens \"%3\". Use a token of %2. For %3, make a company of its own: frost-agent company add, then connect.")},
    {"secret.missing", QT_TRANSLATE_NOOP("Wording", "There is no token for the connection \"%1\" on this computer. Connect again with --token-file.")},
    // Synchronising
    {"run.massChange", QT_TRANSLATE_NOOP("Wording", "The other side changed unusually much (%1: %2 of %3 records). Nothing more of it is done here. If it is right: frost-agent sync --confirm-mass-change")},
    {"run.paused", QT_TRANSLATE_NOOP("Wording", "Synchronising \"%1\" is paused. frost-agent resume goes on.")},
    {"conflict.unknown", QT_TRANSLATE_NOOP("Wording", "There is no conflict %1. frost-agent conflicts lists them.")},
    {"conflict.withoutOperation", QT_TRANSLATE_NOOP("Wording", "The conflict %1 has lost its operation. frost-agent verify shows what is wrong.")},
    {"conflict.oneSided", QT_TRANSLATE_NOOP("Wording", "The conflict %1 has nothing to choose from: what was sent was refused. --strategy client-wins sends it again, server-wins gives it up, and changing the record sends the change.")},
    {"record.nowhere", QT_TRANSLATE_NOOP("Wording", "There is no record %1.")},
    {"assignment.malformed", QT_TRANSLATE_NOOP("Wording", "%1 needs PATH=…, as in city=theirs, not \"%2\". frost-agent conflicts CONFLICT lists the paths.")},
    {"merge.unknownPath", QT_TRANSLATE_NOOP("Wording", "There is no field %1 in this conflict. frost-agent conflicts CONFLICT lists them.")},
    {"merge.notChoosable", QT_TRANSLATE_NOOP("Wording", "%1 cannot be taken from \"%2\" here.")},
    {"merge.undecided", QT_TRANSLATE_NOOP("Wording", "Still to be decided: %1. Say each with --take or --set.")},
    {"decision.none", QT_TRANSLATE_NOOP("Wording", "The conflict %1 is open: nothing was decided yet. frost-agent conflicts shows it.")},
    {"manual.missing", QT_TRANSLATE_NOOP("Wording", "Strategy manual needs the record as it shall be: --data FILE, or --data - for standard input.")},
    {"manual.unwanted", QT_TRANSLATE_NOOP("Wording", "--data belongs to strategy manual only.")},
    // SIE files
    {"sie.importedBefore", QT_TRANSLATE_NOOP("Wording", "This very file was imported before, at %1. --again imports it once more and doubles nothing.")},
    {"sie.otherCompany", QT_TRANSLATE_NOOP("Wording", "The file is of the organisation number %1, the files before were of %2. Is it the right company? --other-company imports it all the same.")},
    // The store
    {"operation.withoutRecord", QT_TRANSLATE_NOOP("Wording", "The queue refers to %1 %2, which is not there. frost-agent verify shows what is wrong.")},
    {"operation.withoutSent", QT_TRANSLATE_NOOP("Wording", "The operation %1 was sent, but what was sent is lost. frost-agent verify shows what is wrong.")},
    {"link.taken", QT_TRANSLATE_NOOP("Wording", "The ids of %1 %2 and %3 do not fit together. frost-agent verify shows what is wrong.")},
    // The demo
    {"demo.serverMissing", QT_TRANSLATE_NOOP("Wording", "frost-server was not found at %1. Build it, or name it in the environment variable FROST_SERVER.")},
    {"demo.serverFailed", QT_TRANSLATE_NOOP("Wording", "frost-server did not start: %1")},
    {"demo.stopped", QT_TRANSLATE_NOOP("Wording", "Stopped.")},
    {"demo.unexpected", QT_TRANSLATE_NOOP("Wording", "The demo did not go as it should: %1")},
};

} // namespace

std::span<const Sentence> commandSentences()
{
    return kSentences;
}

} // namespace frost::wording
