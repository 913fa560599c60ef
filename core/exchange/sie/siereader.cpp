// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/siereader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr int kHighestType = 4;
} // namespace

QDate SieReader::dateOf(const QString &text)
{
    return QDate::fromString(text, u"yyyyMMdd"_s);
}

const SieReader::Label *SieReader::find(const QString &name)
{
    static constexpr std::array kLabels{
        Label{"FLAGGA"_L1, Need::Nothing, &SieReader::readFlag},
        Label{"FORMAT"_L1, Need::Nothing, &SieReader::readFormat},
        Label{"SIETYP"_L1, Need::Whole, &SieReader::readType},
        Label{"PROGRAM"_L1, Need::Nothing, &SieReader::readProgram},
        Label{"GEN"_L1, Need::Nothing, &SieReader::readGenerated},
        Label{"FNAMN"_L1, Need::Nothing, &SieReader::readName},
        Label{"ORGNR"_L1, Need::Nothing, &SieReader::readOrganisationNumber},
        Label{"VALUTA"_L1, Need::Nothing, &SieReader::readCurrency},
        Label{"RAR"_L1, Need::Whole, &SieReader::readYear},
        Label{"KONTO"_L1, Need::Nothing, &SieReader::readAccount},
        Label{"KTYP"_L1, Need::Nothing, &SieReader::readAccountType},
        Label{"SRU"_L1, Need::Nothing, &SieReader::readSru},
        Label{"IB"_L1, Need::ThisYear, &SieReader::readOpening},
        Label{"UB"_L1, Need::ThisYear, &SieReader::readClosing},
        Label{"RES"_L1, Need::ThisYear, &SieReader::readClosing},
        Label{"DIM"_L1, Need::Nothing, &SieReader::readDimension},
        Label{"UNDERDIM"_L1, Need::Nothing, &SieReader::readDimension},
        Label{"OBJEKT"_L1, Need::Nothing, &SieReader::readObject},
        Label{"VER"_L1, Need::Whole, &SieReader::readVoucher},
        Label{"TRANS"_L1, Need::Voucher, &SieReader::readRow},
        Label{"RTRANS"_L1, Need::Voucher, &SieReader::readAddedRow},
        Label{"BTRANS"_L1, Need::Voucher, &SieReader::readStruckRow},
    };
    const auto found =
        std::find_if(kLabels.begin(), kLabels.end(), [&](const Label &label) { return label.name == name; });
    return found == kLabels.end() ? nullptr : &*found;
}

Result<> SieReader::take(QStringView text, qint64 number)
{
    m_line = number;
    const auto line = SieLine::parse(text);
    switch (line.kind) {
    case SieLine::Kind::Blank: return {};
    case SieLine::Kind::Open: return open();
    case SieLine::Kind::Close: return close();
    case SieLine::Kind::Item: return takeItem(line);
    case SieLine::Kind::Other: break;
    }
    if (m_place == Place::BeforeBlock)
        return fail(ErrorKind::Invalid, u"sie.braceMissing"_s, {QString::number(voucher().line)});
    if (m_place == Place::InBlock && !m_textOpen)
        reject(ErrorKind::Invalid, u"sie.lineUnknown"_s, {});
    note(u"sie.lineUnknown"_s);
    return {};
}

Result<> SieReader::takeItem(const SieLine &line)
{
    const auto *label = find(line.label);
    const bool isRow = label && label->need == Need::Voucher;
    if (m_place == Place::BeforeBlock || (m_place == Place::InBlock && label && !isRow))
        return fail(ErrorKind::Invalid, u"sie.braceMissing"_s, {QString::number(voucher().line)});
    if (m_place == Place::Outside && isRow)
        return fail(ErrorKind::Invalid, u"sie.rowOutside"_s, {QString::number(m_line)});
    if (!label) {
        ++facts().passedOver[line.label];
        return {};
    }
    if (label->need == Need::Nothing && !line.problem.isEmpty()) {
        ++facts().passedOver[line.label];
        note(line.problem);
        return {};
    }
    if (label->need == Need::ThisYear && line.text(0) != u"0") {
        ++facts().passedOver[line.label + u' ' + line.text(0)];
        return {};
    }
    ++facts().read[line.label];
    return (this->*label->read)(line);
}

Result<> SieReader::open()
{
    if (m_place != Place::BeforeBlock)
        return fail(ErrorKind::Invalid, u"sie.braceUnexpected"_s, {QString::number(m_line)});
    m_place = Place::InBlock;
    return {};
}

Result<> SieReader::close()
{
    if (m_place != Place::InBlock)
        return fail(ErrorKind::Invalid, u"sie.braceUnexpected"_s, {QString::number(m_line)});
    settleAdded(false);
    m_place = Place::Outside;
    return {};
}

Result<> SieReader::finish()
{
    if (m_place != Place::Outside)
        return fail(ErrorKind::Invalid, u"sie.cut"_s, {QString::number(voucher().line)});
    return {};
}

Result<> SieReader::readFlag(const SieLine &line)
{
    facts().flagged = line.text(0) == u"1";
    return {};
}

Result<> SieReader::readFormat(const SieLine &)
{
    return {}; // nearly every program writes PC8, whatever it does: SieEncoding
}

Result<> SieReader::readType(const SieLine &line)
{
    // "4I" and "4E" are seen as well as the plain number.
    const int type = line.text(0).left(1).toInt();
    if (type < 1 || type > kHighestType)
        return fail(ErrorKind::Invalid, u"sie.typeUnknown"_s, {line.text(0)});
    facts().type = type;
    return {};
}

Result<> SieReader::readProgram(const SieLine &line)
{
    facts().program = QStringList{line.text(0), line.text(1)}.join(u' ').trimmed();
    return {};
}

