// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace frost {

//! One field of a SIE line: a text, or a list in braces ({1 "Sthlm" 6 "P1"}).
struct SieField {
    QString text;
    QStringList items;
    bool isList = false;
};

//! One line of a SIE file, taken apart.
struct SieLine {
    enum class Kind {
        Blank,
        Item,  //!< #LABEL field field …
        Open,  //!< { alone
        Close, //!< } alone
        Other, //!< anything else
    };
    Kind kind = Kind::Blank;
    QString label; //!< upper case, without '#'
    QList<SieField> fields;
    bool opens = false; //!< an item with '{' at its end
    QString problem;    //!< "sie.quoteOpen", "sie.listOpen": of the last field; "" none

    //! True where a quote is not closed, but all fields before `count` are whole: the text runs to the end of the line.
    [[nodiscard]] bool isOpenAfter(qsizetype count) const { return problem == u"sie.quoteOpen" && fields.size() > count; }

    //! The text of a field; "" where it is missing or a list.
    [[nodiscard]] QString text(qsizetype index) const
    {
        return index < fields.size() && !fields[index].isList ? fields[index].text : QString();
    }
    //! Fields are separated by spaces and tabs; quotes hold them together; \" is a quote, any other backslash is itself.
    //! Every text is canonical (canonicalText).
    [[nodiscard]] static SieLine parse(QStringView line);
};

} // namespace frost
