// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/marks.h"

#include "ui/theme/palette.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace frost {

namespace {

enum class Shape { Dot, Tick, Pencil, Caution, Letter, NoEntry, Triangle, Square, Ring };

//! Shapes are drawn in a square of this side and scaled.
constexpr qreal kSide = 16;

void strokeWith(QPainter &painter, const QColor &ink, qreal width)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void fillWith(QPainter &painter, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
}

void drawCaution(QPainter &painter, const QColor &ink)
{
    strokeWith(painter, ink, 1.4);
    painter.drawPolygon(QPolygonF{{8, 2.2}, {14.6, 13.6}, {1.4, 13.6}});
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.6));
    fillWith(painter, ink);
    painter.drawEllipse(QPointF(8, 11.7), 0.95, 0.95);
}

void drawPencil(QPainter &painter, const QColor &ink)
{
    strokeWith(painter, ink, 1.4);
    painter.drawPolygon(QPolygonF{{3, 13}, {3.8, 9.8}, {10.8, 2.8}, {13.2, 5.2}, {6.2, 12.2}});
    painter.drawLine(QPointF(9.2, 4.4), QPointF(11.6, 6.8));
}

void drawLetter(QPainter &painter, const QColor &ink)
{
    strokeWith(painter, ink, 1.3);
    painter.drawEllipse(QPointF(8, 8), 6, 6);
    painter.drawLine(QPointF(8, 7.4), QPointF(8, 11));
    fillWith(painter, ink);
    painter.drawEllipse(QPointF(8, 5), 0.95, 0.95);
}

void drawNoEntry(QPainter &painter, const QColor &ink, const QColor &ground)
{
    fillWith(painter, ink);
    painter.drawEllipse(QPointF(8, 8), 6.2, 6.2);
    fillWith(painter, ground);
    painter.drawRoundedRect(QRectF(4, 6.7, 8, 2.6), 0.5, 0.5);
}

void draw(QPainter &painter, Shape shape, const QColor &ink, const QColor &ground)
{
    switch (shape) {
    case Shape::Dot: fillWith(painter, ink); return painter.drawEllipse(QPointF(8, 8), 4.2, 4.2);
    case Shape::Tick: strokeWith(painter, ink, 2); return painter.drawPolyline(QPolygonF{{3, 8.5}, {6.5, 12}, {13, 4}});
    case Shape::Pencil: return drawPencil(painter, ink);
    case Shape::Caution: return drawCaution(painter, ink);
    case Shape::Letter: return drawLetter(painter, ink);
    case Shape::NoEntry: return drawNoEntry(painter, ink, ground);
    case Shape::Triangle:
        fillWith(painter, ink);
        return painter.drawPolygon(QPolygonF{{8, 2.4}, {14.4, 13.4}, {1.6, 13.4}});
    case Shape::Square: fillWith(painter, ink); return painter.drawRect(QRectF(3.2, 3.2, 9.6, 9.6));
    case Shape::Ring: strokeWith(painter, ink, 1.5); return painter.drawEllipse(QPointF(8, 8), 4.6, 4.6);
    }
}

class ShapeEngine final : public QIconEngine
{
public:
    explicit ShapeEngine(Shape shape) : m_shape(shape) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const bool selected = mode == QIcon::Selected;
        const auto ground = palette.color(group, selected ? QPalette::Highlight : QPalette::Base);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / kSide, rect.height() / kSide);
        draw(*painter, m_shape, selected ? palette.color(group, QPalette::HighlightedText) : ink(palette, group),
             ground);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new ShapeEngine(*this); }

private:
    [[nodiscard]] QColor ink(const QPalette &palette, QPalette::ColorGroup group) const
    {
        const bool grave = m_shape == Shape::NoEntry;
        return grave && group != QPalette::Disabled ? theme::negativeInk(palette)
                                                    : palette.color(group, QPalette::Text);
    }

    Shape m_shape;
};

QIcon iconOf(Shape shape)
{
    return QIcon(new ShapeEngine(shape));
}

} // namespace

QIcon markIcon(Mark mark)
{
    switch (mark) {
    case Mark::Open: return iconOf(Shape::Dot);
    case Mark::Chosen:
    case Mark::Automatic: return iconOf(Shape::Tick);
    case Mark::Edited: return iconOf(Shape::Pencil);
    case Mark::Warning: return iconOf(Shape::Caution);
    case Mark::Information: return iconOf(Shape::Letter);
    }
    return {};
}

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return iconOf(Shape::NoEntry);
    case Severity::High: return iconOf(Shape::Triangle);
    case Severity::Medium: return iconOf(Shape::Square);
    case Severity::Low: return iconOf(Shape::Ring);
    }
    return {};
}

std::optional<QColor> sideTint(Choice side)
{
    const auto palette = QApplication::palette();
    switch (side) {
    case Choice::Mine: return theme::tint(theme::Tint::Mine, palette);
    case Choice::Theirs: return theme::tint(theme::Tint::Theirs, palette);
    case Choice::Both:
    case Choice::Woven: return theme::tint(theme::Tint::Automatic, palette);
    case Choice::None:
    case Choice::Base:
    case Choice::Edited: break;
    }
    return std::nullopt;
}

} // namespace frost
