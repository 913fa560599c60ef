// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/problemplace.h"
#include "ui/widgets/valueedit.h"

#include <QWidget>

class QLabel;

namespace frost {

//! One field of a form: its label, its editor, and below it what is said about it.
class FieldInput final : public QObject
{
    Q_OBJECT
public:
    //! Label and editor are children of `parent`, ready for a layout.
    FieldInput(const EntityType &type, const Field &field, const ValueEdit::Context &context, QWidget *parent);

    [[nodiscard]] const Field &field() const { return m_field; }
    [[nodiscard]] QLabel *label() const { return m_label; }
    [[nodiscard]] QWidget *body() const { return m_body; } //!< editor and remark
    [[nodiscard]] ValueEdit &edit() const { return *m_edit; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    //! Read-only inputs are passed over by Tab and Enter.
    void setReadOnly(bool readOnly);
    //! Shown while the field is empty; with a tool tip that says why.
    void setPlaceholder(const QString &text, const QString &toolTip);
    //! nullopt: nothing is said.
    void setRemark(const std::optional<Remark> &remark);
    [[nodiscard]] const std::optional<Remark> &remark() const { return m_remark; }
    void retranslate();

private:
    void showRemark();

    EntityType m_type;
    Field m_field;
    QLabel *m_label;
    QWidget *m_body;
    ValueEdit *m_edit;
    QLabel *m_icon;
    QLabel *m_said;
    std::optional<Remark> m_remark;
    bool m_readOnly = false;
};

} // namespace frost
