// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/backup.h"
#include "ui/session/companysession.h"

#include <QUrl>

#include <memory>

namespace frost {

//! The demo's other side: its server and the colleague. UI thread; everything happens elsewhere and is told.
class DemoControls : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    enum class Server { Starting, Running, Stopped, Faulty };
    //! What the colleague does to the record that was changed last here, if it is an invoice or a customer, else to the
    //! first invoice. What a customer cannot have done to it (rows, booking) is an edit.
    enum class ColleagueAct { Edits, WritesNote, AddsRow, RemovesRow, Books, Deletes };

    [[nodiscard]] virtual Server server() const = 0;
    virtual void startServer() = 0;
    virtual void stopServer() = 0;  //!< as if the network were gone
    virtual void faultServer() = 0; //!< it answers every request with a failure of its own
    virtual void colleagueActs(ColleagueAct act) = 0;

Q_SIGNALS:
    void serverChanged();
    //! @param record  "Invoice 1042"  @param fields  their labels; empty: what is done says it
    void colleagueDid(frost::DemoControls::ColleagueAct act, const QString &record, const QStringList &fields);
    void failed(const frost::Error &error);
};

//! A company to be made here.
struct NewCompany {
    QString tenant;
    QString company;
    QStringList packs; //!< see Schema::packs()
};

//! How a company is reached on a server.
struct ServerAccess {
    ConnectionId connection{QStringLiteral("frostserver")};
    QString company; //!< as the server calls it
    QUrl address;
    QByteArray token;
};

//! What windows need of the program: companies, and servers to connect them to. UI thread; answers come later. An opening
//! may be answered after a later one; that of a demo which is not wanted any more never is.
class Office : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    using Opened = std::function<void(Result<std::unique_ptr<CompanySession>>)>;
    using Done = std::function<void(const Result<> &)>;
    using Checked = std::function<void(const Result<QStringList> &packs)>;
    using WhenRestored = std::function<void(const Result<Restored> &)>;

    [[nodiscard]] virtual QList<DataFolder::Company> companies() const = 0;
    virtual void open(const DataFolder::Company &company, Opened then) = 0;
    virtual void create(const NewCompany &company, Opened then) = 0;
    //! Puts a backup in its company's place, see core/store/backup.h; nobody has that company open.
    virtual void restore(const QString &backup, WhenRestored then) = 0;
    //! Whether address, company and token fit together, and what the company is made of there; keeps nothing.
    virtual void checkServer(const ServerAccess &access, Checked then) = 0;
    //! As checkServer(); synchronises from then on. A connection of this name gets the new token. @param session of this
    //! office
    virtual void connectToServer(CompanySession &session, const ServerAccess &access, Done then) = 0;
    //! Gives up connectToServer(), which keeps nothing then.
    virtual void stopConnecting(CompanySession &session) = 0;
    //! A company with examples, a server of its own and a colleague; begins anew each time.
    virtual void openDemo(Opened then) = 0;
    //! nullptr unless the demo is open. It lives as long as its session.
    [[nodiscard]] virtual DemoControls *demo() = 0;
};

} // namespace frost
