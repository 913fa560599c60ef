// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startpage.h"

#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr int kCompaniesShown = 8; //!< more are in "Open company"
constexpr int kWidth = 34;         //!< em: lines that are easily read
} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent), m_banner(new Banner(this)), m_choices(new QWidget(this)), m_companies(new QVBoxLayout), m_companiesTitle(new QLabel(this)),
      m_busy(new QLabel(this))
{
    auto *title = new QLabel(tr("Welcome to Frost"), this);
    auto large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setBold(true);
    title->setFont(large);
    auto *promise = new QLabel(
        tr("Bookkeeping that does not need a network. What you type is kept on this computer at once and sent by itself "
           "when the network is there. Where two people changed the same thing, you see both and decide."),
        this);
    promise->setWordWrap(true);

    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    const auto offer = [&](const QString &icon, const QString &text, const QString &what, auto signal) {
        auto *button = new QCommandLinkButton(text, what, m_choices);
        button->setIcon(theme::icon(icon));
        button->setAccessibleName(text);
        button->setAccessibleDescription(what);
        connect(button, &QCommandLinkButton::clicked, this, signal);
        choices->addWidget(button);
    };
    offer(u"media-playback-start"_s, tr("Try it with an example company"),
          tr("With a server of its own and a colleague who changes things. Leaves nothing behind."), &StartPage::demoWanted);
    offer(u"contact-new"_s, tr("New company"), tr("Kept on this computer; connect it to a server whenever you like."),
          &StartPage::newCompanyWanted);
    offer(u"network-server"_s, tr("Connect to the company server"),
          tr("Fetches a company that your firm already has on its Frost server."), &StartPage::serverWanted);
    m_companiesTitle->setText(tr("Companies on this computer"));
    auto bold = font();
    bold.setBold(true);
    m_companiesTitle->setFont(bold);
    choices->addSpacing(fontMetrics().height());
    choices->addWidget(m_companiesTitle);
    choices->addLayout(m_companies);

    auto *column = new QWidget(this);
    column->setMaximumWidth(fontMetrics().horizontalAdvance(u'm') * kWidth);
    auto *inner = new QVBoxLayout(column);
    inner->addStretch(1);
    inner->addWidget(title);
    inner->addWidget(promise);
    inner->addSpacing(fontMetrics().height());
    inner->addWidget(m_banner);
    inner->addWidget(m_choices);
    inner->addWidget(m_busy);
    inner->addStretch(2);
    auto *outer = new QHBoxLayout(this);
    outer->addStretch(1);
    outer->addWidget(column, 10);
    outer->addStretch(1);
    m_busy->hide();
    m_companiesTitle->hide();
}

void StartPage::setCompanies(const QList<DataFolder::Company> &companies, const QString &last)
{
    while (auto *item = m_companies->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto ordered = companies;
    std::stable_partition(ordered.begin(), ordered.end(), [&](const auto &company) {
        return company.tenant.toString() + u'/' + company.company.toString() == last;
    });
    for (const auto &company : ordered.mid(0, kCompaniesShown)) {
        auto *button = new QCommandLinkButton(company.company.toString(), company.tenant.toString(), m_choices);
        button->setIcon(theme::icon(u"folder-open"_s));
        connect(button, &QCommandLinkButton::clicked, this, [this, company] { Q_EMIT companyWanted(company); });
        m_companies->addWidget(button);
    }
    m_companiesTitle->setVisible(!ordered.isEmpty());
}

void StartPage::setBusy(const QString &what)
{
    m_banner->clear();
    m_busy->setText(what);
    m_busy->show();
    m_choices->setEnabled(false);
}

void StartPage::showError(const QString &text)
{
    m_banner->showMessage(Banner::Kind::Error, text);
}

void StartPage::setReady()
{
    m_busy->hide();
    m_choices->setEnabled(true);
}

} // namespace frost
