// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/referenceedit.h"

#include "ui/widgets/referencelist.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QJsonObject>
#include <QKeyEvent>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds kTypingPause{120}; //!< between two keys of a word; a search each would lag behind
constexpr int kMatchesShown = 50;
constexpr int kPage = 10;
constexpr auto kTyped = "typed"_L1;
} // namespace

QJsonValue unresolvedReference(const QString &typed)
{
    return QJsonObject{{kTyped, typed}};
}

bool isUnresolvedReference(const QJsonValue &value)
{
    return value.isObject() && value.toObject().contains(kTyped);
}

ReferenceEdit::ReferenceEdit(RecordLookup &lookup, LookupTarget target, QWidget *parent)
    : QLineEdit(parent), m_lookup(lookup), m_target(std::move(target)), m_list(std::make_unique<ReferenceList>(*this))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ReferenceEdit::searchNow);
    connect(this, &QLineEdit::textEdited, this, &ReferenceEdit::typed);
    connect(m_list.get(), &ReferenceList::picked, this, &ReferenceEdit::take);
}

ReferenceEdit::~ReferenceEdit() = default;

QJsonValue ReferenceEdit::value() const
{
    return m_value;
}

void ReferenceEdit::setValue(const QJsonValue &value)
{
    const bool isKnown = m_referred && value == m_value;
    m_value = value;
    m_typing.stop();
    m_list->hide();
    const quint64 question = ++m_question;
    if (isUnresolvedReference(value)) {
        m_referred.reset();
        setText(value[kTyped].toString());
        return;
    }
    if (isKnown)
        return;
    m_referred.reset();
    setText(m_target.holds == LookupTarget::Holds::Number ? value.toString() : QString());
    const auto id = value.toString();
    if (id.isEmpty())
        return;
    m_lookup.find(m_target, {id}, this, [this, question, id](const QHash<QString, Referred> &found) {
        if (question != m_question)
            return;
        if (const auto referred = found.constFind(id); referred != found.cend())
            m_referred = *referred;
        else if (m_target.holds == LookupTarget::Holds::Id)
            m_referred =
                Referred{LocalId(id), {}, id, {}}; // gone here, perhaps not elsewhere: better than an empty field
        showReferred();
    });
}

void ReferenceEdit::setReferred(const Referred &referred)
{
    ++m_question;
    m_typing.stop();
    m_list->hide();
    m_referred = referred;
    m_value = m_target.holds == LookupTarget::Holds::Number ? referred.number : referred.id.toString();
    showReferred();
}

void ReferenceEdit::openList()
{
    m_typing.stop();
    searchNow();
}

bool ReferenceEdit::isListOpen() const
{
    return m_list->isVisible();
}

void ReferenceEdit::closeList()
{
    m_typing.stop();
    m_list->hide();
}

void ReferenceEdit::takeMarked()
{
    if (const auto referred = m_list->current(); referred && isListOpen())
        take(*referred);
}

void ReferenceEdit::finishEntry()
{
    m_typing.stop();
    m_list->hide();
    const auto entry = text().trimmed();
    const bool isNumber = m_target.holds == LookupTarget::Holds::Number;
    if (entry.isEmpty() || m_referred || (!isNumber && !isUnresolvedReference(m_value)))
        return;
    const quint64 question = ++m_question;
    ++m_resolving;
    m_lookup.resolve(m_target, entry, this, [this, question](const std::optional<Referred> &referred) {
        --m_resolving;
        if (question == m_question && referred)
            take(*referred);
        else if (question == m_question)
            Q_EMIT edited(); // now known as not found
        Q_EMIT resolvingChanged();
    });
}

void ReferenceEdit::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly()) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    const bool opens = event->key() == Qt::Key_F4
                       || (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
                       || (event->key() == Qt::Key_Down && event->modifiers() & Qt::AltModifier);
    if (opens)
        openList();
    else if (!isListOpen() || !listKey(event))
        QLineEdit::keyPressEvent(event);
}

//! Keys that steer the open list. @return false: a key for the text
bool ReferenceEdit::listKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: m_list->move(1); break;
    case Qt::Key_Up: m_list->move(-1); break;
    case Qt::Key_PageDown: m_list->move(kPage); break;
    case Qt::Key_PageUp: m_list->move(-kPage); break;
    case Qt::Key_Escape: closeList(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeMarked();
        event->ignore(); // on to the next field
        return true;
    default: return false;
    }
    if (const auto referred = m_list->current()) {
        setAccessibleDescription(referred->text());
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    return true;
}

bool ReferenceEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isListOpen()) {
        // Tab takes what is marked, as Enter does; it never reaches keyPressEvent().
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab)
            takeMarked();
    }
    if (event->type() == QEvent::ShortcutOverride && isListOpen()) {
        // While the list is open Escape closes it, whoever else would like to have it.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::Hide)
        m_list->hide();
    return QLineEdit::event(event);
}

void ReferenceEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finishEntry();
    else
        m_list->hide();
}

void ReferenceEdit::typed(const QString &text)
{
    ++m_question;
    m_referred.reset();
    const auto entry = text.trimmed();
    if (entry.isEmpty())
        m_value = QJsonValue(QJsonValue::Undefined);
    else
        m_value = m_target.holds == LookupTarget::Holds::Number ? QJsonValue(entry) : unresolvedReference(entry);
    setToolTip({});
    if (entry.isEmpty())
        m_list->hide();
    else
        m_typing.start();
    Q_EMIT edited();
}

void ReferenceEdit::searchNow()
{
    const quint64 question = ++m_question;
    const auto typed = m_referred ? QString() : text();
    m_lookup.search(m_target, typed, kMatchesShown, this, [this, question](const RecordLookup::Matches &matches) {
        if (question == m_question && hasFocus())
            show(matches);
    });
}

void ReferenceEdit::show(const RecordLookup::Matches &matches)
{
    m_list->showMatches(matches);
}

void ReferenceEdit::take(const Referred &referred)
{
    setReferred(referred);
    Q_EMIT edited();
    Q_EMIT chosen(referred);
}

void ReferenceEdit::showReferred()
{
    if (!m_referred)
        return;
    const auto said = m_referred->text();
    setText(said);
    setCursorPosition(0);
    setToolTip(said);
    setAccessibleDescription(said);
    if (hasFocus())
        selectAll();
}

} // namespace frost
