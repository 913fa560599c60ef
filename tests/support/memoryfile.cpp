// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryfile.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace frost::test {

struct MemoryFile::Handle {
    sqlite3_file base;
    MemoryFile *file;
    int level;
    unsigned sharedMask; //!< of the locks on shared memory
    unsigned exclusiveMask;
    bool mapped;
};

namespace {
MemoryFile::Handle &handleOf(sqlite3_file *file)
{
    return *reinterpret_cast<MemoryFile::Handle *>(file);
}

MemoryFile &fileOf(sqlite3_file *file)
{
    return *handleOf(file).file;
}

int closeFile(sqlite3_file *f)
{
    auto &file = fileOf(f);
    file.unlock(handleOf(f), SQLITE_LOCK_NONE);
    file.shmUnmap(handleOf(f));
    --file.handles;
    return SQLITE_OK;
}

int readFile(sqlite3_file *f, void *out, int count, sqlite3_int64 offset)
{
    const auto &bytes = fileOf(f).bytes;
    const auto have = std::clamp<sqlite3_int64>(sqlite3_int64(bytes.size()) - offset, 0, count);
    if (have > 0)
        std::memcpy(out, bytes.constData() + offset, size_t(have));
    if (have == count)
        return SQLITE_OK;
    std::memset(static_cast<char *>(out) + have, 0, size_t(count - have));
    return SQLITE_IOERR_SHORT_READ;
}

int mapShm(sqlite3_file *f, int number, int size, int extend, void volatile **out)
{
    auto &handle = handleOf(f);
    if (!handle.mapped) {
        handle.mapped = true;
        ++handle.file->shmUsers;
    }
    *out = handle.file->shmRegion(number, size, extend != 0);
    return SQLITE_OK;
}

const sqlite3_io_methods kMethods = {
    2,
    closeFile,
    readFile,
    [](sqlite3_file *f, const void *p, int n, sqlite3_int64 o) {
        return fileOf(f).write(static_cast<const char *>(p), n, o);
    },
    [](sqlite3_file *f, sqlite3_int64 size) { return fileOf(f).truncate(size); },
    [](sqlite3_file *f, int) { return fileOf(f).sync(); },
    [](sqlite3_file *f, sqlite3_int64 *size) {
        *size = sqlite3_int64(fileOf(f).bytes.size());
        return SQLITE_OK;
    },
    [](sqlite3_file *f, int level) { return fileOf(f).lock(handleOf(f), level); },
    [](sqlite3_file *f, int level) {
        fileOf(f).unlock(handleOf(f), level);
        return SQLITE_OK;
    },
    [](sqlite3_file *f, int *result) {
        *result = fileOf(f).reserved != nullptr;
        return SQLITE_OK;
    },
    [](sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; },
    [](sqlite3_file *) { return 4096; },
    [](sqlite3_file *) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; },
    mapShm,
    [](sqlite3_file *f, int offset, int count, int flags) { return fileOf(f).shmLock(handleOf(f), offset, count, flags); },
    [](sqlite3_file *) { },
    [](sqlite3_file *f, int) {
        fileOf(f).shmUnmap(handleOf(f));
        return SQLITE_OK;
    },
    nullptr,
    nullptr,
};
} // namespace

int MemoryFile::handleSize()
{
    return int(sizeof(Handle));
}

void MemoryFile::open(sqlite3_file *file)
{
    auto &handle = handleOf(file);
    handle = {{&kMethods}, this, SQLITE_LOCK_NONE, 0, 0, false};
    ++handles;
}

int MemoryFile::write(const char *data, int count, sqlite3_int64 offset)
{
    if (const int failed = disk.call(SQLITE_IOERR_WRITE))
        return failed;
    Change change{qsizetype(offset), bytes.mid(qsizetype(offset), count), QByteArray(data, count), bytes.size()};
    apply(change, count);
    m_unsynced.push_back(std::move(change));
    return SQLITE_OK;
}

int MemoryFile::truncate(sqlite3_int64 size)
{
    if (const int failed = disk.call(SQLITE_IOERR_TRUNCATE))
        return failed;
    if (size >= bytes.size())
        return SQLITE_OK;
    m_unsynced.push_back({qsizetype(size), bytes.mid(qsizetype(size)), {}, bytes.size()});
    bytes.truncate(qsizetype(size));
    return SQLITE_OK;
}

int MemoryFile::sync()
{
    if (const int failed = disk.call(SQLITE_IOERR_FSYNC))
        return failed;
    m_unsynced.clear();
    return SQLITE_OK;
}

void MemoryFile::apply(const Change &change, qsizetype count)
{
    if (change.after.isEmpty()) {
        bytes.truncate(change.offset);
        return;
    }
    if (bytes.size() < change.offset + count)
        bytes.append(change.offset + count - bytes.size(), '\0');
    std::copy_n(change.after.cbegin(), count, bytes.data() + change.offset);
}

