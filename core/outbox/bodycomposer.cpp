// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/bodycomposer.h"

#include "core/links/links.h"
#include "core/schema/keptfields.h"
#include "core/schema/path.h"

#include <QJsonArray>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QJsonObject withoutKept(QJsonObject input)
{
    for (const auto &name : kKeptByStore)
        input.remove(name);
    return input;
}

//! Names the schema does not know are people's typing errors, unless a newer version of Frost left them in the record.
QList<Problem> unknownProblems(const EntitySchema &schema, const QJsonObject &named, const Record *stored)
{
    const QStringList unknown = unknownFields(schema, named);
    if (unknown.isEmpty())
        return {};
    QSet<QString> left;
    for (const auto &path : stored ? unknownFields(schema, stored->body) : QStringList())
        left.insert(withoutPlaces(path));
    QList<Problem> problems;
    for (const auto &path : unknown) {
        if (!left.contains(withoutPlaces(path)))
            problems.append({path, u"field.unknown"_s, {}});
    }
    return problems;
}

bool isListOfObjects(const QJsonValue &value)
{
    const auto array = value.toArray();
    return value.isArray()
           && std::all_of(array.begin(), array.end(), [](const QJsonValue &row) { return row.isObject(); });
}

//! False where a list of rows is something else; normalise() refuses that, and nothing may smooth it over before.
bool hasWellFormedRows(const EntitySchema &schema, const QJsonObject &body)
{
    return std::all_of(schema.fields.begin(), schema.fields.end(), [&](const Field &field) {
        const QJsonValue value = body.value(field.name);
        return field.kind != FieldKind::Rows || value.isUndefined() || value.isNull() || isListOfObjects(value);
    });
}

//! The rows of a changed record, with defaults in those that are new.
QJsonArray rowsWithDefaults(const EntitySchema &schema, const QString &name, QJsonArray rows, const QJsonArray &stored)
{
    QSet<QString> known;
    for (const auto &row : stored)
        known.insert(row["rowId"_L1].toString());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!known.contains(rows[i].toObject().value("rowId"_L1).toString()))
            rows.replace(i, withDefaults(schema, {{name, QJsonArray{rows[i]}}}).value(name).toArray().first());
    }
    return rows;
}

QJsonObject patched(const EntitySchema &schema, QJsonObject body, const QJsonObject &patch)
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const Field *field = schema.field(it.key());
        if (it.value().isNull())
            body.remove(it.key());
        else if (field && field->kind == FieldKind::Rows && isListOfObjects(it.value()))
            body.insert(it.key(),
                        rowsWithDefaults(schema, it.key(), it.value().toArray(), body.value(it.key()).toArray()));
        else
            body.insert(it.key(), it.value());
    }
    return body;
}

//! The whole record as the person wants it, before it is brought into form.
QJsonObject wanted(const EntitySchema &schema, const QJsonObject &named, const Record *stored)
{
    if (stored) {
        const QJsonObject body = patched(schema, stored->body, named);
        return hasWellFormedRows(schema, body) ? withoutDerived(schema, body) : body;
    }
    return hasWellFormedRows(schema, named) ? withDefaults(schema, withoutDerived(schema, named)) : named;
}

Error invalid(const QList<Problem> &problems, const QStringList &more)
{
    Error error = problemsError(problems);
    error.args += more;
    return error;
}

} // namespace

Result<QJsonObject> BodyComposer::compose(const EntitySchema &schema, const LocalId &id, const QJsonObject &input,
                                          const Record *stored)
{
    const QJsonObject named = withoutKept(input);
    QList<Problem> problems = unknownProblems(schema, named, stored);
    const auto normal =
        normalise(schema, wanted(schema, named, stored), [this] { return QString::number(m_random.next(), 36); });
    if (!normal)
        return fail(normal.error().kind == ErrorKind::Invalid ? invalid(problems, normal.error().args)
                                                              : normal.error());
    const auto local = withLocalReferences(schema, *normal);
    FROST_TRY(local);
    auto body = derive(schema, *local);
    FROST_TRY(body);

    problems += validate(schema, *body);
    const auto references = referenceProblems(schema, *body, stored);
    FROST_TRY(references);
    const auto key = keyProblems(schema, id, *body, stored);
    FROST_TRY(key);
    problems += *references + *key;
    if (!problems.isEmpty())
        return fail(problemsError(problems));
    return body;
}