Result<> SieReader::readGenerated(const SieLine &line)
{
    facts().generated = optionalDate(line, 0);
    return {};
}

Result<> SieReader::readName(const SieLine &line)
{
    facts().companyName = line.text(0);
    return {};
}

Result<> SieReader::readOrganisationNumber(const SieLine &line)
{
    facts().organisationNumber = line.text(0);
    return {};
}

Result<> SieReader::readCurrency(const SieLine &line)
{
    if (line.text(0).toUpper() != u"SEK")
        note(u"sie.currency"_s, {line.text(0)});
    return {};
}

Result<> SieReader::readYear(const SieLine &line)
{
    bool isNumber = false;
    const SieYear year{line.text(0).toInt(&isNumber), dateOf(line.text(1)), dateOf(line.text(2))};
    if (!isNumber || !year.from.isValid() || !year.to.isValid() || year.to < year.from)
        return fail(ErrorKind::Invalid, u"sie.yearMalformed"_s, {QString::number(m_line)});
    facts().years.append(year);
    return {};
}

Result<> SieReader::readAccount(const SieLine &line)
{
    const auto number = line.text(0);
    if (number.isEmpty()) {
        note(u"sie.numberMissing"_s, {line.label});
        return {};
    }
    const bool again = m_draft.declaredAccounts.contains(number);
    auto &declared = account(number);
    if (again && declared.name != line.text(1)) {
        note(u"sie.declaredTwice"_s, {number});
        return {};
    }
    m_draft.declaredAccounts.insert(number);
    declared.line = m_line;
    declared.name = line.text(1);
    if (declared.name.isEmpty()) {
        declared.name = number;
        note(u"sie.nameMissing"_s, {number});
    }
    return {};
}

Result<> SieReader::readAccountType(const SieLine &line)
{
    static const QHash<QString, QString> kTypes{
        {u"T"_s, u"asset"_s}, {u"S"_s, u"liability"_s}, {u"K"_s, u"cost"_s}, {u"I"_s, u"income"_s}};
    const auto type = kTypes.value(line.text(1).toUpper());
    if (type.isEmpty() || line.text(0).isEmpty())
        note(u"sie.accountTypeUnknown"_s, {line.text(0), line.text(1)});
    else
        account(line.text(0)).type = type;
    return {};
}

Result<> SieReader::readSru(const SieLine &line)
{
    if (line.text(0).isEmpty() || line.text(1).isEmpty())
        note(u"sie.numberMissing"_s, {line.label});
    else
        account(line.text(0)).sru += line.text(1);
    return {};
}

Result<> SieReader::readOpening(const SieLine &line)
{
    const auto balance = amount(line.text(2));
    if (!balance || line.text(1).isEmpty())
        return fail(ErrorKind::Invalid, u"sie.openingMalformed"_s, {QString::number(m_line), line.text(2)});
    auto &opened = account(line.text(1));
    if (opened.openingBalance && *opened.openingBalance != *balance)
        return fail(ErrorKind::Invalid, u"sie.openingTwice"_s, {QString::number(m_line), line.text(1)});
    opened.openingBalance = *balance;
    return {};
}

Result<> SieReader::readClosing(const SieLine &line)
{
    const auto balance = amount(line.text(2));
    if (balance)
        m_draft.closings.append({line.text(1), *balance, line.label == u"UB", m_line});
    else
        note(u"sie.fieldMalformed"_s, {line.label, line.text(2)});
    return {};
}

Result<> SieReader::readDimension(const SieLine &line)
{
    bool isNumber = false;
    const int dimension = line.text(0).toInt(&isNumber);
    if (isNumber)
        m_draft.plan.dimensions.insert(dimension, line.text(1));
    else
        note(u"sie.numberMissing"_s, {line.label});
    return {};
}

Result<> SieReader::readObject(const SieLine &line)
{
    bool isNumber = false;
    const SieObject object{line.text(0).toInt(&isNumber), line.text(1)};
    if (!isNumber || object.code.isEmpty()) {
        note(u"sie.numberMissing"_s, {line.label});
        return {};
    }
    const auto known = m_draft.plan.objectNames.constFind(object);
    if (known != m_draft.plan.objectNames.constEnd()) {
        if (*known != line.text(2))
            note(u"sie.declaredTwice"_s, {object.code});
        return {};
    }
    m_draft.plan.objectNames.insert(object, line.text(2));
    if (object.dimension == kCostCenterDimension || object.dimension == kProjectDimension)
        m_draft.plan.objects.append(object);
    return {};
}

SieAccount &SieReader::account(const QString &number)
{
    auto &accounts = m_draft.plan.accounts;
    const auto known = m_accounts.constFind(number);
    if (known != m_accounts.constEnd())
        return accounts[*known];
    m_accounts.insert(number, accounts.size());
    accounts.append({.number = number, .name = number, .type = {}, .sru = {}, .openingBalance = {}, .year = {}, .line = m_line});
    return accounts.last();
}

//! Errors: those of Decimal::parse.
Result<Decimal> SieReader::amount(const QString &text)
{
    if (!text.contains(u',') || text.contains(u'.'))
        return Decimal::parse(text);
    auto withPoint = Decimal::parse(QString(text).replace(u',', u'.'));
    if (withPoint)
        note(u"sie.decimalComma"_s, {text});
    return withPoint;
}

QDate SieReader::optionalDate(const SieLine &line, qsizetype field)
{
    const auto text = line.text(field);
    const auto date = dateOf(text);
    if (!date.isValid() && !text.isEmpty() && text != u"0")
        note(u"sie.fieldMalformed"_s, {line.label, text});
    return date;
}

} // namespace frost
