// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/company.h"
#include "ui/session/companystatus.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace frost {

//! Where work on a company's file is done. Each lane is a thread with its own connection to the file; none is the UI's.
enum class Lane {
    Write, //!< the only one that may write; also where synchronisation runs. Edits go before everything else
    Page,  //!< short reading: what is about to be shown
    Scan,  //!< long reading: counts, sums, orders of whole stores
};

//! One open company as windows see it: everything is asked, nothing is waited for. UI thread.
class CompanySession : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual const DataFolder::Company &company() const = 0;
    [[nodiscard]] virtual const Schema &schema() const = 0;
    [[nodiscard]] virtual const CompanyStatus &status() const = 0;
    //! Work offline on purpose, or not; kept for the next start (R-NET-04).
    virtual void setNetworkUse(NetworkUse use) = 0;
    virtual void setPause(AutoSyncPause pause) = 0;
    //! A person asks: at once, and what failed gets another try.
    virtual void syncNow() = 0;
    //! A person has seen how much the other side changed, and wants that done here, and no more: see MassGuard.
    virtual void confirmMassChange(const ConnectionId &connection, const MassQuestion &seen) = 0;
    //! Ends a running synchronisation after the page or batch in hand.
    virtual void stopSync() = 0;

    //! Runs `job(Company &)` on the lane and then `then(result)` on the UI thread, unless `context` is gone by then.
    //! Jobs of one lane run one after the other, in the order they were asked; a job keeps a lane no longer than needed
    //! and captures values only.
    template<class Job, class Then>
    void ask(Lane lane, QObject *context, Job job, Then then)
    {
        post(lane, [this, receiver = QPointer<QObject>(context), job = std::move(job),
                    then = std::move(then)](Company &company) mutable {
            answer([receiver, then = std::move(then), result = job(company)]() mutable {
                if (receiver)
                    then(std::move(result));
            });
        });
    }

Q_SIGNALS:
    //! Records of these types changed, whoever changed them; told after the change is committed.
    void recordsChanged(const QList<frost::EntityType> &types);
    //! Which records wait, are sent or are in conflict is otherwise than before; follows statusChanged().
    void queueMoved();
    void statusChanged();

protected:
    virtual void post(Lane lane, std::function<void(Company &)> job) = 0;
    //! From any thread: runs `then` on the UI thread. Dropped once the session is gone.
    virtual void answer(std::function<void()> then) = 0;
};

} // namespace frost