Result<> BodyComposer::checkRevived(const EntitySchema &schema, const LocalId &id, const QJsonObject &body)
{
    const auto references = referenceProblems(schema, body, nullptr);
    FROST_TRY(references);
    const auto key = keyProblems(schema, id, body, nullptr);
    FROST_TRY(key);
    if (const auto problems = *references + *key; !problems.isEmpty())
        return fail(problemsError(problems));
    return {};
}

Result<QJsonObject> BodyComposer::withLocalReferences(const EntitySchema &schema, const QJsonObject &body)
{
    Result<> status;
    const QJsonObject mapped = mapReferences(schema, body, [&](const EntityType &type, const QString &id) {
        auto local = localId(type, id);
        if (!local) {
            status = fail(local.error());
            return id;
        }
        return *std::move(local);
    });
    FROST_TRY(status);
    return mapped;
}

//! An id that nobody knows stays as it is, and is refused by referenceProblems().
Result<QString> BodyComposer::localId(const EntityType &type, const QString &shownOrLocal)
{
    const Key key{type, shownOrLocal};
    if (m_announced.contains(key))
        return shownOrLocal;
    if (const auto known = m_localIds.constFind(key); known != m_localIds.cend())
        return *known;
    const auto found = ShownIds(m_database.sql()).local(type, shownOrLocal);
    FROST_TRY(found);
    const QString local = *found ? (*found)->toString() : shownOrLocal;
    m_localIds.insert(key, local);
    return local;
}

Result<bool> BodyComposer::isLive(const EntityType &type, const QString &id)
{
    const Key key{type, id};
    if (m_announced.contains(key))
        return true;
    if (const auto known = m_live.constFind(key); known != m_live.cend())
        return *known;
    auto store = m_database.objectStore(type);
    FROST_TRY(store);
    const auto record = store->get(LocalId(id));
    FROST_TRY(record);
    const bool live = *record && !(*record)->deleted;
    m_live.insert(key, live);
    return live;
}

//! Only what the person refers to anew is checked: a record whose customer was deleted elsewhere can still be edited.
Result<QList<Problem>> BodyComposer::referenceProblems(const EntitySchema &schema, const QJsonObject &body,
                                                       const Record *stored)
{
    QSet<Key> kept;
    for (const auto &use : stored ? referencesIn(schema, stored->body) : QList<ReferenceUse>())
        kept.insert({use.target, use.id});
    QList<Problem> problems;
    for (const auto &use : referencesIn(schema, body)) {
        if (kept.contains({use.target, use.id}))
            continue;
        const auto live = isLive(use.target, use.id);
        FROST_TRY(live);
        if (!*live)
            problems.append({use.path, u"reference.unknown"_s, {use.target.toString(), use.id}});
    }
    return problems;
}

Result<QList<Problem>> BodyComposer::keyProblems(const EntitySchema &schema, const LocalId &id, const QJsonObject &body,
                                                 const Record *stored)
{
    const QStringList key = naturalKeyOf(schema, body);
    if (key.isEmpty() || (stored && naturalKeyOf(schema, stored->body) == key))
        return QList<Problem>();
    const auto holders = possibleHolders(schema, body);
    FROST_TRY(holders);
    const bool taken = std::any_of(holders->begin(), holders->end(), [&](const Record &record) {
        return record.id != id && !m_leaving.contains({schema.type, record.id.toString()}) && naturalKeyOf(schema, record.body) == key;
    });
    return taken ? QList<Problem>{{schema.naturalKey.last(), u"key.taken"_s, {}}} : QList<Problem>();
}

//! Live records with the same value in the natural key's last field, the one that is always there.
Result<QList<Record>> BodyComposer::possibleHolders(const EntitySchema &schema, const QJsonObject &body)
{
    auto store = m_database.objectStore(schema.type);
    FROST_TRY(store);
    for (const auto &index : schema.indexes) { // every field of the key, where the record has them all
        QList<QJsonValue> key;
        for (const auto &field : index.fields)
            key.append(body.value(field));
        if (index.fields == schema.naturalKey && !key.contains(QJsonValue(QJsonValue::Undefined)))
            return store->getAll(index.name, KeyRange::only(key));
    }
    const QString &name = schema.naturalKey.last();
    const QJsonValue value = body.value(name);
    for (const auto &index : schema.indexes) {
        if (index.fields.first() == name && !index.multiEntry)
            return store->getAll(index.name, KeyRange::only({value}));
    }
    Query query;
    query.where = {{name, value.toVariant().toString()}};
    return store->select(query);
}

} // namespace frost
