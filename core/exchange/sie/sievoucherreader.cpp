// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/siefile.h"
#include "core/exchange/sie/siereader.h"

using namespace Qt::StringLiterals;

namespace frost {

//! The voucher is read on, but it will not be booked; the first reason counts.
void SieReader::reject(ErrorKind kind, const QString &code, const QStringList &args)
{
    auto &draft = m_draft.vouchers.last();
    if (draft.problem)
        return;
    draft.problem = Error{kind, code, args, {}, {}};
    draft.problemLine = m_line;
}

//! #VER series number date text registered signature
Result<> SieReader::readVoucher(const SieLine &line)
{
    m_draft.vouchers.append(SieDraftVoucher{});
    voucher().line = m_line;
    voucher().series = line.text(0);
    voucher().number = line.text(1);
    voucher().date = dateOf(line.text(2));
    voucher().text = line.text(3);
    voucher().registered = optionalDate(line, 4);
    voucher().signature = line.text(5);
    if (line.isOpenAfter(3))
        note(line.problem);
    else if (!line.problem.isEmpty())
        reject(ErrorKind::Invalid, line.problem, {});
    if (!voucher().date.isValid())
        reject(ErrorKind::Invalid, u"sie.dateMalformed"_s, {line.text(2)});
    m_place = line.opens ? Place::InBlock : Place::BeforeBlock;
    return {};
}

//! account {objects} amount [date text quantity signature]
SieRow SieReader::rowOf(const SieLine &line)
{
    SieRow row;
    row.line = m_line;
    row.account = line.text(0);
    row.objects = objectsOf(line);
    const qsizetype at = line.fields.size() > 1 && line.fields[1].isList ? 2 : 1; // some leave an empty list out
    const auto money = amount(line.text(at));
    row.amount = money.value_or(Decimal());
    row.date = optionalDate(line, at + 1);
    row.text = line.text(at + 2);
    row.signature = line.text(at + 4);
    if (const auto quantity = line.text(at + 3); !quantity.isEmpty()) {
        if (const auto count = amount(quantity))
            row.quantity = *count;
        else
            note(u"sie.fieldMalformed"_s, {line.label, quantity});
    }
    m_textOpen = line.isOpenAfter(at + 1);
    if (m_textOpen)
        note(line.problem);
    if (!line.problem.isEmpty() && !m_textOpen)
        reject(ErrorKind::Invalid, line.problem, {});
    else if (row.account.isEmpty())
        reject(ErrorKind::Invalid, u"sie.accountMissing"_s, {});
    else if (!money)
        reject(ErrorKind::Invalid, u"sie.amountMalformed"_s, {line.text(at)});
    return row;
}

QList<SieObject> SieReader::objectsOf(const SieLine &line)
{
    QList<SieObject> objects;
    const auto items = line.fields.size() > 1 ? line.fields[1].items : QStringList();
    for (qsizetype i = 0; i + 1 < items.size(); i += 2) {
        bool isNumber = false;
        const SieObject object{items[i].toInt(&isNumber), items[i + 1]};
        if (isNumber && !object.code.isEmpty())
            objects.append(object);
        else
            note(u"sie.objectMalformed"_s, {items[i], items[i + 1]});
    }
    if (items.size() % 2 != 0)
        note(u"sie.objectMalformed"_s, {items.last(), {}});
    return objects;
}

Result<> SieReader::readRow(const SieLine &line)
{
    auto row = rowOf(line);
    const bool repeats = m_added && m_added->account == row.account && m_added->amount == row.amount
                         && m_added->objects == row.objects;
    if (repeats && m_added->text.isEmpty())
        m_added->text = row.text;
    settleAdded(repeats);
    if (!repeats)
        voucher().rows.append(std::move(row));
    return {};
}

Result<> SieReader::readAddedRow(const SieLine &line)
{
    settleAdded(false);
    m_added = rowOf(line);
    m_added->added = true;
    return {};
}

Result<> SieReader::readStruckRow(const SieLine &line)
{
    settleAdded(false);
    voucher().struck.append(rowOf(line));
    return {};
}

//! The standard has every #RTRANS followed by a #TRANS that says the same, for programs that do not know #RTRANS: it is
//! one row. Where the second is missing, the first is booked all the same.
void SieReader::settleAdded(bool repeated)
{
    if (!m_added)
        return;
    if (!repeated)
        m_draft.note(u"sie.addedAlone"_s, {m_added->account}, m_added->line);
    voucher().rows.append(*std::exchange(m_added, std::nullopt));
}

} // namespace frost
