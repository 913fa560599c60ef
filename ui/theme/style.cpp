// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/palette.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace frost::theme {

using namespace Qt::StringLiterals;

namespace {

constexpr QRgb kEdge = 0xff767e86;      //!< of menus and what people type into: 4:1 on it, 3.6:1 on the window
constexpr QRgb kFrameEdge = 0xff4a5158; //!< of what only keeps things together
constexpr qreal kCorner = 2;
constexpr int kButtonWidth = 80; //!< pixels: short words have air enough in it
constexpr int kButtonAir = 12;   //!< pixels, of both sides together

//! Invalid: the element has no edge.
QColor edgeOf(QStyle::PrimitiveElement element, const QStyleOption &option)
{
    switch (element) {
    case QStyle::PE_Frame: return kFrameEdge;
    case QStyle::PE_PanelMenu:
    case QStyle::PE_FrameMenu: return kEdge; // nothing else tells it from the list beneath
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorRadioButton:
    case QStyle::PE_FrameLineEdit:
        if (!option.state.testFlag(QStyle::State_Enabled))
            return kFrameEdge;
        return option.state.testFlag(QStyle::State_HasFocus) ? option.palette.color(QPalette::Highlight) : QColor(kEdge);
    default: return {};
    }
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) { }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const auto edge = edgeOf(element, *option);
    if (!edge.isValid() || !isDark(option->palette))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(Qt::NoBrush);
    const auto rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (element == PE_IndicatorRadioButton)
        painter->drawEllipse(rect);
    else
        painter->drawRoundedRect(rect, kCorner, kCorner);
    painter->restore();
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton && size.width() > kButtonWidth)
        size.rwidth() += kButtonAir;
    return size;
}

} // namespace frost::theme
