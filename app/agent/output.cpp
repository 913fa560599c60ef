// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/output.h"

#include "app/agent/terminal.h"

#include <QJsonDocument>

#include <cstdio>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! Line breaks stay, every other control character goes.
QString harmless(QString text)
{
    for (auto &character : text) {
        if (character != u'\n' && (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format))
            character = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

QString onOneLine(QString text)
{
    return harmless(text.replace(u'\n', u' '));
}

QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return value.toString();
    case QJsonValue::Bool: return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).mid(1).chopped(1);
    case QJsonValue::Array: return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object: return QString::fromUtf8(compact(value.toObject()));
    case QJsonValue::Null:
    case QJsonValue::Undefined: return {};
    }
    return {};
}

bool Output::answersToTerminal()
{
    return terminal::isTerminal(stdout);
}

bool Output::messagesToTerminal()
{
    return terminal::isTerminal(stderr);
}

int Output::columns()
{
    return answersToTerminal() ? terminal::columns(stdout) : 100'000;
}

void Output::write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

void Output::line(const QString &text)
{
    if (m_form == Form::Text)
        write(harmless(text).toUtf8() + '\n');
}

void Output::message(const QString &text)
{
    std::fflush(stdout); // in the order in which things happened, where both go to one place
    const auto bytes = harmless(text).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

void Output::answer(const QJsonObject &document)
{
    if (m_form != Form::Json)
        return;
    m_answered = true;
    write(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

void Output::answer(const QJsonArray &document)
{
    if (m_form != Form::Json)
        return;
    m_answered = true;
    write(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

void Output::beginArray()
{
    if (m_form != Form::Json)
        return;
    m_answered = true;
    m_firstElement = true;
    write("[");
}

void Output::element(const QJsonObject &object)
{
    if (m_form != Form::Json)
        return;
    write((m_firstElement ? "\n" : ",\n") + compact(object));
    m_firstElement = false;
}

void Output::endArray()
{
    if (m_form == Form::Json)
        write(m_firstElement ? "]\n" : "\n]\n");
}

bool Output::flush()
{
    return std::fflush(stdout) == 0 && !std::ferror(stdout);
}

} // namespace frost
