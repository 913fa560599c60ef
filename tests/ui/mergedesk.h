// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conflictfixture.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergeediting.h"
#include "ui/conflicts/mergetree.h"
#include "ui/conflicts/messagelines.h"
#include "ui/conflicts/similardialog.h"
#include "ui/conflicts/textcompare.h"
#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

namespace conflictfixture {

//! Every text of a window that is to be seen, a line each.
inline QString saidIn(const QWidget &window)
{
    QStringList texts;
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    for (const auto *messages : window.findChildren<MessageLines *>()) {
        for (int row = 0; messages->isVisible() && row < messages->count(); ++row)
            texts.append(messages->item(row)->text());
    }
    return texts.join(u'\n');
}

inline QString nameOf(QWidget &widget)
{
    const auto *accessible = QAccessible::queryAccessibleInterface(&widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

//! The merge dialog of an office with somebody at the keys.
class Desk
{
public:
    explicit Desk(Office &office) : dialog(*office.session)
    {
        dialog.show();
        QApplication::setActiveWindow(&dialog);
    }
    //! On the screen that everything has to fit.
    Desk(Office &office, qint64 id) : dialog(*office.session)
    {
        dialog.resize(1366, 768);
        dialog.show();
        QApplication::setActiveWindow(&dialog);
        open(id);
    }
    void open(qint64 id)
    {
        dialog.showConflict(id);
        QTRY_COMPARE(dialog.findChild<MergeEditing *>()->conflictCase().conflict.id, id);
        QCOMPARE(dialog.current(), id);
    }

    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&tree(), Qt::Key(key), modifiers); }
    //! To whatever has the focus.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    //! From where the focus is with Tab alone. @return the names that were passed, the one looked for last; without it: not found
    static QStringList walkTo(const QString &name)
    {
        QStringList passed;
        for (int step = 0; step < 60; ++step) {
            press(Qt::Key_Tab);
            passed.append(nameOf(*QApplication::focusWidget()));
            if (passed.last() == name || (name.size() > 6 && passed.last().startsWith(name)))
                return passed;
        }
        return passed;
    }
    //! Into the result the cursor is on; the editor stays open.
    void typeResult(const QString &text)
    {
        key(Qt::Key_F2);
        auto *editor = tree().findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, text);
    }
    //! The one open field, and finds so many others.
    void choose(qint64 id, int key, int similar)
    {
        open(id);
        this->key(key);
        QTRY_COMPARE(offer(), u"The same for %1 similar …"_s.arg(similar));
    }
    SimilarDialog *look()
    {
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        return dialog.findChild<SimilarDialog *>();
    }
    //! What was looked at, and from now on without a question.
    void decideAlwaysSo()
    {
        auto *similar = look();
        QVERIFY(similar);
        QTest::keyClick(similar->findChild<QCheckBox *>(), Qt::Key_Space);
        QTest::keyClick(similar, Qt::Key_Return);
    }
    void undoAll()
    {
        auto *button = banner().findChild<QPushButton *>();
        QVERIFY(button);
        QTest::keyClick(button, Qt::Key_Space);
    }

    [[nodiscard]] MergeTree &tree() { return *dialog.findChild<MergeTree *>(); }
    [[nodiscard]] MessageLines &messages() { return *dialog.findChild<MessageLines *>(); }
    [[nodiscard]] TextCompare &compare() { return *dialog.findChild<TextCompare *>(); }
    [[nodiscard]] QTextEdit &pane(int index) { return *compare().findChildren<QTextEdit *>().at(index); }
    [[nodiscard]] const Banner &banner() const { return *dialog.findChild<Banner *>(); }
    //! What is said about a further change; nullptr: nothing.
    [[nodiscard]] Banner *again()
    {
        for (auto *banner : dialog.findChildren<Banner *>()) {
            if (banner->isVisible())
                return banner;
        }
        return nullptr;
    }
    [[nodiscard]] QLabel *footerLabel()
    {
        for (auto *label : dialog.findChildren<QLabel *>()) {
            if (label->text().contains(u"choices left"_s))
                return label;
        }
        return nullptr;
    }
    [[nodiscard]] QString footer() { return footerLabel() ? footerLabel()->text() : QString(); }
    [[nodiscard]] bool asks() { return !footer().isEmpty() && !footer().startsWith(u"0 "_s); } //!< something is to be chosen
    //! What the alert of the last decision reads out. That there is one is seen by e2e_accessible_tree: here nobody listens, and
    //! Qt tells nothing.
    [[nodiscard]] QString announced() { return footerLabel() ? footerLabel()->accessibleName() : QString(); }
    [[nodiscard]] QString everythingSaid() const { return saidIn(dialog); }
    [[nodiscard]] QString cell(const QString &path, MergeModel::Column column)
    {
        return tree().mergeModel().indexOf(path, column).data().toString();
    }
    [[nodiscard]] QPushButton *button(const QString &start)
    {
        for (auto *known : dialog.findChildren<QPushButton *>()) {
            if (known->text().remove(u'&').startsWith(start))
                return known;
        }
        return nullptr;
    }
    //! "": it is not offered.
    [[nodiscard]] QString offer() const
    {
        for (const auto *known : dialog.findChildren<QPushButton *>()) {
            if (const auto text = known->text().remove(u'&'); known->isVisible() && text.startsWith(u"The same for"_s))
                return text;
        }
        return {};
    }

    MergeDialog dialog;
};

} // namespace conflictfixture
