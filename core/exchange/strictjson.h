// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace frost {

//! Reads members of a JSON document that people write: an unknown member is an error, so that a slip of the pen is not a
//! silent change of meaning. The first thing wrong is remembered with its path; what is read after that does not matter.
class StrictJson
{
public:
    //! Path of the first thing wrong; "": nothing.
    [[nodiscard]] const QString &firstWrong() const { return m_wrong; }

protected:
    void wrong(const QString &where);
    //! Says that `object` has only `members`.
    void only(const QJsonObject &object, const QString &where, const QStringList &members);
    [[nodiscard]] QString text(const QJsonObject &object, const QString &where, const QString &member,
                               bool required = false);
    [[nodiscard]] bool flag(const QJsonObject &object, const QString &where, const QString &member,
                            bool otherwise = false);
    [[nodiscard]] QJsonObject object(const QJsonObject &parent, const QString &where, const QString &member,
                                     bool required = false);
    [[nodiscard]] QStringList texts(const QJsonValue &value, const QString &where);
    //! The position of the member's text in `words`; absent: 0.
    [[nodiscard]] int choice(const QJsonObject &object, const QString &where, const QString &member,
                             const QStringList &words);

private:
    QString m_wrong;
};

} // namespace frost
