// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/monitoredtransport.h"
#include "core/outbox/recordeditor.h"
#include "core/providers/frostserver/frostprovider.h"
#include "core/sync/autosync.h"
#include "core/sync/conflictresolver.h"
#include "tests/simulation/oracle.h"
#include "tests/support/crashvfs.h"
#include "tests/support/unreliabletransport.h"

namespace frost::test {

//! One accountant's computer: a company's file, the real engine, and a person who types at random.
class Device
{
public:
    struct Surroundings {
        Simulator &simulator;
        SeededRandom &random;
        Oracle &oracle;
        UnreliableTransport &transport;
    };
    Device(int number, const QString &folder, QByteArray token, const Surroundings &surroundings);
    ~Device();

    void act();                   //!< types, deletes or resolves something
    void sync(PullMode mode = PullMode::Delta);
    void crashSoon();             //!< the process dies within the next writes
    void resolveAll();            //!< a person goes through the inbox
    //! From now on it synchronises by itself, and sync() and crashSoon() are not called any more.
    void goAutomatic();
    void stopAutomatic();
    void hint(NetworkHint hint);  //!< of the operating system
    [[nodiscard]] bool isIdle() const { return !m_syncing; }

    //! Work left: operations that are not finished, open conflicts.
    [[nodiscard]] qint64 workLeft();
    //! What is wrong with the file: check(), the audit chain, counters against lists.
    [[nodiscard]] QStringList faults();
    //! Every live record as the remote knows it, by "type/real id".
    [[nodiscard]] QMap<QString, QByteArray> records();
    [[nodiscard]] QStringList queue();
    [[nodiscard]] QStringList trail(); //!< what happened here, oldest first
    //! What the automatic sync did wrong: two runs at once, "synced" while something waited. Empty where all is well.
    [[nodiscard]] QStringList untruths() const;
    [[nodiscard]] int automaticRuns() const;

private:
    struct Parts;
    struct Automatic;
    void open();
    void close();
    void restartIfDead();
    Task<void> runSync(PullMode mode);

    void doSomething();
    void createCustomer();
    void createInvoice();
    void typeNote();
    void changeRow();
    void changeField();
    void removeOne();
    void resolveOne();
    void mendRefused();
    [[nodiscard]] Actor actor() const;
    [[nodiscard]] std::optional<Record> anyRecord(const QString &type);
    QString newToken(const QString &kind);

    int m_number;
    DataFolder m_folder;
    QByteArray m_token;
    Surroundings m_around;
    CrashVfs m_vfs;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<Automatic> m_automatic;
    bool m_syncing = false;
    int m_tokens = 0;
};

} // namespace frost::test
