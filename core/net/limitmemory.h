// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/limitrule.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace frost {

//! Where a limiter keeps what it remembers.
class LimitMemory
{
public:
    virtual ~LimitMemory() = default;
    //! Who else's requests the state shows.
    enum class Sight {
        Everyone, //!< all there are
        Alone,    //!< only ours since the file failed; the others' before that
        Blind,    //!< not what was sent before
    };
    using Step = std::function<void(LimitState &state, Sight sight)>;
    //! Reads, changes and keeps the state in one step that no other process comes between. `step` may be called a second
    //! time, with the state as it is without the file; what it found the first time did not happen.
    virtual void change(const Step &step) = 0;
};

//! For a limit that only this process knows, and for tests.
class OwnMemory final : public LimitMemory
{
public:
    void change(const Step &step) override { step(m_state, Sight::Everyone); }

private:
    LimitState m_state;
};

//! One row for each limit in a small SQLite file, one file a data folder, shared by all its processes. Crash safe; what a
//! power cut takes is made good by the remote's 429. A file that cannot be used (locked, damaged, read only, newer) never
//! fails a caller: it is logged once, and the limit is taken alone until the file works again.
//! Every change opens a transaction of about a millisecond. One thread.
class SharedMemory final : public LimitMemory
{
public:
    //! @param path   made if it is not there
    //! @param secret what the remote counts by (the token); only a hash of it is kept
    //! @param remote which remote, so that one token for two of them is two limits
    SharedMemory(QString path, const QString &remote, const QByteArray &secret, Clock &clock);
    ~SharedMemory() override;
    void change(const Step &step) override;

    [[nodiscard]] static QString fileIn(const QString &dataFolder);

private:
    struct File;
    [[nodiscard]] Result<> changeFile(const Step &step);

    QString m_path;
    QByteArray m_key;
    Clock &m_clock;
    std::unique_ptr<File> m_file; //!< unset: not open
    LimitState m_last;            //!< as last seen in the file, and our own since
    Sight m_sight = Sight::Blind;
    QDateTime m_tryAgain;         //!< while it is not open
};

//! As kept in the file; what cannot be read is nullopt.
[[nodiscard]] QByteArray toBytes(const LimitState &state);
[[nodiscard]] std::optional<LimitState> limitStateFrom(const QByteArray &bytes);

} // namespace frost
