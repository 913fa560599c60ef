// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/demotheatre.h"
#include "ui/shell/office.h"

#include <QTemporaryDir>
#include <QThread>

namespace frost {

//! The example company as the window drives it; DemoTheatre plays on a thread. The folder goes with it.
class Demo final : public DemoControls
{
    Q_OBJECT
public:
    explicit Demo(QObject *parent);
    //! Waits for a scene that is being played; end() does not.
    ~Demo() override;

    //! It goes away, as soon as the scene in hand is over. Nothing else is called afterwards.
    void end();

    [[nodiscard]] QString dataFolder() const;
    void prepare(std::function<void(const Result<DataFolder::Company> &)> then);
    //! Whose last edits the colleague answers. nullptr: none is open
    void setSession(CompanySession *session) { m_session = session; }
    [[nodiscard]] bool isOpen() const { return !m_session.isNull(); }

    Server server() const override { return m_server; }
    void startServer() override;
    void stopServer() override;
    void faultServer() override;
    void colleagueActs(ColleagueAct act) override;

private:
    void play(std::function<Result<>(DemoTheatre &)> scene, Server then);
    void answer(std::function<void()> then);
    //! In the theatre's thread, after the scenes before it.
    void onStage(std::function<void()> scene);
    void colleagueActs(ColleagueAct act, const EntityType &type, const QString &id);

    QTemporaryDir m_folder;
    QThread m_thread;
    DemoTheatre *m_theatre;
    QPointer<CompanySession> m_session;
    Server m_server = Server::Starting;
};

} // namespace frost
