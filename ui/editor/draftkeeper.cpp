// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/draftkeeper.h"

#include <utility>

namespace frost {

namespace {
constexpr std::chrono::milliseconds kDelay{1000};
} // namespace

DraftKeeper::DraftKeeper(CompanySession &session, std::function<std::optional<Draft>()> draft, QObject *parent)
    : QObject(parent), m_session(session), m_draft(std::move(draft))
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(kDelay);
    connect(&m_waiting, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::touch()
{
    m_touched = true;
    if (!m_waiting.isActive())
        m_waiting.start();
}

void DraftKeeper::flush()
{
    m_waiting.stop();
    if (!std::exchange(m_touched, false))
        return;
    const auto draft = m_draft();
    if (!draft) {
        if (const auto written = m_written) // a copy: remove() forgets it
            remove(written->first, written->second);
        return;
    }
    m_written = std::pair(draft->type, draft->id);
    ++m_writing;
    m_session.ask(
        Lane::Write, this,
        [draft = *draft](Company &company) { return Drafts(company.database().sql(), company.clock()).put(draft); },
        [this](const Result<> &done) {
        --m_writing;
        if (!done)
            Q_EMIT failed(done.error());
        });
}

void DraftKeeper::forget()
{
    m_waiting.stop();
    m_touched = false;
    m_written.reset();
}

void DraftKeeper::remove(const EntityType &type, const LocalId &id)
{
    forget();
    m_session.ask(
        Lane::Write, this,
        [type, id](Company &company) { return Drafts(company.database().sql(), company.clock()).remove(type, id); },
        [this](const Result<> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        });
}

} // namespace frost
