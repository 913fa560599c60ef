// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/mergedraft.h"

#include <QDialog>

class QRadioButton;

namespace frost {

//! Which values of a settled conflict are to come back. Show it with open(). UI thread.
class RestoreDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Subject {
        QString record; //!< "Invoice 1042 Norrskog Bygg AB"
        QString system; //!< "the company server"
        bool hasBase = true;
        QString path;   //!< of the field looked at; "": only the whole record can be meant
        QString field;  //!< what that field is called
    };
    explicit RestoreDialog(const Subject &subject, QWidget *parent = nullptr);

Q_SIGNALS:
    //! @param path nullopt: the whole record
    void chosen(frost::Choice which, const std::optional<QString> &path);

private:
    [[nodiscard]] Choice which() const;

    QString m_path;
    QRadioButton *m_base;
    QRadioButton *m_mine;
    QRadioButton *m_theirs;
    QRadioButton *m_field;
    QRadioButton *m_whole;
};

} // namespace frost
