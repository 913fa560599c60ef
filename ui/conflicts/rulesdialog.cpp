// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/rulesdialog.h"

#include "core/conflict/strategy.h"
#include "ui/conflicts/mergetext.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace frost {

namespace {
constexpr int kWidthOfRules = 70;  //!< in characters
constexpr int kHeightOfRules = 16; //!< in lines

Result<QList<FieldRule>> readFieldRules(Company &company)
{
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    QList<ConnectionId> ids;
    for (const auto &connection : *connections)
        ids.append(connection.id);
    return fieldRules(company.database(), ids);
}
} // namespace

RulesDialog::RulesDialog(CompanySession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_text(new QLabel(this)), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(MergeText::tr("Decided without a question"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_remove = buttons->addButton(MergeText::tr("Ask me &again"), QDialogButtonBox::ActionRole);
    m_remove->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * kWidthOfRules, fontMetrics().lineSpacing() * kHeightOfRules);
    connect(m_remove, &QPushButton::clicked, this, &RulesDialog::removeCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    present(QList<FieldRule>());
    read();
}

void RulesDialog::read()
{
    m_session.ask(Lane::Page, this, &readFieldRules, [this](const Result<QList<FieldRule>> &rules) { present(rules); });
}

void RulesDialog::present(const Result<QList<FieldRule>> &rules)
{
    m_rules = rules ? *rules : QList<FieldRule>();
    m_text->setText(!rules            ? wording::errorText(rules.error())
                    : rules->isEmpty() ? MergeText::tr("There is no rule about a single field.")
                                       : MergeText::tr("Where both sides changed one of these, this is what is taken. The audit trail tells each time."));
    m_list->clear();
    for (const auto &rule : std::as_const(m_rules))
        m_list->addItem(inWords(rule));
    m_list->setCurrentRow(m_rules.isEmpty() ? -1 : 0);
    m_remove->setEnabled(!m_rules.isEmpty());
    m_list->setFocus();
}

QString RulesDialog::inWords(const FieldRule &rule) const
{
    const auto *known = m_session.status().connection(rule.connection);
    const auto provider = known ? known->provider : rule.connection.toString();
    const auto system = wording::connectionName(rule.connection, provider, wording::Place::Within);
    const auto what = MergeText::tr("%1 of %2", "Phone of customers")
                          .arg(wording::fieldLabel(rule.type, rule.field), wording::typeLabel(rule.type, wording::Number::Many).toLower());
    if (rule.policy == toString(Strategy::ClientWins))
        return MergeText::tr("%1: always mine, before %2").arg(what, system);
    if (rule.policy == toString(Strategy::ServerWins))
        return MergeText::tr("%1: always that of %2").arg(what, system);
    return MergeText::tr("%1: always the later one, of mine and that of %2").arg(what, system);
}

void RulesDialog::removeCurrent()
{
    const auto row = m_list->currentRow();
    if (row < 0 || row >= m_rules.size())
        return;
    m_session.ask(
        Lane::Write, this, [rule = m_rules[row]](Company &company) { return removeFieldRule(company.database(), rule); },
        [this](const Result<> &removed) {
        if (removed)
            read();
        else
            m_text->setText(wording::errorText(removed.error()));
        });
}

} // namespace frost
