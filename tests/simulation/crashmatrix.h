// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/device.h"

namespace frost::test {

//! A life after a script, always the same, which breaks at one call of the file layer and then goes on as people do: they
//! open the file, see what is there, and do the rest.
class Scenario
{
public:
    enum class After { Kill, PowerCut };
    //! @param call  the one that fails, from 0
    Scenario(qint64 call, MemoryDisk::Failure failure, After after);
    ~Scenario();

    //! @return what became wrong
    [[nodiscard]] QStringList run();
    //! How many calls the script makes where nothing fails.
    [[nodiscard]] static qint64 calls();

private:
    void script();
    void heal();

    SeededRandom m_random{1};
    Simulator m_simulator{2};
    Faults m_faults;
    Oracle m_oracle;
    Surroundings m_around{m_simulator, m_random, m_faults, m_oracle};
    Office m_office;
    Device m_mine;
    Device m_other; //!< a colleague, whose computer never fails
    qint64 m_callsBefore = 0;
    QStringList m_wrong;
};

} // namespace frost::test
