// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/fieldrules.h"
#include "ui/session/companysession.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace frost {

//! What is decided without a question because the person once said so, field by field, to be taken back (R-CON-10). open()
//! it; it deletes itself. UI thread.
class RulesDialog final : public QDialog
{
    Q_OBJECT
public:
    //! @param session must outlive the dialog
    explicit RulesDialog(CompanySession &session, QWidget *parent = nullptr);

private:
    void read();
    void present(const Result<QList<FieldRule>> &rules);
    void removeCurrent();
    [[nodiscard]] QString inWords(const FieldRule &rule) const;

    CompanySession &m_session;
    QLabel *m_text;
    QListWidget *m_list;
    QPushButton *m_remove;
    QList<FieldRule> m_rules;
};

} // namespace frost
