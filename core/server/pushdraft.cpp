// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/pushdraft.h"

#include "core/base/json.h"

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kRowIdLength = 16;

// The clock and the number of the operation are the client's bookkeeping: a later sending may have others.
QByteArray requestHashOf(const PushOperation &operation, const QByteArray &sent)
{
    const QByteArray base = operation.baseVersion ? QByteArray::number(*operation.baseVersion) : QByteArray();
    const QByteArrayList parts{toString(operation.kind).toUtf8(), operation.type.toUtf8(), operation.entityId.toUtf8(),
                               base, operation.step.toUtf8() + sent + (operation.erase ? "erase" : "")};
    return sha256Hex(parts.join('\n'));
}

//! A step that copies is a create by itself and does not travel.
bool takes(const EntitySchema &schema, const QString &name)
{
    const auto *step = schema.step(name);
    return step && !step->copy;
}

Result<QJsonObject> bodyOf(const PushOperation &operation, const EntitySchema &schema, const QByteArray &requestHash)
{
    // Rows that come without ids get the same ones at every sending, so that a repeated create is recognised as equal.
    int row = 0;
    const auto newRowId = [&] {
        return u"r-"_s + QString::fromLatin1(sha256Hex(requestHash + QByteArray::number(row++)).left(kRowIdLength));
    };
    auto body = normalise(schema, operation.data, newRowId);
    FROST_TRY(body);
    return operation.kind == PushKind::Create ? withDefaults(schema, *std::move(body)) : *std::move(body);
}
} // namespace

PushDraft prepare(PushOperation operation, const Schema &schema)
{
    PushDraft draft;
    draft.refusal = operation.malformed;
    draft.schema = schema.find(operation.type);
    if (!draft.schema && !draft.refusal)
        draft.refusal = Error{ErrorKind::Usage, u"type.unknown"_s, {operation.type.toString()}, {}, {}};
    if (!draft.refusal && operation.kind == PushKind::Step && !takes(*draft.schema, operation.step))
        draft.refusal = Error{ErrorKind::Usage, u"step.unknown"_s, {operation.type.toString(), operation.step}, {}, {}};
    draft.sent = toCanonicalJson(operation.data);
    draft.requestHash = requestHashOf(operation, draft.sent);
    if (!draft.refusal && (operation.kind == PushKind::Create || operation.kind == PushKind::Update)) {
        auto body = bodyOf(operation, *draft.schema, draft.requestHash);
        if (body)
            draft.body = *std::move(body);
        else
            draft.refusal = std::move(body).error();
    }
    draft.operation = std::move(operation);
    return draft;
}

} // namespace frost::server
