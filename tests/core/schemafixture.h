// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonDocument>

namespace frost::test {

inline const EntitySchema &entity(const QString &pack, const QString &type)
{
    static QHash<QString, Schema> loaded;
    if (!loaded.contains(pack))
        loaded.insert(pack, Schema::load({pack}).value());
    return *loaded[pack].find(EntityType(type));
}

//! JSON in single quotes, so that test data stays readable.
inline QJsonObject json(QByteArray text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text.replace('\'', '"'), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("test data: %s in %s", qPrintable(error.errorString()), text.constData());
    return document.object();
}

inline QStringList names(const QList<EntityType> &types)
{
    QStringList names;
    for (const EntityType &type : types)
        names.append(type.toString());
    return names;
}

//! Row ids "new1", "new2" ...
class RowIds
{
public:
    QString operator()() { return QStringLiteral("new%1").arg(++m_last); }

private:
    int m_last = 0;
};

inline QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace('"', '\'');
}

} // namespace frost::test
