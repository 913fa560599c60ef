// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"

#include <QAbstractTableModel>

#include <chrono>

namespace frost {

//! A run tells its progress ten times a second; a list that follows it is read again this long after the first word.
inline constexpr std::chrono::milliseconds kRereadAfter(500);

//! A table that is read page by page: one question at a time, and one more where something changed meanwhile. UI thread.
class PagedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    //! @param session must outlive the model
    explicit PagedModel(CompanySession &session, QObject *parent = nullptr);

    //! Reads what is shown once more; the rows stay until then.
    void reload();
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;

Q_SIGNALS:
    //! Rows were read, perhaps none.
    void loaded();
    void failed(const frost::Error &error);

protected:
    [[nodiscard]] CompanySession &session() const { return m_session; }
    //! Asks for everything that is shown.
    virtual void readAgain() = 0;

    //! @return the number of the question that is asked now
    [[nodiscard]] quint64 beginReading();
    //! false: something else has been asked since.
    [[nodiscard]] bool isAwaited(quint64 question) const { return question == m_question; }
    //! What the answer says about more rows; before they are inserted, for a view asks for more at once.
    void setMore(bool more) { m_more = more; }
    //! The rows stand. @param error nullptr: they were read
    void endReading(const Error *error);
    //! The answer on its way is about something else than what is shown from now on.
    void forgetQuestion();

private:
    enum class Reading { No, Yes, AndAgain };

    CompanySession &m_session;
    Reading m_reading = Reading::No;
    bool m_more = false;
    quint64 m_question = 0;
};

} // namespace frost
