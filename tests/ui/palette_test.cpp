// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace frost;
using theme::Look;
using theme::Tint;

namespace {

//! Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &colour)
{
    const auto part = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tintsAreReadable_data() // UX.md 1.2 C14, which has the figures
    {
        QTest::addColumn<Look>("look");
        QTest::addColumn<Tint>("tint");
        QTest::addColumn<double>("least");
        QTest::newRow("mine in light") << Look::Light << Tint::Mine << 14.6;
        QTest::newRow("theirs in light") << Look::Light << Tint::Theirs << 15.1;
        QTest::newRow("merged in light") << Look::Light << Tint::Automatic << 15.3;
        QTest::newRow("open in light") << Look::Light << Tint::Open << 14.1;
        QTest::newRow("edited in light") << Look::Light << Tint::Edited << 14.4;
        QTest::newRow("mine in dark") << Look::Dark << Tint::Mine << 10.6;
        QTest::newRow("theirs in dark") << Look::Dark << Tint::Theirs << 9.5;
        QTest::newRow("merged in dark") << Look::Dark << Tint::Automatic << 10.2;
        QTest::newRow("open in dark") << Look::Dark << Tint::Open << 11.2;
        QTest::newRow("edited in dark") << Look::Dark << Tint::Edited << 10.4;
    }
    void tintsAreReadable()
    {
        QFETCH(Look, look);
        QFETCH(Tint, tint);
        QFETCH(double, least);
        theme::apply(look);
        const auto palette = QApplication::palette();
        const auto measured = contrast(palette.color(QPalette::Text), theme::tint(tint, palette));
        QVERIFY2(measured > least - 0.05, qPrintable(QString::number(measured)));
    }

    // WCAG 2.1, 1.4.3: 4.5:1 for text; what is switched off is exempt.
    void textIsReadable_data()
    {
        QTest::addColumn<Look>("look");
        QTest::newRow("light") << Look::Light;
        QTest::newRow("dark") << Look::Dark;
    }
    void textIsReadable()
    {
        QFETCH(Look, look);
        theme::apply(look);
        const auto palette = QApplication::palette();
        const auto on = [&](QPalette::ColorRole ink, QPalette::ColorRole ground) {
            return contrast(palette.color(ink), palette.color(ground));
        };
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
            QVERIFY2(on(QPalette::Text, ground) >= 12, qPrintable(QString::number(on(QPalette::Text, ground))));
        QVERIFY(on(QPalette::ButtonText, QPalette::Button) >= 9);
        QVERIFY(on(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
        QVERIFY(on(QPalette::Link, QPalette::Base) >= 4.5);
        QVERIFY(contrast(theme::negativeInk(palette), palette.color(QPalette::Base)) >= 4.5);
    }
};

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
