// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/results.h"

#include <algorithm>
#include <cstdio>

namespace frost::bench {

using namespace Qt::StringLiterals;

namespace {

template<class Count>
std::string listed(const std::map<std::string, Count> &counts)
{
    std::string list;
    for (const auto &[name, count] : counts)
        list += (list.empty() ? "" : ", ") + name + ' ' + std::to_string(count);
    return list;
}

template<class Count>
QJsonObject object(const std::map<std::string, Count> &counts)
{
    QJsonObject json;
    for (const auto &[name, count] : counts)
        json.insert(QString::fromStdString(name), qint64(count));
    return json;
}

double rate(const Workload &workload, const std::vector<double> &milliseconds)
{
    return double(workload.items) * 1000 / median(milliseconds);
}

} // namespace

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

QJsonObject toJson(const Results &results)
{
    QJsonObject all;
    for (const auto &[name, workload] : results) {
        QJsonObject json{{u"items"_s, workload.items},
                         {u"medianMs"_s, median(workload.milliseconds)},
                         {u"perSecond"_s, rate(workload, workload.milliseconds)},
                         {u"rowsWritten"_s, object(workload.rows)},
                         {u"commitsBySynchronous"_s, object(workload.commits)}};
        if (!workload.ratios.empty()) {
            json.insert(u"floorMedianMs"_s, median(workload.floorMilliseconds));
            json.insert(u"floorPerSecond"_s, rate(workload, workload.floorMilliseconds));
            json.insert(u"floorSynchronous"_s, QString::fromStdString(workload.floorSynchronous));
            json.insert(u"ratioToFloor"_s, median(workload.ratios));
        }
        if (workload.peakMegabytes > 0)
            json.insert(u"peakMegabytes"_s, workload.peakMegabytes);
        all.insert(QString::fromStdString(name), json);
    }
    return all;
}

void print(const Results &results)
{
    for (const auto &[name, workload] : results) {
        std::printf("%-4s %6lld items  %9.1f ms  %9.0f/s", name.c_str(), static_cast<long long>(workload.items),
                    median(workload.milliseconds), rate(workload, workload.milliseconds));
        if (!workload.ratios.empty())
            std::printf("   floor %9.1f ms (synchronous=%s)  time = %.2f x floor", median(workload.floorMilliseconds),
                        workload.floorSynchronous.c_str(), median(workload.ratios));
        if (workload.peakMegabytes > 0)
            std::printf("   peak %.1f MB", workload.peakMegabytes);
        std::printf("\n     commits by synchronous: %s\n     rows: %s\n", listed(workload.commits).c_str(),
                    listed(workload.rows).c_str());
    }
}

} // namespace frost::bench
