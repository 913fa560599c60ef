// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limitmemory.h"

#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/net/tuning.h"
#include "core/store/sql.h"

#include <QJsonArray>

#include <algorithm>

static void initNetResources()
{
    Q_INIT_RESOURCE(net); // a static library's resources are there only when asked for
}

namespace frost {

using namespace Qt::StringLiterals;

namespace {

template<class Entry>
QJsonArray entriesJson(const std::vector<Entry> &entries, qint64 Entry::*instant)
{
    QJsonArray array;
    for (const auto &entry : entries) {
        array.append(entry.id);
        array.append(entry.cost);
        array.append(entry.*instant);
    }
    return array;
}

template<class Entry>
bool readEntries(const QJsonValue &json, std::vector<Entry> &entries, qint64 Entry::*instant)
{
    const auto array = json.toArray();
    if (!json.isArray() || array.size() % 3 != 0)
        return false;
    for (qsizetype i = 0; i < array.size(); i += 3) {
        Entry entry;
        entry.id = array.at(i).toInteger();
        entry.cost = std::max(0, array.at(i + 1).toInt());
        entry.*instant = array.at(i + 2).toInteger();
        entries.push_back(entry);
    }
    return true;
}

} // namespace

QByteArray toBytes(const LimitState &state)
{
    QJsonArray debts;
    for (const auto debt : state.debts)
        debts.append(debt);
    return toCanonicalJson({{u"flights"_s, entriesJson(state.flights, &LimitState::Flight::lapsesAt)},
                            {u"landings"_s, entriesJson(state.landings, &LimitState::Landing::at)},
                            {u"debts"_s, debts},
                            {u"debtsAt"_s, state.debtsAt},
                            {u"seen"_s, state.seen},
                            {u"notBefore"_s, state.notBefore},
                            {u"refusals"_s, state.refusals},
                            {u"share"_s, state.share},
                            {u"left"_s, state.left},
                            {u"leftUntil"_s, state.leftUntil},
                            {u"perSecond"_s, state.perSecond},
                            {u"capacity"_s, state.capacity}});
}

std::optional<LimitState> limitStateFrom(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    LimitState state;
    if (!json || !readEntries((*json)["flights"_L1], state.flights, &LimitState::Flight::lapsesAt)
        || !readEntries((*json)["landings"_L1], state.landings, &LimitState::Landing::at))
        return std::nullopt;
    const auto debts = (*json)["debts"_L1].toArray();
    for (const auto &debt : debts)
        state.debts.push_back(std::max<qint64>(0, debt.toInteger()));
    state.debtsAt = (*json)["debtsAt"_L1].toInteger();
    state.seen = (*json)["seen"_L1].toInteger();
    state.notBefore = (*json)["notBefore"_L1].toInteger();
    state.refusals = std::max(0, (*json)["refusals"_L1].toInt());
    state.share = (*json)["share"_L1].toInt(LimitState::kWholeShare);
    state.left = (*json)["left"_L1].toInt();
    state.leftUntil = (*json)["leftUntil"_L1].toInteger();
    state.perSecond = std::max(0, (*json)["perSecond"_L1].toInt());
    state.capacity = std::max(0, (*json)["capacity"_L1].toInt());
    return state;
}

//! The connection, and what is done with it.
struct SharedMemory::File {
    std::unique_ptr<Sql> sql;

    static Result<std::unique_ptr<File>> open(const QString &path, qint64 now);
    Result<std::optional<LimitState>> read(const QByteArray &key);
    Result<> write(const QByteArray &key, const LimitState &state);
};

Result<std::unique_ptr<SharedMemory::File>> SharedMemory::File::open(const QString &path, qint64 now)
{
    initNetResources();
    Sql::Options options;
    options.path = path;
    options.busyTimeout = kLimitFileBusy;
    auto sql = Sql::open(options);
    FROST_TRY(sql);
    FROST_TRY(migrate(**sql, u":/frost/net/sql"_s));
    FROST_TRY((*sql)->run("DELETE FROM limits WHERE seen < ?", {now - qint64(kLimitKept.count())}));
    return std::make_unique<File>(File{*std::move(sql)});
}

// nullopt: the row is damaged, and what was sent is not known.
Result<std::optional<LimitState>> SharedMemory::File::read(const QByteArray &key)
{
    auto rows = sql->query("SELECT state FROM limits WHERE key = CAST(? AS TEXT)", {key});
    FROST_TRY(rows);
    if (!rows->next()) {
        FROST_TRY(rows->status());
        return LimitState();
    }
    return limitStateFrom(rows->text(0).toUtf8());
}

Result<> SharedMemory::File::write(const QByteArray &key, const LimitState &state)
{
    FROST_TRY(sql->run("INSERT INTO limits (key, seen, state) VALUES (CAST(? AS TEXT), ?, CAST(? AS TEXT))"
                       " ON CONFLICT (key) DO UPDATE SET seen = excluded.seen, state = excluded.state",
                       {key, state.seen, toBytes(state)}));
    return {};
}

SharedMemory::SharedMemory(QString path, const QString &remote, const QByteArray &secret, Clock &clock)
    : m_path(std::move(path)), m_key(sha256Hex("limit\n" + remote.toUtf8() + '\n' + secret)), m_clock(clock)
{
}

SharedMemory::~SharedMemory() = default;

QString SharedMemory::fileIn(const QString &dataFolder)
{
    return dataFolder + u"/limits.db"_s;
}

Result<> SharedMemory::changeFile(const Step &step)
{
    if (!m_file) {
        auto file = File::open(m_path, m_clock.now().toMSecsSinceEpoch());
        FROST_TRY(file);
        m_file = *std::move(file);
    }
    auto transaction = Transaction::begin(*m_file->sql, Durability::ProcessCrash);
    FROST_TRY(transaction);
    const auto read = m_file->read(m_key);
    FROST_TRY(read);
    auto state = read->value_or(LimitState());
    if (m_sight == Sight::Alone)
        state = merged(std::move(state), m_last);
    step(state, *read ? Sight::Everyone : Sight::Blind);
    FROST_TRY(m_file->write(m_key, state));
    FROST_TRY(transaction->commit());
    m_last = std::move(state);
    return {};
}

void SharedMemory::change(const Step &step)
{
    const auto now = m_clock.now();
    // Not believed when it is further away than it was set: the clock was set back.
    const bool waits = !m_file && m_tryAgain > now && m_tryAgain <= now.addMSecs(kLimitFileRetry.count());
    if (!waits) {
        const auto changed = changeFile(step);
        if (changed) {
            m_sight = Sight::Everyone;
            return;
        }
        if (m_sight != Sight::Alone)
            qCWarning(lcNet) << "the limits of this computer's programs cannot be shared, each takes a part:"
                             << changed.error().logLine();
        if (changed.error().kind != ErrorKind::Busy || !m_file) {
            m_file.reset();
            m_tryAgain = now.addMSecs(kLimitFileRetry.count());
        }
    }
    step(m_last, m_sight == Sight::Blind ? Sight::Blind : Sight::Alone);
    m_sight = Sight::Alone;
}

} // namespace frost
