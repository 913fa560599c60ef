// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace frost {

//! Widgets in a row that goes on below where the window is too narrow for it, as words do: buttons whose letters a person has made
//! large. From right to left where the language is.
class FlowLayout final : public QLayout
{
public:
    FlowLayout();
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), Places::Measured); }
    [[nodiscard]] QSize sizeHint() const override; //!< one row
    [[nodiscard]] QSize minimumSize() const override; //!< the widest item
    void setGeometry(const QRect &rect) override;

private:
    enum class Places { Measured, Taken };
    //! @return the height of all rows
    int arrange(const QRect &rect, Places places) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace frost
