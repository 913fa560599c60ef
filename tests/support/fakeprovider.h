// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/providers/provider.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>

namespace frost::test {

//! A remote that says what it is told to, and remembers what it was asked.
class FakeProvider final : public Provider
{
public:
    using Outcomes = Result<std::vector<PushOutcome>>;
    struct Pull {
        QString checkpoint;
        int limit = 0;
    };

    //! Answers to pull(), in order; after the last nothing is new.
    std::deque<Result<Page>> pages;
    //! Runs before a pull is answered, with the number of the pull, from 1: what happens elsewhere meanwhile.
    std::function<void(int)> beforePull;
    //! Runs once, when the engine next asks what the remote can do.
    mutable std::function<void()> asked;
    //! The answer to a push; unset: everything is applied.
    std::function<Outcomes(const std::vector<PushRequest> &)> answer;
    Capabilities can{.feeds = {QStringLiteral("all")}};

    std::vector<Pull> pulls;
    std::vector<std::vector<PushRequest>> pushes;

    [[nodiscard]] const Capabilities &capabilities() const override
    {
        if (asked)
            std::exchange(asked, {})();
        return can;
    }

    Task<Result<Page>> pull(QString, QString checkpoint, int limit) override
    {
        if (limit == 1) { // only asks whether the position is still good
            if (pages.empty() || pages.front())
                co_return Page{{}, checkpoint, false};
            const auto refusal = fail(pages.front().error());
            pages.pop_front();
            co_return refusal;
        }
        pulls.push_back({checkpoint, limit});
        if (beforePull)
            beforePull(int(pulls.size()));
        if (pages.empty())
            co_return Page{{}, checkpoint, false};
        auto page = std::move(pages.front());
        pages.pop_front();
        for (const auto &change : page ? page->changes : std::vector<RemoteRecord>())
            records.insert({change.type, change.id}, change);
        co_return page;
    }

    //! What fetch(), find() and keys() give, by type and id: what was pulled and pushed, unless a test says otherwise.
    QHash<std::pair<EntityType, RemoteId>, Result<RemoteRecord>> records;
    QString account; //!< what identity() answers
    std::vector<RemoteId> fetched;

    Task<Result<RemoteRecord>> fetch(EntityType type, RemoteId id) override
    {
        fetched.push_back(id);
        const auto known = records.constFind({type, id});
        if (known == records.cend())
            co_return fail(ErrorKind::NotFound, QStringLiteral("record.unknown"), {type.toString(), id.toString()});
        co_return *known;
    }
    //! By the name, as a search field would.
    Task<Result<std::optional<RemoteRecord>>> find(EntityType type, CreateMarker marker) override
    {
        const auto name = QStringLiteral("name");
        for (auto it = records.cbegin(); it != records.cend(); ++it) {
            if (it.key().first == type && *it && (*it)->body.value(name) == marker.body.value(name))
                co_return std::optional(**it);
        }
        co_return std::optional<RemoteRecord>();
    }
    //! Two a page.
    Task<Result<KeyPage>> keys(EntityType type, QString page) override
    {
        std::vector<RemoteId> ids;
        for (auto it = records.cbegin(); it != records.cend(); ++it) {
            if (it.key().first == type && *it && !(*it)->deleted)
                ids.push_back(it.key().second);
        }
        std::sort(ids.begin(), ids.end());
        const size_t begin = page.toUInt();
        const size_t end = std::min(begin + 2, ids.size());
        KeyPage keys;
        keys.ids.assign(ids.begin() + std::ptrdiff_t(begin), ids.begin() + std::ptrdiff_t(end));
        keys.next = end < ids.size() ? QString::number(end) : QString();
        co_return keys;
    }
    Task<Result<QString>> identity() override { co_return account; }

    [[nodiscard]] PushRequest encode(const PushDraft &draft) const override
    {
        QJsonObject bytes{{QStringLiteral("local"), draft.local.toString()},
                          {QStringLiteral("madeAs"), draft.madeAs.toString()},
                          {QStringLiteral("key"), draft.key.toString()},
                          {QStringLiteral("baseVersion"), draft.baseVersion},
                          {QStringLiteral("data"), draft.body}};
        if (draft.erase)
            bytes.insert(QStringLiteral("erase"), true);
        return {draft.operation, draft.kind, draft.type, draft.local, draft.remote, draft.key, toCanonicalJson(bytes)};
    }

    Task<Outcomes> push(std::vector<PushRequest> requests) override
    {
        pushes.push_back(requests);
        co_return answer ? answer(requests) : allApplied(requests);
    }

    //! New records get the ids 101, 102 …; the version is that of the push.
    [[nodiscard]] PushOutcome applied(const PushRequest &request)
    {
        PushOutcome outcome;
        outcome.kind = PushOutcome::Kind::Applied;
        outcome.id = request.remote.isEmpty() ? RemoteId(QString::number(++m_lastId)) : request.remote;
        outcome.version = QString::number(pushes.size());
        RemoteRecord taken;
        taken.type = request.type;
        taken.id = outcome.id;
        taken.version = outcome.version;
        taken.deleted = request.kind == OperationKind::Delete;
        taken.body = parseJsonObject(request.bytes).value_or(QJsonObject()).value(QStringLiteral("data")).toObject();
        records.insert({taken.type, taken.id}, taken);
        return outcome;
    }
    [[nodiscard]] std::vector<PushOutcome> allApplied(const std::vector<PushRequest> &requests)
    {
        std::vector<PushOutcome> outcomes;
        for (const auto &request : requests)
            outcomes.push_back(applied(request));
        return outcomes;
    }

private:
    int m_lastId = 100;
};

} // namespace frost::test
