// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/net/transport.h"

#include <chrono>
#include <vector>

namespace frost {

//! A hub asks to be the one that speaks to an external system.
struct HoldRequest {
    QString connection; //!< provider and account: the same name from every hub of the company
    QString hub;        //!< one file of the company on one device
    QString hubName;    //!< of the computer, for people
    qint64 epoch = 0;   //!< the last one that was taken over with; 0: none
    enum class Wish { Hold, LetGo } wish = Wish::Hold;
};

struct HoldAnswer {
    enum class Kind {
        Refused,      //!< another hub holds it
        Renewed,      //!< nobody else has held it since `epoch`
        ChangedHands, //!< somebody else may have, whatever is known of it
        LetGo,
    } kind = Kind::Refused;
    qint64 epoch = 0;
    std::chrono::milliseconds time{0}; //!< from the request on, how long it is held
    QString holder;                    //!< of Refused: the computer and the user who hold it
};

//! What an external system calls a record, as the holder has told it.
struct SharedLink {
    EntityType type;
    RemoteId record;       //!< what the hubs' server calls it
    RemoteId remote;       //!< empty: it is not there, or not yet
    QString version;       //!< the last one seen there; without `remote`: not empty where it may have been made there meanwhile
    QString recordVersion; //!< the server's version that both sides agreed on; empty: not known
    qint64 epoch = 0;      //!< of the holder who told it

    [[nodiscard]] bool isBeingMade() const { return remote.isEmpty() && !version.isEmpty(); }
};

struct SharedLinkPage {
    std::vector<SharedLink> links;
    QString checkpoint;
    bool hasMore = false;
};

//! What the server that several hubs of a company share keeps for their other connections (DESIGN.md section 1). Coroutines
//! run on the engine's thread. Errors of all calls: those of Transport; Unauthorized; Forbidden; Corrupt.
class HubServer
{
public:
    virtual ~HubServer() = default;
    virtual Task<Result<HoldAnswer>> hold(HoldRequest request) = 0;
    //! @param links  at most 500. Errors: Conflict "holder.changed" [connection] where `epoch` is not the last one.
    virtual Task<Result<>> tellLinks(QString connection, QString hub, qint64 epoch, std::vector<SharedLink> links) = 0;
    //! What holders of `connection` have told, in order. Errors: Expired: begin again with an empty checkpoint.
    virtual Task<Result<SharedLinkPage>> sharedLinks(QString connection, QString checkpoint) = 0;
};

} // namespace frost
