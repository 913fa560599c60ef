// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/invariants.h"
#include "tests/simulation/link.h"
#include "tests/simulation/person.h"

namespace frost::test {

//! Looking changes nothing: whoever lives a life for the second time need not look (L8).
enum class Watch { Closely, Not };

//! One accountant's computer: a disk with a company's file, a clock, a way to the server, one running program or two, and a
//! person in front of it. What goes wrong at computers is injected here (F31 to F43).
class Device
{
public:
    struct Surroundings : test::Surroundings {
        Office &office;
        Watch watch = Watch::Closely;
        Ledger *ledger = nullptr; //!< the second remote, where this device holds the connection to it (DESIGN section 1)
    };
    Device(int number, const Surroundings &around);
    ~Device();

    enum class Recovery { Kill, PowerCut };
    void act();
    void act(Person::Act act);
    void burst(int edits);
    void sync(PullMode mode = PullMode::Delta);
    void syncLedger(PullMode mode = PullMode::Delta); //!< only of who holds it
    void misfortune();  //!< something of F31 to F39 happens, or will within the next writes
    void endMisfortune();
    //! Fails at that call of the file layer, from 0; less than 0: never.
    void failAt(qint64 call, MemoryDisk::Failure failure, Recovery recovery);
    [[nodiscard]] qint64 fileCalls() const { return m_disk.calls(); }
    void tidyUp();
    [[nodiscard]] bool isSyncing() const;
    [[nodiscard]] Link &link() { return m_link; }
    [[nodiscard]] Link &ledgerLink() { return *m_ledgerLink; }
    [[nodiscard]] bool isSyncingLedger() const;

    //! From now on it synchronises by itself, and sync() and misfortune() are not called any more.
    void goAutomatic();
    void stopAutomatic();
    void switchOff() { m_disk.failAt(0, MemoryDisk::Failure::Death); } //!< for good: what is open is never tidied away
    void hint(NetworkHint hint) { m_automatic->monitor->hintChanged(hint); }
    void signIn(); //!< if it asks for that
    [[nodiscard]] bool saysSynced() const { return m_automatic->sync->status().state == AutoSyncState::Idle; }
    [[nodiscard]] const Automatic &automatic() const { return *m_automatic; }

    [[nodiscard]] QStringList check();    //!< after a step
    [[nodiscard]] QStringList thorough(); //!< in the end
    //! Work left: operations that are not finished, open conflicts.
    [[nodiscard]] qint64 workLeft();
    //! Every live record as the remote knows it, by "type/real id".
    [[nodiscard]] QMap<QString, QByteArray> records();
    [[nodiscard]] QStringList ledgerDifferences(); //!< what is not alike here and there
    [[nodiscard]] QSet<QString> tokens(); //!< of the live records here
    [[nodiscard]] QStringList queue();
    [[nodiscard]] QStringList trail(); //!< what happened here, oldest first
    [[nodiscard]] qint64 auditRows();
    [[nodiscard]] qint64 logSize() const { return m_disk.size(m_file + QStringLiteral("-wal")); }

private:
    //! A process that is not ours and holds the file's write lock (F33).
    struct Stranger {
        std::unique_ptr<Sql> sql;
        std::optional<Transaction> held; //!< goes before its file
    };
    enum class Schemas { Ours, Newer };
    void found();
    void open();
    void close();
    void restart();
    void recover();
    void crashSoon(Recovery recovery);
    void diskFailsSoon();
    void lockStore();
    void backUp() { m_backup = m_disk.image(); }
    void restoreBackup();
    void damage();
    void moveClock();
    [[nodiscard]] Result<std::unique_ptr<Database>> openDatabase();
    [[nodiscard]] std::unique_ptr<Program> start();
    [[nodiscard]] Program &someProgram();
    [[nodiscard]] Program *someProgramAtWork();
    [[nodiscard]] SyncEngine::Options optionsByHand(PullMode mode, const std::optional<MassQuestion> &confirmed);
    [[nodiscard]] Program &program() { return *m_programs.front(); }
    [[nodiscard]] Program::Surroundings programSurroundings();
    [[nodiscard]] Actor actor() const;
    [[nodiscard]] DataFolder::Company place() const;

    int m_number;
    Surroundings m_around;
    MemoryDisk m_disk;
    QString m_file;
    DeviceClock m_clock;
    Link m_link;
    std::unique_ptr<Link> m_ledgerLink; //!< of who holds the second remote
    Person m_person;
    Invariants m_invariants;
    std::vector<std::unique_ptr<Program>> m_programs;
    std::unique_ptr<Automatic> m_automatic;
    std::unique_ptr<Stranger> m_stranger;
    Recovery m_recovery = Recovery::Kill;
    Schemas m_schemas = Schemas::Ours;
    MemoryDisk::Image m_backup;
    qint64 m_diskFailures = 0;
    QStringList m_wrong; //!< found at restarts
};

} // namespace frost::test
