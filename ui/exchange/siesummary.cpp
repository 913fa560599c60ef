// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/siesummary.h"

#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QCoreApplication>
#include <QLocale>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kListed = 12; //!< of what is left out or noted; the rest is counted

//! Wording of this file.
struct SieSummary {
    Q_DECLARE_TR_FUNCTIONS(SieSummary)
};

QString row(const QString &label, const QString &value)
{
    return u"<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>"_s.arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

QString heading(const QString &text)
{
    return u"<h4>%1</h4>"_s.arg(text.toHtmlEscaped());
}

QString list(const QStringList &lines, qsizetype all)
{
    QString text = u"<ul>"_s;
    for (const auto &line : lines)
        text += u"<li>%1</li>"_s.arg(line.toHtmlEscaped());
    if (all > lines.size())
        text += u"<li>%1</li>"_s.arg(SieSummary::tr("and %n more", nullptr, int(all - lines.size())).toHtmlEscaped());
    return text + u"</ul>"_s;
}

QString about(const SieFacts &facts)
{
    QStringList years;
    for (const auto &year : facts.years)
        years += year.name();
    QString rows = row(SieSummary::tr("Company"), facts.companyName);
    rows += row(SieSummary::tr("Organisation no."), facts.organisationNumber);
    if (!facts.program.isEmpty())
        rows += row(SieSummary::tr("Program"), facts.program);
    rows += row(SieSummary::tr("Financial years"), years.join(u", "_s));
    rows += row(SieSummary::tr("Vouchers"), QLocale().toString(facts.vouchersRead()));
    rows += row(SieSummary::tr("Rows"), QLocale().toString(facts.rows));
    rows += row(SieSummary::tr("Debit = credit"), wording::decimalText(facts.debit, 2));
    if (facts.struckRows > 0)
        rows += row(SieSummary::tr("Struck rows, kept and not counted"), QLocale().toString(facts.struckRows));
    if (facts.addedRows > 0)
        rows += row(SieSummary::tr("Rows added after booking"), QLocale().toString(facts.addedRows));
    return u"<table>"_s + rows + u"</table>"_s;
}

QString counts(const SieReport &report)
{
    QString rows;
    for (const auto &count : report.counts) {
        QStringList parts;
        parts += report.dryRun ? SieSummary::tr("%Ln new", nullptr, int(count.created))
                               : SieSummary::tr("%Ln imported", nullptr, int(count.created));
        if (count.skipped > 0)
            parts += SieSummary::tr("%Ln there already", nullptr, int(count.skipped));
        if (count.different > 0)
            parts += SieSummary::tr("%Ln there with other values, kept as they are", nullptr, int(count.different));
        if (count.refused > 0)
            parts += SieSummary::tr("%Ln refused", nullptr, int(count.refused));
        rows += row(wording::typeLabel(count.type, wording::Number::Many), parts.join(u", "_s));
    }
    return u"<table>"_s + rows + u"</table>"_s;
}

QString passedOver(const SieReport &report)
{
    const auto &facts = report.facts;
    QString text;
    if (!facts.passedOver.isEmpty()) {
        QStringList labels;
        for (auto it = facts.passedOver.begin(); it != facts.passedOver.end(); ++it)
            labels += u"#%1: %2"_s.arg(it.key()).arg(it.value());
        text += heading(SieSummary::tr("Lines Frost has no place for")) + u"<p>"_s + labels.join(u", "_s).toHtmlEscaped() + u"</p>"_s;
    }
    QStringList left;
    for (const auto &voucher : facts.leftOut.mid(0, kListed)) {
        left += SieSummary::tr("%1 %2 (line %3): %4")
                    .arg(voucher.series, voucher.number)
                    .arg(voucher.line)
                    .arg(wording::errorText(voucher.why));
    }
    for (const auto &refused : report.refused.mid(0, kListed))
        left += refused.key + u": "_s + wording::errorText(refused.why);
    if (!left.isEmpty())
        text += heading(SieSummary::tr("Not imported")) + list(left, facts.leftOut.size() + report.refused.size());
    QStringList different;
    for (const auto &difference : report.differences.mid(0, kListed)) {
        QStringList fields;
        for (const auto &field : difference.fields)
            fields += wording::fieldLabel(difference.type, field);
        different += SieSummary::tr("%1 %2: %3", "Account 1930: Name")
                         .arg(wording::typeLabel(difference.type, wording::Number::One), difference.key, fields.join(u", "_s));
    }
    if (!different.isEmpty())
        text += heading(SieSummary::tr("Here with other values, kept as they are")) + list(different, report.differences.size());
    QStringList notes;
    for (const auto &note : facts.notes.mid(0, kListed)) {
        const auto sentence = wording::codeText(note.code, note.args);
        notes += note.line > 0 ? SieSummary::tr("Line %1: %2").arg(note.line).arg(sentence) : sentence;
    }
    if (!notes.isEmpty())
        text += heading(SieSummary::tr("Worth knowing")) + list(notes, facts.notes.size());
    return text;
}

} // namespace

QString sieSummary(const SieReport &report)
{
    return about(report.facts) + heading(report.dryRun ? SieSummary::tr("What the import does") : SieSummary::tr("What was imported"))
           + counts(report) + passedOver(report);
}

} // namespace frost
