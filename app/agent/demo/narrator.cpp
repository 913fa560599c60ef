// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/demo/narrator.h"

#include "app/agent/terminal.h"

#include <cstdio>

namespace frost::demo {

using namespace Qt::StringLiterals;

Narrator::Narrator(Output &output, int steps)
    : m_output(output), m_steps(steps), m_unicode(Output::answersToTerminal() && terminal::speaksUnicode())
{
}

void Narrator::step(const QString &title)
{
    if (m_step++ > 0)
        m_output.line();
    m_output.line(u"[%1/%2] %3"_s.arg(m_step).arg(m_steps).arg(title));
    std::fflush(stdout); // a step may take a second; its title should not wait for it
}

void Narrator::say(const QString &sentence)
{
    m_output.line(u"      "_s + sentence);
}

void Narrator::checked(const QString &fact)
{
    m_facts += fact;
    m_output.line((m_unicode ? u"    ✓ "_s : u"   ok "_s) + fact);
}

} // namespace frost::demo
