// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordlookup.h"

#include <QTimer>

namespace frost {

//! What the ids and numbers of a form stand for. Asks for what it does not know, many at once, and says when it knows.
class ReferredCache final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Asked, //!< changed() follows
        Known,
        Missing, //!< there is no such record
    };
    struct Answer {
        State state = State::Asked;
        Referred referred; //!< Known only
    };
    //! @param lookup must outlive the cache
    explicit ReferredCache(RecordLookup &lookup, QObject *parent = nullptr);

    [[nodiscard]] Answer find(const LookupTarget &target, const QString &value);
    void know(const LookupTarget &target, const Referred &referred);
    //! Everything is asked again when it is needed again.
    void forget();

Q_SIGNALS:
    void changed();

private:
    using Key = std::pair<EntityType, QString>;
    [[nodiscard]] static Key keyOf(const LookupTarget &target, const QString &value);
    void ask();

    RecordLookup &m_lookup;
    QTimer m_asking;
    QHash<Key, Answer> m_answers;
    QHash<Key, std::pair<LookupTarget, QStringList>> m_wanted; //!< by target
};

} // namespace frost
