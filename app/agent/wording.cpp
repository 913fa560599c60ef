// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/wording.h"

#include "app/agent/sentences.h"
#include "ui/wording/errortext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace frost::wording {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("Wording", source);
}

const Sentence *sentenceOf(const QString &code)
{
    const auto *own = findSentence(commandSentences(), code);
    return own ? own : findSentence(sentences(), code);
}

QString problems(const Error &error)
{
    QStringList lines{translated(QT_TRANSLATE_NOOP("Wording", "The record is not valid; nothing was changed:"))};
    for (const auto &arg : error.args)
        lines += u"  "_s + problem(arg);
    return lines.join(u'\n');
}

} // namespace

bool knows(const QString &code)
{
    return code == "record.invalid"_L1 || sentenceOf(code);
}

QString sentence(const Error &error)
{
    if (error.code == "record.invalid"_L1)
        return problems(error);
    if (const auto *known = sentenceOf(error.code))
        return spoken(*known, error.args);
    return kindText(error.kind) + u" ("_s + (QStringList{error.code} + error.args).join(u' ') + u')';
}

QString problem(const QString &pathAndCode)
{
    const auto colon = pathAndCode.indexOf(": "_L1);
    const auto path = pathAndCode.left(qMax(colon, 0));
    const auto code = pathAndCode.mid(colon < 0 ? 0 : colon + 2);
    const auto *known = sentenceOf(code);
    const auto text = known ? spoken(*known, {}) : code;
    return path.isEmpty() ? text : path + u": "_s + text;
}

QString finding(const QString &what)
{
    const auto colon = what.indexOf(": "_L1);
    if (colon > 0 && sentenceOf(what.left(colon)))
        return reason(what.left(colon), what.mid(colon + 2).split(u", "_s));
    return problem(what);
}

QString reason(const QString &code, const QStringList &args)
{
    if (code.isEmpty())
        return {};
    if (code == "record.invalid"_L1) {
        QStringList texts;
        for (const auto &arg : args)
            texts += problem(arg);
        return texts.join(u"; "_s);
    }
    if (const auto *known = sentenceOf(code))
        return spoken(*known, args);
    return (QStringList{code} + args).join(u' ');
}

QString state(OperationState state)
{
    switch (state) {
    case OperationState::Pending: return translated(QT_TRANSLATE_NOOP("Wording", "pending"));
    case OperationState::Processing: return translated(QT_TRANSLATE_NOOP("Wording", "processing"));
    case OperationState::Verify: return translated(QT_TRANSLATE_NOOP("Wording", "to be verified"));
    case OperationState::Conflict: return translated(QT_TRANSLATE_NOOP("Wording", "in conflict"));
    case OperationState::Failed: return translated(QT_TRANSLATE_NOOP("Wording", "failed"));
    case OperationState::Completed: return translated(QT_TRANSLATE_NOOP("Wording", "completed"));
    case OperationState::Skipped: return translated(QT_TRANSLATE_NOOP("Wording", "skipped"));
    case OperationState::Cancelled: return translated(QT_TRANSLATE_NOOP("Wording", "cancelled"));
    }
    return {};
}

QString state(RunState state)
{
    switch (state) {
    case RunState::Queued: return translated(QT_TRANSLATE_NOOP("Wording", "waiting for its turn"));
    case RunState::Paused: return translated(QT_TRANSLATE_NOOP("Wording", "paused"));
    case RunState::Processing: return translated(QT_TRANSLATE_NOOP("Wording", "running"));
    case RunState::Done: return translated(QT_TRANSLATE_NOOP("Wording", "done"));
    case RunState::Partial: return translated(QT_TRANSLATE_NOOP("Wording", "partly done"));
    case RunState::Failed: return translated(QT_TRANSLATE_NOOP("Wording", "failed"));
    case RunState::Cancelled: return translated(QT_TRANSLATE_NOOP("Wording", "stopped"));
    }
    return {};
}

QString state(DecisionState state)
{
    switch (state) {
    case DecisionState::Waiting: return translated(QT_TRANSLATE_NOOP("Wording", "waiting to be sent"));
    case DecisionState::Sent: return translated(QT_TRANSLATE_NOOP("Wording", "sent"));
    case DecisionState::NothingToSend: return translated(QT_TRANSLATE_NOOP("Wording", "nothing to send"));
    case DecisionState::Refused: return translated(QT_TRANSLATE_NOOP("Wording", "not accepted"));
    case DecisionState::Overtaken: return translated(QT_TRANSLATE_NOOP("Wording", "asked about again"));
    case DecisionState::GivenUp: return translated(QT_TRANSLATE_NOOP("Wording", "given up"));
    case DecisionState::Undone: return translated(QT_TRANSLATE_NOOP("Wording", "taken back"));
    case DecisionState::Settled: return translated(QT_TRANSLATE_NOOP("Wording", "settled"));
    }
    return {};
}

QString adaptation(const Adaptation &adaptation)
{
    const char *text = "";
    switch (adaptation.kind) {
    case AdaptationKind::Missing: text = QT_TRANSLATE_NOOP("Wording", "%1: not in the file, the profile's replacement was taken"); break;
    case AdaptationKind::Varies: text = QT_TRANSLATE_NOOP("Wording", "%1: rows of one record disagree, one value was kept"); break;
    case AdaptationKind::Case: text = QT_TRANSLATE_NOOP("Wording", "%1: keys that differ only in upper and lower case, kept apart"); break;
    case AdaptationKind::Negative: text = QT_TRANSLATE_NOOP("Wording", "%1: below zero, taken as it is"); break;
    case AdaptationKind::Zero: text = QT_TRANSLATE_NOOP("Wording", "%1: zero, taken as it is"); break;
    case AdaptationKind::Trimmed: text = QT_TRANSLATE_NOOP("Wording", "%1: spaces around it removed"); break;
    case AdaptationKind::Rewritten: text = QT_TRANSLATE_NOOP("Wording", "%1: the same number, written otherwise"); break;
    case AdaptationKind::Unmapped: text = QT_TRANSLATE_NOOP("Wording", "%1: a text the profile does not know"); break;
    case AdaptationKind::TimeDropped: text = QT_TRANSLATE_NOOP("Wording", "%1: kept as a date, without the time of day"); break;
    case AdaptationKind::Assumed: text = QT_TRANSLATE_NOOP("Wording", "%1: not in the file, set by the profile"); break;
    }
    return spoken({"", text}, {adaptation.subject});
}

QJsonObject json(const Error &error)
{
    return {{u"error"_s,
             QJsonObject{{u"kind"_s, kindName(error.kind)},
                         {u"code"_s, error.code},
                         {u"args"_s, QJsonArray::fromStringList(error.args)},
                         {u"message"_s, sentence(error)}}}};
}

} // namespace frost::wording
