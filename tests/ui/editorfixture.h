// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/companyfixture.h"
#include "tests/support/testsession.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

//! A real company behind a session without threads, and fingers.
namespace editorfixture {

using namespace Qt::StringLiterals;
using namespace frost;
using companyfixture::value;

inline const EntityType kCustomers(u"customers"_s);
inline const EntityType kArticles(u"articles"_s);
inline const EntityType kAccounts(u"accounts"_s);
inline const EntityType kInvoices(u"invoices"_s);
inline const EntityType kVouchers(u"vouchers"_s);
inline const EntityType kClosings(u"bookClosings"_s);

class Office
{
public:
    Office()
    {
        value(Database::create(m_place, {u"accounting"_s}, clock, random, {})).reset();
        company = value(Company::open(clock, random, m_place, {}));
        session = std::make_unique<test::TestSession>(*company, m_place);
    }

    Record make(const EntityType &type, const QJsonObject &body)
    {
        return value(company->editor().create(type, body, company->actor()));
    }
    Record change(const EntityType &type, const LocalId &id, const QJsonObject &patch)
    {
        return value(company->editor().update(type, id, patch, company->actor(Source::Sync)));
    }
    [[nodiscard]] Record stored(const EntityType &type, const LocalId &id)
    {
        return *value(value(company->database().objectStore(type)).get(id));
    }
    [[nodiscard]] QList<Record> all(const EntityType &type)
    {
        return value(value(company->database().objectStore(type)).select({}));
    }
    [[nodiscard]] const EntitySchema &schema(const EntityType &type) { return *company->schema().find(type); }

    LocalId customer(const QString &number, const QString &name, const QJsonObject &more = {})
    {
        QJsonObject body = more;
        body.insert(u"customerNumber"_s, number);
        body.insert(u"name"_s, name);
        return make(kCustomers, body).id;
    }
    LocalId article(const QString &number, const QString &description, const char *price, const char *vat)
    {
        return make(kArticles, {{u"articleNumber"_s, number},
                                {u"description"_s, description},
                                {u"unit"_s, u"st"_s},
                                {u"salesPrice"_s, QString::fromLatin1(price)},
                                {u"vat"_s, QString::fromLatin1(vat)},
                                {u"salesAccount"_s, u"3001"_s}})
            .id;
    }
    //! One row without VAT.
    LocalId invoice(const LocalId &customer, const char *currency, const char *price, const QJsonObject &more = {})
    {
        QJsonObject body = more;
        body.insert(u"customer"_s, customer.toString());
        body.insert(u"invoiceDate"_s, u"2026-11-13"_s);
        body.insert(u"currency"_s, QString::fromLatin1(currency));
        body.insert(u"rows"_s, QJsonArray{QJsonObject{{u"description"_s, u"a"_s}, {u"quantity"_s, u"1"_s},
                                                      {u"price"_s, QString::fromLatin1(price)}, {u"vat"_s, u"0"_s}}});
        return make(kInvoices, body).id;
    }
    LocalId account(const QString &number, const QString &description, bool active = true)
    {
        return make(kAccounts, {{u"number"_s, number}, {u"description"_s, description}, {u"active"_s, active}}).id;
    }

private:
    QTemporaryDir m_folder;

public:
    companyfixture::ManualClock clock;
    test::SeededRandom random{1};

private:
    DataFolder::Company m_place{TenantId(u"firm"_s), CompanyId(u"acme"_s), m_folder.filePath(u"acme.frost"_s)};

public:
    std::unique_ptr<Company> company;
    std::unique_ptr<test::TestSession> session;
};

//! What has the focus, as a person would type into it.
inline QWidget *focus()
{
    return QApplication::focusWidget();
}

//! Letters that no ASCII keyboard has come as an input method gives them; QTest knows only the others.
inline void type(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            QTest::keyClick(focus(), c.toLatin1());
        } else {
            QInputMethodEvent event;
            event.setCommitString(QString(c));
            QApplication::sendEvent(focus(), &event);
        }
    }
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(focus(), key, modifiers);
}

//! Enter until the field (or cell) of this name has the focus. @return false: Enter does not lead there
[[nodiscard]] inline bool enterUntil(const QString &name)
{
    for (int i = 0; i < 60; ++i) {
        if (focus() && focus()->objectName() == name)
            return true;
        press(Qt::Key_Return);
    }
    return false;
}

inline void openWindow(QWidget &window)
{
    window.resize(1100, 800);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

} // namespace editorfixture
