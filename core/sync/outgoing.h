// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/syncrules.h"
#include "core/outbox/recordwriter.h"
#include "core/sync/referencetranslator.h"

namespace frost {

//! A record on its way to one connection.
struct Outgoing {
    const EntitySchema &schema;
    Record record;
    std::optional<Link> link; //!< only where the remote is known to have the record
    std::optional<QJsonObject> base;
    QJsonObject body; //!< what is sent of the record, in local vocabulary

    [[nodiscard]] OperationKind kind() const;
    //! Whether the remote has all that is sent of it.
    [[nodiscard]] bool isUnchanged() const;
};

//! What of a record goes to a connection and what it has to wait for: one answer for who sends it and for who shows it beforehand.
class OutgoingRecords
{
public:
    OutgoingRecords(RecordWriter &writer, Links &links);

    using Key = std::pair<EntityType, QString>;
    struct Hindrance {
        QString code;
        QStringList args;
        enum class Ends { ByItself, Never } ends = Ends::ByItself;
    };
    struct Leaving {
        QJsonObject body; //!< with the remote's ids in its references
        std::optional<Hindrance> hindrance; //!< a record that it refers to is not there, or is asked about
    };

    //! The fields that are exchanged, the others as the remote has them as far as that is known.
    [[nodiscard]] static QJsonObject exchanged(const TypeRules &rules, const QJsonObject &body, const std::optional<QJsonObject> &base);
    //! @param questioned  nothing that refers to them is sent
    [[nodiscard]] Result<Leaving> leaving(const Outgoing &record, const QSet<Key> &questioned);
    //! Whether the operation's record was deleted there, or is perhaps another one there, and a person has not decided yet.
    [[nodiscard]] static bool isQuestioned(const Operation &operation);
    [[nodiscard]] Result<QSet<Key>> questioned();
    //! Records of `target` that deleted records refer to whose deletion the remote has not acknowledged.
    [[nodiscard]] Result<QSet<Key>> parentsOfDeletes(const EntityType &target);

private:
    [[nodiscard]] Result<bool> isDeletedHere(const ReferenceUse &use);

    RecordWriter &m_writer;
    Links &m_links;
    ReferenceTranslator m_references;
};

} // namespace frost
