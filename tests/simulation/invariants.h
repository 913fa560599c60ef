// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/ledger.h"
#include "tests/simulation/office.h"
#include "tests/simulation/program.h"

namespace frost::test {

//! The invariants of RELIABILITY.md that one device must hold after every step; each message begins with its number.
class Invariants
{
public:
    //! @param ledger  the second remote, where this device holds it
    Invariants(int device, const MemoryDisk &disk, const Oracle &oracle, Office &office, const Ledger *ledger)
        : m_device(device), m_disk(disk), m_oracle(oracle), m_office(office), m_ledger(ledger)
    {
    }

    //! I3, I6, I8, I11 to I15, I18: cheap enough for every step. Where nothing was written here or there, and nobody said
    //! anything, since it was found right, it is right.
    [[nodiscard]] QStringList afterStep(Program &program);
    //! I2, I4: what leaves is on disk as it was sent, under the key it had as long as nobody knows what became of it. I6: not
    //! under our own id where the remote's is known.
    void pushLeaves(Program &program, const HttpRequest &request);
    void pushEnds(const HttpRequest &request, const Result<HttpResponse> &answer);
    //! I10, I20, I22 as well: after every crash, and in the end.
    [[nodiscard]] QStringList thorough(Program &program);
    //! What a power cut may take back: the next step is the first.
    void forget();
    void forgetAll(); //!< the file is an old backup

private:
    struct Seen {
        qint64 revision = 0;
        bool deleted = false;
        QString note;
        QString token;
    };
    //! What the invariants of a step are about, told apart by how often each has changed.
    struct Situation {
        qint64 calls = -1; //!< of the file layer
        std::uint64_t heard = 0;
        Office::Position server;
        std::uint64_t ledger = 0; //!< changes there
        friend bool operator==(const Situation &, const Situation &) = default;
    };
    void checkAll(Program &program);
    void checkRecords(Sql &sql);
    void checkQueue(Program &program);
    void checkLinks(Sql &sql);
    void checkCheckpoint(Sql &sql);
    void checkBases(Sql &sql);
    void checkLedgerLinks(Sql &sql);
    void checkLedgerBases(Sql &sql);
    void checkForMissingBases(Sql &sql);
    void checkForMissingLinks(Sql &sql);
    void checkTrail(Program &program);

    int m_device;
    const MemoryDisk &m_disk;
    const Oracle &m_oracle;
    Office &m_office;
    const Ledger *m_ledger;
    Situation m_found; //!< right, or told what is wrong
    QStringList m_wrong;
    QHash<QString, Seen> m_records;          //!< by "type/local id"
    QHash<QString, QString> m_notes;         //!< by token, as of this step
    QHash<QString, QString> m_localOf;       //!< by token, as of this step
    QHash<QString, QString> m_remotes;       //!< "type/local id" → real id
    QHash<QString, QString> m_ledgerIds;     //!< the same at the second remote
    struct Attempt {
        QString key;
        bool isFirst = true; //!< nothing was sent before whose outcome is unknown
    };
    QHash<qint64, Attempt> m_unanswered;     //!< by operation
    QHash<QString, qint64> m_versions;       //!< "type/real id" → version known, or in an open conflict
    Office::Position m_checkpoint;
    bool m_isRecovering = false; //!< the device compares, after its position was lost
};

} // namespace frost::test
