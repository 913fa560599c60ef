// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/path.h"
#include "core/schema/value.h"

#include <QJsonArray>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMaxRows = 10'000;

//! Walks a body along the fields of its schema. Only values that change are written, so that a canonical body stays
//! shared with the caller's.
class Normaliser
{
public:
    explicit Normaliser(const std::function<QString()> &newRowId) : m_newRowId(newRowId) { }

    QJsonObject object(const QList<Field> &fields, const QJsonObject &body, const Path *parent);
    QList<Problem> takeProblems() { return std::move(m_problems); }

private:
    void apply(const Path &path, const Canonical &canonical, QJsonObject &body);
    Canonical rows(const Field &field, const QJsonValue &value, const Path &path);
    QJsonObject row(const Field &field, const QJsonObject &row, const Path &path);

    const std::function<QString()> &m_newRowId;
    QList<Problem> m_problems;
};

QJsonObject Normaliser::object(const QList<Field> &fields, const QJsonObject &body, const Path *parent)
{
    QJsonObject result = body;
    for (const Field &field : fields) {
        const auto at = body.constFind(field.name);
        if (at == body.constEnd())
            continue;
        const Path path{parent, field.name};
        const QJsonValue value = *at;
        apply(path, field.kind == FieldKind::Rows ? rows(field, value, path) : canonicalValue(field, value), result);
    }
    return result;
}

void Normaliser::apply(const Path &path, const Canonical &canonical, QJsonObject &body)
{
    switch (canonical.outcome) {
    case Canonical::Outcome::Same: break;
    case Canonical::Outcome::Changed: body.insert(path.name, canonical.value); break;
    case Canonical::Outcome::Removed: body.remove(path.name); break;
    case Canonical::Outcome::Refused: m_problems.append({path.toString(), canonical.code, {}}); break;
    }
}

Canonical Normaliser::rows(const Field &field, const QJsonValue &value, const Path &path)
{
    if (value.isNull())
        return Canonical::removed();
    if (!value.isArray())
        return Canonical::refused(u"field.type"_s);
    const QJsonArray before = value.toArray();
    if (before.isEmpty())
        return Canonical::removed();
    if (before.size() > kMaxRows)
        return Canonical::refused(u"field.tooLong"_s);
    QJsonArray after = before;
    bool changed = false;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const Path rowPath{path.parent, path.name, i};
        const QJsonValue element = before[i];
        if (!element.isObject()) {
            m_problems.append({rowPath.toString(), u"field.type"_s, {}});
            continue;
        }
        const QJsonObject rowBefore = element.toObject();
        if (const QJsonObject rowAfter = row(field, rowBefore, rowPath); rowAfter != rowBefore) {
            after.replace(i, rowAfter);
            changed = true;
        }
    }
    return changed ? Canonical::changed(after) : Canonical::same();
}

QJsonObject Normaliser::row(const Field &field, const QJsonObject &row, const Path &path)
{
    static const Field kRowId = [] {
        Field id;
        id.name = u"rowId"_s;
        id.kind = FieldKind::Reference; // as an id: a string, or a number some remote uses
        return id;
    }();
    QJsonObject result = object(field.fields, row, &path);
    apply(Path{&path, kRowId.name}, canonicalValue(kRowId, result.value(kRowId.name)), result);
    if (!result.contains(kRowId.name))
        result.insert(kRowId.name, m_newRowId());
    return result;
}

} // namespace

Result<QJsonObject> normalise(const EntitySchema &schema, const QJsonObject &body,
                              const std::function<QString()> &newRowId)
{
    Normaliser normaliser(newRowId);
    QJsonObject result = normaliser.object(schema.fields, body, nullptr);
    const QList<Problem> problems = normaliser.takeProblems();
    if (!problems.isEmpty())
        return fail(problemsError(problems));
    return result;
}

} // namespace frost
