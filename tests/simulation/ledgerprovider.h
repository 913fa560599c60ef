// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/providers/provider.h"

namespace frost::test {

inline const QString kLedgerConnection = QStringLiteral("ledger");

//! The provider of `Ledger`: one request a record, one answer each.
class LedgerProvider final : public Provider
{
public:
    LedgerProvider(Transport &transport, Clock &clock);

    [[nodiscard]] const Capabilities &capabilities() const override { return m_capabilities; }
    //! The checkpoint is the second of the last change that was seen, from its beginning: what is changed in the rest of it
    //! is not missed, and what was seen before is known again.
    Task<Result<Page>> pull(QString feed, QString checkpoint, int limit) override;
    Task<Result<RemoteRecord>> fetch(EntityType type, RemoteId id) override;
    //! By the external reference.
    Task<Result<std::optional<RemoteRecord>>> find(EntityType type, CreateMarker marker) override;
    Task<Result<KeyPage>> keys(EntityType type, QString page) override;
    Task<Result<QString>> identity() override;
    [[nodiscard]] PushRequest encode(const PushDraft &draft) const override;
    //! One after the other, until one is not answered or the first is too long ago: what was not sent then is sent later.
    Task<Result<std::vector<PushOutcome>>> push(std::vector<PushRequest> requests) override;

private:
    using Query = QList<std::pair<QString, QString>>;
    Task<Result<QJsonObject>> exchange(HttpRequest request);
    Task<Result<PushOutcome>> send(PushRequest request);

    Transport &m_transport;
    Clock &m_clock;
    Capabilities m_capabilities;
};

} // namespace frost::test
