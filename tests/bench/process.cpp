// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/process.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace frost::bench {

using namespace Qt::StringLiterals;

double peakMegabytes(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) { // not getrusage(): that starts from the parent's peak
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().chopped(3).toDouble() * 1024 / 1e6;
    }
    return 0;
}

int openFiles(qint64 process, const QString &suffix)
{
    const QDir folder(u"/proc/%1/fd"_s.arg(process));
    if (!folder.exists())
        return -1;
    QSet<QString> names;
    for (const auto &entry : folder.entryInfoList(QDir::Files | QDir::System)) {
        if (const auto name = entry.symLinkTarget(); name.endsWith(suffix))
            names.insert(name);
    }
    return int(names.size());
}

} // namespace frost::bench
