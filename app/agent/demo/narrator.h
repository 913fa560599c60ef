// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/output.h"

namespace frost::demo {

//! Tells the demo: numbered steps, what happens in them, and what was checked. Plain ASCII where the terminal cannot more.
class Narrator
{
public:
    Narrator(Output &output, int steps);

    void step(const QString &title);       //!< "[3/9] Both go offline"
    void say(const QString &sentence);     //!< what happens
    void checked(const QString &fact);     //!< something that was looked at and is true
    [[nodiscard]] Output &output() { return m_output; }
    [[nodiscard]] const QStringList &facts() const { return m_facts; }

private:
    Output &m_output;
    int m_steps;
    int m_step = 0;
    bool m_unicode;
    QStringList m_facts;
};

} // namespace frost::demo
