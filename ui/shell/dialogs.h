// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "ui/shell/office.h"

#include <QDialog>
#include <QUrl>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;

namespace frost {

class Banner;

//! A name, a firm and a kind for a new company. Open it; `wanted` says what was typed. It stays open until accept().
class NewCompanyDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit NewCompanyDialog(QWidget *parent = nullptr);
    void showError(const QString &text);

Q_SIGNALS:
    void wanted(const frost::NewCompany &company);

private:
    QLineEdit *m_tenant;
    QLineEdit *m_company;
    QComboBox *m_kind;
    Banner *m_banner;
};

//! Address and token of a Frost server. As NewCompanyDialog.
class ServerDialog final : public QDialog
{
    Q_OBJECT
public:
    //! @param company  "" where the company is still to be named: then the dialog asks for it as well
    ServerDialog(const QString &company, const QUrl &known, QWidget *parent = nullptr);
    void showError(const QString &text);
    void setBusy(bool busy);
    //! The company has been made: its names stay.
    void lockCompany();

Q_SIGNALS:
    void wanted(const QUrl &server, const QByteArray &token, const QString &tenant, const QString &company);

private:
    void check();
    [[nodiscard]] bool mayGoThere(const QUrl &server);

    QLineEdit *m_tenant = nullptr;
    QLineEdit *m_company = nullptr;
    QLineEdit *m_address;
    QLineEdit *m_token;
    Banner *m_banner;
    QDialogButtonBox *m_buttons;
    QUrl m_warnedOf; //!< an address without encryption: it is taken when it is given a second time
};

//! Which company to work on: type to find it, Enter opens it.
class CompanySwitcher final : public QDialog
{
    Q_OBJECT
public:
    //! @param current  TENANT/COMPANY of the one that is open; "": none of these
    CompanySwitcher(const QList<DataFolder::Company> &companies, const QString &current, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const frost::DataFolder::Company &company);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void filter(const QString &text);

    QList<DataFolder::Company> m_companies;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace frost
