// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/device.h"

namespace frost::test {

//! What decides a run: the same plan lives the same life (L8).
struct Plan {
    enum class Kind {
        ByHand,       //!< people press "sync"
        InHaste,      //!< they do, and go on while it runs
        ByThemselves, //!< nobody does
    };
    std::uint64_t seed = 1;
    Kind kind = Kind::ByHand;
    int devices = 2;
    int steps = 60;
    QList<Fault> without; //!< faults that do not happen
    enum class Restores {
        Complete,    //!< the server comes back with everything
        FromABackup, //!< and without what came after the backup
    } restores = Restores::Complete;
    enum class Remotes {
        Office,
        OfficeAndLedger, //!< the first device holds the connection to a second remote
    } remotes = Remotes::Office;
    [[nodiscard]] static Plan ofSeed(std::uint64_t seed, int steps);
    [[nodiscard]] QString toString() const;
};

struct Outcome {
    QStringList violations; //!< empty: all is well
    QByteArray fingerprint; //!< a hash of everything that happened
    QStringList trail;      //!< what every device did, if asked for
    Faults::Counts faults{};
    std::uint64_t events = 0;
    qint64 simulated = 0; //!< ms
};

enum class Trail { No, Yes };
[[nodiscard]] Outcome live(const Plan &plan, Trail trail = Trail::No, Watch watch = Watch::Closely);

//! One firm: a server, some devices, people, misfortune, all in virtual time.
class World
{
public:
    explicit World(const Plan &plan, Watch watch);
    ~World();

    void liveByHand();
    void liveByThemselves();
    [[nodiscard]] Outcome outcome(Trail trail);

private:
    void step();
    struct Weathers;
    std::uint64_t changeLink(Link &link, const Weathers &weathers);
    void changeWeather();
    void misfortuneOfAll();
    void stepAtLedger();
    void changeLedgerWeather();
    [[nodiscard]] Device &holder() { return *m_devices.front(); }
    void healLedger();
    [[nodiscard]] std::pair<qint64, std::uint64_t> changesThere();
    void checkLedgerQuiescence();
    void restoreServer();
    void swizzle();
    void look();
    void healByHand();
    void healByThemselves();
    void clearUp();
    void finalChecks();
    void checkQuiescence();
    void tellWorkLeft(const QString &what);
    [[nodiscard]] qint64 workLeft();
    [[nodiscard]] Device &someDevice() { return *m_devices[m_random.below(m_devices.size())]; }
    [[nodiscard]] QByteArray fingerprint();

    Plan m_plan;
    Watch m_watch;
    SeededRandom m_random;
    Simulator m_simulator;
    Faults m_faults;
    Oracle m_oracle;
    Surroundings m_around{m_simulator, m_random, m_faults, m_oracle};
    Office m_office;
    std::optional<Ledger> m_ledger;
    std::vector<std::unique_ptr<Device>> m_devices;
    QStringList m_violations;
    QByteArray m_history; //!< what had happened after every step, in numbers
};

} // namespace frost::test
