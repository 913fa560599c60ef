// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/invoices.h"

#include <QDate>
#include <QJsonArray>

#include <array>
#include <random>

namespace frost::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRows = 5;
constexpr std::array kWork{"Löpande bokföring", "Årsbokslut och deklaration", "Lönekörning", "Rådgivning på plats",
                           "Licens, en månad"};
constexpr std::array kUnits{"tim", "st", "mån"};
constexpr std::array kVat{"25", "12", "6"};

QJsonObject row(std::mt19937 &random, int place)
{
    const auto pick = [&random](auto bound) { return random() % bound; };
    return {{u"description"_s, u"%1, del %2"_s.arg(QString::fromUtf8(kWork[pick(kWork.size())])).arg(place + 1)},
            {u"quantity"_s, QString::number(1 + pick(20u))},
            {u"unit"_s, QString::fromUtf8(kUnits[pick(kUnits.size())])},
            {u"price"_s, u"%1.%2"_s.arg(50 + pick(1500u)).arg(pick(100u), 2, 10, QChar(u'0'))},
            {u"vat"_s, QString::fromUtf8(kVat[pick(kVat.size())])},
            {u"account"_s, QString::number(3000 + pick(90u))}};
}
} // namespace

QJsonObject customer(int number)
{
    return {{u"customerNumber"_s, QString::number(1000 + number)},
            {u"name"_s, u"Provkund %1 AB"_s.arg(number)},
            {u"city"_s, u"Luleå"_s},
            {u"termsOfPayment"_s, 30}};
}

QJsonObject invoice(int number, const QString &customer)
{
    std::mt19937 random(static_cast<unsigned>(number) + 1);
    QJsonArray rows;
    for (int i = 0; i < kRows; ++i)
        rows.append(row(random, i));
    const auto date = QDate(2023, 1, 1).addDays(random() % 1096);
    return {{u"customer"_s, customer},
            {u"invoiceDate"_s, date.toString(Qt::ISODate)},
            {u"dueDate"_s, date.addDays(30).toString(Qt::ISODate)},
            {u"currency"_s, u"SEK"_s},
            {u"termsOfPayment"_s, 30},
            {u"yourReference"_s, u"Beställare %1"_s.arg(random() % 500)},
            {u"ourReference"_s, u"Handläggare %1"_s.arg(random() % 20)},
            {u"externalReference"_s, u"PO-%1"_s.arg(number, 8, 10, QChar(u'0'))},
            {u"rows"_s, rows}};
}

} // namespace frost::bench
