// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/syncschedule.h"
#include "ui/session/companysession.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace frost {

//! When a connection is synchronised (R-NET-03, R-NET-04). open() it; it deletes itself. UI thread.
class ScheduleDialog final : public QDialog
{
    Q_OBJECT
public:
    //! @param session must outlive the dialog. @param name  "the company server"
    ScheduleDialog(CompanySession &session, const ConnectionId &connection, const QString &name, QWidget *parent = nullptr);

private:
    void present(const Result<SyncSchedule> &schedule);
    //! nullopt: the times cannot be read.
    [[nodiscard]] std::optional<SyncSchedule> chosen() const;
    [[nodiscard]] SyncStrategy strategy() const;
    void showWhatCounts();
    void save();

    CompanySession &m_session;
    ConnectionId m_connection;
    QLabel *m_text;
    QFormLayout *m_form;
    QComboBox *m_strategy;
    QSpinBox *m_interval; //!< seconds
    QLineEdit *m_times;
    QCheckBox *m_onReconnect;
    QDialogButtonBox *m_buttons;
};

} // namespace frost
