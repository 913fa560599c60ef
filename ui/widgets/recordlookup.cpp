// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordlookup.h"

#include <algorithm>
#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNumbersAlike = 20; //!< records that may share a number: an account of every financial year

//! Text fields that hold the number of a record of another type. The schema knows them as text because a number may be
//! used before its record is there (an account of a chart not yet imported).
struct NumberField {
    QLatin1StringView name;
    QLatin1StringView type;
};
constexpr std::array kNumberFields{
    NumberField{"account"_L1, "accounts"_L1},
    NumberField{"salesAccount"_L1, "accounts"_L1},
};

bool isActive(const Record &record)
{
    return record.body.value("active"_L1).toBool(true);
}

QList<Record> withNumber(ObjectStore &store, const QString &number)
{
    const auto *index = store.schema().indexOn(numberField(store.schema()));
    if (!index || number.isEmpty())
        return {};
    return store.getAll(index->name, KeyRange::only({number}), kNumbersAlike).value_or(QList<Record>());
}

//! How well a record answers what was typed: a smaller number is better.
int rank(const Referred &referred, const QString &typed)
{
    if (referred.number.compare(typed, Qt::CaseInsensitive) == 0)
        return 0;
    return referred.number.startsWith(typed, Qt::CaseInsensitive) ? 1 : 2;
}

//! Records that answer what was typed, without those whose number is there already where numbers are what counts.
class Answers
{
public:
    explicit Answers(const LookupTarget &target) : m_target(target) { }

    void add(const EntitySchema &schema, const QList<Record> &records)
    {
        for (const auto &record : records) {
            const auto referred = referredOf(schema, record);
            const auto key = m_target.holds == LookupTarget::Holds::Number ? referred.number : record.id.toString();
            if (isActive(record) && !key.isEmpty() && !m_known.contains(key)) {
                m_known.insert(key);
                m_matches.append(referred);
            }
        }
    }
    RecordLookup::Matches best(const QString &typed, int limit)
    {
        std::stable_sort(m_matches.begin(), m_matches.end(),
                         [&typed](const Referred &a, const Referred &b) { return rank(a, typed) < rank(b, typed); });
        return m_matches.mid(0, limit);
    }

private:
    const LookupTarget &m_target;
    QSet<QString> m_known;
    RecordLookup::Matches m_matches;
};

