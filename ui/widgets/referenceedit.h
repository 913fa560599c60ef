// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordlookup.h"

#include <QJsonValue>
#include <QLineEdit>
#include <QTimer>

#include <memory>

namespace frost {

class ReferenceList;

//! Names a record of another type by typing its number or its name. Typing filters a list of both; F4, Ctrl+Space and
//! Alt+Down open it. Shows number and title, keeps the local id (or, for LookupTarget::Holds::Number, the number).
//! What is typed and left without a choice is looked up; while that is not answered, and where nothing is found, the value
//! is unresolved.
class ReferenceEdit final : public QLineEdit
{
    Q_OBJECT
public:
    //! @param lookup must outlive the widget
    ReferenceEdit(RecordLookup &lookup, LookupTarget target, QWidget *parent = nullptr);
    ~ReferenceEdit() override;

    //! The local id or the number as a string; what is typed but not found as unresolvedReference(); Undefined: blank.
    [[nodiscard]] QJsonValue value() const;
    //! @param value as value() gives it; the title of an id is looked up.
    void setValue(const QJsonValue &value);
    //! As setValue(), with a title that is already known.
    void setReferred(const Referred &referred);
    //! What value() stands for, if it has been looked up.
    [[nodiscard]] const std::optional<Referred> &referred() const { return m_referred; }
    //! True while an answer is on its way.
    [[nodiscard]] bool isResolving() const { return m_resolving > 0; }

    void openList();
    void closeList();
    [[nodiscard]] bool isListOpen() const;
    //! Chooses what is marked in the open list.
    void takeMarked();
    //! Ends typing: looks up what is not resolved. Done by itself on leaving the field.
    void finishEntry();

Q_SIGNALS:
    //! The person changed the value, or what they typed was resolved.
    void edited();
    //! A record was chosen or found; follows edited().
    void chosen(const frost::Referred &referred);
    //! An answer came, wanted or not; follows edited() and chosen().
    void resolvingChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void typed(const QString &text);
    void searchNow();
    void show(const RecordLookup::Matches &matches);
    void take(const Referred &referred);
    void showReferred();
    bool listKey(QKeyEvent *event);

    RecordLookup &m_lookup;
    LookupTarget m_target;
    std::unique_ptr<ReferenceList> m_list;
    QTimer m_typing; //!< a search only after a pause
    std::optional<Referred> m_referred;
    QJsonValue m_value{QJsonValue::Undefined};
    int m_resolving = 0;
    quint64 m_question = 0; //!< only the answer to the last one is wanted
};

//! A reference that was typed and is not (yet) found: {"typed": text}. Never stored; core refuses it.
[[nodiscard]] QJsonValue unresolvedReference(const QString &typed);
[[nodiscard]] bool isUnresolvedReference(const QJsonValue &value);

} // namespace frost
