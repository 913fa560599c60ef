// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/connections.h"
#include "core/links/fieldrules.h"
#include "ui/session/companysession.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace frost {

//! What is decided without a question because the person once said so, field by field, to be added to, changed and taken back
//! (R-CON-10, UX.md 1.2 J27). open() it; it deletes itself. UI thread.
class RulesDialog final : public QDialog
{
    Q_OBJECT
public:
    //! @param session  must outlive the dialog
    //! @param about  the connection that a new rule is about unless the person says otherwise; may be empty
    explicit RulesDialog(CompanySession &session, QWidget *parent = nullptr, ConnectionId about = {});

private:
    struct Known {
        QList<Connection> connections;
        QList<FieldRule> rules;
    };
    [[nodiscard]] static Result<Known> readKnown(Company &company);
    void read();
    void present(const Result<Known> &known);
    void updateButtons();
    void add();
    void change();
    void removeCurrent();
    void keep(const FieldRule &rule);
    void told(const Result<> &done);
    [[nodiscard]] const FieldRule *current() const; //!< nullptr: none
    [[nodiscard]] QString inWords(const FieldRule &rule) const;

    CompanySession &m_session;
    ConnectionId m_about;
    QLabel *m_text;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_remove;
    Known m_known;
    std::optional<FieldRule> m_wanted; //!< to be the current one when the list is read again
};

} // namespace frost
