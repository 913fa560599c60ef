// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver/demoserver.h"
#include "tests/bench/benchdevice.h"
#include "tests/bench/floor.h"
#include "tests/bench/results.h"

#include <functional>

namespace frost::bench {

struct Sizes {
    int invoices = 10'000;
    int edits = 10'000;
    int creates = 1'000;
    int changes = 100;
    int bothSides = 200;
    int repetitions = 3;
};

//! W1 to W6 against one server. Each repetition of a workload is followed at once by its floor.
class Workloads
{
public:
    Workloads(const QString &folder, const Sizes &sizes);
    [[nodiscard]] const Results &run();
    //! W6 in a process of its own. @return milliseconds from opening the company to the last record
    [[nodiscard]] static double openAndRead(const QString &folder, const QString &id);
    //! A sync in a process of its own. @return the most memory it had resident, in MB
    [[nodiscard]] static double syncAndWeigh(const QString &folder);

private:
    void seed();
    void offline(int repetition);                     //!< W1, W6, W2
    void online(BenchDevice &device, int repetition); //!< W3, W4, W5
    void weigh();                                     //!< W1 and W3 once more, in processes of their own
    void bothSides(BenchDevice &device, const std::string &name, const char *field, bool sameField);
    [[nodiscard]] QList<LocalId> nextShared(BenchDevice &device, int count);
    void readInNewProcess(const QString &folder, const LocalId &id);
    void measure(const std::string &name, BenchDevice &device, qint64 items, const std::function<void()> &work,
                 const std::optional<FloorPlan> &floor = {});

    QString m_folder;
    Sizes m_sizes;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<BenchDevice> m_colleague;
    QByteArray m_token;
    int m_shared = 0;
    Results m_results;
};

} // namespace frost::bench
