// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/arguments.h"

#include "app/agent/verb.h"

#include <QFileInfo>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

const Option *optionIn(const QList<Option> &options, const QString &name)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option &option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

//! Before the verb is known: an option of any verb. A name means the same thing wherever it is taken.
const Option *optionOfAny(const QString &name)
{
    if (const auto *option = optionIn(globalOptions(), name))
        return option;
    for (const auto &verb : allVerbs()) {
        if (const auto *option = optionIn(verb.options, name))
            return option;
    }
    return nullptr;
}

//! --data names the folder before the verb, and for every verb that has no --data of its own. Where a verb has one, a
//! folder is still a folder.
QString storedName(const Option &option, const Verb *verb, const QString &value)
{
    if (option.name == "--data"_L1 && verb && optionIn(verb->options, QString(option.name)) && !QFileInfo(value).isDir())
        return kRecordFile;
    return QString(option.name);
}

const Verb *verbNamed(const QString &name)
{
    const auto &verbs = allVerbs();
    const auto found = std::find_if(verbs.begin(), verbs.end(), [&](const Verb &verb) { return verb.name == name; });
    return found == verbs.end() ? nullptr : &*found;
}

bool startsVerb(const QString &word)
{
    const auto &verbs = allVerbs();
    return std::any_of(verbs.begin(), verbs.end(), [&](const Verb &verb) {
        return verb.name.startsWith(word) && verb.name.size() > word.size() && verb.name[word.size()] == ' '_L1;
    });
}

class Parser
{
public:
    explicit Parser(const QStringList &words) : m_words(words) { }

    Result<Arguments> run()
    {
        bool optionsEnded = false;
        for (; m_index < m_words.size(); ++m_index) {
            const auto &word = m_words[m_index];
            if (!optionsEnded && word == "--"_L1)
                optionsEnded = true;
            else if (!optionsEnded && word.size() > 1 && word.startsWith(u'-'))
                FROST_TRY(takeOption(word == "-h"_L1 ? u"--help"_s : word));
            else
                takeWord(word);
        }
        if (m_result.has("--help"_L1) || m_result.has("--version"_L1))
            return m_result.verb || m_verbWords.isEmpty() ? Result<Arguments>(m_result) : unknownVerb();
        FROST_TRY(checkVerb());
        FROST_TRY(checkPlaces());
        FROST_TRY(checkOptions());
        return m_result;
    }

private:
    void takeWord(const QString &word)
    {
        if (m_result.verb || m_verbFailed) {
            m_result.places += word;
            return;
        }
        m_verbWords += word;
        const auto name = m_verbWords.join(u' ');
        m_result.verb = verbNamed(name);
        m_verbFailed = !m_result.verb && !startsVerb(name);
    }

    Result<> takeOption(const QString &word)
    {
        const auto equals = word.indexOf(u'=');
        const auto name = word.left(equals);
        const auto *option = m_result.verb ? optionIn(m_result.verb->options, name) : nullptr;
        if (!option)
            option = optionOfAny(name);
        if (!option)
            return fail(ErrorKind::Usage, u"option.unknown"_s, {name, verbName()});
        if (option->value.isEmpty() && equals >= 0)
            return fail(ErrorKind::Usage, u"option.noValue"_s, {name});
        QString value;
        if (!option->value.isEmpty()) {
            const bool follows = m_index + 1 < m_words.size() && !m_words[m_index + 1].startsWith("--"_L1);
            if (equals < 0 && !follows)
                return fail(ErrorKind::Usage, u"option.valueMissing"_s, {name, QString(option->value)});
            value = equals >= 0 ? word.mid(equals + 1) : m_words[++m_index];
            if (value.isEmpty())
                return fail(ErrorKind::Usage, u"option.valueMissing"_s, {name, QString(option->value)});
        }
        auto &values = m_result.options[storedName(*option, m_result.verb, value)];
        if (!values.isEmpty() && option->times == Option::Times::Once && !option->value.isEmpty())
            return fail(ErrorKind::Usage, u"option.twice"_s, {name});
        values += value;
        return {};
    }

    [[nodiscard]] QString verbName() const { return m_result.verb ? QString(m_result.verb->name) : QString(); }

    [[nodiscard]] tl::unexpected<Error> unknownVerb() const
    {
        return fail(ErrorKind::Usage, u"verb.unknown"_s, {m_verbWords.join(u' ')});
    }

    [[nodiscard]] Result<> checkVerb() const
    {
        if (m_verbWords.isEmpty())
            return fail(ErrorKind::Usage, u"verb.missing"_s);
        if (!m_result.verb)
            return unknownVerb();
        return {};
    }

    [[nodiscard]] Result<> checkPlaces() const
    {
        const auto &places = m_result.verb->places;
        if (m_result.places.size() > places.size())
            return fail(ErrorKind::Usage, u"place.extra"_s, {m_result.places[places.size()], verbName()});
        if (m_result.places.size() < places.size() && !places[m_result.places.size()].startsWith('['_L1))
            return fail(ErrorKind::Usage, u"place.missing"_s, {QString(places[m_result.places.size()]), verbName()});
        for (qsizetype i = 0; i < m_result.places.size(); ++i) {
            if (m_result.places[i].isEmpty())
                return fail(ErrorKind::Usage, u"place.missing"_s, {QString(places[i]), verbName()});
        }
        return {};
    }

    [[nodiscard]] Result<> checkOptions() const
    {
        const auto &verb = *m_result.verb;
        for (auto it = m_result.options.begin(); it != m_result.options.end(); ++it) {
            const auto name = it.key().section(u' ', 0, 0);
            if (!optionIn(verb.options, name) && !optionIn(globalOptions(), name))
                return fail(ErrorKind::Usage, u"option.unknown"_s, {name, verbName()});
        }
        for (const auto &option : verb.options) {
            if (option.need == Option::Need::Required && !m_result.has(option.name))
                return fail(ErrorKind::Usage, u"option.missing"_s, {QString(option.name), QString(option.value)});
        }
        return {};
    }

    const QStringList &m_words;
    qsizetype m_index = 0;
    Arguments m_result;
    QStringList m_verbWords;
    bool m_verbFailed = false;
};

} // namespace

Result<std::optional<int>> Arguments::number(QLatin1StringView option) const
{
    if (!has(option))
        return std::optional<int>();
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok || number < 0)
        return fail(ErrorKind::Usage, u"option.notANumber"_s, {QString(option), value(option)});
    return std::optional(number);
}

Result<Arguments> parseArguments(const QStringList &words)
{
    return Parser(words).run();
}

} // namespace frost
