// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace frost {

//! One object of a schema pack and its place in it. Reading is strict: what is missing, of the wrong type or never
//! asked for is an error of the pack, since a misspelt "requried" would otherwise be a rule that nobody enforces.
class PackNode
{
public:
    //! @param place how messages name the object ("customers.fields[3]"); empty for the pack itself
    //! @param error receives the place of the first error of the whole pack; must outlive the node
    PackNode(QJsonObject object, QString place, QString &error);

    [[nodiscard]] QString requiredText(const QString &key);
    [[nodiscard]] QString text(const QString &key);       //!< empty where missing
    [[nodiscard]] bool flag(const QString &key);          //!< false where missing
    [[nodiscard]] int requiredNumber(const QString &key); //!< 1 or more
    [[nodiscard]] QStringList texts(const QString &key);
    [[nodiscard]] QList<QStringList> lists(const QString &key);
    [[nodiscard]] QJsonObject object(const QString &key);
    [[nodiscard]] QJsonValue value(const QString &key); //!< anything, Undefined where missing
    [[nodiscard]] std::optional<PackNode> node(const QString &key); //!< an object; nullopt where missing
    //! The objects of an array, with their places.
    [[nodiscard]] QList<PackNode> nodes(const QString &key);

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    void setPlace(QString place) { m_place = std::move(place); }
    //! Notes that the value of `key` is wrong; an empty key: the object itself.
    void refuse(const QString &key);
    //! Notes the first key that nobody asked for.
    void finish();

private:
    QJsonValue read(const QString &key);

    QJsonObject m_object;
    QString m_place;
    QString *m_error;
    QStringList m_read;
};

} // namespace frost
