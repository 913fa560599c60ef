// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/desktop/desk.h"
#include "tests/e2e/desktop/keys.h"
#include "tests/support/seededrandom.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergeediting.h"
#include "ui/conflicts/mergetree.h"
#include "ui/conflicts/similardialog.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace frost::e2e {

//! Settles everything that the merge dialog of a window shows, by keys alone, each conflict in another way.
class MergeByKeys
{
public:
    //! A value that was typed into the result.
    struct Typed {
        qint64 conflict = 0;
        QString path;
        QString text;
    };

    MergeByKeys(Desk &desk, std::uint64_t seed) : m_desk(desk), m_random(seed)
    {
        desk.come();
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        m_dialog = desk.window->findChild<MergeDialog *>();
        if (!m_dialog)
            qFatal("the merge dialog does not open");
        m_editing = m_dialog->findChild<MergeEditing *>();
        m_tree = m_dialog->findChild<MergeTree *>();
        m_resolved = std::make_unique<QSignalSpy>(m_dialog, &MergeDialog::resolved);
    }

    void settleAll()
    {
        for (;;) {
            waitFor("the next conflict", [&] { return isReady() || isDone(); });
            if (isDone())
                break;
            come(*m_dialog);
            settle();
        }
        come(*m_dialog);
        press(Qt::Key_Escape);
    }

    [[nodiscard]] const QList<Typed> &typed() const { return m_typed; }
    [[nodiscard]] const QSet<QString> &ways() const { return m_ways; } //!< those that were gone
    [[nodiscard]] qsizetype bulkCount() const { return m_bulk; }             //!< decided beside others, in one go

private:
    [[nodiscard]] qint64 shown() const { return m_editing->isOpen() ? m_editing->conflictCase().conflict.id : 0; }
    [[nodiscard]] bool isReady() const
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        const bool says = std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains("choices left"_L1);
        });
        return says && shown() != 0 && shown() == m_dialog->current();
    }
    [[nodiscard]] bool isDone() { return m_dialog->current() == 0 && m_desk.status().openConflicts == 0; }

    void settle()
    {
        const auto &draft = m_editing->draft();
        const auto way = draft.shape() != MergeDraft::Shape::Fields ? u"record"_s : nextWay();
        m_ways.insert(way);
        if (way == "all mine"_L1)
            press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
        else if (way == "all theirs"_L1)
            press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        for (int left = 100; draft.openCount() > 0 && left > 0; --left) {
            press(Qt::Key_F8);
            decide(*m_tree->currentPath(), way == "typed"_L1);
        }
        if (m_bulk == 0 && isAlike())
            decideAlike();
        else
            save();
    }
    [[nodiscard]] QString nextWay()
    {
        static const QStringList kWays{u"all mine"_s, u"all theirs"_s, u"picked"_s, u"typed"_s, u"typed"_s};
        return m_bulk == 0 && isAlike() ? u"picked"_s : kWays[m_way++ % kWays.size()];
    }
    //! The one field that several invoices were given to ask about.
    [[nodiscard]] bool isAlike() const { return m_editing->conflictCase().conflict.fields == QStringList{u"yourReference"_s}; }

    void decide(const QString &path, bool types)
    {
        const auto *entry = m_editing->draft().entry(path);
        const bool isLine = entry->field && !entry->field->longText && entry->group.isEmpty() && entry->severity < Severity::Critical
                            && (entry->field->kind == FieldKind::Text || entry->field->kind == FieldKind::Decimal);
        if (entry->isDuplicate())
            press(m_random.chance(50) ? Qt::Key_4 : Qt::Key_3);
        else if (!entry->group.isEmpty() && m_random.chance(50))
            press(Qt::Key_Return); // both changes
        else if (types && entry->woven)
            press(Qt::Key_5);
        else if (types && isLine)
            typeInto(*entry);
        else
            press(path.isEmpty() || m_random.chance(50) ? Qt::Key_2 : Qt::Key_3);
    }
    void typeInto(const MergeDraft::Entry &entry)
    {
        const Typed typed{shown(), entry.path,
                          entry.field->kind == FieldKind::Decimal ? QString::number(500 + m_typed.size())
                                                                  : u"Settled by hand %1"_s.arg(m_typed.size())};
        press(Qt::Key_F2);
        if (QApplication::focusWidget() == m_tree)
            qFatal("no editor opens for %s", qPrintable(entry.path));
        press(Qt::Key_A, Qt::ControlModifier);
        type(typed.text);
        press(Qt::Key_Return);
        waitFor("a typed value", [&] { return m_editing->draft().decision(typed.path).choice == Choice::Edited; });
        m_typed.append(typed);
    }
    void save()
    {
        const auto before = m_resolved->count();
        press(Qt::Key_Return, Qt::ControlModifier);
        waitFor("a decision to be kept", [&] { return m_resolved->count() > before; });
    }
    //! The same for all that are alike, once they were looked at.
    void decideAlike()
    {
        QPushButton *offer = nullptr;
        waitFor("others that are alike", [&] {
            for (auto *button : m_dialog->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->isEnabled() && button->text().startsWith("The same for"_L1))
                    offer = button;
            }
            return offer != nullptr;
        });
        const auto before = m_resolved->count();
        press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        auto *similar = m_dialog->findChild<SimilarDialog *>();
        if (!similar)
            qFatal("what is alike is not shown");
        come(*similar);
        qsizetype others = 0;
        QObject::connect(similar, &SimilarDialog::confirmed, m_dialog, [&](const auto &tasks) { others = tasks.size(); });
        press(Qt::Key_Return);
        waitFor("the same to be decided for others", [&] { return others > 0 && m_resolved->count() == before + 1 + others; });
        m_bulk += others;
    }

    Desk &m_desk;
    test::SeededRandom m_random;
    MergeDialog *m_dialog = nullptr;
    MergeEditing *m_editing = nullptr;
    MergeTree *m_tree = nullptr;
    std::unique_ptr<QSignalSpy> m_resolved;
    QList<Typed> m_typed;
    QSet<QString> m_ways;
    qsizetype m_way = 0;
    qsizetype m_bulk = 0;
};

} // namespace frost::e2e
