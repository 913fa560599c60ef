// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/providers/hubserver.h"
#include "core/providers/provider.h"

#include <QUrl>

namespace frost::frostserver {

//! The firm's own sync server (R-PRO-02). Every operation carries an idempotency key, every update the version it is
//! based on; a lost answer is settled by sending the same bytes again.
class FrostProvider final : public Provider, public HubServer
{
public:
    struct Settings {
        QUrl url;         //!< "http://host:port"; a path before /api is allowed
        QString company;  //!< the company's name on the server
        QByteArray token; //!< never logged
        QString tenant = {}; //!< sent with every request, so that the server refuses another tenant's token; empty: not known yet
    };
    //! Who the token stands for, and what our company lets them do.
    struct Session {
        QString tenant;
        QString user; //!< e-mail
        QString role;
        QStringList permissions; //!< "invoices:create" ...
        QStringList packs;
    };
    FrostProvider(Settings settings, Transport &transport, Clock &clock);

    [[nodiscard]] const Capabilities &capabilities() const override { return m_capabilities; }
    Task<Result<Page>> pull(QString feed, QString checkpoint, int limit) override;
    Task<Result<RemoteRecord>> fetch(EntityType type, RemoteId id) override;
    //! By our local id, which the server keeps for ever.
    Task<Result<std::optional<RemoteRecord>>> find(EntityType type, CreateMarker marker) override;
    //! The changes of one type from their beginning, without the deleted ones.
    Task<Result<KeyPage>> keys(EntityType type, QString page) override;
    //! Empty: tenant and company are part of every request.
    Task<Result<QString>> identity() override;
    [[nodiscard]] ChangeStream changeStream() const override;
    [[nodiscard]] PushRequest encode(const PushDraft &draft) const override;
    Task<Result<std::vector<PushOutcome>>> push(std::vector<PushRequest> requests) override;
    [[nodiscard]] HubServer *hubServer() override { return this; }
    Task<Result<HoldAnswer>> hold(HoldRequest request) override;
    Task<Result<>> tellLinks(QString connection, QString hub, qint64 epoch, std::vector<SharedLink> links) override;
    Task<Result<SharedLinkPage>> sharedLinks(QString connection, QString checkpoint) override;
    //! What the token opens; shows that address and token fit together.
    //! Errors: those of Transport; Unauthorized; Corrupt "remote.notFrost" [url]; Forbidden "company.forbidden" [name,
    //! the companies it opens] where ours is not among them.
    Task<Result<Session>> session();

private:
    using Query = QList<std::pair<QString, QString>>;
    //! The body of the answer. Errors: those of Transport; the server's.
    Task<Result<QByteArray>> answerTo(HttpRequest http);
    //! The same for a request whose body is JSON.
    Task<Result<QByteArray>> post(QString path, QByteArray body);
    Task<Result<RemoteRecord>> record(EntityType type, QString id);
    [[nodiscard]] HttpRequest request(const QByteArray &method, const QString &path, const Query &query) const;
    //! Which company of which tenant, then `query`.
    [[nodiscard]] HttpRequest companyRequest(const QByteArray &method, const QString &path, const Query &query = {}) const;

    Settings m_settings;
    Transport &m_transport;
    Clock &m_clock;
    Capabilities m_capabilities;
    QString m_lastCursor; //!< where the last page ended
};

} // namespace frost::frostserver
