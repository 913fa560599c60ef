// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sie/sieimporter.h"
#include "ui/session/companysession.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QTextBrowser;

namespace frost {

class Banner;

//! Shows what a SIE file holds and would change, with the letters å ä ö for confirmation, before anything is imported;
//! then imports it in one step and shows the report. Open it with a file. UI thread; reading and writing happen elsewhere.
class SieImportDialog final : public QDialog
{
    Q_OBJECT
public:
    SieImportDialog(CompanySession &session, const QString &path, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The plan is shown; the import can begin.
    void looked();
    void imported(const frost::SieReport &report);

private:
    void build();
    void read();
    void look();
    void import();
    void showReport(const SieReport &report);
    void showLetters(const SieFacts &facts);
    void showError(const Error &error);
    void setBusy(bool busy);
    [[nodiscard]] SieConfirmations confirmations() const;

    CompanySession &m_session;
    QString m_path;
    std::shared_ptr<const SiePlan> m_plan;
    SieReport m_preview;
    Banner *m_banner;
    QComboBox *m_encoding;
    QLabel *m_sample;
    QTextBrowser *m_summary;
    QDialogButtonBox *m_buttons;
};

} // namespace frost
