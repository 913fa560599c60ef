// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/resolution.h"
#include "ui/session/companysession.h"

namespace frost {

//! Decides conflicts one after the other, each in a transaction of its own and with its own place in the history, so that
//! nothing else has to wait for all of them; and takes all of them back (UX.md 1.2 J26). UI thread.
class DecisionBatch final : public QObject
{
    Q_OBJECT
public:
    struct Task {
        qint64 conflict = 0;
        QString record; //!< what it is called
        Resolution resolution;
    };
    struct Outcome {
        QList<qint64> done;
        QStringList refused; //!< "Article 20 Hours: it was changed again meanwhile."
    };

    //! @param session must outlive the batch
    explicit DecisionBatch(CompanySession &session, QObject *parent = nullptr);

    //! Ignored while one is being worked on. @param first  decided already, and part of what undo() takes back
    void decide(const Task &first, const QList<Task> &others);
    //! Takes back what was decided last, the newest first.
    void undo();
    [[nodiscard]] bool isWorking() const { return !m_left.isEmpty(); }

Q_SIGNALS:
    void decided(const frost::DecisionBatch::Outcome &outcome);
    //! Open again; what was refused stays decided.
    void undone(const frost::DecisionBatch::Outcome &outcome);

private:
    enum class Work { Decide, Undo };
    void next();
    void took(const Result<> &result);

    CompanySession &m_session;
    Work m_work = Work::Decide;
    QList<Task> m_left;
    QList<Task> m_done; //!< of the last batch, what undo() takes back
    Outcome m_outcome;
};

} // namespace frost
