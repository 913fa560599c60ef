// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/office.h"
#include "tests/simulation/program.h"

namespace frost::test {

//! The invariants of RELIABILITY.md that one device must hold after every step; each message begins with its number.
class Invariants
{
public:
    Invariants(int device, const Oracle &oracle, Office &office) : m_device(device), m_oracle(oracle), m_office(office) { }

    //! I3, I6, I8, I11 to I15, I18: cheap enough for every step.
    [[nodiscard]] QStringList afterStep(Program &program);
    //! I10, I20, I22 as well: after every crash, and in the end.
    [[nodiscard]] QStringList thorough(Program &program);
    //! What a power cut may take back, or an old backup: the next step is the first.
    void forget();

private:
    struct Seen {
        qint64 revision = 0;
        bool deleted = false;
        QString note;
    };
    void checkRecords(Sql &sql);
    void checkQueue(Program &program);
    void checkLinks(Sql &sql);
    void checkCheckpoint(Sql &sql);
    void checkBases(Sql &sql);
    void checkTrail(Program &program);

    int m_device;
    const Oracle &m_oracle;
    Office &m_office;
    QStringList m_wrong;
    QHash<QString, Seen> m_records;          //!< by "type/local id"
    QHash<QString, QString> m_notes;         //!< by token, as of this step
    QHash<QString, QString> m_localOf;       //!< by token, as of this step
    QHash<QString, QString> m_remotes;       //!< "type/local id" → real id
    QHash<QString, qint64> m_versions;       //!< "type/real id" → version known, or in an open conflict
    Office::Position m_checkpoint;
};

} // namespace frost::test
