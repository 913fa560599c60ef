// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/proposal.h"

#include "core/base/json.h"
#include "core/server/limits.h"
#include "core/server/pushanswers.h"

#include <QSet>

#include <algorithm>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
constexpr QChar kKeySeparator = u'\x1f';                 //!< normalised text has no control characters
constexpr qint64 kHighestNumber = 1'000'000'000'000'000; //!< a longer text is no number of a series

//! Builds a proposal step by step; the first problem is kept.
class Proposer
{
public:
    Proposer(const PushDraft &draft, const TouchedRecords &touched, CompanyStore &store)
        : m_schema(*draft.schema), m_touched(touched), m_store(store)
    {
        m_proposal.body = draft.body;
    }

    Result<Proposal> run(const QJsonObject &before)
    {
        resolveReferences(before);
        for (const Field &field : m_schema.fields) {
            if (field.assignedByRemote)
                FROST_TRY(number(field, before));
        }
        if (auto derived = derive(m_schema, m_proposal.body))
            m_proposal.body = *std::move(derived);
        else if (derived.error().kind == ErrorKind::Invalid)
            refuse(std::move(derived).error());
        else
            return fail(std::move(derived).error());
        m_proposal.bytes = toCanonicalJson(m_proposal.body);
        if (m_proposal.bytes.size() > limits::kRecordBytes) {
            refuse({ErrorKind::TooLarge,
                    u"record.tooLarge"_s,
                    {QString::number(m_proposal.bytes.size()), QString::number(limits::kRecordBytes)},
                    {},
                    {}});
        }
        if (const auto problems = validate(m_schema, m_proposal.body); !problems.isEmpty())
            refuse(problemsError(problems));
        m_proposal.naturalKey = naturalKeyOf(m_schema, m_proposal.body).join(kKeySeparator);
        m_proposal.naturalKeyBefore = naturalKeyOf(m_schema, before).join(kKeySeparator);
        return std::move(m_proposal);
    }

private:
    void refuse(Error error)
    {
        if (!m_proposal.problem)
            m_proposal.problem = std::move(error);
    }

    // A reference that the stored record has already is left alone: its target may have been deleted since.
    void resolveReferences(const QJsonObject &before)
    {
        QSet<std::pair<EntityType, QString>> kept;
        for (const ReferenceUse &use : referencesIn(m_schema, before))
            kept.insert({use.target, use.id});
        for (const ReferenceUse &use : referencesIn(m_schema, m_proposal.body)) {
            const bool isKept = kept.contains({use.target, use.id}); // of a step the batch has not read what it refers to
            const StoredRecord *target = m_touched.find(use.target, use.id);
            if (!target && !isKept)
                refuse({ErrorKind::Rejected, u"reference.unknown"_s, {use.path, use.id}, {}, {}});
            else if (target && target->deleted && !kept.contains({use.target, QString::number(target->id)}))
                refuse({ErrorKind::Rejected, u"reference.deleted"_s, {use.path, use.id}, {}, {}});
        }
        m_proposal.body =
            mapReferences(m_schema, std::move(m_proposal.body), [this](const EntityType &type, const QString &id) {
                const StoredRecord *target = m_touched.find(type, id);
                return target ? QString::number(target->id) : id;
            });
    }

    // Given once, a number is final: gaps and changes in a series of documents are forbidden by law.
    Result<> number(const Field &field, const QJsonObject &before)
    {
        const QJsonValue sent = m_proposal.body.value(field.name);
        const QJsonValue had = before.value(field.name);
        const bool isGiven = !sent.isUndefined() && !isProvisional(field, sent);
        if (!had.isUndefined()) {
            if (isGiven && comparable(field, sent) != comparable(field, had))
                refuse({ErrorKind::Rejected, u"field.final"_s, {field.name}, {}, {}});
            m_proposal.body.insert(field.name, had);
            return {};
        }
        const QString series = seriesOf(field);
        const auto next = m_store.nextNumber(m_schema.type, series);
        FROST_TRY(next);
        if (!isGiven) {
            const bool isInteger = field.kind == FieldKind::Integer;
            m_proposal.body.insert(field.name, isInteger ? QJsonValue(*next) : QJsonValue(QString::number(*next)));
            m_proposal.number = {series, *next + 1};
            return {};
        }
        // A document that brings its number: the series goes on after it.
        const qint64 brought = sent.isString() ? realIdOf(sent.toString()).value_or(0) : sent.toInteger();
        if (brought >= *next && brought < kHighestNumber)
            m_proposal.number = {series, brought + 1};
        return {};
    }

    // Numbers count where the natural key tells them apart: by series, vouchers also by financial year.
    [[nodiscard]] QString seriesOf(const Field &numberField) const
    {
        QStringList fields{m_schema.seriesField};
        if (!m_schema.naturalKey.isEmpty() && m_schema.naturalKey.last() == numberField.name)
            fields = m_schema.naturalKey.first(m_schema.naturalKey.size() - 1);
        QStringList values;
        for (const QString &name : fields)
            values.append(m_proposal.body.value(name).toString());
        return values.join(kKeySeparator);
    }

    const EntitySchema &m_schema;
    const TouchedRecords &m_touched;
    CompanyStore &m_store;
    Proposal m_proposal;
};
} // namespace

Result<Proposal> propose(const PushDraft &draft, const StoredRecord *stored, const TouchedRecords &touched,
                         CompanyStore &store)
{
    QJsonObject before;
    if (stored) {
        auto body = bodyOf(*stored);
        FROST_TRY(body);
        before = *std::move(body);
    }
    auto proposal = Proposer(draft, touched, store).run(before);
    // A tombstone has given its key back; a restored record has to claim it again.
    if (proposal && stored && stored->deleted)
        proposal->naturalKeyBefore.clear();
    return proposal;
}

} // namespace frost::server
