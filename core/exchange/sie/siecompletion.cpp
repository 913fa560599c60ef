// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/siedraft.h"
#include "core/exchange/sie/siefile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr int kAmountDecimals = 2;
//! Series of vouchers that come without one, as from a payroll program (4i).
const QString kImportSeries = u"I"_s;

using VoucherKey = QStringList; // year, series, number

class Completion
{
public:
    explicit Completion(SieDraft &draft) : m_draft(draft), m_plan(draft.plan) { }
    void run();

private:
    void findYear();
    [[nodiscard]] QString yearOf(const SieVoucher &voucher);
    void judgeVouchers();
    [[nodiscard]] std::optional<Error> judge(SieDraftVoucher &draft);
    void dropZeroRows(QList<SieRow> &rows);
    void nameVoucher(SieVoucher &voucher);
    void numberVouchers();
    void declareAccounts();
    void declareObjects();
    void compareClosings();
    void sumUp();

    SieDraft &m_draft;
    SiePlan &m_plan;
    QString m_year; //!< the file's own
};

void Completion::run()
{
    findYear();
    judgeVouchers();
    numberVouchers();
    declareAccounts();
    declareObjects();
    compareClosings();
    sumUp();
}

//! The file's own year: #RAR 0. A 4i file may lack it; then it is the calendar year of its newest voucher.
void Completion::findYear()
{
    auto &years = m_plan.facts.years;
    std::stable_sort(years.begin(), years.end(), [](const SieYear &a, const SieYear &b) { return a.index > b.index; });
    const auto own = std::find_if(years.cbegin(), years.cend(), [](const SieYear &year) { return year.index == 0; });
    if (own != years.cend()) {
        m_year = own->name();
        return;
    }
    QDate newest;
    for (const auto &draft : m_draft.vouchers) {
        if (draft.voucher.date.isValid() && (!newest.isValid() || draft.voucher.date > newest))
            newest = draft.voucher.date;
    }
    if (newest.isValid())
        m_year = QString::number(newest.year());
    m_draft.note(u"sie.yearAssumed"_s, {m_year}, 0);
}

QString Completion::yearOf(const SieVoucher &voucher)
{
    const auto &years = m_plan.facts.years;
    if (years.isEmpty())
        return QString::number(voucher.date.year());
    const auto year = std::find_if(years.cbegin(), years.cend(), [&](const SieYear &each) {
        return voucher.date >= each.from && voucher.date <= each.to;
    });
    if (year != years.cend() && year->name() == m_year)
        return m_year;
    m_draft.note(u"sie.outsideYear"_s,
                 {voucher.series, voucher.number, voucher.date.toString(Qt::ISODate), m_year}, voucher.line);
    return year == years.cend() ? m_year : year->name();
}

void Completion::judgeVouchers()
{
    for (auto &draft : m_draft.vouchers) {
        auto &voucher = draft.voucher;
        if (const auto why = judge(draft)) {
            m_plan.facts.leftOut.append({.series = voucher.series,
                                         .number = voucher.number,
                                         .line = voucher.line,
                                         .why = *why,
                                         .whyLine = draft.problem ? draft.problemLine : voucher.line,
                                         .struck = voucher.struck});
            continue;
        }
        voucher.year = yearOf(voucher);
        nameVoucher(voucher);
        m_plan.vouchers.append(std::move(voucher));
    }
    m_draft.vouchers.clear();
}

//! Why the voucher cannot be booked.
std::optional<Error> Completion::judge(SieDraftVoucher &draft)
{
    if (draft.problem)
        return draft.problem;
    auto &voucher = draft.voucher;
    dropZeroRows(voucher.rows);
    if (std::max(voucher.rows.size(), voucher.struck.size()) > SieFile::kMostRows)
        return Error{ErrorKind::Invalid, u"sie.tooManyRows"_s, {QString::number(SieFile::kMostRows)}, {}, {}};
    if (voucher.rows.isEmpty())
        return Error{ErrorKind::Invalid, u"sie.voided"_s, {QString::number(voucher.struck.size())}, {}, {}};
    if (const auto difference = voucher.difference(); !difference.isZero())
        return Error{ErrorKind::Invalid, u"sie.unbalanced"_s, {difference.toString(kAmountDecimals)}, {}, {}};
    return std::nullopt;
}

//! A row of nothing moves nothing, and a booked row has one side.
void Completion::dropZeroRows(QList<SieRow> &rows)
{
    for (const auto &row : rows) {
        if (row.amount.isZero())
            m_draft.note(u"sie.zeroRow"_s, {row.account}, row.line);
    }
    rows.removeIf([](const SieRow &row) { return row.amount.isZero(); });
}

void Completion::nameVoucher(SieVoucher &voucher)
{
    if (voucher.series.isEmpty()) {
        voucher.series = kImportSeries;
        m_draft.note(u"sie.seriesMissing"_s, {kImportSeries}, voucher.line);
    }
    if (!voucher.text.isEmpty())
        return;
    const auto named =
        std::find_if(voucher.rows.cbegin(), voucher.rows.cend(), [](const SieRow &row) { return !row.text.isEmpty(); });
    voucher.text = named == voucher.rows.cend() ? QStringList{voucher.series, voucher.number}.join(u' ').trimmed() : named->text;
    m_draft.note(u"sie.textMissing"_s, {voucher.text}, voucher.line);
}

