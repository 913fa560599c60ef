// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorydisk.h"

#include "tests/support/memoryfile.h"

#include <QTemporaryDir>

#include <sqlite3.h>

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kSector = 512;

//! Below a real folder, for what asks for folders and makes them; the files in it are ours alone. Gone with the process.
const QByteArray &root()
{
    static const QTemporaryDir folder;
    static const QByteArray path = folder.path().toUtf8() + '/';
    return path;
}

std::map<QByteArray, MemoryDisk::State *> &disks()
{
    static std::map<QByteArray, MemoryDisk::State *> all;
    return all;
}

//! "ROOT/7/acme.frost" → disk 7; nullptr: a path of the system's.
MemoryDisk::State *diskOf(const char *path)
{
    const QByteArray name(path);
    if (!name.startsWith(root()))
        return nullptr;
    const auto found = disks().find(name.left(name.indexOf('/', root().size())));
    return found == disks().end() ? nullptr : found->second;
}

sqlite3_vfs *system()
{
    static sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
    return vfs ? vfs : sqlite3_vfs_find("win32");
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *disk = name ? diskOf(name) : nullptr;
    if (!disk)
        return system()->xOpen(system(), name, file, flags, outFlags);
    file->pMethods = nullptr;
    auto found = disk->files.find(name);
    if (found == disk->files.end()) {
        if (!(flags & SQLITE_OPEN_CREATE))
            return SQLITE_CANTOPEN;
        found = disk->files.emplace(name, std::make_unique<MemoryFile>(*disk)).first;
    }
    found->second->open(file);
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    auto *disk = diskOf(name);
    if (!disk)
        return system()->xDelete(system(), name, syncFolder);
    if (const int failed = disk->call(SQLITE_IOERR_DELETE))
        return failed;
    return disk->files.erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int accessFile(sqlite3_vfs *, const char *name, int flags, int *result)
{
    auto *disk = diskOf(name);
    if (!disk)
        return system()->xAccess(system(), name, flags, result);
    const auto found = disk->files.find(name);
    *result = found != disk->files.end() && (flags != SQLITE_ACCESS_EXISTS || !found->second->bytes.isEmpty());
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *out)
{
    if (!diskOf(name))
        return system()->xFullPathname(system(), name, size, out);
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

const char *registerVfs()
{
    // One thread, and nobody asks how much memory it takes: SQLite needs no locks. Too late where it is in use already.
    [[maybe_unused]] static const bool configured = sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) == SQLITE_OK
                                                    && sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK
                                                    && sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 1200, 500) == SQLITE_OK;
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs made = *system();
        made.zName = "memory";
        made.pNext = nullptr;
        made.szOsFile = std::max(system()->szOsFile, MemoryFile::handleSize());
        made.xOpen = openFile;
        made.xDelete = removeFile;
        made.xAccess = accessFile;
        made.xFullPathname = fullPath;
        made.xSleep = [](sqlite3_vfs *, int microseconds) { return microseconds; }; // nobody else could go on meanwhile
        return made;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 1);
    return registered == SQLITE_OK ? vfs.zName : "";
}
} // namespace

int MemoryDisk::State::call(int error)
{
    ++calls;
    if (!dead && failIn >= 0 && failIn-- == 0) {
        if (failure == Failure::Death) {
            dead = true;
        } else {
            ++failed;
            return failure == Failure::Full ? SQLITE_FULL : error;
        }
    }
    return dead ? error : SQLITE_OK;
}

MemoryDisk::MemoryDisk() : m_state(std::make_unique<State>())
{
    static int count = 0;
    (void)registerVfs();
    m_state->root = root() + QByteArray::number(++count);
    disks().emplace(m_state->root, m_state.get());
}

MemoryDisk::~MemoryDisk()
{
    disks().erase(m_state->root);
}

QString MemoryDisk::path(const QString &name) const
{
    return QString::fromUtf8(m_state->root) + u'/' + name;
}

QString MemoryDisk::vfs()
{
    return QString::fromLatin1(registerVfs());
}

void MemoryDisk::failAt(qint64 call, Failure failure)
{
    m_state->failIn = call;
    m_state->failure = failure;
}

void MemoryDisk::failNever()
{
    m_state->failIn = -1;
}

bool MemoryDisk::isDead() const
{
    return m_state->dead;
}

qint64 MemoryDisk::calls() const
{
    return m_state->calls;
}

qint64 MemoryDisk::failed() const
{
    return m_state->failed;
}

void MemoryDisk::revive()
{
    m_state->failIn = -1;
    m_state->dead = false;
}

int MemoryDisk::cutPower(SeededRandom &random)
{
    int lost = 0;
    for (auto &[name, file] : m_state->files)
        lost += file->loseUnsynced(random, kSector);
    revive();
    return lost;
}

MemoryDisk::Image MemoryDisk::image() const
{
    Image image;
    for (const auto &[name, file] : m_state->files)
        image.insert(name.mid(m_state->root.size()), file->bytes);
    return image;
}

void MemoryDisk::restore(const Image &image)
{
    m_state->files.clear();
    for (auto it = image.begin(); it != image.end(); ++it) {
        auto file = std::make_unique<MemoryFile>(*m_state);
        file->bytes = *it;
        m_state->files.emplace(m_state->root + it.key(), std::move(file));
    }
    revive();
}

qint64 MemoryDisk::size(const QString &path) const
{
    const auto found = m_state->files.find(path.toUtf8());
    return found == m_state->files.end() ? 0 : qint64(found->second->bytes.size());
}

void MemoryDisk::damage(const QString &path, qint64 offset, const QByteArray &bytes)
{
    auto &target = m_state->files.at(path.toUtf8())->bytes;
    std::copy(bytes.begin(), bytes.end(), target.data() + offset);
}

} // namespace frost::test
