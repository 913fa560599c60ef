// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QWidget>

class QCommandLinkButton;
class QLabel;
class QVBoxLayout;

namespace frost {

class Banner;

//! What to do first: try the example company, make one, connect to the firm's server, or open one of before.
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    void setCompanies(const QList<DataFolder::Company> &companies, const QString &last);
    //! Something is being opened: says so and takes no second click.
    void setBusy(const QString &what);
    void setReady();
    void showError(const QString &text);

Q_SIGNALS:
    void demoWanted();
    void newCompanyWanted();
    void serverWanted();
    void companyWanted(const frost::DataFolder::Company &company);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showWords();

    QLabel *m_title;
    QLabel *m_promise;
    QCommandLinkButton *m_demo = nullptr;
    QCommandLinkButton *m_new = nullptr;
    QCommandLinkButton *m_server = nullptr;
    Banner *m_banner;
    QWidget *m_choices;
    QVBoxLayout *m_companies;
    QLabel *m_companiesTitle;
    QLabel *m_busy;
};

} // namespace frost
