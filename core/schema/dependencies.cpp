// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/dependencies.h"

namespace frost {
namespace {

using namespace Qt::StringLiterals;

//! Depth-first walk along the references; a type met again while it is still open closes a cycle.
class DependencyWalk
{
public:
    explicit DependencyWalk(const QList<EntitySchema> &types) : m_types(types), m_states(types.size(), State::New)
    {
        for (qsizetype i = 0; i < types.size(); ++i)
            m_positions.insert(types[i].type, i);
    }

    Result<> visit(qsizetype position);
    QList<EntitySchema> takeOrder() { return std::move(m_order); }

private:
    enum class State { New, Open, Done };
    Error cycleAt(const EntityType &type) const;

    const QList<EntitySchema> &m_types;
    QHash<EntityType, qsizetype> m_positions;
    QList<State> m_states;
    QStringList m_open;
    QList<EntitySchema> m_order;
};

Result<> DependencyWalk::visit(qsizetype position)
{
    if (m_states[position] == State::Done)
        return {};
    const EntitySchema &schema = m_types[position];
    if (m_states[position] == State::Open)
        return fail(cycleAt(schema.type));
    m_states[position] = State::Open;
    m_open.append(schema.type.toString());
    for (const ReferenceField &reference : referenceFields(schema.fields)) {
        if (reference.target != schema.type)
            FROST_TRY(visit(m_positions.value(reference.target)));
    }
    m_open.removeLast();
    m_states[position] = State::Done;
    m_order.append(schema);
    return {};
}

Error DependencyWalk::cycleAt(const EntityType &type) const
{
    return Error{ErrorKind::Invalid, u"pack.cycle"_s, m_open.sliced(m_open.indexOf(type.toString())), {}, {}};
}

} // namespace

QList<ReferenceField> referenceFields(const QList<Field> &fields)
{
    QList<ReferenceField> references;
    for (const Field &field : fields) {
        if (field.kind == FieldKind::Reference)
            references.append({field.name, field.target});
        for (const ReferenceField &inner : referenceFields(field.fields))
            references.append({field.name + u'.' + inner.path, inner.target});
    }
    return references;
}

Result<QList<EntitySchema>> inDependencyOrder(QList<EntitySchema> types)
{
    DependencyWalk walk(types);
    for (qsizetype i = 0; i < types.size(); ++i)
        FROST_TRY(walk.visit(i));
    return walk.takeOrder();
}

} // namespace frost
