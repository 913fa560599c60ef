// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importreport.h"
#include "core/exchange/recordmatcher.h"
#include "core/exchange/sie/siefile.h"
#include "core/exchange/sie/sierecords.h"
#include "core/outbox/recordeditor.h"

#include <QFlags>

namespace frost {

//! What a person has confirmed, because it is usually a mistake.
enum class SieConfirmation {
    Again = 1,        //!< these very bytes were imported before
    OtherCompany = 2, //!< the file has another organisation number than those imported before
};
Q_DECLARE_FLAGS(SieConfirmations, SieConfirmation)

//! The report of one import or dry run of a SIE file.
struct SieReport {
    SieFacts facts;
    bool dryRun = false;
    QString importedBefore;         //!< instant of an earlier import of the same bytes; "" never
    QString otherCompany;           //!< organisation number of the earlier files where this one's differs; "" it does not
    QList<ImportReport::Count> counts;
    QList<ImportReport::Difference> differences; //!< there before and kept as they are
    QList<ImportReport::RefusedRecord> refused;  //!< broke a rule of their schema
    //! True where something of the file is not in the books as the file has it.
    [[nodiscard]] bool isUnfinished() const;
    [[nodiscard]] QJsonObject toJson() const;
};

//! What an import will do, decided and not yet written.
struct SieDecision {
    SieReport report;
    QList<std::pair<EntityType, QJsonObject>> bodies = {}; //!< new records, referred ones first
};

//! Brings a SIE plan into a company: cost centres, projects, accounts, vouchers. Records that are there already are
//! recognised (by natural key; a voucher without a number by all it says) and left alone. One thread of the company.
class SieImporter
{
public:
    struct Options {
        ImportMode mode = ImportMode::Write;
        SieConfirmations confirmed = {};
        //! Records decided so far. False: stop, with nothing written.
        std::function<bool(qint64 done, qint64 total)> progress = {};
    };
    SieImporter(Database &database, RecordEditor &editor, Clock &clock, Random &random);

    //! In one transaction. A dry run decides and reports the same and writes nothing; it needs no confirmation.
    //! Errors, with nothing written: those of decide() and of RecordEditor::createAll.
    [[nodiscard]] Result<SieReport> import(const SiePlan &plan, const Actor &actor, const Options &options);

    // The same in steps, for who shows how far it is and lets a person stop. What is written stays, and is recognised when
    // the file is imported again.
    //! Reads only: any connection to the company will do.
    //! Errors: Conflict "sie.importedBefore" [instant], "sie.otherCompany" [file's number, company's]
    //! unless confirmed; NotFound "store.unknown" [type] where the company has no vouchers; Cancelled "sie.cancelled".
    [[nodiscard]] Result<SieDecision> decide(const SiePlan &plan, const Options &options);
    //! Makes `count` of the decided records from `first` on, all of them or none; with the last one the file counts as
    //! imported. Errors: those of RecordEditor::createAll.
    [[nodiscard]] Result<> write(const SieDecision &decision, qsizetype first, qsizetype count, const Actor &actor);

private:
    struct Job {
        const SiePlan &plan;
        const Options &options;
        SieReport &report;
        QList<std::pair<EntityType, QJsonObject>> &bodies;
        RecordMatcher matcher;
        QDate closedTo; //!< booksClosedTo()
        QSet<LocalId> matched = {}; //!< vouchers without a number, each of which is met once
        qint64 done = 0;
    };
    [[nodiscard]] Result<> askBack(const SiePlan &plan, const Options &options, SieReport &report);
    [[nodiscard]] Result<> decideAll(Job &job);
    //! @return the record that references are to name; empty: it was refused
    [[nodiscard]] Result<LocalId> take(Job &job, const EntityType &type, const QString &key, QJsonObject body);
    [[nodiscard]] Result<std::optional<Record>> find(Job &job, const EntitySchema &schema, const QJsonObject &body,
                                                     const QStringList &said);
    [[nodiscard]] Result<> remember(const SieReport &report, const Actor &actor);

    Database &m_database;
    RecordEditor &m_editor;
    Clock &m_clock;
    Random &m_random;
};

} // namespace frost

Q_DECLARE_OPERATORS_FOR_FLAGS(frost::SieConfirmations)
