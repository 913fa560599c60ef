// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/demo/scenes.h"

#include <QCoreApplication>
#include <QSet>
#include <QTimer>

namespace frost::demo {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Demo", source);
}

constexpr int kArticles = 1500;                      //!< three batches: one answered, one in the air, one not yet sent
constexpr int kAttempts = 6;                         //!< kills until one hits a batch in the air
constexpr std::chrono::milliseconds kUntilSent{4};   //!< after an answer; the timer then fires as soon as the next batch is on its way
constexpr std::chrono::milliseconds kInTheAir{6};    //!< from there to the kill; doubled with every attempt

} // namespace

// 8
Result<> Scenes::killedInTheMiddle()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "The server is killed in the middle of a large transfer")));
    bool hit = false;
    for (int attempt = 0; attempt < kAttempts && !hit; ++attempt) {
        FROST_TRY(addArticles(attempt));
        const auto killed = killWhileSending(attempt);
        FROST_TRY(killed);
        hit = *killed;
        FROST_TRY(m_server->start());
        if (!hit)
            FROST_TRY(synced(m_anna));
    }
    FROST_TRY(expect(hit, text(QT_TRANSLATE_NOOP("Demo", "the kill left changes of which nobody knows whether they arrived"))));

    m_narrator.say(text(QT_TRANSLATE_NOOP("Demo", "The server starts again; Anna sends the same bytes under the same keys.")));
    FROST_TRY(synced(m_anna));
    FROST_TRY(synced(m_bjorn));
    auto store = m_bjorn.company().database().objectStore(EntityType(u"articles"_s));
    FROST_TRY(store);
    QSet<QString> numbers;
    qint64 count = 0;
    FROST_TRY(store->forEach([&](const Record &record) {
        numbers.insert(record.body.value("articleNumber"_L1).toString());
        ++count;
        return true;
    }));
    return expect(count == m_articles && numbers.size() == m_articles,
                  text(QT_TRANSLATE_NOOP("Demo", "all %1 articles are on the server exactly once, as Björn's computer shows")).arg(m_articles));
}

Result<> Scenes::addArticles(int attempt)
{
    QList<std::pair<EntityType, QJsonObject>> bodies;
    for (int i = 0; i < kArticles; ++i) {
        const auto number = u"A-%1-%2"_s.arg(attempt).arg(i, 4, 10, QChar(u'0'));
        const QJsonObject article{{u"articleNumber"_s, number}, {u"description"_s, QString(u"Artikel "_s + number)}, {u"salesPrice"_s, u"19.995"_s}};
        bodies.append({EntityType(u"articles"_s), article});
    }
    FROST_TRY(m_anna.company().editor().createAll(bodies, m_anna.company().actor(Source::Import)));
    m_articles += kArticles;
    m_narrator.say(text(QT_TRANSLATE_NOOP("Demo", "Anna takes over a price list of %1 articles and sends it.")).arg(kArticles));
    return {};
}

//! @return whether the kill hit a batch in the air
Result<bool> Scenes::killWhileSending(int attempt)
{
    bool armed = false;
    QObject sending; // no timer outlives the run
    const auto killSoon = [&] { QTimer::singleShot(kInTheAir * (1 << attempt), &sending, [this] { m_server->kill(); }); };
    const auto report = QCoro::waitFor(m_anna.sync([&](const Progress &progress) {
        if (progress.phase == SyncPhase::Pushing && !std::exchange(armed, true))
            QTimer::singleShot(kUntilSent, &sending, killSoon);
    }));
    FROST_TRY(report);
    m_server->kill(); // where the transfer was faster than the timer
    const auto counts = m_anna.company().outbox().counts();
    FROST_TRY(counts);
    if (counts->verify + counts->processing == 0)
        return false;
    m_narrator.say(text(QT_TRANSLATE_NOOP("Demo", "Killed: %1 confirmed, %2 sent without an answer, %3 not sent yet."))
                       .arg(report->counts.pushed)
                       .arg(counts->verify + counts->processing)
                       .arg(counts->pending));
    return true;
}

} // namespace frost::demo
