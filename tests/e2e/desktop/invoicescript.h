// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "tests/support/seededrandom.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

namespace frost::e2e {

using namespace Qt::StringLiterals;

//! What one person does to one invoice: the value at a merge path ("note", "rows[r1].price") is this one from then on.
//! Undefined: the row is removed, or with path "" the whole invoice.
struct Edit {
    QString invoice; //!< its externalReference, which nobody edits
    QString path;
    QJsonValue value = QJsonValue::Undefined;
};
using Edits = QList<Edit>;

// --- records by merge path

struct RowPlace {
    QString row;
    QString field; //!< "": the row itself
};
inline std::optional<RowPlace> rowPlaceOf(const QString &path)
{
    if (!path.startsWith(u"rows["_s))
        return std::nullopt;
    return RowPlace{path.mid(5).section(u']', 0, 0), path.section(u"]."_s, 1)};
}

inline qsizetype rowAt(const QJsonArray &rows, const QString &id)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].toObject()["rowId"_L1].toString() == id)
            return i;
    }
    return -1;
}

inline QJsonValue valueAt(const QJsonObject &body, const QString &path)
{
    const auto place = rowPlaceOf(path);
    if (!place)
        return path.isEmpty() ? QJsonValue(body) : body[path];
    const auto rows = body["rows"_L1].toArray();
    const auto at = rowAt(rows, place->row);
    const auto row = at < 0 ? QJsonValue(QJsonValue::Undefined) : rows[at];
    return place->field.isEmpty() ? row : row.toObject()[place->field];
}

inline QJsonObject withEdit(QJsonObject body, const Edit &edit)
{
    const auto place = rowPlaceOf(edit.path);
    if (!place) {
        body.insert(edit.path, edit.value);
        return body;
    }
    auto rows = body["rows"_L1].toArray();
    const auto at = rowAt(rows, place->row);
    if (at < 0) {
        rows.append(edit.value);
    } else if (edit.value.isUndefined()) {
        rows.removeAt(at);
    } else {
        auto row = rows[at].toObject();
        row.insert(place->field, edit.value);
        rows[at] = row;
    }
    body.insert(u"rows"_s, rows);
    return body;
}

//! Equal texts, equal numbers in whatever notation; of rows what `wanted` says, whatever was computed beside it.
inline bool says(const QJsonValue &found, const QJsonValue &wanted)
{
    if (wanted.isObject()) {
        const auto row = wanted.toObject();
        const auto keys = row.keys();
        return std::all_of(keys.begin(), keys.end(),
                           [&](const QString &key) { return says(found.toObject()[key], row[key]); });
    }
    const auto a = Decimal::parse(found.toVariant().toString());
    const auto b = Decimal::parse(wanted.toVariant().toString());
    return a && b ? *a == *b : found.toVariant() == wanted.toVariant();
}

// --- the afternoon

//! What two people do to the same invoices, drawn from a seed.
class InvoiceScript
{
public:
    static constexpr int kInvoices = 50;

    explicit InvoiceScript(std::uint64_t seed) : m_random(seed)
    {
        for (int i = 0; i < kInvoices; ++i)
            draw(i);
        shuffle(anna);
        shuffle(bjorn);
    }

    [[nodiscard]] static QString name(int i) { return u"inv-%1"_s.arg(i); }
    //! As both have it before the network goes.
    [[nodiscard]] static QJsonObject invoice(int i, const QString &customer)
    {
        QJsonArray rows;
        for (const auto &[id, text] : {std::pair(u"r1"_s, u"Consulting"_s), {u"r2"_s, u"Travel"_s}, {u"r3"_s, u"Material"_s}})
            rows.append(row(id, u"%1 for %2"_s.arg(text, name(i)), QString::number(1 + i % 7), QString::number(100 + i) + u".50"_s));
        return {{u"externalReference"_s, name(i)},
                {u"customer"_s, customer},
                {u"invoiceDate"_s, u"2026-05-%1"_s.arg(1 + i % 28, 2, 10, QLatin1Char('0'))},
                {u"currency"_s, u"SEK"_s},
                {u"yourReference"_s, u"Reference %1"_s.arg(i)},
                {u"ourReference"_s, u"Office"_s},
                {u"note"_s, u"Delivered in spring; paid in summer."_s},
                {u"rows"_s, rows}};
    }

    //! Typed in the form of the window.
    static constexpr int kTyped = 3;
    Edits annaTypes;
    Edits bjornTypes;
    //! In the order in which they are made.
    Edits anna;
    Edits bjorn;
    //! Deleted by one and changed by the other.
    static inline const QString kAnnaDeletes = name(7);
    static inline const QString kBjornDeletes = name(8);

private:
    enum class Who { Anna, Bjorn };

