// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told about a running program: frost-accessible-tree PROCESS
// Prints the tree of everything in sight as AT-SPI has it, a line for each object: role, name, states. Ends with 1 where
// something that takes the focus has no name (those lines begin with "!"), with 2 where there is no tree.
#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusReply>
#include <QDBusVariant>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

const QString kAccessible = u"org.a11y.atspi.Accessible"_s;

// Bits of a state set, as libatspi numbers them (atspi-constants.h).
enum State { Focusable = 11, Showing = 25 };

//! "(so)": whose, and where.
struct Object {
    QString service;
    QDBusObjectPath path;
};
const QDBusArgument &operator>>(const QDBusArgument &argument, Object &object)
{
    argument.beginStructure();
    argument >> object.service >> object.path;
    argument.endStructure();
    return argument;
}

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}

class Tree
{
public:
    explicit Tree(const QDBusConnection &bus) : m_bus(bus), m_out(stdout) { }

    void print(const Object &object, int depth = 0)
    {
        const auto states = statesOf(object);
        const bool isTop = depth < 1; // the application itself is nowhere
        if (!isTop && !(states & (quint64(1) << Showing)))
            return;
        // All three are on their way at once.
        const auto askedName = ask(object, u"Get"_s, u"org.freedesktop.DBus.Properties"_s, {kAccessible, u"Name"_s});
        const auto askedRole = ask(object, u"GetRoleName"_s);
        const auto askedChildren = ask(object, u"GetChildren"_s);
        const auto told = answer(askedName);
        if (!told.isValid())
            return;
        const auto name = told.value<QDBusVariant>().variant().toString();
        const bool takesFocus = states & (quint64(1) << Focusable);
        const bool isNameless = takesFocus && name.trimmed().isEmpty();
        m_focusable += takesFocus;
        m_nameless += isNameless;
        m_out << (isNameless ? u'!' : u' ') << QString(depth * 2, u' ') << answer(askedRole).toString() << " \"" << name << '"'
              << (takesFocus ? " focusable" : "") << '\n';
        for (const auto &child : objects(answer(askedChildren)))
            print(child, depth + 1);
    }
    [[nodiscard]] QList<Object> childrenOf(const Object &object) { return objects(answer(ask(object, u"GetChildren"_s))); }
    [[nodiscard]] int focusable() const { return m_focusable; }
    [[nodiscard]] int nameless() const { return m_nameless; }

private:
    [[nodiscard]] QDBusPendingCall ask(const Object &object, const QString &method, const QString &interface = kAccessible,
                                       const QVariantList &arguments = {})
    {
        auto message = QDBusMessage::createMethodCall(object.service, object.path.path(), interface, method);
        message.setArguments(arguments);
        return m_bus.asyncCall(message);
    }
    //! Invalid where the object has gone meanwhile: then it is not in sight.
    [[nodiscard]] static QVariant answer(QDBusPendingCall call)
    {
        call.waitForFinished();
        return call.isError() ? QVariant() : call.reply().arguments().value(0);
    }
    [[nodiscard]] static QList<Object> objects(const QVariant &told)
    {
        return told.isValid() ? qdbus_cast<QList<Object>>(told.value<QDBusArgument>()) : QList<Object>();
    }
    [[nodiscard]] quint64 statesOf(const Object &object)
    {
        const auto told = answer(ask(object, u"GetState"_s));
        const auto words = told.isValid() ? qdbus_cast<QList<uint>>(told.value<QDBusArgument>()) : QList<uint>();
        return words.size() == 2 ? words[0] | (quint64(words[1]) << 32) : 0;
    }

    QDBusConnection m_bus;
    QTextStream m_out;
    int m_focusable = 0;
    int m_nameless = 0;
};

QDBusConnection accessibilityBus()
{
    const auto ask = QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s);
    const QDBusReply<QString> address = QDBusConnection::sessionBus().call(ask);
    if (!address.isValid())
        giveUp(u"no accessibility bus (package at-spi2-core): "_s + address.error().message());
    auto bus = QDBusConnection::connectToBus(address.value(), u"reader"_s);
    if (!bus.isConnected())
        giveUp(u"the accessibility bus does not answer: "_s + bus.lastError().message());
    return bus;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto process = application.arguments().value(1).toUInt();
    const auto bus = accessibilityBus();
    Tree tree(bus);
    const Object desktop{u"org.a11y.atspi.Registry"_s, QDBusObjectPath(u"/org/a11y/atspi/accessible/root"_s)};
    for (const auto &program : tree.childrenOf(desktop)) {
        if (bus.interface()->servicePid(program.service).value() == process)
            tree.print(program);
    }
    if (tree.focusable() == 0)
        giveUp(u"nothing of process %1 is told"_s.arg(process));
    return tree.nameless() > 0 ? 1 : 0;
}
