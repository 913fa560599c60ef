// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    [[nodiscard]] virtual Server server() const = 0;
    virtual void startServer() = 0;
    virtual void stopServer() = 0;  //!< as if the network were gone
    virtual void faultServer() = 0; //!< it takes connections and answers nothing
    //! A colleague changes what was changed last here, if it is an invoice or a customer, else the first invoice.
    virtual void colleagueEdits() = 0;

Q_SIGNALS:
    void serverChanged();
    //! @param record  "Invoice 1042"  @param fields  their labels
    void colleagueDid(const QString &record, const QStringList &fields);
    void failed(const frost::Error &error);
};

//! What windows need of the program: companies, and servers to connect them to. UI thread; answers come later.
class Office : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    using Opened = std::function<void(Result<std::unique_ptr<CompanySession>>)>;
    using Done = std::function<void(const Result<> &)>;

    [[nodiscard]] virtual QList<DataFolder::Company> companies() const = 0;
    virtual void open(const DataFolder::Company &company, Opened then) = 0;
    virtual void create(const QString &tenant, const QString &company, Opened then) = 0;
    //! Checks address and token and synchronises from then on. @param session of this office
    virtual void connectToServer(CompanySession &session, const QUrl &server, const QByteArray &token, Done then) = 0;
    //! A company with examples, a server of its own and a colleague; begins anew each time.
    virtual void openDemo(Opened then) = 0;
    //! nullptr unless the demo is open.
    [[nodiscard]] virtual DemoControls *demo() = 0;
};

} // namespace frost
