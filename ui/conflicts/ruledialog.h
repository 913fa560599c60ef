// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/connections.h"
#include "core/links/fieldrules.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace frost {

//! Asks for one rule about a field: whose value is taken where both sides changed it. open() it; it deletes itself.
class RuleDialog final : public QDialog
{
    Q_OBJECT
public:
    //! @param schema  must outlive the dialog
    //! @param connections  not empty
    //! @param start  what is shown first; where a rule is changed, all but its answer stays
    enum class Use { Add, Change };
    RuleDialog(const Schema &schema, const QList<Connection> &connections, const FieldRule &start, Use use, QWidget *parent);

Q_SIGNALS:
    void chosen(const frost::FieldRule &rule);

private:
    void fillTypes(const FieldRule &start);
    void fillFields();
    void fillPolicies();
    void confirm();

    const Schema &m_schema;
    QList<Connection> m_connections;
    QComboBox *m_connection;
    QComboBox *m_type;
    QComboBox *m_field;
    QComboBox *m_policy;
    QPushButton *m_save;
};

} // namespace frost
