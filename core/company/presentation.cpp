// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/company/presentation.h"

#include "core/schema/keptfields.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRemembered = 100'000; //!< ids; some 20 MB

} // namespace

Result<QString> Presentation::shownId(const EntityType &type, const LocalId &local)
{
    const std::pair key(type, local.toString());
    if (const auto known = m_shown.constFind(key); known != m_shown.cend())
        return *known;
    const auto shown = m_company.shownIds().shown(type, local);
    FROST_TRY(shown);
    if (m_shown.size() >= kRemembered)
        m_shown.clear();
    m_shown.insert(key, *shown);
    return shown;
}

Result<QJsonObject> Presentation::body(const EntityType &type, const QJsonObject &body)
{
    const auto *schema = m_company.schema().find(type);
    if (!schema)
        return body;
    Result<> status;
    const auto shown = mapReferences(*schema, body, [&](const EntityType &target, const QString &id) {
        auto shownReference = shownId(target, LocalId(id));
        if (shownReference)
            return *std::move(shownReference);
        status = fail(shownReference.error());
        return id;
    });
    FROST_TRY(status);
    return shown;
}

Result<QJsonObject> Presentation::stored(const EntityType &type, const QJsonObject &shownRecord)
{
    const auto *schema = m_company.schema().find(type);
    if (!schema)
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()});
    auto named = shownRecord;
    for (const auto &name : kKeptByStore)
        named.remove(name);
    const auto body = normalise(*schema, named, [this] { return m_company.random().uuid(); });
    FROST_TRY(body);
    QHash<std::pair<EntityType, QString>, QString> locals;
    QList<Problem> problems;
    for (const auto &use : referencesIn(*schema, *body)) {
        const auto local = m_company.shownIds().local(use.target, use.id);
        FROST_TRY(local);
        if (*local)
            locals.insert({use.target, use.id}, (*local)->toString());
        else
            problems.append({use.path, u"reference.unknown"_s, {}});
    }
    if (!problems.isEmpty())
        return fail(problemsError(problems));
    return mapReferences(*schema, *body, [&](const EntityType &target, const QString &id) { return locals.value({target, id}); });
}

Result<QJsonObject> Presentation::record(const EntityType &type, const Record &record)
{
    auto shown = body(type, record.body);
    FROST_TRY(shown);
    const auto id = m_company.shownIds().shown(type, record.id);
    FROST_TRY(id);
    const auto remoteIds = m_company.shownIds().remoteIds(type, record.id);
    FROST_TRY(remoteIds);
    QJsonObject remotes;
    for (auto it = remoteIds->begin(); it != remoteIds->end(); ++it)
        remotes.insert(it.key().toString(), it.value().toString());
    shown->insert(u"id"_s, *id);
    shown->insert(u"localId"_s, record.id.toString());
    shown->insert(u"remoteIds"_s, remotes);
    shown->insert(u"revision"_s, record.revision);
    shown->insert(u"createdAt"_s, toIso(record.createdAt));
    shown->insert(u"updatedAt"_s, toIso(record.updatedAt));
    shown->insert(u"updatedBy"_s, record.updatedBy);
    shown->insert(u"deleted"_s, record.deleted);
    shown->insert(u"schemaVersion"_s, record.schemaVersion);
    const auto steps = m_company.outbox().steps(type, record.id);
    FROST_TRY(steps);
    if (!steps->isEmpty()) {
        QJsonArray names;
        for (const auto &step : *steps)
            names.append(step.step);
        shown->insert(u"waitingSteps"_s, names);
    }
    return shown;
}

Result<QJsonValue> Presentation::value(const EntityType &type, const QString &path, const QJsonValue &value)
{
    // As a body that holds nothing else, so that there is one place that knows what a reference is.
    const auto bracket = path.indexOf(u'[');
    const auto closing = path.indexOf(u']');
    const auto field = bracket < 0 ? path : path.left(bracket);
    const bool inRow = closing >= 0 && closing + 1 < path.size();
    const auto inner = path.mid(closing + 2);
    QJsonValue wrapped = value;
    if (inRow)
        wrapped = QJsonArray{QJsonObject{{inner, value}}};
    else if (bracket >= 0)
        wrapped = QJsonArray{value};
    if (value.isUndefined() || value.isNull())
        return value;
    const auto shown = body(type, {{field, wrapped}});
    FROST_TRY(shown);
    const auto result = shown->value(field);
    if (inRow)
        return result.toArray().first().toObject().value(inner);
    return bracket >= 0 ? result.toArray().first() : result;
}

} // namespace frost