void MemoryFile::undo(const Change &change)
{
    bytes.resize(change.sizeBefore);
    std::copy(change.before.cbegin(), change.before.cend(), bytes.data() + change.offset);
}

// Nothing orders writes between two syncs: a disk may have done any of them.
int MemoryFile::loseUnsynced(SeededRandom &random, qsizetype sector)
{
    const auto changes = std::exchange(m_unsynced, {});
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        undo(*change);
    enum class Kept { None, First, Any };
    const auto kept = Kept(random.below(3));
    const auto first = size_t(random.below(changes.size() + 1));
    int lost = 0;
    for (size_t i = 0; i < changes.size(); ++i) {
        const bool keep = kept == Kept::First ? i < first : kept == Kept::Any && random.chance(50);
        const bool torn = keep && kept == Kept::First && i + 1 == first && random.chance(70);
        const auto sectors = std::uint64_t(changes[i].after.size()) / std::uint64_t(sector);
        const auto count = torn ? qsizetype(random.below(sectors + 1)) * sector : changes[i].after.size();
        lost += !keep || torn;
        if (keep && (count > 0 || changes[i].after.isEmpty()))
            apply(changes[i], count);
    }
    return lost;
}

int MemoryFile::lock(Handle &handle, int level)
{
    if (handle.level >= level)
        return SQLITE_OK;
    if (handle.level == SQLITE_LOCK_NONE) {
        if (pending)
            return SQLITE_BUSY;
        ++shared;
        handle.level = SQLITE_LOCK_SHARED;
    }
    if (level == SQLITE_LOCK_SHARED)
        return SQLITE_OK;
    if (reserved && reserved != &handle)
        return SQLITE_BUSY;
    reserved = &handle;
    handle.level = std::max(handle.level, SQLITE_LOCK_RESERVED);
    if (level == SQLITE_LOCK_RESERVED)
        return SQLITE_OK;
    pending = &handle;
    handle.level = SQLITE_LOCK_PENDING;
    if (shared > 1)
        return SQLITE_BUSY;
    handle.level = SQLITE_LOCK_EXCLUSIVE;
    return SQLITE_OK;
}

void MemoryFile::unlock(Handle &handle, int level)
{
    if (handle.level <= level)
        return;
    if (pending == &handle)
        pending = nullptr;
    if (reserved == &handle)
        reserved = nullptr;
    if (level == SQLITE_LOCK_NONE)
        --shared;
    handle.level = level;
}

int MemoryFile::shmLock(Handle &handle, int offset, int count, int flags)
{
    const unsigned mask = ((1U << count) - 1U) << offset;
    const auto slots = std::span(m_shmLocks).subspan(size_t(offset), size_t(count));
    if (flags & SQLITE_SHM_UNLOCK) {
        for (int i = offset; i < offset + count; ++i) {
            if (handle.exclusiveMask & (1U << i))
                m_shmLocks[size_t(i)] = 0;
            else if (handle.sharedMask & (1U << i))
                --m_shmLocks[size_t(i)];
        }
        handle.sharedMask &= ~mask;
        handle.exclusiveMask &= ~mask;
        return SQLITE_OK;
    }
    if (flags & SQLITE_SHM_SHARED) {
        if (handle.sharedMask & mask)
            return SQLITE_OK;
        if (std::ranges::any_of(slots, [](int slot) { return slot < 0; }))
            return SQLITE_BUSY;
        for (int &slot : slots)
            ++slot;
        handle.sharedMask |= mask;
        return SQLITE_OK;
    }
    for (int i = offset; i < offset + count; ++i) {
        const int own = (handle.sharedMask >> i) & 1U;
        if (m_shmLocks[size_t(i)] != own && !(handle.exclusiveMask & (1U << i)))
            return SQLITE_BUSY;
    }
    std::ranges::fill(slots, -1);
    handle.exclusiveMask |= mask;
    handle.sharedMask &= ~mask;
    return SQLITE_OK;
}

char *MemoryFile::shmRegion(int number, int size, bool extend)
{
    auto found = m_shm.find(number);
    if (found == m_shm.end()) {
        if (!extend)
            return nullptr;
        found = m_shm.emplace(number, std::vector<char>(size_t(size))).first;
    }
    return found->second.data();
}

void MemoryFile::shmUnmap(Handle &handle)
{
    if (!handle.mapped)
        return;
    (void)shmLock(handle, 0, SQLITE_SHM_NLOCK, SQLITE_SHM_UNLOCK);
    handle.mapped = false;
    if (--shmUsers == 0)
        m_shm.clear();
}

} // namespace frost::test
