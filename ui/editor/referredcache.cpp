// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/referredcache.h"

#include <utility>

namespace frost {

ReferredCache::ReferredCache(RecordLookup &lookup, QObject *parent) : QObject(parent), m_lookup(lookup)
{
    m_asking.setSingleShot(true);
    connect(&m_asking, &QTimer::timeout, this, &ReferredCache::ask);
}

ReferredCache::Key ReferredCache::keyOf(const LookupTarget &target, const QString &value)
{
    return {target.type, target.within.isEmpty() ? value : target.within + u' ' + value};
}

ReferredCache::Answer ReferredCache::find(const LookupTarget &target, const QString &value)
{
    const auto key = keyOf(target, value);
    if (const auto known = m_answers.constFind(key); known != m_answers.cend())
        return *known;
    m_answers.insert(key, {});
    auto &wanted = m_wanted[keyOf(target, {})];
    wanted.first = target;
    wanted.second.append(value);
    m_asking.start(0); // what one repaint needs is one question
    return {};
}

void ReferredCache::know(const LookupTarget &target, const Referred &referred)
{
    const auto value = target.holds == LookupTarget::Holds::Number ? referred.number : referred.id.toString();
    m_answers.insert(keyOf(target, value), {State::Known, referred});
}

void ReferredCache::forget()
{
    m_answers.clear();
}

void ReferredCache::ask()
{
    for (const auto &[target, values] : std::as_const(m_wanted)) {
        m_lookup.find(target, values, this,
                      [this, target = target, values = values](const QHash<QString, Referred> &found) {
            for (const auto &value : values) {
                const auto referred = found.constFind(value);
                m_answers.insert(keyOf(target, value), referred == found.cend() ? Answer{State::Missing, {}}
                                                                                : Answer{State::Known, *referred});
            }
            Q_EMIT changed();
        });
    }
    m_wanted.clear();
}

} // namespace frost
