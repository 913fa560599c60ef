// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace frost {

enum class ImportMode { DryRun, Write };

//! What an import did to the data on its way in; the wording is the front's.
enum class AdaptationKind {
    Missing,     //!< the file has no value: the stated replacement (or none) stands there; subject: record or field
    Varies,      //!< the rows of one record disagree: one value was kept; subject: field
    Case,        //!< keys that differ only in case; kept apart, exactly as they are; subject: record
    Negative,    //!< below zero, imported as it is; subject: value
    Zero,        //!< zero, imported as it is; subject: value
    Trimmed,     //!< white space around it removed; subject: value
    Rewritten,   //!< the same written otherwise ("17850.0" → "17850", a line end in a text → space); subject: value
    Unmapped,    //!< not among the values the profile knows; subject: value
    TimeDropped, //!< a date kept without its time of day; subject: field
    Assumed,     //!< not in the file, from the profile's constant or template; subject: field
};
[[nodiscard]] QString toString(AdaptationKind kind);

struct Adaptation {
    struct Example {
        qint64 line = 0;
        QString text; //!< the value before; where one of several was kept: "kept | other | other"
    };
    AdaptationKind kind = AdaptationKind::Missing;
    QString subject; //!< "customer", "invoice.invoiceDate", "price": names of the profile
    qint64 count = 0;
    QList<Example> examples; //!< the first few
    [[nodiscard]] QString code() const { return subject + u'.' + toString(kind); }
};

//! Adaptations, counted as they happen.
class Adaptations
{
public:
    //! A handle for add(); the same for the same pair.
    [[nodiscard]] int of(AdaptationKind kind, const QString &subject);
    void add(int handle, qint64 line, const QString &text);
    void add(AdaptationKind kind, const QString &subject, qint64 line, const QString &text)
    {
        add(of(kind, subject), line, text);
    }
    //! Those that happened, in the order they were made known.
    [[nodiscard]] QList<Adaptation> list() const;

private:
    QList<Adaptation> m_list;
    QHash<std::pair<int, QString>, int> m_handles;
};

//! The report of one import or dry run. Every row of the file is counted exactly once:
//! rowsRead = rowsImported + rowsKnown + rowsDifferent + rowsRefused() + rowsPending.
struct ImportReport {
    struct Count {
        EntityType type;
        qint64 created = 0;   //!< committed; in a dry run: would be created
        qint64 skipped = 0;   //!< already there and equal
        qint64 different = 0; //!< already there with other values; kept as it is
        qint64 refused = 0;
    };
    struct Difference { //!< a record that was there before and says something else than the file
        EntityType type;
        QString key;
        LocalId record;
        QStringList fields;
    };
    struct RefusedRecord { //!< a record that was not imported; its rows are in `refusals`
        EntityType type;
        QString key;
        Error why;
    };
    struct Refusal { //!< rows that were not imported, and why
        QString code;
        QStringList args;
        QList<qint64> lines;
    };

    QString file; //!< without its folder
    QString fileHash;
    QString importedBefore; //!< instant of a complete import of the same bytes; "" never
    QString profile;
    QString attribution; //!< source and licence, to be shown with the data
    bool dryRun = false;
    qint64 rowsRead = 0;
    qint64 rowsImported = 0;
    qint64 rowsKnown = 0;
    qint64 rowsDifferent = 0;
    qint64 rowsPending = 0; //!< after a stop: read, not decided
    QStringList ignoredColumns;
    QList<Count> counts; //!< in order of creation
    Adaptations adaptations;
    QList<Difference> differences;
    QList<RefusedRecord> refusedRecords;
    QList<Refusal> refusals;
    std::optional<Error> stopped; //!< why the import ended early; what `counts` says is committed

    [[nodiscard]] Count &countOf(const EntityType &type);
    [[nodiscard]] qint64 rowsRefused() const;
    void refuse(const EntityType &type, const QString &key, const Error &why);
    void refuse(const QString &code, const QStringList &args, const QList<qint64> &lines);
    [[nodiscard]] QJsonObject toJson() const;
};

// The same parts of every import's report.
[[nodiscard]] QJsonObject toJson(const ImportReport::Count &count);
[[nodiscard]] QJsonObject toJson(const ImportReport::Difference &difference);
[[nodiscard]] QJsonObject toJson(const ImportReport::RefusedRecord &record);

} // namespace frost
