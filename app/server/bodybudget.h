// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/limits.h"

namespace frost::server {

//! What the bodies of all connections may hold together, so that no crowd fills the memory. Lives on the thread of the
//! network.
class BodyBudget
{
public:
    //! One request's part, given back when it is gone.
    class Share
    {
    public:
        //! @param budget must outlive this object.
        explicit Share(BodyBudget &budget) : m_budget(budget) { }
        ~Share() { release(); }
        Share(const Share &) = delete;
        Share &operator=(const Share &) = delete;

        //! @param bytes that the body has now. false: the budget has no room for them.
        [[nodiscard]] bool growTo(qsizetype bytes)
        {
            if (m_budget.m_held + bytes - m_bytes > limits::kBodiesBytes)
                return false;
            m_budget.m_held += bytes - m_bytes;
            m_bytes = bytes;
            return true;
        }
        void release()
        {
            m_budget.m_held -= m_bytes;
            m_bytes = 0;
        }

    private:
        BodyBudget &m_budget;
        qsizetype m_bytes = 0;
    };

private:
    qsizetype m_held = 0;
};

} // namespace frost::server
