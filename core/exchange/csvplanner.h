// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/exchange/bodybuilder.h"
#include "core/exchange/csvfile.h"
#include "core/exchange/csvprofile.h"
#include "core/exchange/importreport.h"
#include "core/schema/schema.h"

#include <QJsonArray>

#include <functional>
#include <unordered_map>
#include <vector>

namespace frost {

//! A record the file asks for.
struct PlannedRecord {
    EntityType type;
    QStringList keyFields; //!< by which it is recognised if it is there already
    QString key;           //!< their content, for reports
    LocalId id;            //!< made for it; also body["localId"]
    QJsonObject body;      //!< not yet normalised
    QList<qint64> lines;   //!< of a document: the lines of its rows
};

//! What became of a planned record.
struct PlanVerdict {
    LocalId id; //!< of the record that references are to name: its own, or the one that was there before
    std::optional<Error> refused;
};

struct ImportProgress {
    int pass = 1; //!< 1: survey, 2: documents
    int passes = 1;
    qint64 bytes = 0; //!< of this pass, in the file as it lies on disk
    qint64 size = 0;
};

//! Reads a CSV file through a profile into records, referred ones first. The file is read twice: the first pass gathers
//! the records without rows and counts the rows of each document; the second hands over each document as soon as its
//! last row was read. So memory holds the former, and of the latter only those that are open.
class CsvPlanner
{
public:
    using Take = std::function<Result<PlanVerdict>(PlannedRecord)>;
    using Progress = std::function<bool(const ImportProgress &)>; //!< false: stop

    //! Everything given lives longer than the planner.
    CsvPlanner(const CsvProfile &profile, const Schema &schema, Clock &clock, Random &random);

    //! Hands every record to `take`, in order; its error ends the run. Rows read, ignored columns, adaptations, refusals and
    //! refused documents go into `report`. A row that cannot be read is refused, and with it its whole document: half an
    //! invoice is wrong.
    //! Errors: Invalid "profile.malformed" [where] (against the schema), "csv.empty"; Conflict "file.changed" between the
    //! passes; Cancelled "import.cancelled"; those of CsvFile, RowConverter::bind and `take`.
    [[nodiscard]] Result<> run(const QString &path, const Take &take, ImportReport &report,
                               const Progress &progress = {});

private:
    struct Group { //!< the records of one rule
        std::unordered_map<QString, RecordCollector> collected;
        QStringList order;    //!< keys by first appearance
        bool missing = false; //!< some row needs the record for rows without a key
    };
    struct Expected { //!< a document, as the survey saw it
        qint64 rows = 0;
        bool refused = false;
    };
    struct Open { //!< a document some of whose rows were read
        RecordCollector head;
        QJsonArray rows;
        QList<qint64> lines;
        std::optional<Error> refused;
    };
    struct Job { //!< what one run is given
        QString path;
        const Take &take;
        ImportReport &report;
        const Progress &progress;
        ImportProgress at = {};
    };
    //! @param refused why the row cannot be read; nullopt: it can
    using VisitRow = std::function<Result<>(const RowView &row, const std::optional<Error> &refused)>;

    [[nodiscard]] Result<> checkAgainstSchema() const;
    //! Tells how far it is. Errors: Cancelled "import.cancelled".
    [[nodiscard]] static Result<> tell(const Job &job);
    [[nodiscard]] Result<> eachRow(Job &job, int pass, const VisitRow &visit) const;
    [[nodiscard]] RowKeys keysOf(const RowValues &values) const;

    [[nodiscard]] Result<> survey(Job &job);
    void surveyRow(Job &job, const RowView &row);
    [[nodiscard]] Result<> handOverGroup(Job &job, int rule);
    [[nodiscard]] Result<> handOver(Job &job, int rule, const QString &key, QJsonObject body,
                                    const QList<qint64> &lines = {});
    static void refuse(Job &job, const RecordRule &rule, const QString &key, const Error &why,
                       const QList<qint64> &lines);
    void noteCase(Job &job, const RecordRule &rule, const Group &group) const;

    [[nodiscard]] Result<> handOverDocuments(Job &job);
    [[nodiscard]] Result<> addRow(Job &job, const BodyBuilder &rows, const RowView &row,
                                  const std::optional<Error> &refused);
    [[nodiscard]] Result<> finishDocument(Job &job, const Open &open, const QString &key);

    const CsvProfile &m_profile;
    const Schema &m_schema;
    Clock &m_clock;
    Random &m_random;
    int m_document = -1; //!< index of the rule with rows
    QList<QList<int>> m_keyValues;
    std::vector<Group> m_groups;
    QHash<QString, Expected> m_expected;
    std::unordered_map<QString, Open> m_open;
    RecordDirectory m_directory;
};

} // namespace frost
