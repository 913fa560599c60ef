// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/assignment.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace frost {

namespace {
// Rows are assigned one by one along the cheapest augmenting path. Indexes count from 1: column 0 holds the row that
// is looking for a place. Needs rows <= columns.
class Hungarian
{
public:
    Hungarian(const QList<QList<int>> &points, bool transposed, qsizetype rows, qsizetype columns)
        : m_points(points),
          m_transposed(transposed),
          m_columns(columns),
          m_rowPotential(size_t(rows) + 1),
          m_columnPotential(size_t(columns) + 1),
          m_rowOf(size_t(columns) + 1),
          m_previous(size_t(columns) + 1)
    {
        for (qsizetype row = 1; row <= rows; ++row)
            assign(row);
    }

    [[nodiscard]] qsizetype rowOf(qsizetype column) const { return m_rowOf[size_t(column)]; }

private:
    [[nodiscard]] qint64 cost(qsizetype row, qsizetype column) const
    {
        const auto points = m_transposed ? m_points[column - 1][row - 1] : m_points[row - 1][column - 1];
        return -qint64(std::max(points, 0));
    }

    void assign(qsizetype row)
    {
        m_rowOf[0] = row;
        m_slack.assign(size_t(m_columns) + 1, std::numeric_limits<qint64>::max());
        m_visited.assign(size_t(m_columns) + 1, false);
        qsizetype column = 0;
        do {
            column = step(column);
        } while (m_rowOf[size_t(column)] != 0);
        while (column != 0) {
            const auto previous = m_previous[size_t(column)];
            m_rowOf[size_t(column)] = m_rowOf[size_t(previous)];
            column = previous;
        }
    }

    // Visits a column and returns the unvisited one that is cheapest to reach from those visited.
    qsizetype step(qsizetype column)
    {
        m_visited[size_t(column)] = true;
        const auto row = m_rowOf[size_t(column)];
        auto delta = std::numeric_limits<qint64>::max();
        qsizetype nearest = 0;
        for (qsizetype c = 1; c <= m_columns; ++c) {
            const auto i = size_t(c);
            if (m_visited[i])
                continue;
            const auto reduced = cost(row, c) - m_rowPotential[size_t(row)] - m_columnPotential[i];
            if (reduced < m_slack[i]) {
                m_slack[i] = reduced;
                m_previous[i] = column;
            }
            if (m_slack[i] < delta) {
                delta = m_slack[i];
                nearest = c;
            }
        }
        shiftPotentials(delta);
        return nearest;
    }

    void shiftPotentials(qint64 delta)
    {
        for (size_t i = 0; i <= size_t(m_columns); ++i) {
            if (m_visited[i]) {
                m_rowPotential[size_t(m_rowOf[i])] += delta;
                m_columnPotential[i] -= delta;
            } else {
                m_slack[i] -= delta;
            }
        }
    }

    const QList<QList<int>> &m_points;
    bool m_transposed;
    qsizetype m_columns;
    std::vector<qint64> m_rowPotential;
    std::vector<qint64> m_columnPotential;
    std::vector<qsizetype> m_rowOf; //!< row assigned to each column, 0: none
    std::vector<qsizetype> m_previous;
    std::vector<qint64> m_slack;
    std::vector<bool> m_visited;
};
} // namespace

QList<std::pair<qsizetype, qsizetype>> bestAssignment(const QList<QList<int>> &points)
{
    const auto left = points.size();
    const auto right = left == 0 ? 0 : points.first().size();
    if (right == 0)
        return {};
    const bool transposed = left > right;
    const auto columns = std::max(left, right);
    const Hungarian solved(points, transposed, std::min(left, right), columns);
    QList<std::pair<qsizetype, qsizetype>> pairs;
    for (qsizetype column = 1; column <= columns; ++column) {
        if (solved.rowOf(column) == 0)
            continue;
        const auto row = solved.rowOf(column) - 1;
        const auto pair = transposed ? std::pair{column - 1, row} : std::pair{row, column - 1};
        if (points[pair.first][pair.second] > 0)
            pairs.append(pair);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace frost
