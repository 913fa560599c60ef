// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

//! Every bound of frost-server with its reason. The OpenAPI file states the ones that clients meet.
namespace frost::server::limits {

using namespace std::chrono_literals;

// --- requests

//! As received and after inflating. 500 large invoices fit; a gzip bomb does not.
inline constexpr qsizetype kBodyBytes = 16 << 20;
//! One batch is one transaction: 500 operations keep the write lock of the tenant well under a second.
inline constexpr qsizetype kOperations = 500;
//! A record as stored. An invoice with 20,000 rows fits; a page with one such record stays under what clients accept.
inline constexpr qsizetype kRecordBytes = 4 << 20;
//! Nesting of a push body. The packs need 5; a parser's stack must not be the client's to choose.
inline constexpr int kJsonDepth = 32;
//! Temporary ids and idempotency keys: UUIDs with a prefix are under 50 characters.
inline constexpr qsizetype kNameLength = 200;
//! The nonce of /health is echoed; it is a few random digits.
inline constexpr qsizetype kNonceLength = 200;

// --- answers

//! Changes a page: the throughput of pulling is flat between 500 and 1000 (TECH S2).
inline constexpr int kPullDefault = 500;
inline constexpr int kPullMax = 1000;
//! A page also ends here, so that records of any size give answers of a bounded one.
inline constexpr qsizetype kPageBytes = 8 << 20;
//! lastSyncTimestamp is a client's clock: changes this much older are sent again (document 002).
inline constexpr std::chrono::milliseconds kTimestampOverlap = 5s;
//! Under this size gzip costs more than it saves.
inline constexpr qsizetype kGzipFrom = 1024;
//! Level 1: 4.7 to 1 at a quarter of the time that level 6 takes (TECH S2).
inline constexpr int kGzipLevel = 1;

// --- storage

//! Tenant files that one worker keeps open; each takes three file descriptors and up to 16 MB of cache.
inline constexpr qsizetype kOpenTenants = 16;

// --- connections

inline constexpr quint32 kHeaderBytes = 16 << 10;
inline constexpr int kConnections = 1000;
//! Beyond those, this many at a time are told so; the rest is closed without a word.
inline constexpr int kTurnedAway = 100;
//! What a connection reads ahead: a header, a chunk's header and the trailers must fit. A thousand of them are 64 MiB.
inline constexpr qsizetype kBufferBytes = 64 << 10;
//! A body that comes without a token, and so cannot be meant for anything here.
inline constexpr qsizetype kAnonymousBodyBytes = 16 << 10;
//! Bodies of all connections together: 16 of the largest at a time.
inline constexpr qsizetype kBodiesBytes = 256 << 20;
//! From the first byte of a request to the end of its header.
inline constexpr std::chrono::seconds kHeaderTime = 10s;
//! For every kBodyStep bytes of a body, in and out: a slow line is welcome, a stalled one is not.
inline constexpr std::chrono::seconds kBodyTime = 30s;
inline constexpr qsizetype kBodyStep = 256 << 10;
//! Between two requests of one connection.
inline constexpr std::chrono::seconds kIdleTime = 60s;
//! What is still read of a refused body, so that the refusal reaches a client that is busy sending.
inline constexpr qsizetype kLingerBytes = 64 << 20;
inline constexpr std::chrono::seconds kLingerTime = 5s;

// --- streams of events (R-SRV-04)

//! A comment this often while nothing changes: shorter than the idle time of usual proxies (nginx: 60 s). A client takes
//! longer silence for a lost stream, and a token that was revoked is seen to be.
inline constexpr std::chrono::seconds kEventBeat = 20s;
//! Two events of one stream are at least this far apart; a burst of pushes is one event. Clients shall see an edit within
//! a second.
inline constexpr std::chrono::milliseconds kEventGap = 250ms;
//! A stream is a connection that is never given back, so requests must find room beside all of them; a firm of this size
//! has one for each device and company.
inline constexpr int kStreams = 600;
inline constexpr int kStreamsPerTenant = 300;
//! A token stands for one device: its window on each company, and what was not noticed to have ended yet.
inline constexpr int kStreamsPerToken = 16;

// --- holders of external connections

//! A dead hub keeps a connection this long from the others. A live one asks again when half of it is over and sends nothing
//! in its last three minutes, the longest that a request may be on its way: so nothing of it arrives after it is over.
inline constexpr std::chrono::minutes kHoldTime{10};
//! Systems that may have a name for one new record; each is looked up under the tenant's lock.
inline constexpr qsizetype kConnectionsOfRecord = 16;

//! How long running requests may take when the server is told to stop.
inline constexpr std::chrono::seconds kStopTime = 10s;

} // namespace frost::server::limits
