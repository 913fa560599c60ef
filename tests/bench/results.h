// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

#include <map>
#include <string>
#include <vector>

namespace frost::bench {

//! Everything measured of one workload, over all repetitions.
struct Workload {
    qint64 items = 0;
    std::vector<double> milliseconds;
    std::vector<double> floorMilliseconds;   //!< empty: a plain equivalent makes no sense
    std::vector<double> ratios;              //!< product / floor of the same repetition
    std::map<std::string, std::size_t> rows; //!< written, by table, counted from the file (last repetition)
    std::map<std::string, int> commits;      //!< by synchronous mode
    std::string floorSynchronous;
    double peakMegabytes = 0; //!< of a process that did it once and nothing else; 0: not measured
};
using Results = std::map<std::string, Workload>;

[[nodiscard]] double median(std::vector<double> values);
[[nodiscard]] QJsonObject toJson(const Results &results);
void print(const Results &results);

} // namespace frost::bench
