// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifications/freedesktopnotifier.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusServer>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace frost;

namespace {

const QString kPath = u"/org/freedesktop/Notifications"_s;
const QString kInterface = u"org.freedesktop.Notifications"_s;

//! A desktop's notification service at the other end of a real D-Bus connection; it needs no bus.
class Desktop final : public QDBusVirtualObject
{
public:
    Desktop()
    {
        connect(&m_server, &QDBusServer::newConnection, this, [this](const QDBusConnection &peer) {
            m_peer = peer;
            m_peer->registerVirtualObject(kPath, this);
        });
    }
    [[nodiscard]] QString address() const { return m_server.address(); }
    [[nodiscard]] bool isCalled() const { return m_peer.has_value(); }
    void say(const QString &signal, const QVariantList &arguments)
    {
        auto message = QDBusMessage::createSignal(kPath, kInterface, signal);
        message.setArguments(arguments);
        m_peer->send(message);
    }

    QString introspect([[maybe_unused]] const QString &path) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        heard.append(message.arguments());
        return connection.send(message.createReply(uint(7)));
    }
    QList<QVariantList> heard;

private:
    QDBusServer m_server;
    std::optional<QDBusConnection> m_peer;
};

} // namespace

// R-CON-09
class NotificationTest : public QObject
{
    Q_OBJECT
public Q_SLOTS:
    void marked() { m_marked = true; }
private Q_SLOTS:
    void init()
    {
        m_marked = false;
        m_desktop = std::make_unique<Desktop>();
        m_name = u"desktop-%1"_s.arg(++m_count);
        auto bus = QDBusConnection::connectToPeer(m_desktop->address(), m_name);
        QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
        QTRY_VERIFY(m_desktop->isCalled());
        m_notifier = std::make_unique<FreedesktopNotifier>(bus);
        QVERIFY(bus.connect({}, kPath, kInterface, u"Marker"_s, this, SLOT(marked())));
    }
    void cleanup()
    {
        m_notifier.reset();
        QDBusConnection::disconnectFromPeer(m_name);
        m_desktop.reset();
    }

    void theDesktopHearsTitleAndText()
    {
        m_notifier->show(u"3 conflicts"_s, u"Ek & Son <changed> it"_s);
        QTRY_COMPARE(m_desktop->heard.size(), 1);
        const auto &call = m_desktop->heard.first();
        QCOMPARE(call.value(1).toUInt(), 0u);
        QCOMPARE(call.value(3).toString(), u"3 conflicts"_s);
        QCOMPARE(call.value(4).toString(), u"Ek &amp; Son &lt;changed&gt; it"_s); // the text may hold markup, ours does not
    }

    void theNextTakesThePlaceOfTheLast()
    {
        m_notifier->show(u"3 conflicts"_s, {});
        QTRY_COMPARE(m_desktop->heard.size(), 1);
        QTRY_VERIFY(showsAgainAs(7));
        m_desktop->say(u"NotificationClosed"_s, {uint(7), uint(2)});
        m_desktop->say(u"Marker"_s, {}); // comes behind it
        QTRY_VERIFY(m_marked);
        QVERIFY(showsAgainAs(0));
    }

    void aClickIsTold()
    {
        QSignalSpy clicked(m_notifier.get(), &Notifier::activated);
        m_notifier->show(u"3 conflicts"_s, {});
        QTRY_VERIFY(showsAgainAs(7));
        m_desktop->say(u"ActionInvoked"_s, {uint(8), u"default"_s});
        m_desktop->say(u"ActionInvoked"_s, {uint(7), u"default"_s});
        QTRY_COMPARE(clicked.size(), 1);
    }

private:
    //! What a further notification asks to replace.
    bool showsAgainAs(uint id)
    {
        const auto before = m_desktop->heard.size();
        m_notifier->show(u"again"_s, {});
        return QTest::qWaitFor([&] { return m_desktop->heard.size() > before; }) && m_desktop->heard.last().value(1).toUInt() == id;
    }

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Notifier> m_notifier;
    QString m_name;
    int m_count = 0;
    bool m_marked = false;
};

QTEST_MAIN(NotificationTest)
#include "notification_test.moc"
