// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/errortext.h"

#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QCoreApplication>

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

//! Arguments that are types of records, which people know by other words than the schema.
struct TypeArgument {
    const char *code;
    int place;
    Number number;
};
constexpr TypeArgument kTypeArguments[]{
    {"record.unknown", 0, Number::Many},        {"record.deleted", 0, Number::Many},
    {"record.referenced", 0, Number::Many},     {"record.referenced", 2, Number::Many},
    {"record.closed", 0, Number::Many},         {"record.locked", 0, Number::Many},
    {"record.numbered", 0, Number::Many},
    {"record.inConflict", 0, Number::Many},     {"step.unknown", 0, Number::Many},
    {"record.corrupt", 0, Number::Many},        {"search.undeclared", 0, Number::Many},
    {"remote.invalidRecord", 0, Number::One},   {"operation.withoutRecord", 0, Number::One},
    {"operation.noBase", 0, Number::One},       {"link.taken", 0, Number::One},
    {"rules.fieldAsks", 0, Number::Many},
};

//! Arguments that are names of steps, and of the switches that stand against them.
QStringList stepsInWords(const QString &code, QStringList args)
{
    const bool isLock = code == "record.locked"_L1;
    if (!isLock && code != "step.taken"_L1 && code != "step.needs"_L1 && code != "step.hindered"_L1)
        return args;
    const qsizetype step = isLock ? 2 : 0;
    if (step < args.size())
        args[step] = stepLabel(args[step]);
    if (!isLock && args.size() > 1)
        args[1] = fieldLabel({}, args[1]);
    return args;
}

QStringList inWords(const QString &code, QStringList args)
{
    args = stepsInWords(code, std::move(args));
    if (code == "rules.fieldAsks"_L1 && args.size() > 1)
        args[1] = fieldLabel(EntityType(args[0]), args[1]);
    for (const auto &known : kTypeArguments) {
        if (code == QLatin1StringView(known.code) && known.place < args.size())
            args[known.place] = typeLabel(EntityType(args[known.place]), known.number).toLower();
    }
    if (code == "sie.unbalanced"_L1 && !args.isEmpty()) {
        if (const auto amount = Decimal::parse(args[0]))
            args[0] = decimalText(*amount, 2);
    }
    return args;
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

} // namespace

const Sentence *findSentence(std::span<const Sentence> sentences, const QString &code)
{
    const auto found = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence &sentence) {
        return code == QLatin1StringView(sentence.code);
    });
    return found == sentences.end() ? nullptr : &*found;
}

QString spoken(const Sentence &sentence, const QStringList &args)
{
    return filled(translated(sentence.text), args);
}

QString kindText(ErrorKind kind)
{
    return translated(kindSentence(kind));
}

QString problemText(const QString &pathAndCode)
{
    const auto colon = pathAndCode.indexOf(": "_L1);
    const auto path = pathAndCode.left(qMax(colon, 0));
    const auto text = codeText(pathAndCode.mid(colon < 0 ? 0 : colon + 2), {});
    return path.isEmpty() ? text : path + u": "_s + text;
}

QString codeText(const QString &code, const QStringList &args)
{
    if (code == "record.invalid"_L1) {
        QStringList texts;
        for (const auto &arg : args)
            texts += problemText(arg);
        return texts.join(u"; "_s);
    }
    if (const auto *known = findSentence(sentences(), code))
        return spoken(*known, inWords(code, args));
    return (QStringList{code} + args).join(u' ');
}

QString errorText(const Error &error)
{
    if (error.code == "record.invalid"_L1 || findSentence(sentences(), error.code))
        return codeText(error.code, error.args);
    return kindText(error.kind) + u" ("_s + (QStringList{error.code} + error.args).join(u' ') + u')';
}

} // namespace frost::wording
