// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/footer.h"

#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QEvent>
#include <QLocale>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kSumsShown = 3;
}

Footer::Footer(RecordsModel &model, QWidget *parent) : QLabel(parent), m_model(model)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAccessibleName(tr("Rows and sums"));
    setContentsMargins(6, 2, 6, 2);
    connect(&model, &RecordsModel::summed, this, &Footer::show);
    connect(&model, &RecordsModel::layoutChanged, this, &Footer::compose);
    compose();
}

void Footer::show(const QList<Decimal> &sums)
{
    m_sums = sums;
    compose();
}

void Footer::setSelection(const QList<int> &rows)
{
    m_selected = rows;
    compose();
}

// The last ones: of an invoice the total matters more than the net.
QString Footer::sumText(const QList<Decimal> &sums) const
{
    const auto fields = summedFields(m_model.schema());
    QStringList parts;
    for (qsizetype i = 0; i < sums.size() && i < fields.size(); ++i) {
        if (!sums[i].isZero() || fields.size() == 1)
            parts += u"%1 %2"_s.arg(wording::fieldLabel(m_model.schema().type, fields[i]),
                                    wording::decimalText(sums[i], 2));
    }
    return parts.mid(std::max(qsizetype(0), parts.size() - kSumsShown)).join(u" · "_s);
}

QString Footer::selectionText() const
{
    const auto fields = summedFields(m_model.schema());
    QList<Decimal> sums(fields.size());
    for (const int number : m_selected) {
        const auto *row = m_model.row(number);
        if (!row) // not read: no half sums
            return tr("%n selected", nullptr, int(m_selected.size()));
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (const auto value = Decimal::parse(row->record.body[fields[i]].toString()))
                sums[i] += *value;
        }
    }
    const auto text = sumText(sums);
    const auto count = tr("%n selected", nullptr, int(m_selected.size()));
    return text.isEmpty() ? count : count + u": "_s + text;
}

void Footer::compose()
{
    QStringList parts{tr("%Ln row(s)", nullptr, m_model.rowCount())};
    if (const auto sums = sumText(m_sums); !sums.isEmpty())
        parts += sums;
    if (m_selected.size() > 1)
        parts += selectionText();
    setText(parts.join(u"    |    "_s));
}

} // namespace frost
