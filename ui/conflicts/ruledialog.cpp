// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/ruledialog.h"

#include "core/conflict/strategy.h"
#include "ui/conflicts/mergetext.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>

namespace frost {

namespace {

constexpr int kWidthOfRule = 60; //!< in characters

void selectData(QComboBox &box, const QString &data)
{
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

RuleDialog::RuleDialog(const Schema &schema, const QList<Connection> &connections, const FieldRule &start, Use use, QWidget *parent)
    : QDialog(parent),
      m_schema(schema),
      m_connections(connections),
      m_connection(new QComboBox(this)),
      m_type(new QComboBox(this)),
      m_field(new QComboBox(this)),
      m_policy(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(use == Use::Add ? MergeText::tr("New rule") : MergeText::tr("Change the rule"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(MergeText::tr("Make it a &rule"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    for (const auto &connection : m_connections)
        m_connection->addItem(wording::connectionName(connection.id, connection.provider, wording::Place::Alone), connection.id.toString());
    selectData(*m_connection, start.connection.toString());
    fillTypes(start);
    fillFields();
    selectData(*m_field, start.field);
    fillPolicies();
    selectData(*m_policy, start.policy);
    auto *layout = new QFormLayout(this);
    layout->addRow(MergeText::tr("&Between here and"), m_connection);
    layout->addRow(MergeText::tr("R&ecords"), m_type);
    layout->addRow(MergeText::tr("&Field"), m_field);
    layout->addRow(MergeText::tr("&Where both changed it"), m_policy);
    layout->addRow(buttons);
    resize(fontMetrics().averageCharWidth() * kWidthOfRule, sizeHint().height());
    for (auto *known : {m_connection, m_type, m_field})
        known->setEnabled(use == Use::Add);
    (use == Use::Add ? m_type : m_policy)->setFocus();
    connect(m_type, &QComboBox::currentIndexChanged, this, &RuleDialog::fillFields);
    connect(m_connection, &QComboBox::currentIndexChanged, this, &RuleDialog::fillPolicies);
    connect(buttons, &QDialogButtonBox::accepted, this, &RuleDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void RuleDialog::fillTypes(const FieldRule &start)
{
    const auto types = m_schema.types();
    for (const auto &type : types) {
        if (!ruledFields(*m_schema.find(type)).isEmpty())
            m_type->addItem(wording::typeLabel(type, wording::Number::Many), type.toString());
    }
    selectData(*m_type, start.type.toString());
}

void RuleDialog::fillFields()
{
    const EntityType type(m_type->currentData().toString());
    const auto *schema = m_schema.find(type);
    m_field->clear();
    for (const auto &name : schema ? ruledFields(*schema) : QStringList())
        m_field->addItem(wording::fieldLabel(type, name), name);
    m_save->setEnabled(m_field->count() > 0);
}

void RuleDialog::fillPolicies()
{
    const auto &connection = m_connections[std::max(0, m_connection->currentIndex())];
    const auto system = wording::connectionName(connection.id, connection.provider, wording::Place::Within);
    const auto chosen = m_policy->currentData().toString();
    m_policy->clear();
    m_policy->addItem(MergeText::tr("always mine"), toString(Strategy::ClientWins));
    m_policy->addItem(MergeText::tr("always that of %1").arg(system), toString(Strategy::ServerWins));
    m_policy->addItem(MergeText::tr("always the later one"), toString(Strategy::LastWriteWins));
    selectData(*m_policy, chosen);
}

void RuleDialog::confirm()
{
    const FieldRule rule{ConnectionId(m_connection->currentData().toString()), EntityType(m_type->currentData().toString()),
                         m_field->currentData().toString(), m_policy->currentData().toString()};
    accept();
    Q_EMIT chosen(rule);
}

} // namespace frost
