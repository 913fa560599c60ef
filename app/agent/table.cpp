// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/table.h"

#include "app/agent/output.h"

#include <algorithm>
#include <numeric>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMeasured = 200;    //!< rows looked at before the first is printed
constexpr qsizetype kWidestCell = 100;   //!< characters; longer texts are cut, --json has them whole
constexpr qsizetype kNarrowestCell = 6; //!< a column never shrinks below this
constexpr qsizetype kGap = 2;

QString fitted(const QString &text, qsizetype width, Table::Align align)
{
    if (text.size() > width) {
        const auto end = text.at(width - 2).isHighSurrogate() ? width - 2 : width - 1; // no half characters
        return text.left(end) + u'…';
    }
    return align == Table::Align::Right ? text.rightJustified(width) : text.leftJustified(width);
}

} // namespace

Table::Table(Output &output, QList<Column> columns) : m_output(output), m_columns(std::move(columns)) { }

Table::~Table()
{
    if (!m_begun && !m_waiting.isEmpty())
        begin();
}

void Table::add(QStringList cells)
{
    for (auto &cell : cells)
        cell = onOneLine(cell);
    if (m_begun) {
        print(cells);
        return;
    }
    m_waiting.append(std::move(cells));
    if (m_waiting.size() == kMeasured)
        begin();
}

void Table::begin()
{
    m_begun = true;
    measure();
    QStringList headings;
    QStringList rules;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        headings += m_columns[i].heading;
        rules += QString(m_widths[i], u'-');
    }
    print(headings);
    print(rules);
    for (const auto &cells : m_waiting)
        print(cells);
    m_waiting.clear();
}

void Table::measure()
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        qsizetype width = m_columns[i].heading.size();
        for (const auto &cells : m_waiting)
            width = std::max(width, cells.value(i).size());
        m_widths.append(std::min(width, kWidestCell));
    }
    const auto total = [this] {
        return std::accumulate(m_widths.begin(), m_widths.end(), qsizetype(0)) + kGap * (m_widths.size() - 1);
    };
    while (total() > Output::columns()) {
        const auto widest = std::max_element(m_widths.begin(), m_widths.end());
        if (*widest <= kNarrowestCell)
            return;
        --*widest;
    }
}

void Table::print(const QStringList &cells)
{
    QString text;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (i > 0)
            text += QString(kGap, u' ');
        text += fitted(cells.value(i), m_widths[i], m_columns[i].align);
    }
    while (text.endsWith(u' '))
        text.chop(1);
    m_output.line(text);
}

} // namespace frost
