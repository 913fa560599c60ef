// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/fault.h"
#include "tests/simulation/oracle.h"
#include "tests/support/simulator.h"

namespace frost::test {

//! What everybody in a life shares: its time, its chance, what may go wrong, and who knows what is right.
struct Surroundings {
    Simulator &simulator;
    SeededRandom &random;
    Faults &faults;
    Oracle &oracle;
};

} // namespace frost::test
