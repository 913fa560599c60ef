// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/layout.h"
#include "core/store/objectstore.h"

namespace frost {

//! One Query made ready to run. Three ways lead to a page, and the cheapest is taken:
//!  - few candidates (an index of a condition, or the search, gives at most kFew): look at each;
//!  - else walk the order (an index of the sort field, or the ids) and skip what does not match;
//!  - no index for the order: look at every candidate and keep the best `limit`.
//! All three give the same order: by key as keys.h encodes it, then by id; records without the field last.
class Selection
{
public:
    Selection(Sql &sql, const StoreLayout &layout, const Query &query)
        : m_sql(sql), m_layout(layout), m_query(query) { }

    [[nodiscard]] Result<> prepare(); //!< first; the errors of ObjectStore::select
    [[nodiscard]] Result<QList<Record>> records();
    [[nodiscard]] Result<qint64> count();
    using GoOn = std::function<bool()>;
    [[nodiscard]] Result<QList<RowNumber>> order(const GoOn &goOn);
    //! The first `limit` of order(); none where no index gives them quickly.
    [[nodiscard]] Result<QList<RowNumber>> firstPlaces();
    [[nodiscard]] Result<RowNumber> placeOf(const LocalId &id); //!< Errors: NotFound "record.unknown" [type, id]
    //! Hands out field after field of each record found, in any order; "" where it is missing.
    [[nodiscard]] Result<> values(const QStringList &fields, const GoOn &goOn,
                                  const std::function<void(qsizetype field, const QByteArray &value)> &take);

private:
    //! Where candidates come from: a FROM clause with the records as o, and a condition.
    struct Source {
        QByteArray from;
        QByteArray condition;
        QVariantList values;
        bool isLive = false; //!< gives no tombstones
    };
    struct Condition {
        QByteArray sql;
        QVariantList values;
        const IndexLayout *index = nullptr; //!< may give candidates
        QVariant key;
        bool isExact = false; //!< the index key says all that the value says
    };
    //! What records are sorted by: SQL over o that gives the value of `kind`.
    struct Order {
        QByteArray value; //!< empty: by id
        FieldKind kind = FieldKind::Text;
        const IndexLayout *index = nullptr;
    };
    struct Driver {
        Source source;
        bool searched = false; //!< the search is one more condition, not the source
    };
    struct Candidate {
        std::optional<QVariant> key;
        QByteArray id;
        RowNumber place = 0;
    };

    [[nodiscard]] Result<> addCondition(const QString &name, const QString &value);
    [[nodiscard]] Result<> setOrder();
    [[nodiscard]] Result<> setSearch();
    [[nodiscard]] Source everything() const;
    [[nodiscard]] Source indexRecords(const IndexLayout &index) const; //!< with the index's entries as x
    [[nodiscard]] Source indexSource(const Condition &condition) const;
    [[nodiscard]] Source searchSource() const;
    [[nodiscard]] Result<std::optional<Driver>> fewCandidates(qint64 few); //!< nullopt: no source gives so few
    [[nodiscard]] Driver anyDriver() const;
    [[nodiscard]] static QByteArray indexRows(const Condition &condition);
    //! SQL of the row numbers that the search finds; with "UNION ALL" some of them twice, but sooner.
    [[nodiscard]] QByteArray foundRows(const QByteArray &united) const;
    [[nodiscard]] QVariantList foundBy() const; //!< what foundRows() is bound with
    [[nodiscard]] QByteArray rowsToCount() const; //!< empty: records have to be looked at
    [[nodiscard]] Result<qint64> fewerThanAll(); //!< as many candidates are looked at sooner than the whole order is walked
    [[nodiscard]] Result<qint64> countUpTo(const QByteArray &rows, const QVariantList &values, qint64 few);
    [[nodiscard]] QByteArray where(const Source &source, bool searched) const;
    [[nodiscard]] QVariantList values(const Source &source, bool searched) const;

    [[nodiscard]] Result<QList<Record>> walkIds();
    [[nodiscard]] Result<QList<Record>> walkIndex();
    [[nodiscard]] Result<> walkPart(const QByteArray &part, bool continues, QList<Record> &records);
    [[nodiscard]] Result<QList<Record>> best(const Driver &driver);
    [[nodiscard]] Result<QList<Candidate>> bestCandidates(const Driver &driver, const GoOn &goOn = {});
    [[nodiscard]] Result<> placesOf(const Source &source, const QByteArray &order, const GoOn &goOn,
                                    QList<RowNumber> &places);
    [[nodiscard]] bool before(const Candidate &a, const Candidate &b) const;
    [[nodiscard]] Candidate afterCandidate() const;

    Sql &m_sql;
    const StoreLayout &m_layout;
    const Query &m_query;
    QList<Condition> m_conditions;
    Order m_order;
    QByteArray m_match; //!< FTS5 expression; empty: no search
    bool m_findsNothing = false;
};

} // namespace frost
