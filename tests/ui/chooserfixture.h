// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/conflictfixture.h"
#include "tests/ui/pictures.h"
#include "ui/conflicts/conflictchooser.h"
#include "ui/conflicts/conflictslist.h"
#include "ui/conflicts/messagelines.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"
#include "ui/shell/companyview.h"
#include "ui/synccenter/statusline.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTest>

//! A window in which simple conflicts are decided, and such conflicts.
namespace chooserfixture {

using namespace conflictfixture;

//! A company's window as the program puts it together.
class Desk
{
public:
    explicit Desk(Office &office)
        : m_office(office),
          m_settings(office.folder.filePath(u"desk.ini"_s), QSettings::IniFormat),
          view(*office.session, m_settings, nullptr)
    {
        view.resize(1200, 800);
        view.show();
        view.activateWindow();
    }
    //! Opens the record of a conflict in its form.
    void openRecordOf(qint64 conflict)
    {
        const auto about = m_office.stored(conflict);
        view.openRecord(about.type, about.record);
        auto &form = view.records(about.type).form();
        QTRY_COMPARE(form.record(), about.record);
        chooser = form.findChild<ConflictChooser *>();
        QVERIFY(chooser);
    }
    void openList()
    {
        view.showSyncTab(SyncTab::Conflicts);
        list = view.findChild<ConflictsList *>();
        chooser = list->parentWidget()->parentWidget()->findChild<ConflictChooser *>();
        QVERIFY(chooser);
    }
    //! As a person who is somewhere else in the window.
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &view, Qt::Key(key), modifiers);
    }
    [[nodiscard]] QPushButton *button(const QString &start) const
    {
        for (auto *known : chooser->findChildren<QPushButton *>()) {
            if (known->isVisible() && known->text().remove(u'&').startsWith(start))
                return known;
        }
        return nullptr;
    }
    [[nodiscard]] QString said() const
    {
        QStringList texts;
        for (const auto *label : chooser->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        for (const auto *messages : chooser->findChildren<MessageLines *>()) {
            for (int row = 0; messages->isVisible() && row < messages->count(); ++row)
                texts.append(messages->item(row)->text());
        }
        return texts.join(u'\n');
    }
    void shoot(const QString &name) { pictures::shoot(view, u"chooser-"_s + name); }

private:
    Office &m_office;
    QSettings m_settings;

public:
    CompanyView view;
    ConflictChooser *chooser = nullptr;
    ConflictsList *list = nullptr;
};

inline qint64 customerConflict(Office &office, const QString &number, const QJsonObject &base, const QJsonObject &mine,
                        const QJsonObject &theirs)
{
    const QJsonObject body = with({{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, number}}, base);
    return office.conflict(kCustomers, body, with(body, mine), with(body, theirs));
}

//! The phone: a note of mine beside it is merged.
inline qint64 phoneConflict(Office &office, const QString &number = u"1001"_s)
{
    return customerConflict(office, number, {{u"phone"_s, u"0600-1"_s}},
                            {{u"phone"_s, u"0600-22"_s}, {u"note"_s, u"rings back"_s}}, {{u"phone"_s, u"0600-33"_s}});
}

inline qint64 emailAndNoteConflict(Office &office)
{
    return customerConflict(office, u"1001"_s, {{u"email"_s, u"info@norrskog.se"_s}, {u"note"_s, u"old"_s}},
                            {{u"email"_s, u"ekonomi@norrskog.se"_s}, {u"note"_s, u"Pays late"_s}},
                            {{u"email"_s, u"faktura@norrskog.se"_s}, {u"note"_s, u"Pays in time"_s}});
}

[[nodiscard]] inline QString fieldOf(Office &office, qint64 id, const QString &field)
{
    const auto conflict = office.stored(id);
    return office.record(conflict.type, conflict.record).body.value(field).toString();
}

} // namespace chooserfixture
