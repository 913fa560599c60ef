// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs.h"

#include "core/net/serveraddress.h"
#include "core/schema/schema.h"
#include "ui/widgets/banner.h"
#include "ui/wording/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *addLine(QFormLayout &form, const QString &label, const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(placeholder);
    edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * 40);
    form.addRow(label, edit);
    edit->setAccessibleName(QString(label).remove(u'&'));
    return edit;
}

QDialogButtonBox *addButtons(QDialog &dialog, QVBoxLayout &column, const QString &accept)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    buttons->button(QDialogButtonBox::Ok)->setText(accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column.addWidget(buttons);
    return buttons;
}

//! A message of several lines squeezes what stands below it, unless the dialog grows.
void makeRoom(QDialog &dialog)
{
    dialog.layout()->activate();
    const int needed = dialog.layout()->totalHeightForWidth(dialog.width());
    if (needed > dialog.height())
        dialog.resize(dialog.width(), needed);
}

} // namespace

// --- a new company

NewCompanyDialog::NewCompanyDialog(QWidget *parent)
    : QDialog(parent), m_kind(new QComboBox(this)), m_banner(new Banner(this))
{
    setWindowTitle(tr("New company"));
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    m_company = addLine(*form, tr("&Company"), tr("letters, digits, - and _"));
    m_tenant = addLine(*form, tr("&Firm"), tr("the bookkeeping firm it belongs to"));
    m_tenant->setText(u"local"_s);
    m_kind->setAccessibleName(tr("Kind"));
    const auto packs = Schema::packs();
    for (const auto &pack : packs)
        m_kind->addItem(wording::packLabel(pack), pack);
    form->addRow(tr("&Kind"), m_kind);
    column->addWidget(m_banner);
    column->addLayout(form);
    auto *buttons = addButtons(*this, *column, tr("Make the company"));
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT wanted({m_tenant->text().trimmed(), m_company->text().trimmed(), {m_kind->currentData().toString()}});
    });
    m_company->setFocus();
}

void NewCompanyDialog::showError(const QString &text)
{
    m_banner->showMessage(Banner::Kind::Error, text);
    makeRoom(*this);
    m_company->setFocus();
}

// --- a server

ServerDialog::ServerDialog(const QString &company, const QUrl &known, QWidget *parent)
    : QDialog(parent), m_banner(new Banner(this))
{
    setWindowTitle(company.isEmpty() ? tr("Connect to the company server") : tr("Connect %1 to its server").arg(company));
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    if (company.isEmpty()) {
        m_company = addLine(*form, tr("&Company"), tr("as the server calls it"));
        m_tenant = addLine(*form, tr("&Firm"), tr("as the server calls it"));
    }
    m_address = addLine(*form, tr("&Address"), u"https://frost.example.se"_s);
    m_address->setText(known.toString());
    m_token = addLine(*form, tr("&Token"), tr("from whoever keeps the server"));
    m_token->setEchoMode(QLineEdit::Password);
    column->addWidget(m_banner);
    column->addLayout(form);
    m_buttons = addButtons(*this, *column, tr("Connect"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ServerDialog::check);
}

void ServerDialog::check()
{
    auto typed = m_address->text().trimmed();
    if (!typed.contains(u"://"_s))
        typed.prepend(u"https://"_s);
    const auto server = serverAddress(typed);
    if (!server) {
        showError(tr("This is no address of a server. It looks like https://frost.example.se"));
        m_address->setFocus();
        return;
    }
    if (m_token->text().isEmpty()) {
        showError(tr("The token is missing. Whoever keeps the server gives you one."));
        m_token->setFocus();
        return;
    }
    if (mayGoThere(*server))
        Q_EMIT wanted(*server, m_token->text().trimmed().toUtf8(), m_tenant ? m_tenant->text().trimmed() : QString(),
                      m_company ? m_company->text().trimmed() : QString());
}

// A token that somebody reads on the way opens the firm's books to him.
bool ServerDialog::mayGoThere(const QUrl &server)
{
    if (server.scheme() == u"https" || isThisComputer(server) || server == m_warnedOf)
        return true;
    m_warnedOf = server;
    m_banner->showMessage(Banner::Kind::Warning,
                          tr("http:// is not encrypted: whoever is on the same network can read the token and all records. "
                             "Use https://, or choose Connect again to do it all the same."));
    makeRoom(*this);
    return false;
}

void ServerDialog::lockCompany()
{
    for (auto *edit : {m_tenant, m_company}) {
        if (edit)
            edit->setEnabled(false);
    }
}

void ServerDialog::showError(const QString &text)
{
    m_banner->showMessage(Banner::Kind::Error, text);
    makeRoom(*this);
}

void ServerDialog::setBusy(bool busy)
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!busy);
    if (!busy)
        return;
    m_banner->showMessage(Banner::Kind::Information, tr("Asking the server …"), Banner::Closing::NotAllowed);
    makeRoom(*this);
}

// --- another company

CompanySwitcher::CompanySwitcher(const QList<DataFolder::Company> &companies, const QString &current, QWidget *parent)
    : QDialog(parent), m_companies(companies), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Open company"));
    m_search->setPlaceholderText(tr("Type a part of the name"));
    m_search->setAccessibleName(tr("Company"));
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Companies"));
    for (const auto &company : companies) {
        const auto name = company.tenant.toString() + u'/' + company.company.toString();
        new QListWidgetItem(name == current ? tr("%1 (open)").arg(name) : name, m_list);
    }
    m_list->setCurrentRow(0);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_list);
    auto *buttons = addButtons(*this, *column, tr("Open"));
    connect(buttons, &QDialogButtonBox::accepted, this, &CompanySwitcher::choose);
    connect(m_list, &QListWidget::itemActivated, this, &CompanySwitcher::choose);
    connect(m_search, &QLineEdit::textChanged, this, &CompanySwitcher::filter);
    m_search->setFocus();
}

void CompanySwitcher::filter(const QString &text)
{
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        const bool fits = m_list->item(i)->text().contains(text, Qt::CaseInsensitive);
        m_list->item(i)->setHidden(!fits);
        if (fits && first < 0)
            first = i;
    }
    m_list->setCurrentRow(first);
}

void CompanySwitcher::choose()
{
    if (m_list->currentRow() < 0)
        return;
    Q_EMIT chosen(m_companies[m_list->currentRow()]);
    accept();
}

bool CompanySwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)
            return QCoreApplication::sendEvent(m_list, event);
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace frost
