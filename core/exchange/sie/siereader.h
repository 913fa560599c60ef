// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/sie/siedraft.h"
#include "core/exchange/sie/sieline.h"

namespace frost {

//! Takes the lines of a SIE file one by one.
//!
//!   Outside ──#VER──▶ BeforeBlock ──{──▶ InBlock ──}──▶ Outside        any other way is an error of the whole file
class SieReader
{
public:
    explicit SieReader(SieDraft &draft) : m_draft(draft) { }

    //! @param number of the line, from 1. Errors: those of SieFile::read that name a line.
    [[nodiscard]] Result<> take(QStringView line, qint64 number);
    //! Errors: Invalid "sie.cut" inside a voucher.
    [[nodiscard]] Result<> finish();

private:
    enum class Place { Outside, BeforeBlock, InBlock };
    //! What a label needs before it may be read.
    enum class Need {
        Nothing,  //!< a malformed line is passed over
        ThisYear, //!< first field is a year; other years are passed over
        Voucher,  //!< a row
        Whole,    //!< reads malformed lines itself
    };
    struct Label {
        QLatin1StringView name;
        Need need;
        Result<> (SieReader::*read)(const SieLine &line);
    };
    static const Label *find(const QString &name);

    [[nodiscard]] Result<> takeItem(const SieLine &line);
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> close();

    [[nodiscard]] Result<> readFlag(const SieLine &line);
    [[nodiscard]] Result<> readType(const SieLine &line);
    [[nodiscard]] Result<> readProgram(const SieLine &line);
    [[nodiscard]] Result<> readGenerated(const SieLine &line);
    [[nodiscard]] Result<> readName(const SieLine &line);
    [[nodiscard]] Result<> readOrganisationNumber(const SieLine &line);
    [[nodiscard]] Result<> readCurrency(const SieLine &line);
    [[nodiscard]] Result<> readFormat(const SieLine &line);
    [[nodiscard]] Result<> readYear(const SieLine &line);

    [[nodiscard]] Result<> readAccount(const SieLine &line);
    [[nodiscard]] Result<> readAccountType(const SieLine &line);
    [[nodiscard]] Result<> readSru(const SieLine &line);
    [[nodiscard]] Result<> readOpening(const SieLine &line);
    [[nodiscard]] Result<> readClosing(const SieLine &line);
    [[nodiscard]] Result<> readDimension(const SieLine &line);
    [[nodiscard]] Result<> readObject(const SieLine &line);

    [[nodiscard]] Result<> readVoucher(const SieLine &line);
    [[nodiscard]] Result<> readRow(const SieLine &line);
    [[nodiscard]] Result<> readAddedRow(const SieLine &line);
    [[nodiscard]] Result<> readStruckRow(const SieLine &line);
    [[nodiscard]] SieRow rowOf(const SieLine &line);
    [[nodiscard]] QList<SieObject> objectsOf(const SieLine &line);
    void settleAdded(bool repeated);

    [[nodiscard]] SieAccount &account(const QString &number);
    [[nodiscard]] Result<Decimal> amount(const QString &text);
    [[nodiscard]] static QDate dateOf(const QString &text); //!< "20101231"; invalid: it is no date
    [[nodiscard]] QDate optionalDate(const SieLine &line, qsizetype field);
    void reject(ErrorKind kind, const QString &code, const QStringList &args);
    void note(const QString &code, const QStringList &args = {}) { m_draft.note(code, args, m_line); }
    [[nodiscard]] SieFacts &facts() { return m_draft.plan.facts; }
    [[nodiscard]] SieVoucher &voucher() { return m_draft.vouchers.last().voucher; }

    SieDraft &m_draft;
    Place m_place = Place::Outside;
    qint64 m_line = 0;
    QHash<QString, qsizetype> m_accounts; //!< places in the plan
    bool m_textOpen = false; //!< the last row's text is not closed: what follows may belong to it
    std::optional<SieRow> m_added; //!< #RTRANS just read: the next #TRANS repeats it for older programs
};

} // namespace frost
