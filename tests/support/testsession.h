// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"

namespace frost::test {

//! A session without threads over a real company: what is asked is done in the next turn of the event loop.
class TestSession final : public CompanySession
{
public:
    TestSession(Company &opened, DataFolder::Company place) : m_opened(opened), m_place(std::move(place)) { }

    const DataFolder::Company &company() const override { return m_place; }
    const Schema &schema() const override { return m_opened.schema(); }
    const CompanyStatus &status() const override { return m_status; }
    void setNetworkUse(NetworkUse use) override { m_status.use = use; tell(m_status); }
    void setPause(AutoSyncPause pause) override { m_status.pause = pause; tell(m_status); }
    void syncNow() override { ++syncsAsked; }
    void confirmMassChange(const ConnectionId &connection, const MassQuestion &seen) override { confirmed.append({connection, seen}); }
    void stopSync() override { }

    //! Pretends that the engine told this.
    void tell(const CompanyStatus &status)
    {
        m_status = status;
        Q_EMIT statusChanged();
    }
    int syncsAsked = 0;
    QList<std::pair<ConnectionId, MassQuestion>> confirmed;

protected:
    void post(Lane, std::function<void(Company &)> job) override
    {
        QMetaObject::invokeMethod(
            this,
            [this, job = std::move(job)] {
                (void)m_opened.writer().takeWritten(); // what a test wrote itself is told by nobody
                job(m_opened);
                if (const auto written = m_opened.writer().takeWritten(); !written.isEmpty())
                    Q_EMIT recordsChanged(QList<EntityType>(written.begin(), written.end()));
            },
            Qt::QueuedConnection);
    }
    void answer(std::function<void()> then) override
    {
        QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
    }

private:
    Company &m_opened;
    DataFolder::Company m_place;
    CompanyStatus m_status;
};

} // namespace frost::test
