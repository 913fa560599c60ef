// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/footer.h"

#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QLocale>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSelectionPause = 100;        //!< ms
constexpr qsizetype kMostSummed = 20'000;   //!< selected rows: they are read one by one
}

Footer::Footer(RecordsModel &model, QWidget *parent)
    : QLabel(parent), m_model(model), m_generation(std::make_shared<std::atomic<quint64>>(0))
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWordWrap(true);
    setContentsMargins(6, 2, 6, 2);
    m_summing.setSingleShot(true);
    m_summing.setInterval(kSelectionPause);
    connect(&m_summing, &QTimer::timeout, this, &Footer::sumSelection);
    connect(&model, &RecordsModel::summed, this, &Footer::show);
    connect(&model, &RecordsModel::layoutChanged, this, &Footer::compose);
    compose();
}

void Footer::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        compose();
}

// The sums of the list are made anew when records changed; those of the selection follow.
void Footer::show(const Sums &sums)
{
    m_sums = sums;
    if (!m_places.isEmpty())
        m_summing.start();
    compose();
}

void Footer::setSelection(const QList<int> &rows)
{
    ++*m_generation;
    m_selected = rows.size();
    const bool isRead = m_selected > 1 && m_selected <= kMostSummed && m_selected < m_model.rowCount();
    const auto places = isRead ? m_model.places(rows) : QList<RowNumber>();
    if (places != m_places) {
        m_places = places;
        m_selectedSums.clear();
    }
    if (isRead)
        m_summing.start();
    compose();
}

void Footer::sumSelection()
{
    const auto goOn = [generation = m_generation, mine = ++*m_generation] { return *generation == mine; };
    m_model.session().ask(
        Lane::Scan, this,
        [type = m_model.schema().type, fields = m_model.summedFields(), places = m_places, goOn](Company &company) -> Result<Sums> {
            auto store = company.database().objectStore(type);
            FROST_TRY(store);
            return sumsOf(*store, fields, places, goOn);
        },
        [this, goOn](const Result<Sums> &sums) {
            if (!sums || !goOn())
                return;
            m_selectedSums = *sums;
            compose();
        });
}

//! One text for each currency.
QStringList Footer::sumTexts(const Sums &sums) const
{
    const auto &fields = m_model.summedFields();
    QStringList texts;
    for (auto it = sums.begin(); it != sums.end(); ++it) {
        QStringList parts;
        for (qsizetype i = 0; i < it->size() && i < fields.size(); ++i) {
            if (!it->at(i).isZero() || fields.size() == 1)
                parts += u"%1 %2"_s.arg(wording::fieldLabel(m_model.schema().type, fields[i]), wording::decimalText(it->at(i), 2));
        }
        const auto text = parts.join(u" · "_s);
        if (!text.isEmpty())
            texts += it.key().isEmpty() ? text : u"%1: %2"_s.arg(it.key(), text);
    }
    return texts;
}

QString Footer::selectionText() const
{
    const auto count = tr("%Ln selected", nullptr, int(m_selected));
    const bool isAll = m_selected == m_model.rowCount();
    if (!isAll && m_places.isEmpty() && !m_model.summedFields().isEmpty())
        return tr("%1, too many to add up", "1000 selected, ...").arg(count);
    const auto sums = sumTexts(isAll ? m_sums : m_selectedSums);
    return sums.isEmpty() ? count : count + u": "_s + sums.join(u"; "_s);
}

void Footer::compose()
{
    setAccessibleName(tr("Rows and sums"));
    auto parts = QStringList{tr("%Ln row(s)", nullptr, m_model.rowCount())} + sumTexts(m_sums);
    if (m_selected > 1)
        parts += selectionText();
    setText(parts.join(u"    |    "_s));
}

} // namespace frost