//! Some programs give unfinished vouchers one number together. Each keeps it with a suffix, the same in every import.
void Completion::numberVouchers()
{
    const auto keyOf = [](const SieVoucher &voucher, const QString &number) {
        return VoucherKey{voucher.year, voucher.series, number};
    };
    QSet<VoucherKey> inFile;
    for (const auto &voucher : m_plan.vouchers)
        inFile.insert(keyOf(voucher, voucher.number));
    QHash<VoucherKey, int> seen;
    for (auto &voucher : m_plan.vouchers) {
        if (voucher.number.isEmpty()) {
            m_draft.note(u"sie.numberless"_s, {voucher.series}, voucher.line);
            continue;
        }
        auto &count = ++seen[keyOf(voucher, voucher.number)];
        if (count == 1)
            continue;
        const auto numbered = [&] { return voucher.number + u'-' + QString::number(count); };
        while (inFile.contains(keyOf(voucher, numbered())))
            ++count;
        m_draft.note(u"sie.numberTwice"_s, {voucher.series, voucher.number, numbered()}, voucher.line);
        voucher.number = numbered();
        inFile.insert(keyOf(voucher, voucher.number));
    }
}

//! What vouchers book on is made even where the file does not declare it; what only has a code and no name is not.
void Completion::declareAccounts()
{
    QList<SieAccount> used; // in the order of their first use
    QSet<QString> numbers;
    for (const auto &voucher : m_plan.vouchers) {
        for (const auto &row : voucher.rows) {
            if (numbers.contains(row.account))
                continue;
            numbers.insert(row.account);
            used.append(SieAccount{.number = row.account, .name = row.account, .type = {}, .sru = {}, .openingBalance = {}, .year = {}, .line = row.line});
        }
    }
    auto &accounts = m_plan.accounts;
    const auto &declared = m_draft.declaredAccounts;
    accounts.removeIf([&](const SieAccount &account) {
        return !declared.contains(account.number) && !account.openingBalance && !numbers.contains(account.number);
    });
    QSet<QString> known;
    for (const auto &account : accounts)
        known.insert(account.number);
    used.removeIf([&](const SieAccount &account) { return known.contains(account.number); });
    accounts += used;
    for (auto &account : accounts) {
        account.year = m_year;
        if (!declared.contains(account.number))
            m_draft.note(u"sie.accountUndeclared"_s, {account.number}, account.line);
    }
}

void Completion::declareObjects()
{
    for (const auto &voucher : m_plan.vouchers) {
        for (const auto &row : voucher.rows + voucher.struck) {
            for (const auto &object : row.objects) {
                const bool record = object.dimension == kCostCenterDimension || object.dimension == kProjectDimension;
                if (!record || m_plan.objectNames.contains(object))
                    continue;
                m_plan.objectNames.insert(object, {});
                m_plan.objects.append(object);
                m_draft.note(u"sie.objectUndeclared"_s, {QString::number(object.dimension), object.code}, row.line);
            }
        }
    }
}

//! The books must come out as the file says they do, where it says so and has the vouchers.
void Completion::compareClosings()
{
    Decimal openings;
    QHash<QString, Decimal> opening;
    for (const auto &account : m_plan.accounts) {
        opening.insert(account.number, account.openingBalance.value_or(Decimal()));
        openings += opening[account.number];
    }
    if (!openings.isZero())
        m_draft.note(u"sie.openingUnbalanced"_s, {openings.toString(kAmountDecimals)}, 0);
    if (m_plan.vouchers.isEmpty())
        return;
    QHash<QString, Decimal> moved;
    for (const auto &voucher : m_plan.vouchers) {
        for (const auto &row : voucher.rows) {
            if (voucher.year == m_year)
                moved[row.account] += row.amount;
        }
    }
    for (const auto &closing : m_draft.closings) {
        const auto computed = moved.value(closing.account) + (closing.withOpening ? opening.value(closing.account) : Decimal());
        if (computed != closing.amount)
            m_draft.note(u"sie.closingDiffers"_s,
                         {closing.account, closing.amount.toString(kAmountDecimals), computed.toString(kAmountDecimals)}, closing.line);
    }
}

void Completion::sumUp()
{
    auto &facts = m_plan.facts;
    QHash<QString, qsizetype> places;
    for (const auto &voucher : m_plan.vouchers) {
        facts.rows += voucher.rows.size();
        facts.struckRows += voucher.struck.size();
        facts.addedRows += std::count_if(voucher.rows.cbegin(), voucher.rows.cend(), [](const SieRow &row) { return row.added; });
        facts.debit += voucher.debit();
        if (!places.contains(voucher.series)) {
            places.insert(voucher.series, facts.series.size());
            facts.series.append({voucher.series, 0, {}});
        }
        auto &series = facts.series[places[voucher.series]];
        ++series.vouchers;
        series.debit += voucher.debit();
    }
    facts.openings = std::count_if(m_plan.accounts.cbegin(), m_plan.accounts.cend(),
                                   [](const SieAccount &account) { return account.openingBalance.has_value(); });
}
} // namespace

SiePlan completeSiePlan(SieDraft draft)
{
    Completion(draft).run();
    return std::move(draft.plan);
}

} // namespace frost
