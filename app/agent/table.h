// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace frost {

class Output;

//! Rows of text under headings. The first rows decide the widths; from then on rows go out as they come, so that a list
//! of any length takes no memory. On a terminal nothing is wider than it.
class Table
{
public:
    enum class Align { Left, Right };
    struct Column {
        QString heading;
        Align align = Align::Left;
    };
    Table(Output &output, QList<Column> columns);
    ~Table(); //!< prints what is left; a table without rows prints nothing
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;

    void add(QStringList cells);

private:
    void begin();
    void print(const QStringList &cells);
    void measure();

    Output &m_output;
    QList<Column> m_columns;
    QList<qsizetype> m_widths;
    QList<QStringList> m_waiting;
    bool m_begun = false;
};

} // namespace frost
