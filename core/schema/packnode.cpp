// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/packnode.h"

#include <QJsonArray>

#include <limits>
#include <optional>

namespace frost {
namespace {

std::optional<QStringList> textsOf(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    QStringList texts;
    for (const QJsonValue element : value.toArray()) {
        if (element.toString().isEmpty())
            return std::nullopt;
        texts.append(element.toString());
    }
    return texts;
}

} // namespace

PackNode::PackNode(QJsonObject object, QString place, QString &error)
    : m_object(std::move(object)), m_place(std::move(place)), m_error(&error)
{ }

QJsonValue PackNode::read(const QString &key)
{
    m_read.append(key);
    return m_object.value(key);
}

QString PackNode::requiredText(const QString &key)
{
    const QString value = read(key).toString();
    if (value.isEmpty())
        refuse(key);
    return value;
}

QString PackNode::text(const QString &key)
{
    return has(key) ? requiredText(key) : QString();
}

bool PackNode::flag(const QString &key)
{
    const QJsonValue value = read(key);
    if (has(key) && !value.isBool())
        refuse(key);
    return value.toBool();
}

int PackNode::requiredNumber(const QString &key)
{
    const qint64 number = read(key).toInteger();
    if (number >= 1 && number <= std::numeric_limits<int>::max())
        return int(number);
    refuse(key);
    return 1;
}

QStringList PackNode::texts(const QString &key)
{
    const auto texts = has(key) ? textsOf(read(key)) : QStringList();
    if (!texts)
        refuse(key);
    return texts.value_or(QStringList());
}

QList<QStringList> PackNode::lists(const QString &key)
{
    const QJsonValue value = read(key);
    QList<QStringList> lists;
    if (has(key) && !value.isArray())
        refuse(key);
    for (const QJsonValue element : value.toArray()) {
        const auto texts = textsOf(element);
        if (!texts)
            refuse(key);
        lists.append(texts.value_or(QStringList()));
    }
    return lists;
}

QJsonObject PackNode::object(const QString &key)
{
    const QJsonValue value = read(key);
    if (has(key) && !value.isObject())
        refuse(key);
    return value.toObject();
}

QJsonValue PackNode::value(const QString &key)
{
    return read(key);
}

std::optional<PackNode> PackNode::node(const QString &key)
{
    if (!has(key))
        return std::nullopt;
    return PackNode(object(key), (m_place.isEmpty() ? QString() : m_place + u'.') + key, *m_error);
}

QList<PackNode> PackNode::nodes(const QString &key)
{
    const QJsonValue value = read(key);
    if (has(key) && !value.isArray())
        refuse(key);
    QList<PackNode> nodes;
    const QString start = (m_place.isEmpty() ? QString() : m_place + u'.') + key;
    for (const QJsonValue element : value.toArray()) {
        PackNode node(element.toObject(), start + u'[' + QString::number(nodes.size()) + u']', *m_error);
        if (!element.isObject())
            node.refuse({});
        nodes.append(std::move(node));
    }
    return nodes;
}

void PackNode::refuse(const QString &key)
{
    if (!m_error->isEmpty())
        return;
    *m_error = m_place.isEmpty() || key.isEmpty() ? m_place + key : m_place + u'.' + key;
}

void PackNode::finish()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_read.contains(it.key()))
            return refuse(it.key());
    }
}

} // namespace frost
