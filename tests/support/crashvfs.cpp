// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/crashvfs.h"

#include <sqlite3.h>

#include <atomic>

namespace frost::test {

struct CrashVfs::State {
    sqlite3_vfs vfs{};
    QByteArray name;
    int writesLeft = -1; //!< -1: alive for good
    bool dead = false;

    //! Counts one write. @return SQLITE_OK, or the error of a disk that is gone
    int write()
    {
        if (!dead && writesLeft >= 0 && writesLeft-- == 0)
            dead = true;
        return dead ? SQLITE_IOERR_WRITE : SQLITE_OK;
    }
};

namespace {

struct File {
    sqlite3_file base;
    CrashVfs::State *state;
    sqlite3_file *real; //!< lies behind this struct
};

File *mine(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return mine(file)->real;
}

int write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 offset)
{
    if (const int failed = mine(f)->state->write())
        return failed;
    return real(f)->pMethods->xWrite(real(f), bytes, count, offset);
}

int sync(sqlite3_file *f, int flags)
{
    return mine(f)->state->dead ? SQLITE_IOERR_FSYNC : real(f)->pMethods->xSync(real(f), flags);
}

int truncate(sqlite3_file *f, sqlite3_int64 size)
{
    return mine(f)->state->dead ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), size);
}

const sqlite3_io_methods kMethods = {
    3,
    [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); },
    [](sqlite3_file *f, void *p, int n, sqlite3_int64 o) { return real(f)->pMethods->xRead(real(f), p, n, o); },
    write,
    truncate,
    sync,
    [](sqlite3_file *f, sqlite3_int64 *n) { return real(f)->pMethods->xFileSize(real(f), n); },
    [](sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); },
    [](sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
    [](sqlite3_file *f, int *result) { return real(f)->pMethods->xCheckReservedLock(real(f), result); },
    [](sqlite3_file *f, int op, void *p) { return real(f)->pMethods->xFileControl(real(f), op, p); },
    [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); },
    [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
    [](sqlite3_file *f, int page, int size, int extend, void volatile **p) {
        return real(f)->pMethods->xShmMap(real(f), page, size, extend, p);
    },
    [](sqlite3_file *f, int o, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), o, n, flags); },
    [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); },
    [](sqlite3_file *f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
    [](sqlite3_file *f, sqlite3_int64 o, int n, void **p) { return real(f)->pMethods->xFetch(real(f), o, n, p); },
    [](sqlite3_file *f, sqlite3_int64 o, void *p) { return real(f)->pMethods->xUnfetch(real(f), o, p); },
};

int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *system = sqlite3_vfs_find(nullptr);
    auto *opened = mine(file);
    opened->state = static_cast<CrashVfs::State *>(vfs->pAppData);
    opened->real = reinterpret_cast<sqlite3_file *>(opened + 1);
    const int result = system->xOpen(system, name, opened->real, flags, outFlags);
    opened->base.pMethods = opened->real->pMethods ? &kMethods : nullptr;
    return result;
}

} // namespace

CrashVfs::CrashVfs() : m_state(std::make_unique<State>())
{
    static std::atomic_int count = 0;
    auto *system = sqlite3_vfs_find(nullptr);
    m_state->name = "crash" + QByteArray::number(++count);
    m_state->vfs = *system;
    m_state->vfs.zName = m_state->name.constData();
    m_state->vfs.pNext = nullptr;
    m_state->vfs.szOsFile = int(sizeof(File)) + system->szOsFile;
    m_state->vfs.pAppData = m_state.get();
    m_state->vfs.xOpen = open;
    sqlite3_vfs_register(&m_state->vfs, 0);
}

CrashVfs::~CrashVfs()
{
    sqlite3_vfs_unregister(&m_state->vfs);
}

QString CrashVfs::name() const
{
    return QString::fromLatin1(m_state->name);
}

void CrashVfs::dieAfter(int writes)
{
    m_state->writesLeft = writes;
}

void CrashVfs::revive()
{
    m_state->writesLeft = -1;
    m_state->dead = false;
}

bool CrashVfs::isDead() const
{
    return m_state->dead;
}

} // namespace frost::test
