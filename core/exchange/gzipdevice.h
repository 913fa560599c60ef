// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>

#include <memory>
#include <optional>

namespace frost {

//! Reads the inflated content of a gzip stream, a piece at a time; files of several members are one content. Memory
//! does not grow with the content. Sequential, read only.
class GzipDevice final : public QIODevice
{
public:
    //! @param compressed open for reading and living longer than this device
    explicit GzipDevice(QIODevice &compressed);
    ~GzipDevice() override;

    //! Whether `device`, at its current position, begins as gzip does; the position stays. Needs no file name.
    [[nodiscard]] static bool recognises(QIODevice &device);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override;
    //! Why a read gave -1: Corrupt "gzip.damaged", "gzip.truncated"; Storage "file.unreadable".
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Inflater;
    [[nodiscard]] bool fill();
    qint64 stop(ErrorKind kind, const QString &code);

    QIODevice &m_compressed;
    std::unique_ptr<Inflater> m_inflater;
    std::optional<Error> m_failure;
    bool m_betweenMembers = true; //!< the input may end here; true at the very beginning only until the first byte
    bool m_finished = false;
};

} // namespace frost
