// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/massquestion.h"

#include <algorithm>
#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
const QString kMassQuestion = u"run.massChange"_s;
constexpr std::array kMassReasons{MassReason::Deletions, MassReason::Changes, MassReason::LooksEmpty, MassReason::Lost};

QStringList wordsOf(const MassQuestion &question)
{
    QStringList words{toString(question.reason), QString::number(question.affected), QString::number(question.known)};
    if (question.done > 0)
        words.append(QString::number(question.done));
    return words;
}

std::optional<MassQuestion> fromWords(const QStringList &words)
{
    const auto named = [&](MassReason reason) { return toString(reason) == words.value(0); };
    const auto reason = std::find_if(kMassReasons.begin(), kMassReasons.end(), named);
    if (reason == kMassReasons.end())
        return std::nullopt;
    return MassQuestion{*reason, words.value(1).toLongLong(), words.value(2).toLongLong(), words.value(3).toLongLong()};
}
} // namespace

QString toString(MassReason reason)
{
    switch (reason) {
    case MassReason::Deletions: return u"deletions"_s;
    case MassReason::Changes: return u"changes"_s;
    case MassReason::LooksEmpty: return u"looksEmpty"_s;
    case MassReason::Lost: return u"lost"_s;
    }
    return {};
}

Error MassQuestion::toError() const
{
    return {ErrorKind::Rejected, kMassQuestion, wordsOf(*this), {}, {}};
}

std::optional<MassQuestion> MassQuestion::fromError(const Error &error)
{
    return isMassQuestion(error) ? fromWords(error.args) : std::nullopt;
}

std::optional<MassQuestion> MassQuestion::fromText(const QString &text)
{
    return fromWords(text.split(u' '));
}

QString massQuestionKey(const ConnectionId &connection)
{
    return u"massChange/"_s + connection.toString();
}

bool isMassQuestion(const Error &error)
{
    return error.code == kMassQuestion;
}

} // namespace frost
