// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/oracle.h"

#include <algorithm>

namespace frost::test {

using namespace Qt::StringLiterals;

void Oracle::created(int device, const QString &token)
{
    ++m_heard;
    m_created.insert(token);
    m_createdBy[device].insert(token);
}

void Oracle::typed(int device, const QString &token, const QString &note)
{
    ++m_heard;
    m_last[device].insert(token, note);
}

void Oracle::deleted(const QString &token)
{
    ++m_heard;
    m_mayBeGone.insert(token);
}

void Oracle::seenByPerson(const QJsonObject &body)
{
    ++m_heard;
    m_seen.insert(noteOf(body));
    m_newestAccepted.remove(u"ledger/0/"_s + tokenOf(body)); // what follows is a decision
}

void Oracle::chosen(const QJsonObject &body)
{
    ++m_heard;
    m_putBack[tokenOf(body)].insert(noteOf(body));
}

void Oracle::carriedOutByLedger(const QJsonObject &body)
{
    ++m_heard;
    checkOrder(u"ledger"_s, 0, tokenOf(body), noteOf(body));
}

void Oracle::givenUp(int device, const QString &token)
{
    ++m_heard;
    m_last[device].remove(token);
    for (auto it = m_newestAccepted.begin(); it != m_newestAccepted.end(); ++it)
        if (it.key().endsWith(u'/' + token))
            *it = 0;
}

// What had reached the server comes back from there; the rest was given up with the disk.
void Oracle::backupRestored(int device)
{
    ++m_heard;
    m_last[device].clear();
    m_newestAccepted.clear();
    for (const auto &token : std::as_const(m_createdBy[device]))
        if (!m_server.ids.contains(token))
            m_mayBeGone.insert(token);
    for (const auto &token : std::as_const(m_lostThere)) // who has it still?
        if (!m_server.ids.contains(token))
            m_mayBeGone.insert(token);
}

void Oracle::serverRestored(const OnServer &then)
{
    ++m_heard;
    for (auto had = m_server.ids.begin(); had != m_server.ids.end(); ++had)
        if (!then.ids.contains(had.key()))
            m_lostThere.insert(had.key());
    m_server = then;
    m_newestAccepted.clear();
}

void Oracle::accepted(int device, const QJsonObject &operation, const QJsonObject &result)
{
    ++m_heard;
    const auto body = operation["data"_L1].toObject();
    const auto token = tokenOf(body);
    const auto note = noteOf(body);
    const auto id = result["realId"_L1].toInteger();
    const auto key = operation["idempotencyKey"_L1].toString();
    const auto effect = u"%1 at version %2"_s.arg(id).arg(result["version"_L1].toInteger());
    if (const auto known = m_server.effects.constFind(key); known != m_server.effects.cend()) {
        if (*known != effect)
            m_violations += u"I4: key %1 did %2 and then %3"_s.arg(key, *known, effect);
        return;
    }
    m_server.effects.insert(key, effect);
    const auto kind = operation["operation"_L1].toString();
    if (kind == u"delete")
        return;
    if (kind == u"step")
        return checkStep(device, operation["step"_L1].toString(), result["serverData"_L1].toObject());
    checkOnWire(operation);
    m_seen.insert(note);
    m_onServer[token].insert(note);
    m_server.ids[token].insert(id);
    if (m_server.ids[token].size() > 1)
        m_violations += u"I7: %1 server records for %2"_s.arg(m_server.ids[token].size()).arg(token);
    checkOrder(u"server"_s, device, token, note);
}

void Oracle::refused(const QJsonObject &operation)
{
    const auto key = operation["idempotencyKey"_L1].toString();
    if (const auto known = m_server.effects.constFind(key); known != m_server.effects.cend())
        m_violations += u"I4: key %1 did %2, and is refused when it comes again"_s.arg(key, *known);
}

void Oracle::checkOnWire(const QJsonObject &operation)
{
    const auto isReal = [](const QString &id) { return std::ranges::all_of(id, [](QChar c) { return c.isDigit(); }); };
    const auto customer = operation["data"_L1]["customer"_L1].toString();
    if (!isReal(customer))
        m_violations += u"I6: temporary id %1 travels in a reference"_s.arg(customer);
    if (operation["operation"_L1].toString() == u"update" && operation["entityId"_L1].isString())
        m_violations += u"I6: an update travels under the temporary id %1"_s.arg(operation["entityId"_L1].toString());
}

void Oracle::asked(int device, const QString &step, const QJsonObject &seen)
{
    m_asked[u"%1/%2/%3"_s.arg(device).arg(step, tokenOf(seen))].insert(noteOf(seen));
}

//! Nobody books figures nobody saw; the note stands for them. Telling that it was sent is said of whatever it is by then.
void Oracle::checkStep(int device, const QString &step, const QJsonObject &taken)
{
    if (step == u"mark-sent")
        return;
    if (!m_asked.value(u"%1/%2/%3"_s.arg(device).arg(step, tokenOf(taken))).contains(noteOf(taken)))
        m_violations += u"I24: %1 of %2 with the note \"%3\", which nobody saw who asked for it"_s.arg(step, tokenOf(taken), noteOf(taken));
}

void Oracle::checkOrder(const QString &place, int device, const QString &token, const QString &note)
{
    const auto parts = note.split(u'-'); // note-DEVICE-NUMBER
    if (parts.size() != 3)
        return;
    const int number = parts[2].toInt();
    int &newest = m_newestAccepted[u"%1/%2/%3"_s.arg(place, parts[1], token)];
    if (parts[1].toInt() == device) {
        if (number < newest && !m_putBack[token].contains(note))
            m_violations += u"I5: %1 of %2 was carried out by the %3 after a newer one"_s.arg(note, token, place);
        newest = std::max(newest, number);
    } else if (number < newest) { // somebody else has put an older one back, and its writer sends it on from there
        m_putBack[token].insert(note);
    }
}

bool Oracle::wasOnServer(const QString &token, const QString &note) const
{
    return m_onServer.value(token).contains(note);
}

QHash<QString, QString> Oracle::unsent(int device) const
{
    auto notes = m_last.value(device);
    notes.removeIf([&](const auto &entry) { return m_seen.contains(entry.value()) || m_mayBeGone.contains(entry.key()); });
    return notes;
}

QStringList Oracle::complaints(const QList<QJsonObject> &live) const
{
    QStringList wrong;
    QHash<QString, int> count;
    for (const auto &body : live)
        ++count[tokenOf(body)];
    QStringList tokens(m_created.begin(), m_created.end());
    tokens.sort();
    for (const auto &token : std::as_const(tokens)) {
        const int found = count.value(token);
        if (found > 1)
            wrong += u"I7: %1 stands %2 times on the server"_s.arg(token).arg(found);
        if (found == 0 && !m_mayBeGone.contains(token))
            wrong += u"I1: %1 is not on the server"_s.arg(token);
    }
    for (auto device = m_last.begin(); device != m_last.end(); ++device) {
        const auto lost = unsent(device.key());
        for (auto note = lost.begin(); note != lost.end(); ++note)
            wrong += u"I3: what device %1 typed into %2, %3, is nowhere"_s.arg(device.key()).arg(note.key(), note.value());
    }
    return wrong;
}

} // namespace frost::test
