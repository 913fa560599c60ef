// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/exchange/sie/sieencoding.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>

namespace frost {

//! A financial year as #RAR gives it.
struct SieYear {
    int index = 0; //!< 0: the file's own, -1: the one before …
    QDate from;
    QDate to;
    //! "2010" for a calendar year, else its first and last month: "2009-07/2010-06".
    [[nodiscard]] QString name() const;
};

//! An object of a dimension in a voucher row: {1 "Sthlm"}.
struct SieObject {
    int dimension = 0; //!< kCostCenterDimension, kProjectDimension, or any other
    QString code;
    friend bool operator==(const SieObject &, const SieObject &) = default;
};
inline size_t qHash(const SieObject &object, size_t seed = 0)
{
    return qHashMulti(seed, object.dimension, object.code);
}
inline constexpr int kCostCenterDimension = 1; //!< reserved by the SIE standard
inline constexpr int kProjectDimension = 6;

struct SieAccount {
    QString number;
    QString name;
    QString type; //!< "asset", "liability", "cost", "income" of #KTYP; "" not said
    QStringList sru;
    std::optional<Decimal> openingBalance; //!< #IB of year 0
    QString year;                          //!< SieYear::name()
    qint64 line = 0;
};

struct SieRow {
    QString account;
    QList<SieObject> objects;
    Decimal amount; //!< debit above zero, credit below
    QDate date;     //!< invalid: the voucher's
    QString text;
    std::optional<Decimal> quantity;
    QString signature;
    bool added = false; //!< #RTRANS: entered after the voucher was booked
    qint64 line = 0;
};

struct SieVoucher {
    QString series;
    QString number; //!< "": the remote gives one
    QDate date;
    QString text;
    QDate registered; //!< invalid: not said
    QString signature;
    QString year; //!< SieYear::name()
    QList<SieRow> rows;
    QList<SieRow> struck; //!< #BTRANS: booked once, then struck; count in no sum
    qint64 line = 0;
    [[nodiscard]] Decimal debit() const;
    [[nodiscard]] Decimal difference() const; //!< debit less credit
};

//! Something a person should know about the file; the import goes on.
struct SieNote {
    QString code;
    QStringList args;
    qint64 line = 0; //!< 0: the file as a whole
};

//! A voucher that is not imported, and why: {Invalid, "sie.unbalanced", …}.
struct SieLeftOut {
    QString series;
    QString number;
    qint64 line = 0;
    Error why;
    qint64 whyLine = 0; //!< of the row that is wrong
    QList<SieRow> struck;
    //! A number that was used and has nothing booked, which is as it should be.
    [[nodiscard]] bool isVoided() const { return why.code == u"sie.voided"; }
};

struct SieSeries {
    QString series;
    qint64 vouchers = 0;
    Decimal debit;
};

//! What the file says about itself and what was read, without the contents.
struct SieFacts {
    QString hash;      //!< SHA-256 of the bytes, lower-case hex
    SieEncoding encoding = SieEncoding::Cp437;
    bool encodingChosen = false; //!< by the user
    SieEncodingEvidence evidence;
    SieTextSample sample;

    int type = 0;      //!< #SIETYP 1-4; 0: not said
    bool flagged = false; //!< #FLAGGA 1: some program has imported the file before
    QString program;
    QDate generated;
    QString companyName;
    QString organisationNumber;
    QList<SieYear> years; //!< by index, the file's own first

    QMap<QString, qint64> read;       //!< lines that were used, by label: "TRANS"
    QMap<QString, qint64> passedOver; //!< lines that were not: "PSALDO", "IB -1"
    qint64 rows = 0;                  //!< of the vouchers to import
    qint64 addedRows = 0;             //!< among them
    qint64 struckRows = 0;
    Decimal debit; //!< of the vouchers to import; credit is the same
    QList<SieSeries> series;
    qint64 openings = 0;
    QList<SieNote> notes;
    QList<SieLeftOut> leftOut;

    [[nodiscard]] qint64 vouchersRead() const { return read.value(QStringLiteral("VER")); }
    [[nodiscard]] QJsonObject toJson() const;
};

//! What a SIE file asks for. A value; decided before anything is written, so that a person can look at it first.
struct SiePlan {
    SieFacts facts;
    QList<SieAccount> accounts;
    QHash<int, QString> dimensions;      //!< their names
    QHash<SieObject, QString> objectNames;
    QList<SieObject> objects; //!< cost centres and projects, in the order of the file; undeclared ones last
    QList<SieVoucher> vouchers;

    //! Objects of other dimensions than cost centre and project, readable: "8 Customer: 30083 Mora; 9: 7".
    [[nodiscard]] QString otherDimensions(const SieRow &row) const;
};

} // namespace frost
