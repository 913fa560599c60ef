// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvplanner.h"
#include "core/exchange/recordmatcher.h"
#include "core/outbox/recordeditor.h"

namespace frost {

//! Brings a CSV file into a company. Records that are there already are left alone: equal ones are counted, different ones
//! listed. So a second import of the same file doubles nothing, and an import that was stopped goes on when it is run again.
class CsvImporter
{
public:
    //! Records in one transaction. The import is durable chunk by chunk; more at once would keep the store locked longer.
    static constexpr qsizetype kChunk = 500;

    CsvImporter(Database &database, RecordEditor &editor, Clock &clock, Random &random);

    //! The whole file in one go. A dry run reads, decides and reports the same, and writes nothing.
    //! Errors, with nothing written: those of CsvPlanner::run and RecordEditor::createAll. Once something was written, an error
    //! is ImportReport::stopped instead, and the report's counts say exactly what is committed.
    [[nodiscard]] Result<ImportReport> run(const QString &path, const CsvProfile &profile, const Actor &actor,
                                           ImportMode mode, const CsvPlanner::Progress &progress = {});

private:
    struct Job { //!< what one run is given, and what it is about to write
        RecordMatcher matcher;
        QDate closedTo; //!< booksClosedTo()
        ImportReport &report;
        const Actor &actor;
        QList<std::pair<EntityType, QJsonObject>> chunk = {};
        QList<qint64> chunkRows = {}; //!< of each record in the chunk
    };
    [[nodiscard]] Result<PlanVerdict> take(Job &job, const PlannedRecord &record);
    static void leaveAlone(Job &job, const PlannedRecord &record, const Record &existing,
                           const QStringList &differences);
    [[nodiscard]] Result<> flush(Job &job);
    [[nodiscard]] Result<> remember(const ImportReport &report);
    void complete(ImportReport &report, const CsvProfile &profile) const;

    Database &m_database;
    RecordEditor &m_editor;
    Clock &m_clock;
    Random &m_random;
};

} // namespace frost
