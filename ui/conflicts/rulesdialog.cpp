// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/rulesdialog.h"

#include "core/conflict/strategy.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/ruledialog.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidthOfRules = 80;  //!< in characters
constexpr int kHeightOfRules = 16; //!< in lines

bool areAboutTheSame(const FieldRule &one, const FieldRule &other)
{
    return one.connection == other.connection && one.type == other.type && one.field == other.field;
}

} // namespace

RulesDialog::RulesDialog(CompanySession &session, QWidget *parent, ConnectionId about)
    : QDialog(parent), m_session(session), m_about(std::move(about)), m_text(new QLabel(this)), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(MergeText::tr("Decided without a question"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter belongs to the list
    const auto action = [&](const QString &text, void (RulesDialog::*slot)()) {
        auto *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_add = action(MergeText::tr("&New rule …"), &RulesDialog::add);
    m_change = action(MergeText::tr("&Change …"), &RulesDialog::change);
    m_remove = action(MergeText::tr("Ask me &again"), &RulesDialog::removeCurrent);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * kWidthOfRules, fontMetrics().lineSpacing() * kHeightOfRules);
    connect(m_list, &QListWidget::currentRowChanged, this, &RulesDialog::updateButtons);
    // Later: the list passes Enter on, and this dialog would press the default button of the one that has opened on it.
    connect(m_list, &QListWidget::itemActivated, this, &RulesDialog::change, Qt::QueuedConnection);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    present(Known());
    m_list->setFocus();
    read();
}

Result<RulesDialog::Known> RulesDialog::readKnown(Company &company)
{
    auto connections = company.connections().list();
    FROST_TRY(connections);
    QList<ConnectionId> ids;
    for (const auto &connection : *connections)
        ids.append(connection.id);
    auto rules = fieldRules(company.database(), ids);
    FROST_TRY(rules);
    return Known{*std::move(connections), *std::move(rules)};
}

void RulesDialog::read()
{
    m_session.ask(Lane::Page, this, &RulesDialog::readKnown, [this](const Result<Known> &known) { present(known); });
}

void RulesDialog::present(const Result<Known> &known)
{
    m_known = known.value_or(Known());
    const auto &rules = m_known.rules;
    m_text->setText(!known           ? wording::errorText(known.error())
                    : rules.isEmpty() ? MergeText::tr("There is no rule about a single field.")
                                      : MergeText::tr("Where both sides changed one of these, this is what is taken. The audit trail tells each time."));
    m_list->clear();
    for (const auto &rule : rules)
        m_list->addItem(inWords(rule));
    const auto wanted = std::find_if(rules.begin(), rules.end(), [this](const FieldRule &rule) {
        return m_wanted && areAboutTheSame(rule, *m_wanted);
    });
    m_list->setCurrentRow(rules.isEmpty() ? -1 : wanted == rules.end() ? 0 : int(wanted - rules.begin()));
    updateButtons();
}

const FieldRule *RulesDialog::current() const
{
    const auto row = m_list->currentRow();
    return row >= 0 && row < m_known.rules.size() ? &m_known.rules[row] : nullptr;
}

//! A rule about what weighs much came from elsewhere: here it can be taken back alone.
void RulesDialog::updateButtons()
{
    const auto *rule = current();
    const auto *schema = rule ? m_session.schema().find(rule->type) : nullptr;
    m_add->setEnabled(!m_known.connections.isEmpty());
    m_change->setEnabled(schema && ruledFields(*schema).contains(rule->field));
    m_remove->setEnabled(rule);
}

QString RulesDialog::inWords(const FieldRule &rule) const
{
    const auto &all = m_known.connections;
    const auto known = std::find_if(all.begin(), all.end(), [&](const Connection &one) { return one.id == rule.connection; });
    const auto provider = known == all.end() ? rule.connection.toString() : known->provider;
    const auto system = wording::connectionName(rule.connection, provider, wording::Place::Within);
    const auto what = MergeText::tr("%1 of %2", "Phone of customers")
                          .arg(wording::fieldLabel(rule.type, rule.field), wording::typeLabel(rule.type, wording::Number::Many).toLower());
    if (rule.policy == toString(Strategy::ClientWins))
        return MergeText::tr("%1: always mine, before %2").arg(what, system);
    if (rule.policy == toString(Strategy::ServerWins))
        return MergeText::tr("%1: always that of %2").arg(what, system);
    return MergeText::tr("%1: always the later one, of mine and that of %2").arg(what, system);
}

void RulesDialog::add()
{
    if (m_known.connections.isEmpty())
        return;
    const FieldRule start{m_about, {}, {}, toString(Strategy::ServerWins)};
    auto *dialog = new RuleDialog(m_session.schema(), m_known.connections, start, RuleDialog::Use::Add, this);
    connect(dialog, &RuleDialog::chosen, this, &RulesDialog::keep);
    dialog->open();
}

void RulesDialog::change()
{
    if (!m_change->isEnabled())
        return;
    auto *dialog = new RuleDialog(m_session.schema(), m_known.connections, *current(), RuleDialog::Use::Change, this);
    connect(dialog, &RuleDialog::chosen, this, &RulesDialog::keep);
    dialog->open();
}

// In place of one that was there: whoever takes it back is asked again.
void RulesDialog::keep(const FieldRule &rule)
{
    m_wanted = rule;
    m_session.ask(
        Lane::Write, this, [rule](Company &company) { return changeFieldRule(company.database(), rule); },
        [this](const Result<> &kept) { told(kept); });
}

void RulesDialog::removeCurrent()
{
    const auto *rule = current();
    if (!rule)
        return;
    m_session.ask(
        Lane::Write, this, [removed = *rule](Company &company) { return removeFieldRule(company.database(), removed); },
        [this](const Result<> &removed) { told(removed); });
}

void RulesDialog::told(const Result<> &done)
{
    m_list->setFocus(); // Enter is about the rule, not about another one
    if (done)
        read();
    else
        m_text->setText(wording::errorText(done.error()));
}

} // namespace frost
