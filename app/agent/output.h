// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace frost {

//! Where answers and messages go. Answers to standard output: text, or with --json exactly one document. Messages to
//! standard error. Text that comes from records loses its control characters, so that no record can drive a terminal.
class Output
{
public:
    enum class Form { Text, Json };
    void setForm(Form form) { m_form = form; }
    [[nodiscard]] bool isJson() const { return m_form == Form::Json; }
    [[nodiscard]] static bool answersToTerminal();
    [[nodiscard]] static bool messagesToTerminal();
    //! Columns of the terminal that answers go to; very many where it is none.
    [[nodiscard]] static int columns();

    void line(const QString &text = {});                //!< only as text
    void message(const QString &text);
    void answer(const QJsonObject &document);           //!< only as JSON
    void answer(const QJsonArray &document);

    //! A document that is an array, element by element, so that its size does not matter.
    void beginArray();
    void element(const QJsonObject &object);
    void endArray();

    [[nodiscard]] bool hasAnswered() const { return m_answered; }
    //! False where something could not be written.
    [[nodiscard]] bool flush();

private:
    void write(const QByteArray &bytes);
    Form m_form = Form::Text;
    bool m_answered = false;
    bool m_firstElement = true;
};

//! `text` on one line, control characters replaced.
[[nodiscard]] QString onOneLine(QString text);
//! A value as people read it in a table.
[[nodiscard]] QString shown(const QJsonValue &value);

} // namespace frost
