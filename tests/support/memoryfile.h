// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/memorydisk.h"

#include <sqlite3.h>

#include <array>
#include <map>
#include <vector>

// Private to memorydisk.cpp and memoryfile.cpp.
namespace frost::test {

class MemoryFile;

struct MemoryDisk::State {
    QByteArray root;
    std::map<QByteArray, std::unique_ptr<MemoryFile>> files;
    qint64 failIn = -1; //!< -1: never
    Failure failure = Failure::Death;
    bool dead = false;
    qint64 calls = 0;
    qint64 failed = 0;

    //! Counts one call that changes something. @return SQLITE_OK, or why it fails: `error`, or that the disk is full
    int call(int error);
};

//! One file with its locks, the shared memory of its write-ahead log, and what a power cut may take from it.
class MemoryFile
{
public:
    explicit MemoryFile(MemoryDisk::State &owner) : disk(owner) { }
    struct Handle;
    [[nodiscard]] static int handleSize();
    void open(sqlite3_file *file);

    [[nodiscard]] int write(const char *data, int count, sqlite3_int64 offset);
    [[nodiscard]] int truncate(sqlite3_int64 size);
    [[nodiscard]] int sync();
    [[nodiscard]] int lock(Handle &handle, int level);
    void unlock(Handle &handle, int level);
    [[nodiscard]] int shmLock(Handle &handle, int offset, int count, int flags);
    [[nodiscard]] char *shmRegion(int number, int size, bool extend);
    void shmUnmap(Handle &handle);
    int loseUnsynced(SeededRandom &random, qsizetype sector);

    MemoryDisk::State &disk;
    QByteArray bytes; //!< shared with images of the disk until it is written
    int handles = 0;
    int shared = 0;             //!< handles that hold a lock of any level
    Handle *reserved = nullptr; //!< of level RESERVED or more
    Handle *pending = nullptr;  //!< of level PENDING or more
    int shmUsers = 0;

private:
    struct Change { //!< not yet synced; a truncation has no `after`
        qsizetype offset;
        QByteArray before;
        QByteArray after;
        qsizetype sizeBefore;
    };
    void apply(const Change &change, qsizetype count);
    void undo(const Change &change);

    std::vector<Change> m_unsynced;
    std::map<int, std::vector<char>> m_shm;
    std::array<int, SQLITE_SHM_NLOCK> m_shmLocks{}; //!< -1: exclusive, else how many share it
};

} // namespace frost::test
