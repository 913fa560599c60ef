// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/crashmatrix.h"

namespace frost::test {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

Scenario::Scenario(qint64 call, MemoryDisk::Failure failure, After after)
    : m_office(m_around, 3), m_mine(0, {m_around, m_office}), m_other(1, {m_around, m_office})
{
    m_mine.failAt(call, failure, after == After::PowerCut ? Device::Recovery::PowerCut : Device::Recovery::Kill);
    m_callsBefore = m_mine.fileCalls();
}

Scenario::~Scenario()
{
    m_simulator.run();
}

qint64 Scenario::calls()
{
    Scenario scenario(-1, MemoryDisk::Failure::Death, After::Kill);
    scenario.script();
    return scenario.m_mine.fileCalls() - scenario.m_callsBefore;
}

QStringList Scenario::run()
{
    script();
    heal();
    return m_wrong;
}

// What fails is simply not done; whatever succeeded must last.
void Scenario::script()
{
    using Act = Person::Act;
    const auto mine = [this](std::initializer_list<Act> acts) {
        for (const auto act : acts) {
            m_mine.act(act);
            m_wrong += m_mine.check();
        }
    };
    const auto bothSync = [this] {
        for (auto *device : {&m_mine, &m_other}) {
            device->sync();
            m_simulator.run();
            m_wrong += device->check();
        }
    };
    mine({Act::CreateCustomer, Act::CreateInvoice, Act::TypeNote});
    m_mine.sync();
    m_simulator.after(milliseconds(60), [mine] { mine({Act::TypeNote, Act::ChangeRow}); }); // while the batch travels
    m_simulator.run();
    bothSync();
    for (const auto act : {Act::ChangeField, Act::TypeNote, Act::CreateCustomer}) // the same records on both sides
        m_other.act(act);
    m_other.sync();
    m_simulator.run();
    mine({Act::TypeNote, Act::ChangeField, Act::ChangeRow});
    bothSync();
    mine({Act::ResolveOne, Act::CreateInvoice, Act::RemoveOne, Act::TakeBack});
    m_mine.burst(3);
    bothSync();
}

void Scenario::heal()
{
    m_mine.endMisfortune();
    qint64 left = 1;
    for (int round = 0; left > 0 && round < 10; ++round) {
        for (auto *device : {&m_mine, &m_other, &m_mine}) {
            device->sync();
            m_simulator.run();
            device->tidyUp();
        }
        left = m_mine.workLeft() + m_other.workLeft();
    }
    for (auto *device : {&m_mine, &m_other}) {
        device->sync();
        m_simulator.run();
    }
    if (left > 0)
        m_wrong += u"L2: work is left: "_s + m_mine.queue().join(u"; ");
    const auto [live, truth] = m_office.liveRecords();
    m_wrong += m_oracle.takeViolations() + m_oracle.complaints(live) + m_mine.thorough();
    if (m_mine.records() != truth)
        m_wrong += u"L1: the file differs from the server"_s;
}

} // namespace frost::test
