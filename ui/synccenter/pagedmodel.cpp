// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/pagedmodel.h"

#include <utility>

namespace frost {

PagedModel::PagedModel(CompanySession &session, QObject *parent) : QAbstractTableModel(parent), m_session(session) { }

void PagedModel::reload()
{
    if (m_reading == Reading::No)
        readAgain();
    else
        m_reading = Reading::AndAgain;
}

bool PagedModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && m_reading == Reading::No;
}

quint64 PagedModel::beginReading()
{
    m_reading = Reading::Yes;
    return ++m_question;
}

void PagedModel::endReading(const Error *error)
{
    const auto reading = std::exchange(m_reading, Reading::No);
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT loaded();
    if (reading == Reading::AndAgain)
        reload();
}

void PagedModel::forgetQuestion()
{
    m_more = false;
    m_reading = Reading::No;
    ++m_question;
}

} // namespace frost
