// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/pushbatch.h"

#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/server/pushanswers.h"

#include <QJsonDocument>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
bool isRefusal(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::Invalid:
    case ErrorKind::Rejected:
    case ErrorKind::TooLarge: return true;
    default: return false;
    }
}
} // namespace

bool mayBeIsolated(const Error &error)
{
    return error.kind == ErrorKind::Internal || error.kind == ErrorKind::Conflict;
}

Result<QList<QJsonObject>> PushBatch::run(const std::vector<PushDraft> &drafts)
{
    FROST_TRY(load(drafts));
    QList<QJsonObject> answers;
    answers.reserve(qsizetype(drafts.size()));
    for (const PushDraft &draft : drafts) {
        auto answered = answer(draft);
        FROST_TRY(answered);
        answers.append(*std::move(answered));
    }
    return answers;
}

Result<> PushBatch::load(const std::vector<PushDraft> &drafts)
{
    QStringList keys;
    for (const PushDraft &draft : drafts) {
        if (!draft.operation.key.isEmpty())
            keys.append(draft.operation.key);
    }
    auto answers = m_company.answers(keys);
    FROST_TRY(answers);
    m_answers = *std::move(answers);
    return m_touched.load(m_company, drafts);
}

Result<QJsonObject> PushBatch::answer(const PushDraft &draft)
{
    if (const auto known = m_answers.constFind(draft.operation.key); known != m_answers.constEnd()) {
        if (known->requestHash != draft.requestHash)
            return refusedAnswer({ErrorKind::Rejected, u"key.reused"_s, {draft.operation.key}, {}, {}}, false);
        return QJsonDocument::fromJson(known->answer).object();
    }
    if (m_onFault == OnFault::Abort)
        return execute(draft);
    QJsonObject answered;
    const auto done = m_tenant.isolated([&]() -> Result<> {
        auto executed = execute(draft);
        FROST_TRY(executed);
        answered = *std::move(executed);
        return {};
    });
    if (done)
        return answered;
    if (!mayBeIsolated(done.error()))
        return fail(done.error());
    qCWarning(lcServer).noquote() << "operation isolated:" << done.error().logLine();
    return refusedAnswer({ErrorKind::Internal, u"operation.failed"_s, {}, {}, {}}, true);
}

// What this object knows changes last, when nothing can fail any more.
Result<QJsonObject> PushBatch::execute(const PushDraft &draft)
{
    auto decision = decide(draft);
    FROST_TRY(decision);
    if (decision->write)
        FROST_TRY(write(*decision->write));
    const QString &key = draft.operation.key;
    const StoredAnswer stored{draft.requestHash, toCanonicalJson(decision->answer)};
    if (!key.isEmpty()) {
        FROST_TRY(m_company.remember(key, stored, m_context.now));
        m_answers.insert(key, stored);
    }
    if (decision->write)
        noteWritten(*decision->write);
    return decision->answer;
}

Result<PushDecision> PushBatch::decide(const PushDraft &draft) const
{
    auto decision = draft.refusal ? Result<PushDecision>(fail(*draft.refusal))
                                  : PushDecider(m_company, m_touched, m_counters, m_context).decide(draft);
    if (!decision && isRefusal(decision.error()))
        return PushDecision{refusedAnswer(decision.error(), false), std::nullopt};
    return decision;
}

Result<> PushBatch::write(const PushWrite &write)
{
    const StoredRecord &record = write.record;
    FROST_TRY(m_company.put(record, write.isNew));
    if (write.naturalKey)
        FROST_TRY(m_company.setNaturalKey(record.type, record.id, *write.naturalKey));
    if (write.number)
        FROST_TRY(m_company.setNextNumber(record.type, write.number->series, write.number->next));
    for (const StoredLink &link : write.links)
        FROST_TRY(m_company.putLink(link));
    return {};
}

void PushBatch::noteWritten(const PushWrite &write)
{
    m_touched.put(write.record);
    m_counters.change = write.record.change;
    if (write.isNew)
        m_counters.nextId = write.record.id + 1;
}

} // namespace frost::server
