// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/seededrandom.h"

#include <QMap>
#include <QString>

#include <memory>

namespace frost::test {

//! Seam VFS: the disk of one computer, in memory. It remembers which writes no sync has made durable, so that a power cut
//! can lose and tear them as a real disk may, and it fails or dies on command. From the first MemoryDisk on SQLite's
//! default file layer serves the paths of these disks from memory, whoever opens them, and everything else as before.
//! Locks work between connections of the process. One thread.
class MemoryDisk
{
public:
    MemoryDisk();
    ~MemoryDisk(); //!< no file may be open any more
    MemoryDisk(const MemoryDisk &) = delete;
    MemoryDisk &operator=(const MemoryDisk &) = delete;

    //! A path on this disk that no other file layer can serve.
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] static QString vfs(); //!< for options that ask for a name; the empty one means the same

    enum class Failure {
        Death, //!< the process is killed there: from then on every call fails, until revive() or cutPower()
        Full,  //!< one call fails, the disk is full
        Io,    //!< one call fails
    };
    //! Fails the call-th write, sync, truncation or deletion from now on, 0 the next one.
    void failAt(qint64 call, Failure failure);
    void failNever();
    [[nodiscard]] bool isDead() const;
    [[nodiscard]] qint64 calls() const;  //!< writes, syncs, truncations and deletions so far, failed ones included
    [[nodiscard]] qint64 failed() const; //!< of them those that failed while the disk lived
    //! After a killed process: whatever was written is there. All files must be closed.
    void revive();
    //! After a power cut: of the writes that no sync has followed any may be lost, and the last that stays may be torn
    //! within its sectors. All files must be closed. @return how many writes were lost or torn
    int cutPower(SeededRandom &random);

    using Image = QMap<QByteArray, QByteArray>; //!< contents by path on the disk
    [[nodiscard]] Image image() const;          //!< as a backup of all files at one instant
    void restore(const Image &image);           //!< all files must be closed
    [[nodiscard]] qint64 size(const QString &path) const; //!< 0: no such file
    //! Overwrites what lies at `offset`, as a decaying medium does. All files must be closed.
    void damage(const QString &path, qint64 offset, const QByteArray &bytes);

    struct State;

private:
    std::unique_ptr<State> m_state;
};

} // namespace frost::test
