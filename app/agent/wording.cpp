// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/wording.h"

#include "app/agent/sentences.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace frost::wording {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("Wording", source);
}

//! %1, %2 … replaced by the arguments in one pass, so that an argument that holds a "%2" stays as it is.
QString filled(QString text, const QStringList &args)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'%' && i + 1 < text.size() && text[i + 1].isDigit())
            result += args.value(text[++i].digitValue() - 1);
        else
            result += text[i];
    }
    return result;
}

const Sentence *sentenceOf(const QString &code)
{
    const auto all = sentences();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Sentence &sentence) {
        return code == QLatin1StringView(sentence.code);
    });
    return found == all.end() ? nullptr : &*found;
}

const char *kindSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound: return QT_TRANSLATE_NOOP("Wording", "This does not exist.");
    case ErrorKind::Usage: return QT_TRANSLATE_NOOP("Wording", "This was not understood.");
    case ErrorKind::Invalid: return QT_TRANSLATE_NOOP("Wording", "This is not valid.");
    case ErrorKind::Conflict: return QT_TRANSLATE_NOOP("Wording", "Somebody else has changed this as well.");
    case ErrorKind::Offline: return QT_TRANSLATE_NOOP("Wording", "The server cannot be reached now.");
    case ErrorKind::OutcomeUnknown: return QT_TRANSLATE_NOOP("Wording", "The server did not answer to the end.");
    case ErrorKind::RateLimited: return QT_TRANSLATE_NOOP("Wording", "The server asks to wait. Try again later.");
    case ErrorKind::Unauthorized: return QT_TRANSLATE_NOOP("Wording", "The server does not accept the token. Connect again with a valid one.");
    case ErrorKind::Forbidden: return QT_TRANSLATE_NOOP("Wording", "You do not have the right to do this.");
    case ErrorKind::Rejected: return QT_TRANSLATE_NOOP("Wording", "This was refused.");
    case ErrorKind::Expired: return QT_TRANSLATE_NOOP("Wording", "This is too old to be answered.");
    case ErrorKind::TooLarge: return QT_TRANSLATE_NOOP("Wording", "This is too large.");
    case ErrorKind::Busy: return QT_TRANSLATE_NOOP("Wording", "Another process is working on this. Try again when it is done.");
    case ErrorKind::Corrupt: return QT_TRANSLATE_NOOP("Wording", "The data is damaged.");
    case ErrorKind::TooNew: return QT_TRANSLATE_NOOP("Wording", "This was written by a newer version of Frost.");
    case ErrorKind::Storage: return QT_TRANSLATE_NOOP("Wording", "Reading or writing the disk failed.");
    case ErrorKind::Cancelled: return QT_TRANSLATE_NOOP("Wording", "Stopped. What was done so far is kept.");
    case ErrorKind::Internal: return QT_TRANSLATE_NOOP("Wording", "Something went wrong inside Frost. Please report it.");
    }
    return "";
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
        return filled(translated(known->text), error.args);
    return translated(kindSentence(error.kind)) + u" ("_s + (QStringList{error.code} + error.args).join(u' ') + u')';
}

QString problem(const QString &pathAndCode)
{
    const auto colon = pathAndCode.indexOf(": "_L1);
    const auto path = pathAndCode.left(qMax(colon, 0));
    const auto code = pathAndCode.mid(colon < 0 ? 0 : colon + 2);
    const auto *known = sentenceOf(code);
    const auto text = known ? filled(translated(known->text), {}) : code;
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
        return filled(translated(known->text), args);
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
    case RunState::Processing: return translated(QT_TRANSLATE_NOOP("Wording", "running"));
    case RunState::Done: return translated(QT_TRANSLATE_NOOP("Wording", "done"));
    case RunState::Partial: return translated(QT_TRANSLATE_NOOP("Wording", "partly done"));
    case RunState::Failed: return translated(QT_TRANSLATE_NOOP("Wording", "failed"));
    case RunState::Cancelled: return translated(QT_TRANSLATE_NOOP("Wording", "stopped"));
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
    return filled(translated(text), {adaptation.subject});
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
