// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sie/sieimporter.h"
#include "ui/session/companysession.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QTextBrowser;

namespace frost {

class Banner;

//! Shows what a SIE file holds and would change, with the letters å ä ö for confirmation, before anything is imported;
//! then imports it a part at a time, so that it can be stopped and other work comes in between, and shows the report.
//! What is in when it is stopped stays. Open it with a file. UI thread; reading and writing happen elsewhere.
class SieImportDialog final : public QDialog
{
    Q_OBJECT
public:
    SieImportDialog(CompanySession &session, const QString &path, QWidget *parent = nullptr);
    ~SieImportDialog() override;

    void reject() override; //!< while it imports: stops it

Q_SIGNALS:
    //! The plan is shown; the import can begin.
    void looked();
    void imported(const frost::SieReport &report);

private:
    enum class State { Looking, Ready, Importing, Done };

    void build();
    void setState(State state);
    void read();
    void look();
    void import();
    void writeFrom(qsizetype first);
    void showReport(const SieReport &report);
    void showWarning(const SieReport &report);
    void showLetters(const SieFacts &facts);
    void showImported();
    void showEnd(const Error &error, qsizetype written);
    void showError(const Error &error);
    [[nodiscard]] SieConfirmations confirmations() const;
    [[nodiscard]] std::function<bool(qint64, qint64)> untilStopped() const;

    CompanySession &m_session;
    QString m_path;
    State m_state = State::Looking;
    std::shared_ptr<const SiePlan> m_plan;
    SieReport m_preview;
    std::shared_ptr<const SieDecision> m_decision;    //!< being written
    std::shared_ptr<std::atomic<bool>> m_stopped; //!< asked wherever something takes long
    Banner *m_banner;
    QComboBox *m_encoding;
    QLabel *m_sample;
    QTextBrowser *m_summary;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
};

} // namespace frost
