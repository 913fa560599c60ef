// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace frost::test {

//! Seam VFS: SQLite's own file layer, which dies on command. After the given number of writes every write and sync fails,
//! as if the process had been killed there: the open transaction is rolled back when the file is opened again, and what
//! was committed stays. One object stands for one device's disk.
class CrashVfs
{
public:
    CrashVfs();
    ~CrashVfs();
    CrashVfs(const CrashVfs &) = delete;
    CrashVfs &operator=(const CrashVfs &) = delete;

    [[nodiscard]] QString name() const; //!< for Sql::Options::vfs
    //! Dies at the `writes`-th write from now; 0: at the next one.
    void dieAfter(int writes);
    void revive();
    [[nodiscard]] bool isDead() const;

    struct State;

private:
    std::unique_ptr<State> m_state;
};

} // namespace frost::test
