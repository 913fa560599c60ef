// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/pushhandler.h"

#include "core/server/answers.h"

#include <QJsonArray>

#include <algorithm>

namespace frost::server {

using namespace Qt::StringLiterals;

HttpResponse PushHandler::handle()
{
    const auto answer = push();
    return answer ? jsonAnswer(200, *answer) : errorAnswer(answer.error());
}

Result<QJsonObject> PushHandler::push()
{
    FROST_TRY(checkTenant(m_request.session, m_request.value(u"tenantId"_s)));
    auto request = parsePush(m_request.body);
    FROST_TRY(request);
    m_context = {m_request.session.user.toString(), m_request.session.tokenId,
                 m_services.clock.now().toMSecsSinceEpoch(), request->clientTimestamp};
    FROST_TRY(sort(*std::move(request)));
    if (!m_parts.empty()) {
        const auto tenant = m_services.store.tenant(m_request.session.tenant);
        FROST_TRY(tenant);
        auto done = run(**tenant, PushBatch::OnFault::Abort);
        if (!done && mayBeIsolated(done.error()))
            done = run(**tenant, PushBatch::OnFault::Isolate);
        FROST_TRY(done);
        tellChanges();
    }
    return summary();
}

// Everything that needs no lock is done here, before the transaction begins.
Result<> PushHandler::sort(PushRequest request)
{
    m_answers.resize(request.operations.size());
    for (size_t position = 0; position < request.operations.size(); ++position) {
        PushOperation &operation = request.operations[position];
        const auto membership = admit(operation);
        FROST_TRY(membership);
        const auto schema = m_services.schemas.of((*membership)->packs);
        FROST_TRY(schema);
        auto part = std::ranges::find(m_parts, (*membership)->company, &Part::company);
        if (part == m_parts.end())
            part = m_parts.insert(part, Part{(*membership)->company, {}, {}});
        m_numbers.push_back(operation.id);
        part->positions.push_back(position);
        part->drafts.push_back(prepare(std::move(operation), **schema));
    }
    return {};
}

// A request that reaches for somebody else's data, or for rights its sender lacks, is refused as a whole.
Result<const Membership *> PushHandler::admit(const PushOperation &operation) const
{
    FROST_TRY(checkTenant(m_request.session, operation.tenant));
    const QString claimed = operation.company.isEmpty() ? m_request.value(u"practiceId"_s) : operation.company;
    const auto membership = companyOf(m_request.session, claimed);
    FROST_TRY(membership);
    if (!mayWrite((*membership)->role)) {
        const bool isStep = operation.kind == PushKind::Step;
        const QString missing = permission(operation.type, isStep ? operation.step : toString(operation.kind));
        return fail(ErrorKind::Forbidden, u"permission.missing"_s, {missing});
    }
    return *membership;
}

Result<> PushHandler::run(TenantStore &tenant, PushBatch::OnFault onFault)
{
    return tenant.write([&]() -> Result<> {
        m_changed.clear();
        auto counters = tenant.counters();
        FROST_TRY(counters);
        const qint64 before = counters->change;
        // Asked under the lock, and always after the last change: times follow the order of changes, also where the
        // lock was long in coming or the computer's clock steps back. A batch has an instant of its own, so that a
        // page by time, which never parts an instant, stays bounded.
        m_context.now = std::max(m_services.clock.now().toMSecsSinceEpoch(), counters->updatedAt + 1);
        for (const Part &part : m_parts) {
            const qint64 beforePart = counters->change;
            const auto company = tenant.company(part.company);
            const auto answers = PushBatch(tenant, *company, *counters, m_context, onFault).run(part.drafts);
            FROST_TRY(answers);
            for (size_t i = 0; i < part.positions.size(); ++i)
                m_answers[part.positions[i]] = answers->at(qsizetype(i));
            if (counters->change != beforePart)
                m_changed.append(part.company);
        }
        if (counters->change == before)
            return {};
        counters->updatedAt = m_context.now;
        return tenant.setCounters(*counters);
    });
}

void PushHandler::tellChanges() const
{
    if (!m_services.tellChange)
        return;
    for (const CompanyId &company : m_changed)
        m_services.tellChange(m_request.session.tenant, company);
}

QJsonObject PushHandler::summary() const
{
    QJsonArray results;
    qint64 processed = 0;
    qint64 conflicts = 0;
    for (size_t i = 0; i < m_answers.size(); ++i) {
        QJsonObject answer = m_answers[i];
        processed += answer.value("success"_L1).toBool() ? 1 : 0;
        conflicts += answer.value("conflict"_L1).toBool() ? 1 : 0;
        answer.insert(u"operationId"_s, m_numbers[i]);
        results.append(answer);
    }
    const qint64 total = results.size();
    return {{u"success"_s, processed == total},
            {u"processed"_s, processed},
            {u"failed"_s, total - processed - conflicts},
            {u"conflicts"_s, conflicts},
            {u"serverTime"_s, m_context.now},
            {u"results"_s, results}};
}

} // namespace frost::server
