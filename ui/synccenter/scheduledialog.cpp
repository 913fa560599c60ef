// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/scheduledialog.h"

#include "core/sync/tuning.h"
#include "ui/wording/errortext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualInterval = 60; //!< seconds, as AutoSyncSettings has it

struct StrategyWords {
    SyncStrategy strategy;
    const char *name;
};
constexpr std::array kStrategyWords{
    StrategyWords{SyncStrategy::Hybrid, QT_TRANSLATE_NOOP("frost::ScheduleDialog", "When something changes, and regularly")},
    StrategyWords{SyncStrategy::Push, QT_TRANSLATE_NOOP("frost::ScheduleDialog", "When something changes, else once a day")},
    StrategyWords{SyncStrategy::Polling, QT_TRANSLATE_NOOP("frost::ScheduleDialog", "Regularly")},
    StrategyWords{SyncStrategy::Scheduled, QT_TRANSLATE_NOOP("frost::ScheduleDialog", "At certain times of day")},
    StrategyWords{SyncStrategy::Manual, QT_TRANSLATE_NOOP("frost::ScheduleDialog", "Only when I choose Sync now")},
};

//! "06:00, 12:30"; nullopt: something else, or nothing.
std::optional<QList<QTime>> timesIn(const QString &text)
{
    QList<QTime> times;
    for (const auto &word : text.split(u',', Qt::SkipEmptyParts)) {
        const auto time = QTime::fromString(word.trimmed().replace(u'.', u':'), u"H:mm"_s);
        if (!time.isValid())
            return std::nullopt;
        times.append(time);
    }
    std::sort(times.begin(), times.end());
    return times.isEmpty() ? std::nullopt : std::optional(times);
}

QString textOf(const QList<QTime> &times)
{
    QStringList words;
    for (const auto &time : times)
        words.append(time.toString(u"HH:mm"_s));
    return words.join(u", "_s);
}

} // namespace

ScheduleDialog::ScheduleDialog(CompanySession &session, const ConnectionId &connection, const QString &name, QWidget *parent)
    : QDialog(parent), m_session(session), m_connection(connection), m_text(new QLabel(this)), m_form(new QFormLayout(this)),
      m_strategy(new QComboBox(this)), m_interval(new QSpinBox(this)), m_times(new QLineEdit(this)),
      m_onReconnect(new QCheckBox(tr("Synchronise at &once when the network is back"), this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("When to synchronise with %1").arg(name));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    for (const auto &[strategy, words] : kStrategyWords)
        m_strategy->addItem(tr(words), int(strategy));
    m_interval->setRange(int(kShortestPull.count()), int(kLongestPull.count()));
    m_interval->setSuffix(tr(" s"));
    m_times->setPlaceholderText(u"06:00, 12:30"_s);
    m_form->addRow(m_text);
    m_form->addRow(tr("&Synchronise:"), m_strategy);
    m_form->addRow(tr("&Every:"), m_interval);
    m_form->addRow(tr("&Times:"), m_times);
    m_form->addRow(m_onReconnect);
    m_form->addRow(m_buttons);
    m_strategy->setAccessibleName(tr("When to synchronise"));
    m_interval->setAccessibleName(tr("Seconds between two synchronisations"));
    m_times->setAccessibleName(tr("Times of day, with commas between them"));
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &ScheduleDialog::showWhatCounts);
    connect(m_times, &QLineEdit::textChanged, this, &ScheduleDialog::showWhatCounts);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ScheduleDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (auto *field : std::initializer_list<QWidget *>{m_strategy, m_interval, m_times, m_onReconnect})
        field->setEnabled(false); // until it is known what holds now
    showWhatCounts();
    m_session.ask(
        Lane::Page, this, [connection](Company &company) { return scheduleOf(company.database(), connection); },
        [this](const Result<SyncSchedule> &schedule) { present(schedule); });
}

void ScheduleDialog::present(const Result<SyncSchedule> &schedule)
{
    m_text->setText(schedule ? QString() : wording::errorText(schedule.error()));
    if (schedule) {
        m_interval->setValue(int(schedule->pullInterval.value_or(std::chrono::seconds(kUsualInterval)).count()));
        m_times->setText(textOf(schedule->pullAt));
        m_onReconnect->setChecked(schedule->syncOnReconnect);
        m_strategy->setCurrentIndex(m_strategy->findData(int(schedule->strategy)));
        for (auto *field : std::initializer_list<QWidget *>{m_strategy, m_interval, m_times, m_onReconnect})
            field->setEnabled(true);
    }
    showWhatCounts();
}

SyncStrategy ScheduleDialog::strategy() const
{
    return SyncStrategy(m_strategy->currentData().toInt());
}

std::optional<SyncSchedule> ScheduleDialog::chosen() const
{
    SyncSchedule schedule;
    schedule.strategy = strategy();
    schedule.syncOnReconnect = m_onReconnect->isChecked();
    if (m_interval->value() != kUsualInterval)
        schedule.pullInterval = std::chrono::seconds(m_interval->value());
    if (schedule.strategy != SyncStrategy::Scheduled)
        return schedule;
    const auto times = timesIn(m_times->text());
    if (!times)
        return std::nullopt;
    schedule.pullAt = *times;
    return schedule;
}

// What the strategy does not use is not shown.
void ScheduleDialog::showWhatCounts()
{
    const auto show = [this](QWidget *field, bool shown) {
        field->setVisible(shown);
        if (auto *label = m_form->labelForField(field))
            label->setVisible(shown);
    };
    const auto now = strategy();
    if (m_strategy->isEnabled())
        m_text->setText(chosen() ? QString() : tr("Write the times as 06:00, 12:30."));
    show(m_interval, now == SyncStrategy::Hybrid || now == SyncStrategy::Polling);
    show(m_times, now == SyncStrategy::Scheduled);
    show(m_onReconnect, now != SyncStrategy::Manual);
    show(m_text, !m_text->text().isEmpty());
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(m_strategy->isEnabled() && chosen().has_value());
}

void ScheduleDialog::save()
{
    const auto schedule = chosen();
    if (!schedule)
        return;
    m_session.ask(
        Lane::Write, this,
        [connection = m_connection, wanted = *schedule](Company &company) { return setSchedule(company.database(), connection, wanted); },
        [this](const Result<> &saved) {
        if (saved)
            return accept();
        m_text->setText(wording::errorText(saved.error()));
        showWhatCounts();
        });
}

} // namespace frost
