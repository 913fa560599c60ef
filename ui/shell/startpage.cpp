// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startpage.h"

#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr int kCompaniesShown = 8; //!< more are in "Open company"
constexpr int kWidth = 34;         //!< em: lines that are easily read
} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_promise(new QLabel(this)), m_banner(new Banner(this)), m_choices(new QWidget(this)), m_companies(new QVBoxLayout), m_companiesTitle(new QLabel(this)),
      m_busy(new QLabel(this))
{
    auto large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setBold(true);
    m_title->setFont(large);
    m_promise->setWordWrap(true);

    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    const auto offer = [&](const QString &icon, auto signal) {
        auto *button = new QCommandLinkButton(m_choices);
        button->setIcon(theme::icon(icon));
        connect(button, &QCommandLinkButton::clicked, this, signal);
        choices->addWidget(button);
        return button;
    };
    m_demo = offer(u"media-playback-start"_s, &StartPage::demoWanted);
    m_new = offer(u"contact-new"_s, &StartPage::newCompanyWanted);
    m_server = offer(u"network-server"_s, &StartPage::serverWanted);
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
    inner->addWidget(m_title);
    inner->addWidget(m_promise);
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
    showWords();
}

void StartPage::showWords()
{
    m_title->setText(tr("Welcome to Frost"));
    m_promise->setText(
        tr("Bookkeeping that does not need a network. What you type is kept on this computer at once and sent by itself "
           "when the network is there. Where two people changed the same thing, you see both and decide."));
    const auto say = [](QCommandLinkButton *button, const QString &text, const QString &what) {
        button->setText(text);
        button->setDescription(what);
        button->setAccessibleName(text);
        button->setAccessibleDescription(what);
    };
    say(m_demo, tr("Try it with an example company"),
        tr("With a server of its own and a colleague who changes things. Leaves nothing behind."));
    say(m_new, tr("New company"), tr("Kept on this computer; connect it to a server whenever you like."));
    say(m_server, tr("Connect to the company server"), tr("Fetches a company that your firm already has on its Frost server."));
    m_companiesTitle->setText(tr("Companies on this computer"));
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
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
    m_busy->clear(); // hidden words are found by screen readers, and in the language of then
    m_choices->setEnabled(true);
}

} // namespace frost
