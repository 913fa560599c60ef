// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/parameters.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
const Field *named(const QList<Field> &fields, QStringView name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [name](const Field &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}
} // namespace

QString Parameters::field(const QString &key, std::initializer_list<FieldKind> kinds, Presence presence,
                          const Field *rows)
{
    m_read.append(key);
    const QString name = m_values.value(key).toString();
    if (!m_values.contains(key) && presence == Presence::Optional)
        return {};
    const Field *found = named(rows ? rows->fields : m_schema.fields, name);
    if (!found || std::find(kinds.begin(), kinds.end(), found->kind) == kinds.end())
        refuse(key);
    return name;
}

const Field *Parameters::rows(const QString &key)
{
    static const Field kNone;
    const QString name = field(key, {FieldKind::Rows}, Presence::Required);
    const Field *found = named(m_schema.fields, name);
    return found ? found : &kNone;
}

QJsonObject Parameters::object(const QString &key)
{
    m_read.append(key);
    if (m_values.contains(key) && !m_values.value(key).isObject())
        refuse(key);
    return m_values.value(key).toObject();
}

void Parameters::refuse(const QString &key)
{
    if (m_wrong.isEmpty())
        m_wrong = key;
}

Result<> Parameters::check() const
{
    QString wrong = m_wrong;
    for (auto it = m_values.begin(); wrong.isEmpty() && it != m_values.end(); ++it) {
        if (!m_read.contains(it.key()))
            wrong = it.key();
    }
    if (!wrong.isEmpty())
        return fail(ErrorKind::Usage, u"calculation.parameter"_s, {wrong});
    return {};
}

} // namespace frost
