// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "siefixture.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace siefixture;

namespace {
//! Texts as people write them, and as they should not.
rc::Gen<QString> texts()
{
    const auto characters = rc::gen::element(u'a', u'Z', u'7', u' ', u'"', u'{', u'}', u'#', u'-', u'å', u'Ö', u'é');
    return rc::gen::map(rc::gen::resize(20, rc::gen::container<std::vector<char16_t>>(characters)), [](const std::vector<char16_t> &units) {
        return QString(reinterpret_cast<const QChar *>(units.data()), qsizetype(units.size())).trimmed();
    });
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\\\""_s) + u'"';
}

QString codeFrom(int n)
{
    return u"K %1"_s.arg(n);
}

QString amountFrom(qint64 cents)
{
    const auto digits = QString::number(std::abs(cents)).rightJustified(3, u'0');
    return (cents < 0 ? u"-"_s : QString()) + digits.chopped(2) + u'.' + digits.right(2);
}

struct Row {
    int account = 0;
    int costCenter = 0; //!< 0: none
    qint64 cents = 0;
    QString text;
};
struct Voucher {
    QString text;
    std::vector<Row> rows;
};

rc::Gen<Row> rows()
{
    return rc::gen::build<Row>(rc::gen::set(&Row::account, rc::gen::inRange(1000, 1010)), rc::gen::set(&Row::costCenter, rc::gen::inRange(0, 3)),
                               rc::gen::set(&Row::cents, rc::gen::nonZero<qint32>()), rc::gen::set(&Row::text, texts()));
}

rc::Gen<Voucher> vouchers()
{
    const auto some = rc::gen::nonEmpty(rc::gen::resize(10, rc::gen::container<std::vector<Row>>(rows())));
    return rc::gen::map(rc::gen::pair(texts(), some), [](std::pair<QString, std::vector<Row>> parts) {
        qint64 sum = 0;
        for (const auto &row : parts.second)
            sum += row.cents;
        if (sum != 0)
            parts.second.push_back({1999, 0, -sum, u"rest"_s});
        return Voucher{parts.first, parts.second};
    });
}

QString written(const std::vector<Voucher> &all, const QString &gap, const QString &end)
{
    QString file = u"#FLAGGA 0"_s + end + u"#SIETYP 4"_s + end + u"#RAR 0 20250101 20251231"_s + end + u"#PROSA åäöåäö"_s + end;
    for (size_t i = 0; i < all.size(); ++i) {
        file += QStringList{u"#VER"_s, u"A"_s, QString::number(i + 1), u"20250301"_s, quoted(all[i].text)}.join(gap) + end + u'{' + end;
        for (const auto &row : all[i].rows) {
            const auto list = row.costCenter > 0 ? u"{1 "_s + quoted(codeFrom(row.costCenter)) + u'}' : u"{}"_s;
            file += QStringList{u"#TRANS"_s, QString::number(row.account), list, amountFrom(row.cents), u"\"\""_s, quoted(row.text)}.join(gap) + end;
        }
        file += u'}' + end;
    }
    return file;
}

bool isSame(const SieRow &read, const Row &row)
{
    const bool objects = row.costCenter > 0 ? read.objects == QList<SieObject>{{1, codeFrom(row.costCenter)}} : read.objects.isEmpty();
    return objects && read.account == QString::number(row.account) && read.amount.toString(2) == amountFrom(row.cents) && read.text == row.text;
}
} // namespace

class SiePropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const bool held = rc::check("random vouchers in any encoding come back as they were", [] {
            const auto all = *rc::gen::nonEmpty(rc::gen::resize(20, rc::gen::container<std::vector<Voucher>>(vouchers())));
            const auto encoding = *rc::gen::element(SieEncoding::Cp437, SieEncoding::Latin1, SieEncoding::Utf8);
            const auto end = *rc::gen::element(u"\n"_s, u"\r\n"_s, u"\r"_s);
            const auto gap = *rc::gen::element(u" "_s, u"\t"_s, u"  "_s);
            const auto plan = SieFile::read(encoded(written(all, gap, end), encoding));
            RC_ASSERT(plan.has_value());
            RC_ASSERT(plan->facts.leftOut.isEmpty());
            RC_ASSERT(plan->vouchers.size() == qsizetype(all.size()));
            for (size_t i = 0; i < all.size(); ++i) {
                const auto &read = plan->vouchers[qsizetype(i)];
                RC_ASSERT(all[i].text.isEmpty() || read.text == all[i].text);
                RC_ASSERT(read.rows.size() == qsizetype(all[i].rows.size()));
                for (size_t r = 0; r < all[i].rows.size(); ++r)
                    RC_ASSERT(isSame(read.rows[qsizetype(r)], all[i].rows[r]));
            }
        });
        QVERIFY(held);
    }

    void rubbishIsNeverMoreThanAnError()
    {
        const bool held = rc::check("a damaged file is refused or read, and what is booked balances", [] {
            auto bytes = encoded(text(u"boatyard.txt"_s), SieEncoding::Cp437);
            const auto changes = *rc::gen::container<std::vector<std::pair<quint16, quint8>>>(rc::gen::arbitrary<std::pair<quint16, quint8>>());
            for (const auto &[at, byte] : changes)
                bytes[at % bytes.size()] = char(byte);
            bytes.truncate(*rc::gen::inRange<int>(0, int(bytes.size()) + 1));
            const auto plan = SieFile::read(bytes);
            if (!plan) {
                RC_ASSERT(plan.error().code.startsWith(u"sie."));
                return;
            }
            for (const auto &voucher : plan->vouchers)
                RC_ASSERT(voucher.difference().isZero() && voucher.rows.size() > 1);
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(SiePropertyTest)
#include "sie_property_test.moc"
