// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/screenshots/stage.h"
#include "ui/shell/draftbanner.h"
#include "ui/synccenter/connectioncard.h"
#include "ui/synccenter/statusbanners.h"
#include "ui/synccenter/statusbutton.h"
#include "ui/widgets/banner.h"

#include <QGridLayout>
#include <QLabel>

namespace frost::screenshots {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = AutoSyncState;
using Reason = AutoSyncReason;

namespace {

//! Says what it is told and answers nothing.
class StillSession final : public CompanySession
{
public:
    StillSession(const CompanySession &like, CompanyStatus status)
        : m_place(like.company()), m_schema(like.schema()), m_status(std::move(status))
    { }
    const DataFolder::Company &company() const override { return m_place; }
    const Schema &schema() const override { return m_schema; }
    const CompanyStatus &status() const override { return m_status; }
    void setNetworkUse(NetworkUse) override { }
    void setPause(AutoSyncPause) override { }
    void syncNow() override { }
    void confirmMassChange(const ConnectionId &, const MassQuestion &) override { }
    void stopSync() override { }
    void tellAgain() { Q_EMIT statusChanged(); }

protected:
    void post(Lane, std::function<void(Company &)>) override { }
    void answer(std::function<void()>) override { }

private:
    DataFolder::Company m_place;
    const Schema &m_schema;
    CompanyStatus m_status;
};

//! Two minutes to five of a Thursday in May, and going on.
QDateTime now()
{
    static QElapsedTimer since;
    if (!since.isValid())
        since.start();
    return QDateTime(QDate(2026, 5, 28), QTime(14, 58), Qt::UTC).addMSecs(since.elapsed());
}

CompanyStatus statusOf(State state, Reason reason, qint64 waiting = 0)
{
    ConnectionStatus connection;
    connection.id = ConnectionId(u"frostserver"_s);
    connection.provider = u"frostserver"_s;
    connection.network.quality = NetworkQuality::Online;
    connection.sync.state = state;
    connection.sync.reason = reason;
    connection.sync.lastSuccess = now().addSecs(-380);
    connection.sync.pending = waiting;
    CompanyStatus status;
    status.connections.append(connection);
    status.queue.pending = waiting;
    return status;
}

AutoSyncStatus &sync(CompanyStatus &status)
{
    return status.connections.first().sync;
}

CompanyStatus with(CompanyStatus status, NetworkQuality quality, NetworkUse use = NetworkUse::Automatic)
{
    auto &network = status.connections.first().network;
    network.quality = quality;
    network.since = now().addSecs(-3300);
    if (use == NetworkUse::Automatic)
        network.nextProbeAt = now().addSecs(25);
    status.use = network.use = use;
    return status;
}

CompanyStatus failedWith(CompanyStatus status, ErrorKind kind, const QString &code, const QStringList &args = {})
{
    sync(status).lastError = Error{kind, code, args, {}, {}};
    return status;
}

CompanyStatus running(qint64 processed, qint64 total, std::optional<std::chrono::seconds> left, qint64 pulled = 0)
{
    auto status = statusOf(State::Running, Reason::Running, total - processed);
    Progress progress;
    progress.phase = SyncPhase::Pushing;
    progress.processed = processed;
    progress.total = total;
    progress.counts.pulled = pulled;
    sync(status).progress = progress;
    sync(status).timeLeft = left;
    return status;
}

CompanyStatus again(Reason reason, int inSeconds, ErrorKind kind, const QString &code, const QStringList &args = {})
{
    auto status = statusOf(State::Waiting, reason, 3);
    sync(status).nextAttemptAt = now().addSecs(inSeconds);
    return failedWith(status, kind, code, args);
}

CompanyStatus counted(qint64 conflicts, qint64 refused)
{
    auto status = statusOf(State::Idle, Reason::PullDue);
    status.openConflicts = status.queue.conflict = conflicts;
    status.queue.failed = refused;
    return status;
}

CompanyStatus stale()
{
    auto status = again(Reason::Retry, 4000, ErrorKind::Internal, u"remote.status"_s, {u"500"_s});
    sync(status).lastSuccess = now().addDays(-2);
    return status;
}

QList<CompanyStatus> all()
{
    const auto offline = with(statusOf(State::OfflineWaiting, Reason::Offline, 12), NetworkQuality::Offline);
    return {
        {},
        statusOf(State::Idle, Reason::PullDue),
        with(statusOf(State::Idle, Reason::PullDue), NetworkQuality::Slow),
        statusOf(State::Waiting, Reason::NotKnown, 1),
        statusOf(State::Waiting, Reason::Edited, 1),
        statusOf(State::Waiting, Reason::LeaseHeld, 5),
        running(34, 120, 20s),
        running(0, 0, {}, 340),
        statusOf(State::Paused, Reason::Paused, 4),
        statusOf(State::Waiting, Reason::SwitchedOff, 1),
        with(statusOf(State::OfflineWaiting, Reason::WorkingOffline, 2), NetworkQuality::Offline, NetworkUse::WorkOffline),
        offline,
        with(statusOf(State::OfflineWaiting, Reason::Captive, 1), NetworkQuality::Captive),
        again(Reason::Retry, 25, ErrorKind::Offline, u"net.timeout"_s, {u"sync.byran.example"_s}),
        again(Reason::RateLimited, 40, ErrorKind::RateLimited, u"remote.status"_s, {u"429"_s}),
        stale(),
        counted(1, 0),
        counted(3, 0),
        counted(1, 2),
        failedWith(statusOf(State::Failed, Reason::Retry, 1), ErrorKind::Storage, u"store.full"_s),
        failedWith(statusOf(State::Waiting, Reason::Question, 2), ErrorKind::Rejected, u"run.massChange"_s, {u"deletions"_s, u"120"_s, u"900"_s}),
        statusOf(State::Waiting, Reason::PausedThere, 3),
        again(Reason::RateLimited, 40, ErrorKind::RateLimited, u"breaker.open"_s, {u"sync.byran.example"_s}),
        failedWith(statusOf(State::SignInNeeded, Reason::SignIn, 2), ErrorKind::Unauthorized, u"token.invalid"_s),
    };
}

} // namespace

void gallery(Stage &stage)
{
    std::vector<std::unique_ptr<StillSession>> sessions;
    QWidget buttons;
    QWidget cards;
    QWidget banners;
    for (auto *one : {&buttons, &cards, &banners})
        one->setFixedWidth(1200);
    auto *lines = new QGridLayout(&buttons);
    lines->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(&cards);
    auto *messages = new QVBoxLayout(&banners);
    for (const auto &status : all()) {
        sessions.push_back(std::make_unique<StillSession>(stage.session(), status));
        auto &session = *sessions.back();
        auto *button = new StatusButton(session, &buttons, &now);
        const int row = lines->rowCount();
        lines->addWidget(button, row, 0, Qt::AlignRight);
        auto *tip = new QLabel(&buttons);
        tip->setWordWrap(true);
        lines->addWidget(tip, row, 1);
        waitFor("the words", [&] { return button->line().kind == statusLine(status, now()).kind; });
        tip->setText(button->toolTip().replace(u'\n', u' '));
        if (!status.connections.isEmpty()) {
            auto *card = new ConnectionCard(&cards);
            const auto &connection = status.connections.first();
            card->present(connection, u"https://sync.byran.example"_s, now(), unsentOf(status, connection));
            column->addWidget(card);
        }
        int minutes = 0; // a night has passed since the program began
        auto *banner = new StatusBanners(session, &banners, [&minutes] { return now().addSecs(60 * minutes); });
        minutes = 2;
        session.tellAgain();
        if (banner->banner().isHidden())
            delete banner;
        else
            messages->addWidget(banner);
    }
    messages->addWidget(new DraftBanner(stage.session(), &banners));
    for (auto &[name, widget] : {std::pair{u"states"_s, &buttons}, {u"states-of-connections"_s, &cards}, {u"banners"_s, &banners}}) {
        widget->show();
        settle(); // the last banner reads first
        widget->resize(widget->width(), widget->layout()->totalHeightForWidth(widget->width()));
        stage.camera.take(name, *widget);
    }
}

} // namespace frost::screenshots