//! The rest of the natural key, and whom the record is for.
QString distinctionOf(Company &company, const EntitySchema &schema, const QJsonObject &body)
{
    QStringList parts;
    for (const auto &field : schema.fields) {
        const auto value = body.value(field.name).toString();
        if (field.kind == FieldKind::Reference && field.required)
            parts.append(findReferred(company, {field.target}, {value}).value(value).title);
        else if (schema.naturalKey.contains(field.name) && field.name != numberField(schema))
            parts.append(value);
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

RecordLookup::Matches searchIn(Company &company, const LookupTarget &target, const QString &typed, int limit)
{
    auto store = company.database().objectStore(target.type);
    if (!store)
        return {};
    const auto &schema = store->schema();
    Answers answers(target);
    answers.add(schema, withNumber(*store, typed));
    const auto number = numberField(schema);
    // Some more than asked for: inactive ones and those of other years fall away.
    Query query{.search = typed, .sort = number.isEmpty() ? schema.title : number, .limit = limit + kNumbersAlike};
    answers.add(schema, store->select(query).value_or(QList<Record>()));
    auto matches = answers.best(typed, limit);
    for (auto &match : matches) {
        if (match.title.isEmpty() || match.title == match.number)
            match.distinction = distinctionOf(company, schema, match.body);
    }
    return matches;
}

std::optional<Referred> resolveIn(Company &company, const LookupTarget &target, const QString &typed)
{
    constexpr int kEnoughToDoubt = 20;
    const auto matches = searchIn(company, target, typed, kEnoughToDoubt);
    const auto isNamed = [&](const Referred &match) {
        return match.number.compare(typed, Qt::CaseInsensitive) == 0
               || match.text().compare(typed, Qt::CaseInsensitive) == 0;
    };
    if (const auto named = std::count_if(matches.begin(), matches.end(), isNamed); named > 0)
        return named == 1 ? std::optional(*std::find_if(matches.begin(), matches.end(), isNamed)) : std::nullopt;
    const auto hasTitle = [&](const Referred &match) { return match.title.compare(typed, Qt::CaseInsensitive) == 0; };
    if (std::count_if(matches.begin(), matches.end(), hasTitle) == 1)
        return *std::find_if(matches.begin(), matches.end(), hasTitle);
    // In a field of numbers "19" is a number of its own, not the only account that starts so; "cash" names one.
    const bool isName = target.holds == LookupTarget::Holds::Id
                        || std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
    return isName && matches.size() == 1 ? std::optional(matches.first()) : std::nullopt;
}

} // namespace

QString Referred::text() const
{
    if (number.isEmpty() || title.isEmpty() || number == title)
        return title.isEmpty() ? number : title;
    return number + u' ' + title;
}

std::optional<LookupTarget> lookupTargetOf(const Schema &schema, const Field &field)
{
    if (field.kind == FieldKind::Reference)
        return LookupTarget{field.target, LookupTarget::Holds::Id};
    if (field.kind != FieldKind::Text)
        return std::nullopt;
    for (const auto &known : kNumberFields) {
        if (field.name == known.name && schema.find(EntityType(known.type)))
            return LookupTarget{EntityType(known.type), LookupTarget::Holds::Number};
    }
    return std::nullopt;
}

QString numberField(const EntitySchema &schema)
{
    return schema.naturalKey.isEmpty() ? QString() : schema.naturalKey.last();
}

Referred referredOf(const EntitySchema &schema, const Record &record)
{
    const auto text = [&record](const QString &field) { return record.body.value(field).toVariant().toString(); };
    Referred referred{record.id, text(numberField(schema)), text(schema.title), record.body};
    if (referred.number.isEmpty() && referred.title.isEmpty())
        referred.title = record.id.toString();
    return referred;
}

QHash<QString, Referred> findReferred(Company &company, const LookupTarget &target, const QStringList &values)
{
    QHash<QString, Referred> found;
    auto store = company.database().objectStore(target.type);
    if (!store)
        return found;
    for (const auto &value : values) {
        if (target.holds == LookupTarget::Holds::Number) {
            const auto records = withNumber(*store, value);
            if (records.isEmpty())
                continue;
            const auto own = std::find_if(records.begin(), records.end(), [&](const Record &record) {
                return record.body.value(store->schema().naturalKey.first()).toString() == target.within;
            });
            found.insert(value, referredOf(store->schema(), own == records.end() ? records.last() : *own));
        } else if (const auto record = store->get(LocalId(value)); record && *record) {
            found.insert(value, referredOf(store->schema(), **record));
        }
    }
    return found;
}

void RecordLookup::search(const LookupTarget &target, const QString &typed, int limit, QObject *context,
                          std::function<void(Matches)> then)
{
    m_session.ask(
        Lane::Page, context,
        [target, typed = typed.trimmed(), limit](Company &company) { return searchIn(company, target, typed, limit); },
        std::move(then));
}

void RecordLookup::resolve(const LookupTarget &target, const QString &typed, QObject *context,
                           std::function<void(std::optional<Referred>)> then)
{
    m_session.ask(
        Lane::Page, context,
        [target, typed = typed.trimmed()](Company &company) { return resolveIn(company, target, typed); },
        std::move(then));
}

void RecordLookup::find(const LookupTarget &target, const QStringList &values, QObject *context,
                        std::function<void(QHash<QString, Referred>)> then)
{
    m_session.ask(
        Lane::Page, context, [target, values](Company &company) { return findReferred(company, target, values); },
        std::move(then));
}

} // namespace frost
