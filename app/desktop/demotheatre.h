// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver/bookkeeper.h"
#include "app/demoserver/demoserver.h"
#include "ui/shell/office.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QTcpServer;

namespace frost {

//! The other side of the example company: its server, and a colleague at a computer of her own. Waits for processes and
//! answers: it lives on a thread that draws nothing.
class DemoTheatre final : public QObject
{
public:
    //! @param folder  empty; whoever made it removes it
    explicit DemoTheatre(QString folder);
    ~DemoTheatre() override;

    //! One scene after the other: while one waits for the network, events come in, and the next may be among them.
    void play(std::function<void()> scene);
    //! Makes server, company and the colleague's copy; both copies and the server agree afterwards.
    //! @return the person's company, ready for a window to open
    [[nodiscard]] Result<DataFolder::Company> prepare();
    //! The server, after a stop or a fault; what the colleague did meanwhile is sent first.
    [[nodiscard]] Result<> startServer();
    void stopServer();
    //! Something else answers in the server's place, and always with a failure.
    [[nodiscard]] Result<> faultServer();

    using Act = DemoControls::ColleagueAct;
    struct Done {
        Act act = Act::Edits;
        EntityType type;
        QString record;     //!< its title
        QStringList fields; //!< what the colleague changed; empty: what is done says it
    };
    //! @param id  of the record as shown; where the colleague does not have it, an invoice is taken
    [[nodiscard]] Result<Done> colleagueActs(Act act, const EntityType &type, const QString &id);
    [[nodiscard]] QString dataFolder() const;

private:
    [[nodiscard]] Result<> fill(OpenCompany &company);
    [[nodiscard]] Result<> agree(demo::Bookkeeper &person);
    [[nodiscard]] Result<QStringList> carryOut(Act act, const EntityType &type, const Record &record);
    [[nodiscard]] Result<std::optional<Record>> known(const EntityType &type, const QString &id);

    QString m_folder;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<QTcpServer> m_fault;
    std::unique_ptr<demo::Bookkeeper> m_colleague;
    int m_edits = 0;
    enum class Stage { Free, Taken } m_stage = Stage::Free;
    QList<std::function<void()>> m_scenes;
};

} // namespace frost
