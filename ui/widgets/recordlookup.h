// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"

#include <functional>
#include <optional>

namespace frost {

//! A record as something that others refer to.
struct Referred {
    LocalId id;
    QString number; //!< by which people know it (last field of the natural key); may be empty
    QString title;
    QJsonObject body;
    //! What tells it from others of its number where the title does not: "A, Norrvik Bygg AB". Only search() says it.
    QString distinction = {};

    //! "1042 Norrvik Bygg AB".
    [[nodiscard]] QString text() const;
};

//! Which records a field names, and how.
struct LookupTarget {
    enum class Holds {
        Id,     //!< a Reference field: the local id
        Number, //!< a text field that holds the number of a record ("account"); other numbers are allowed
    };
    EntityType type;
    Holds holds = Holds::Id;
    //! Holds::Number: whose record is meant where several share a number: the financial year of accounts. "": the last's
    QString within = {};
};

//! What a field names: the target of a reference; for a text field known to hold numbers of another type ("account" those
//! of accounts), that type. nullopt: nothing.
[[nodiscard]] std::optional<LookupTarget> lookupTargetOf(const Schema &schema, const Field &field);
//! The field by which people know a record of this type, "" where there is none.
[[nodiscard]] QString numberField(const EntitySchema &schema);
[[nodiscard]] Referred referredOf(const EntitySchema &schema, const Record &record);
//! RecordLookup::find for a job that is already on a lane.
[[nodiscard]] QHash<QString, Referred> findReferred(Company &company, const LookupTarget &target,
                                                    const QStringList &values);

//! Finds records by number and name; asks on Lane::Page. UI thread. The answers are not given once `context` is gone.
class RecordLookup
{
public:
    using Matches = QList<Referred>;

    //! @param session must outlive the lookup
    explicit RecordLookup(CompanySession &session) : m_session(session) { }

    //! Records whose number or words start with what is typed; an equal number first, then numbers that start so. Inactive
    //! ones are left out. Blank text: the first ones by number.
    void search(const LookupTarget &target, const QString &typed, int limit, QObject *context,
                std::function<void(Matches)> then);
    //! The one record that is meant by a complete entry: its number, or its whole title, or the only one that matches.
    //! None where several have that number.
    void resolve(const LookupTarget &target, const QString &typed, QObject *context,
                 std::function<void(std::optional<Referred>)> then);
    //! What ids (or numbers) stand for; those that are not there are left out.
    void find(const LookupTarget &target, const QStringList &values, QObject *context,
              std::function<void(QHash<QString, Referred>)> then);

    [[nodiscard]] CompanySession &session() const { return m_session; }

private:
    CompanySession &m_session;
};

} // namespace frost
