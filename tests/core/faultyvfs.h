// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstring>
#include <new>

//! An SQLite VFS named "faulty": the system's, except that writes fail with `code` once `writesLeft` have passed, and that
//! any access to the medium (read, write, sync, truncate, size) fails once `accessesLeft` have passed.
namespace faultyvfs {

inline int writesLeft = -1; //!< -1: never fails
inline int code = SQLITE_FULL;
inline int accessesLeft = -1; //!< -1: never fails
inline bool failsOnce = false; //!< the access after the failed one works again

struct File {
    sqlite3_file base;
    sqlite3_file *real;
};

inline sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

//! True where this access is to fail.
inline bool mustFail()
{
    if (accessesLeft < 0)
        return false;
    if (accessesLeft > 0) {
        --accessesLeft;
        return false;
    }
    if (failsOnce)
        accessesLeft = -1;
    return true;
}

inline int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    if (mustFail())
        return SQLITE_IOERR_WRITE;
    if (writesLeft == 0)
        return code;
    if (writesLeft > 0)
        --writesLeft;
    return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}

// clang-format off
inline const sqlite3_io_methods methods = {
    3,
    [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); },
    [](sqlite3_file *f, void *p, int n, sqlite3_int64 o) { return mustFail() ? SQLITE_IOERR_READ : real(f)->pMethods->xRead(real(f), p, n, o); },
    write,
    [](sqlite3_file *f, sqlite3_int64 n) { return mustFail() ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), n); },
    [](sqlite3_file *f, int flags) { return mustFail() ? SQLITE_IOERR_FSYNC : real(f)->pMethods->xSync(real(f), flags); },
    [](sqlite3_file *f, sqlite3_int64 *n) { return mustFail() ? SQLITE_IOERR_FSTAT : real(f)->pMethods->xFileSize(real(f), n); },
    [](sqlite3_file *f, int l) { return real(f)->pMethods->xLock(real(f), l); },
    [](sqlite3_file *f, int l) { return real(f)->pMethods->xUnlock(real(f), l); },
    [](sqlite3_file *f, int *r) { return real(f)->pMethods->xCheckReservedLock(real(f), r); },
    [](sqlite3_file *f, int op, void *p) { return real(f)->pMethods->xFileControl(real(f), op, p); },
    [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); },
    [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
    [](sqlite3_file *f, int pg, int n, int x, void volatile **p) { return real(f)->pMethods->xShmMap(real(f), pg, n, x, p); },
    [](sqlite3_file *f, int o, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), o, n, flags); },
    [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); },
    [](sqlite3_file *f, int d) { return real(f)->pMethods->xShmUnmap(real(f), d); },
    [](sqlite3_file *f, sqlite3_int64 o, int n, void **p) { return real(f)->pMethods->xFetch(real(f), o, n, p); },
    [](sqlite3_file *f, sqlite3_int64 o, void *p) { return real(f)->pMethods->xUnfetch(real(f), o, p); },
};
// clang-format on

inline int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *system = static_cast<sqlite3_vfs *>(vfs->pAppData);
    auto *mine = reinterpret_cast<File *>(file);
    mine->real = reinterpret_cast<sqlite3_file *>(mine + 1);
    const int result = system->xOpen(system, name, mine->real, flags, outFlags);
    mine->base.pMethods = mine->real->pMethods ? &methods : nullptr;
    return result;
}

//! Makes the VFS known; twice does no harm.
inline void install()
{
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
        sqlite3_vfs copy = *system;
        copy.zName = "faulty";
        copy.pNext = nullptr;
        copy.szOsFile = int(sizeof(File)) + system->szOsFile;
        copy.pAppData = system;
        copy.xOpen = open;
        return copy;
    }();
    sqlite3_vfs_register(&vfs, 0);
}

} // namespace faultyvfs