    static QJsonObject row(const QString &id, const QString &text, const QString &quantity, const QString &price)
    {
        return {{u"rowId"_s, id}, {u"description"_s, text}, {u"quantity"_s, quantity}, {u"unit"_s, u"h"_s},
                {u"price"_s, price}, {u"vat"_s, u"25"_s}, {u"account"_s, u"3041"_s}};
    }

    //! No two people type the same by chance.
    static QJsonValue typed(Who who, int i, const QString &path)
    {
        const bool isAnna = who == Who::Anna;
        if (path == "invoiceDate"_L1)
            return u"2026-%1-%2"_s.arg(isAnna ? u"06"_s : u"07"_s).arg(1 + i % 28, 2, 10, QLatin1Char('0'));
        if (path == "note"_L1) // changes that do not meet in the text
            return isAnna ? u"Delivered in early spring; paid in summer."_s : u"Delivered in spring; paid in late summer."_s;
        if (path.endsWith(u".quantity"_s))
            return QString::number((isAnna ? 10 : 30) + i % 9);
        if (path.endsWith(u".price"_s))
            return QString::number((isAnna ? 200 : 300) + i) + u".25"_s;
        if (path == "rows[r3]"_L1)
            return QJsonValue::Undefined;
        if (path.startsWith(u"rows[new"_s))
            return row(rowPlaceOf(path)->row, isAnna ? u"Anna's parking"_s : u"Overnight stay, as agreed"_s, u"1"_s,
                       isAnna ? u"40.00"_s : u"990.00"_s);
        return u"%1 %2 %3"_s.arg(isAnna ? u"Anna"_s : u"Björn"_s, path.section(u'.', -1)).arg(i);
    }
    void add(Who who, int i, const QString &path, const std::optional<QJsonValue> &value = {})
    {
        (who == Who::Anna ? anna : bjorn).append({name(i), path, value.value_or(typed(who, i, path))});
    }

    //! @param i  0: both the same. 1–6: alike, one field. 7, 8: deleted by one. 9–14: nothing clashes. Others: as it comes
    void draw(int i)
    {
        if (i == 0) {
            for (const auto who : {Who::Anna, Who::Bjorn})
                add(who, i, u"ourReference"_s, u"Both say so"_s);
        } else if (i <= kTyped) {
            annaTypes.append({name(i), u"yourReference"_s, typed(Who::Anna, i, u"yourReference"_s)});
            bjornTypes.append({name(i), u"yourReference"_s, typed(Who::Bjorn, i, u"yourReference"_s)});
        } else if (i <= 6) {
            add(Who::Anna, i, u"yourReference"_s);
            add(Who::Bjorn, i, u"yourReference"_s);
        } else if (i <= 8) {
            add(i == 7 ? Who::Anna : Who::Bjorn, i, {}, QJsonValue(QJsonValue::Undefined));
            drawSome(i == 7 ? Who::Bjorn : Who::Anna, i, kPaths);
        } else if (i <= 14) {
            drawSome(Who::Anna, i, {u"invoiceDate"_s, u"note"_s, u"rows[r1].quantity"_s, u"rows[newA]"_s});
            drawSome(Who::Bjorn, i, {u"yourReference"_s, u"ourReference"_s, u"rows[r2].description"_s, u"rows[r2].price"_s});
        } else {
            drawSome(Who::Anna, i, QStringList(kPaths) << u"rows[newA]"_s);
            drawSome(Who::Bjorn, i, QStringList(kPaths) << u"rows[newB]"_s);
        }
    }
    void drawSome(Who who, int i, QStringList paths)
    {
        shuffle(paths);
        paths = paths.mid(0, 3 + qsizetype(m_random.below(3)));
        if (paths.contains(u"rows[r3]"_s))
            paths.removeAll(u"rows[r3].quantity"_s);
        for (const auto &path : std::as_const(paths))
            add(who, i, path);
    }
    template<class List>
    void shuffle(List &list)
    {
        for (auto left = list.size(); left > 1; --left)
            list.swapItemsAt(left - 1, qsizetype(m_random.below(std::uint64_t(left))));
    }

    static inline const QStringList kPaths{u"invoiceDate"_s, u"yourReference"_s, u"ourReference"_s, u"note"_s,
                                           u"rows[r1].quantity"_s, u"rows[r1].price"_s, u"rows[r2].description"_s,
                                           u"rows[r2].price"_s, u"rows[r3].quantity"_s, u"rows[r3]"_s};
    test::SeededRandom m_random;
};

} // namespace frost::e2e
