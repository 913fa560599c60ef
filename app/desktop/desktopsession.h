// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/engine.h"
#include "core/net/systemhint.h"
#include "ui/session/companysession.h"

#include <QThread>

#include <array>

namespace frost {

//! CompanySession with its threads: one writes and synchronises (Engine), two read.
class DesktopSession final : public CompanySession
{
    Q_OBJECT
public:
    //! Starts the threads; `opened` or `failed` says how it went.
    DesktopSession(DataFolder::Company place, QString dataFolder, CompanyFile file = {});
    //! Ends a run in hand and waits for the threads.
    ~DesktopSession() override;

    const DataFolder::Company &company() const override { return m_place; }
    const Schema &schema() const override { return m_schema; }
    const CompanyStatus &status() const override { return m_status; }
    void setNetworkUse(NetworkUse use) override;
    void setPause(AutoSyncPause pause) override;
    void syncNow() override;
    void confirmMassChange(const ConnectionId &connection, const MassQuestion &seen) override;
    void stopSync() override;

    using ConnectAnswer = std::function<void(const Result<OpenCompany::Connected> &)>;
    //! `then` is called on the UI thread unless the session is gone.
    void connectTo(const OpenCompany::NewConnection &wanted, ConnectAnswer then);
    //! Nobody waits for it any more; the answer, an error, comes all the same.
    void stopConnecting();

Q_SIGNALS:
    void opened();
    void failed(const frost::Error &error);

protected:
    void post(Lane lane, std::function<void(Company &)> job) override;
    void answer(std::function<void()> then) override;

private:
    class Reader;
    void engineOpened(const Result<Schema> &schema);

    DataFolder::Company m_place;
    QString m_dataFolder;
    EngineSettings m_settings;
    Schema m_schema;
    CompanyStatus m_status;
    SystemHint m_hint;
    QThread m_engineThread;
    Engine *m_engine = nullptr; //!< lives on its thread
    std::array<QThread, 2> m_readerThreads;
    std::array<Reader *, 2> m_readers{}; //!< Page, Scan
};

} // namespace frost
