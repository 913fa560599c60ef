// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include "ui/theme/style.h"

#include <QApplication>

namespace frost::theme {

using namespace Qt::StringLiterals;

namespace {

struct Inks {
    QRgb window, base, alternate, text, faint, button, highlight, highlightedText, link;
};

// Text on base is 15:1 and more in both.
constexpr Inks kLight{0xfff3f4f5, 0xffffffff, 0xfff7f8f9, 0xff16191c, 0xff8a9096, 0xffe9ebed, 0xff1d6fb8, 0xffffffff, 0xff1d5c96};
constexpr Inks kDark{0xff23272b, 0xff1a1d20, 0xff20242a, 0xfff2f4f5, 0xff7d848b, 0xff2e3338, 0xff2a73b3, 0xffffffff, 0xff7fbdf0};

QPalette paletteOf(const Inks &inks)
{
    QPalette palette;
    palette.setColor(QPalette::Window, inks.window);
    palette.setColor(QPalette::WindowText, inks.text);
    palette.setColor(QPalette::Base, inks.base);
    palette.setColor(QPalette::AlternateBase, inks.alternate);
    palette.setColor(QPalette::Text, inks.text);
    palette.setColor(QPalette::PlaceholderText, inks.faint);
    palette.setColor(QPalette::Button, inks.button);
    palette.setColor(QPalette::ButtonText, inks.text);
    palette.setColor(QPalette::ToolTipBase, inks.base);
    palette.setColor(QPalette::ToolTipText, inks.text);
    palette.setColor(QPalette::Highlight, inks.highlight);
    palette.setColor(QPalette::HighlightedText, inks.highlightedText);
    palette.setColor(QPalette::Link, inks.link);
    const QColor button(inks.button);
    palette.setColor(QPalette::Light, button.lighter(115));
    palette.setColor(QPalette::Midlight, button.lighter(107));
    palette.setColor(QPalette::Mid, button.darker(120));
    palette.setColor(QPalette::Dark, button.darker(150));
    palette.setColor(QPalette::Shadow, button.darker(250));
    // Without a group of its own a disabled button looks enabled (UX.md 3.3).
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, inks.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, inks.faint);
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

void apply(Look look)
{
    if (look == Look::System) {
        QApplication::setPalette(QPalette());
        return;
    }
    QApplication::setStyle(new Style);
    QApplication::setPalette(paletteOf(look == Look::Dark ? kDark : kLight));
}

QColor tint(Tint tint, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tint) {
    case Tint::Mine: return dark ? 0xff173a5c : 0xffdcebfb;
    case Tint::Theirs: return dark ? 0xff553a10 : 0xfffdebd3;
    case Tint::Automatic: return dark ? 0xff1d4226 : 0xffe3f3e6;
    case Tint::Open: return dark ? 0xff5b2226 : 0xfffbdfe0;
    case Tint::Edited: return dark ? 0xff45305e : 0xffeee4fa;
    }
    return {};
}

QColor negativeInk(const QPalette &palette)
{
    return isDark(palette) ? 0xffff8a8a : 0xffb3161b;
}

QColor quietInk(const QPalette &palette)
{
    constexpr int kText = 65; // parts of a hundred
    const auto text = palette.color(QPalette::Text);
    const auto base = palette.color(QPalette::Base);
    const auto mixed = [](int of, int with) { return (of * kText + with * (100 - kText)) / 100; };
    return {mixed(text.red(), base.red()), mixed(text.green(), base.green()), mixed(text.blue(), base.blue())};
}

} // namespace frost::theme
