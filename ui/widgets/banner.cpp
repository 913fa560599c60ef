// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString iconName(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Information: return u"dialog-information"_s;
    case Banner::Kind::Success: return u"task-complete"_s;
    case Banner::Kind::Warning: return u"dialog-warning"_s;
    case Banner::Kind::Error: return u"dialog-error"_s;
    }
    return {};
}

QColor background(Banner::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case Banner::Kind::Information: return theme::tint(theme::Tint::Mine, palette);
    case Banner::Kind::Success: return theme::tint(theme::Tint::Automatic, palette);
    case Banner::Kind::Warning: return theme::tint(theme::Tint::Theirs, palette);
    case Banner::Kind::Error: return theme::tint(theme::Tint::Open, palette);
    }
    return {};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_buttons(new QHBoxLayout),
      m_close(new QToolButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(theme::icon(u"window-close"_s));
    m_close->setAutoRaise(true);
    m_close->setText(tr("Close this message"));
    m_close->setToolTip(m_close->text());
    m_close->setAccessibleName(m_close->text());
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    hide();
}

void Banner::showMessage(Kind kind, const QString &text, Closing closing)
{
    clear();
    m_kind = kind;
    m_text->setText(text);
    m_close->setVisible(closing == Closing::Allowed);
    setAccessibleName(text);
    paintKind();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QPushButton *Banner::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    m_buttons->addWidget(button);
    return button;
}

void Banner::clear()
{
    hide();
    m_text->clear();
    while (auto *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintKind();
    if (event->type() == QEvent::LanguageChange) {
        m_close->setText(tr("Close this message"));
        m_close->setToolTip(m_close->text());
        m_close->setAccessibleName(m_close->text());
    }
}

void Banner::paintKind()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(theme::icon(iconName(m_kind)).pixmap(size));
    QPalette colours; // the application's, whatever the kind before was
    colours.setColor(QPalette::Window, background(m_kind, colours));
    setPalette(colours);
}

} // namespace frost
