// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/dateformat.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace frost {

//! How one column's text becomes a value: trim, empty and `missing` texts → no value, map or prefixes, then the kind.
struct CsvValue {
    enum class Kind { Text, Decimal, Integer, Date };
    enum class Otherwise { Keep, Missing, Refuse }; //!< what becomes of a text that `map` does not know

    QString name;
    QString column;       //!< heading; empty: by number
    int columnNumber = 0; //!< from 1
    Kind kind = Kind::Text;
    QList<DateFormat> formats; //!< Date only; the first that fits
    QString decimalSeparator = QStringLiteral(".");
    QString groupSeparator;
    QStringList missing; //!< texts that mean "no value"
    QHash<QString, QString> map;
    Otherwise otherwise = Otherwise::Keep;
    QList<std::pair<QString, QString>> prefixes; //!< longest first; a text with none of them is no value
    QString unless;                              //!< no value where the value of this name has one
    bool required = false;                       //!< a row without it is refused
    bool reportNegative = false;
    bool reportZero = false;
};

//! One place a field's content may come from.
struct FieldSource {
    enum class Kind { Value, Constant, Template, Record, RecordField };

    //! A stretch of a template: plain text, then the value at `value` (-1: none).
    struct Piece {
        QString text;
        int value = -1;
    };

    Kind kind = Kind::Value;
    QString name;         //!< of the value or the record
    int index = -1;       //!< its position in CsvProfile::values or ::records
    QString field;        //!< RecordField: the field of that record
    QList<Piece> pieces;  //!< Template
    QJsonValue constant;  //!< Constant
    bool assumed = false; //!< reported as not being in the file
};

struct FieldRule {
    enum class Choose { First, Last, MostFrequent }; //!< where the rows of one record disagree

    QString field;
    QList<FieldSource> sources; //!< the first that has something; a later one is reported as "missing"
    Choose choose = Choose::First;
};

//! The records of one entity type that rows are gathered into: one for each key. With `rowsField` it is a document, and
//! every row of the file becomes one row of it.
struct RecordRule {
    QString name;
    EntityType type;
    QStringList key; //!< fields by which a record is recognised; their first source is a value
    QList<FieldRule> fields;
    QJsonObject whenMissing; //!< the one record for rows without a key; empty: they have none
    QString rowsField;
    QList<FieldRule> rowFields;

    [[nodiscard]] bool isDocument() const { return !rowsField.isEmpty(); }
    [[nodiscard]] const FieldRule *rule(QStringView field) const; //!< nullptr: none
};

//! How to read one kind of CSV file (README.md). A value; nothing in it knows an entity type by name.
struct CsvProfile {
    QString name;
    QString attribution; //!< source and licence of the data, to be shown with it
    CsvOptions options;
    bool header = true; //!< the first record names the columns
    QList<CsvValue> values;
    QList<RecordRule> records; //!< referred ones before referring ones; at most one document

    //! @param nameOrPath a profile that ships with Frost ("online-retail"), or the path of a JSON file.
    //! Errors: NotFound "profile.unknown" [nameOrPath]; those of fromJson and parseJsonObject.
    [[nodiscard]] static Result<CsvProfile> load(const QString &nameOrPath);
    //! Errors: Invalid "profile.malformed" [where]; `where` is a path such as "records[1].fields.customer".
    [[nodiscard]] static Result<CsvProfile> fromJson(const QJsonObject &json);

    [[nodiscard]] int valueIndex(QStringView value) const;   //!< -1: none
    [[nodiscard]] int recordIndex(QStringView record) const; //!< -1: none
};

} // namespace frost
