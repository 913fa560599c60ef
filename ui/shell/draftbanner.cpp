// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/draftbanner.h"

#include "core/drafts/drafts.h"
#include "ui/widgets/banner.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace frost {

namespace {

Result<QList<Draft>> listOf(Company &company)
{
    return Drafts(company.database().sql(), company.clock()).list();
}

} // namespace

DraftBanner::DraftBanner(CompanySession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_banner(new Banner(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_banner, &Banner::closed, this, [this] { m_waiting.clear(); });
    m_session.ask(Lane::Page, this, &listOf, [this](const Result<QList<Draft>> &drafts) {
        for (const auto &draft : drafts.value_or(QList<Draft>()))
            m_waiting.append({draft.type, draft.id});
        present();
    });
}

// Asked on the lane that writes: the form's last keys are on their way there.
void DraftBanner::formClosed(const EntityType &type)
{
    m_session.ask(Lane::Write, this, &listOf, [this, type](const Result<QList<Draft>> &drafts) {
        for (const auto &draft : drafts.value_or(QList<Draft>())) {
            const Place place{draft.type, draft.id};
            if (draft.type != type || draft.base || m_waiting.contains(place))
                continue;
            m_waiting.prepend(place);
            m_why = Why::Closed;
        }
        present();
    });
}

void DraftBanner::present()
{
    if (m_waiting.isEmpty()) {
        m_banner->clear();
        return;
    }
    const auto count = int(m_waiting.size());
    m_banner->showMessage(Banner::Kind::Information,
                          m_why == Why::Closed
                              ? tr("%n record(s) closed before being saved, kept as draft(s).", nullptr, count)
                              : tr("%n record(s) left half-typed when Frost was last closed. Nothing is lost.", nullptr, count));
    connect(m_banner->addButton(tr("Go on")), &QPushButton::clicked, this, [this] {
        const auto [type, draft] = m_waiting.takeFirst();
        present();
        Q_EMIT goOnWanted(type, draft);
    });
}

void DraftBanner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        present();
}

} // namespace frost
