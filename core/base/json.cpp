// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
// Counted on the bytes, before the parser recurses: a hostile body must not cost stack or memory.
int depthOf(const QByteArray &utf8)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}
} // namespace

QByteArray toCanonicalJson(const QJsonObject &object)
{
    // QJsonObject keeps its keys sorted.
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> parseJsonObject(const QByteArray &utf8, int maxDepth)
{
    if (depthOf(utf8) > maxDepth)
        return fail(ErrorKind::Invalid, u"json.tooDeep"_s, {QString::number(maxDepth)});
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(utf8, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorKind::Invalid, u"json.malformed"_s, {QString::number(error.offset)}, error.errorString());
    if (!document.isObject())
        return fail(ErrorKind::Invalid, u"json.notAnObject"_s);
    return document.object();
}

QByteArray contentHash(const QJsonObject &object)
{
    return sha256Hex(toCanonicalJson(object));
}

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace frost
