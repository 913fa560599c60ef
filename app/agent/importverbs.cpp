// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/interruption.h"
#include "app/agent/progressbar.h"
#include "app/agent/table.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "core/exchange/csvimporter.h"
#include "core/exchange/sie/sieimporter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Import", source);
}

constexpr qsizetype kExampleLines = 5; //!< line numbers shown of each reason; --json has them all

void writeCounts(Output &output, const QList<ImportReport::Count> &counts, bool dryRun)
{
    using Align = Table::Align;
    Table table(output, {{text(QT_TRANSLATE_NOOP("Import", "Type"))},
                         {dryRun ? text(QT_TRANSLATE_NOOP("Import", "Would be made")) : text(QT_TRANSLATE_NOOP("Import", "Made")), Align::Right},
                         {text(QT_TRANSLATE_NOOP("Import", "There already")), Align::Right},
                         {text(QT_TRANSLATE_NOOP("Import", "There, but different")), Align::Right},
                         {text(QT_TRANSLATE_NOOP("Import", "Refused")), Align::Right}});
    for (const auto &count : counts)
        table.add({count.type.toString(), QString::number(count.created), QString::number(count.skipped),
                   QString::number(count.different), QString::number(count.refused)});
}

void writeAdaptations(Output &output, const ImportReport &report)
{
    const auto adaptations = report.adaptations.list();
    if (adaptations.isEmpty())
        return;
    output.line();
    output.line(text(QT_TRANSLATE_NOOP("Import", "Adapted on the way in:")));
    Table table(output, {{text(QT_TRANSLATE_NOOP("Import", "Times")), Table::Align::Right},
                         {text(QT_TRANSLATE_NOOP("Import", "What"))},
                         {text(QT_TRANSLATE_NOOP("Import", "For example"))}});
    for (const auto &adaptation : adaptations) {
        QString example;
        if (!adaptation.examples.isEmpty())
            example = text(QT_TRANSLATE_NOOP("Import", "line %1: %2")).arg(QString::number(adaptation.examples.first().line), adaptation.examples.first().text);
        table.add({QString::number(adaptation.count), wording::adaptation(adaptation), example});
    }
}

void writeRefusals(Output &output, const ImportReport &report)
{
    if (report.refusals.isEmpty())
        return;
    output.line();
    output.line(text(QT_TRANSLATE_NOOP("Import", "Refused:")));
    for (const auto &refusal : report.refusals) {
        QStringList lines;
        for (const auto line : refusal.lines.mid(0, kExampleLines))
            lines += QString::number(line);
        if (refusal.lines.size() > kExampleLines)
            lines += u"…"_s;
        output.line(text(QT_TRANSLATE_NOOP("Import", "  %1 rows: %2 (line %3)"))
                        .arg(QString::number(refusal.lines.size()), wording::reason(refusal.code, refusal.args), lines.join(u", "_s)));
    }
}

void write(Output &output, const ImportReport &report)
{
    if (!report.importedBefore.isEmpty())
        output.message(text(QT_TRANSLATE_NOOP("Import", "This very file was imported before, on %1.")).arg(shownInstant(fromIso(report.importedBefore))));
    output.line(text(QT_TRANSLATE_NOOP("Import", "%1: %2 rows read, %3 taken over, %4 there already, %5 there but different, %6 refused, %7 not reached."))
                    .arg(report.file)
                    .arg(report.rowsRead)
                    .arg(report.rowsImported)
                    .arg(report.rowsKnown)
                    .arg(report.rowsDifferent)
                    .arg(report.rowsRefused())
                    .arg(report.rowsPending));
    writeCounts(output, report.counts, report.dryRun);
    writeAdaptations(output, report);
    writeRefusals(output, report);
    if (!report.ignoredColumns.isEmpty())
        output.line(text(QT_TRANSLATE_NOOP("Import", "Columns that were not read: %1")).arg(report.ignoredColumns.join(u", "_s)));
    if (!report.attribution.isEmpty())
        output.line(text(QT_TRANSLATE_NOOP("Import", "Source: %1")).arg(report.attribution));
    if (report.dryRun)
        output.line(text(QT_TRANSLATE_NOOP("Import", "This was a dry run; nothing was written.")));
}

Task<Result<int>> importCsv(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto profile = CsvProfile::load(arguments.value("--profile"_L1));
    if (!profile)
        co_return fail(profile.error());
    auto &open = **company;
    CsvImporter importer(open.database(), open.editor(), open.seams().clock, open.seams().random);
    const auto mode = arguments.has("--dry-run"_L1) ? ImportMode::DryRun : ImportMode::Write;
    Result<ImportReport> report;
    {
        interruption::Scope interruptible;
        ProgressBar bar;
        report = importer.run(arguments.place(0), *profile, open.actor(Source::Import), mode, [&](const ImportProgress &progress) {
            bar.show(text(QT_TRANSLATE_NOOP("Import", "pass %1 of %2, KiB")).arg(progress.pass).arg(progress.passes), progress.bytes >> 10, progress.size >> 10);
            return !interruption::requested();
        });
    }
    if (!report)
        co_return fail(report.error());
    agent.output().answer(report->toJson());
    write(agent.output(), *report);
    if (report->stopped) {
        agent.output().message(wording::sentence(*report->stopped));
        co_return exitcode::of(*report->stopped);
    }
    co_return report->rowsRefused() > 0 || report->rowsDifferent > 0 ? exitcode::kUnfinished : exitcode::kDone;
}

// SIE

//! Grouped by thousands, with a point: whatever the locale, so that scripts and people see the same.
QString money(const Decimal &amount)
{
    constexpr int decimals = 2;
    constexpr qsizetype group = 3;
    auto shown = amount.toString(decimals);
    for (auto at = shown.indexOf(u'.') - group; at > (amount.isNegative() ? 1 : 0); at -= group)
        shown.insert(at, u' ');
    return shown;
}

QString atLine(qint64 line)
{
    return text(QT_TRANSLATE_NOOP("Import", "line %1")).arg(line);
}

void writeHeader(Output &output, const SieFacts &facts)
{
    QStringList years;
    for (const auto &year : facts.years)
        years += year.name();
    output.line(text(QT_TRANSLATE_NOOP("Import", "Company: %1, %2")).arg(facts.companyName, facts.organisationNumber));
    output.line(text(QT_TRANSLATE_NOOP("Import", "Written by: %1, %2; SIE type %3"))
                    .arg(facts.program, facts.generated.toString(Qt::ISODate), QString::number(facts.type)));
    output.line(text(QT_TRANSLATE_NOOP("Import", "Financial years: %1")).arg(years.join(u", "_s)));
    output.line(text(QT_TRANSLATE_NOOP("Import", "Read as %1: %2")).arg(toString(facts.encoding), facts.sample.words.join(u", "_s)));
    if (!facts.sample.doubtful.isEmpty())
        output.line(text(QT_TRANSLATE_NOOP("Import", "Words that do not look right: %1")).arg(facts.sample.doubtful.join(u", "_s)));
}

void writeVouchers(Output &output, const SieFacts &facts)
{
    output.line(text(QT_TRANSLATE_NOOP("Import", "%1 vouchers read, %2 left out; %3 rows, %4 of them added afterwards, and %5 struck rows."))
                    .arg(facts.vouchersRead())
                    .arg(facts.leftOut.size())
                    .arg(facts.rows)
                    .arg(facts.addedRows)
                    .arg(facts.struckRows));
    output.line(text(QT_TRANSLATE_NOOP("Import", "Debit %1 = credit %1; %2 opening balances.")).arg(money(facts.debit)).arg(facts.openings));
    if (facts.series.isEmpty())
        return;
    Table table(output, {{text(QT_TRANSLATE_NOOP("Import", "Series"))},
                         {text(QT_TRANSLATE_NOOP("Import", "Vouchers")), Table::Align::Right},
                         {text(QT_TRANSLATE_NOOP("Import", "Debit")), Table::Align::Right}});
    for (const auto &series : facts.series)
        table.add({series.series, QString::number(series.vouchers), money(series.debit)});
}

void writeLeftOut(Output &output, const SieReport &report)
{
    if (!report.facts.leftOut.isEmpty() || !report.refused.isEmpty())
        output.line(text(QT_TRANSLATE_NOOP("Import", "Left out:")));
    for (const auto &each : report.facts.leftOut)
        output.line(u"  "_s + text(QT_TRANSLATE_NOOP("Import", "voucher %1 %2, %3: %4")).arg(each.series, each.number, atLine(each.whyLine), wording::reason(each.why.code, each.why.args)));
    for (const auto &each : report.refused)
        output.line(u"  "_s + each.type.toString() + u' ' + each.key + u": "_s + wording::reason(each.why.code, each.why.args));
    if (!report.differences.isEmpty())
        output.line(text(QT_TRANSLATE_NOOP("Import", "There, but different, and kept as they are:")));
    for (const auto &each : report.differences)
        output.line(u"  "_s + each.type.toString() + u' ' + each.key + u": "_s + each.fields.join(u", "_s));
}

//! One line for each code: how often, and the first of them.
void writeNotes(Output &output, const QList<SieNote> &notes)
{
    if (notes.isEmpty())
        return;
    QStringList codes;
    QHash<QString, QList<const SieNote *>> byCode;
    for (const auto &note : notes) {
        if (!byCode.contains(note.code))
            codes += note.code;
        byCode[note.code].append(&note);
    }
    output.line();
    output.line(text(QT_TRANSLATE_NOOP("Import", "Adapted on the way in:")));
    Table table(output, {{text(QT_TRANSLATE_NOOP("Import", "Times")), Table::Align::Right}, {text(QT_TRANSLATE_NOOP("Import", "First"))}, {text(QT_TRANSLATE_NOOP("Import", "What"))}});
    for (const auto &code : codes) {
        const auto &first = *byCode[code].first();
        table.add({QString::number(byCode[code].size()), first.line > 0 ? atLine(first.line) : QString(), wording::reason(code, first.args)});
    }
}

void writePassedOver(Output &output, const SieFacts &facts)
{
    QStringList labels;
    for (auto it = facts.passedOver.begin(); it != facts.passedOver.end(); ++it)
        labels += u'#' + it.key() + u" ×"_s + QString::number(it.value());
    if (!labels.isEmpty())
        output.line(text(QT_TRANSLATE_NOOP("Import", "Passed over, because Frost has no place for it: %1")).arg(labels.join(u", "_s)));
}

void write(Output &output, const SieReport &report)
{
    const auto &facts = report.facts;
    if (facts.flagged)
        output.message(text(QT_TRANSLATE_NOOP("Import", "The file is marked (#FLAGGA 1): some program has imported it before.")));
    if (!report.importedBefore.isEmpty())
        output.message(text(QT_TRANSLATE_NOOP("Import", "This very file was imported before, on %1.")).arg(shownInstant(fromIso(report.importedBefore))));
    if (!report.otherCompany.isEmpty())
        output.message(text(QT_TRANSLATE_NOOP("Import", "The files before were of another organisation number: %1.")).arg(report.otherCompany));
    writeHeader(output, facts);
    writeVouchers(output, facts);
    output.line();
    writeCounts(output, report.counts, report.dryRun);
    writeLeftOut(output, report);
    writeNotes(output, facts.notes);
    writePassedOver(output, facts);
    if (report.dryRun)
        output.line(text(QT_TRANSLATE_NOOP("Import", "This was a dry run; nothing was written.")));
}

//! Errors: NotFound "file.unknown" [path]; Storage "file.unreadable" [path, reason]; TooLarge "sie.tooLarge" [MiB].
Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorKind::NotFound, u"file.unknown"_s, {path});
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"file.unreadable"_s, {path, file.errorString()});
    const qint64 limit = SieFile::kLargestFile << 20;
    auto bytes = file.read(limit + 1);
    if (bytes.size() > limit)
        return fail(ErrorKind::TooLarge, u"sie.tooLarge"_s, {QString::number(SieFile::kLargestFile)});
    if (file.error() != QFile::NoError)
        return fail(ErrorKind::Storage, u"file.unreadable"_s, {path, file.errorString()});
    return bytes;
}

Result<std::optional<SieEncoding>> chosenEncoding(const Arguments &arguments)
{
    const auto name = arguments.value("--encoding"_L1);
    if (!arguments.has("--encoding"_L1))
        return std::optional<SieEncoding>();
    if (const auto encoding = sieEncodingNamed(name))
        return encoding;
    return fail(ErrorKind::Usage, u"option.choice"_s, {u"--encoding"_s, name, u"cp437, latin1, utf8"_s});
}

Result<SieReport> runSie(OpenCompany &company, const QByteArray &bytes, std::optional<SieEncoding> encoding, SieImporter::Options options)
{
    const interruption::Scope interruptible;
    ProgressBar bar;
    const auto plan = SieFile::read(bytes, {.encoding = encoding, .progress = [&](qint64 done, qint64 size) {
                                                bar.show(text(QT_TRANSLATE_NOOP("Import", "reading, KiB")), done >> 10, size >> 10);
                                                return !interruption::requested();
                                            }});
    if (!plan)
        return fail(plan.error());
    options.progress = [&](qint64 done, qint64 total) {
        bar.show(text(QT_TRANSLATE_NOOP("Import", "comparing, records")), done, total);
        return !interruption::requested();
    };
    SieImporter importer(company.database(), company.editor(), company.seams().clock, company.seams().random);
    return importer.import(*plan, company.actor(Source::Import), options);
}

Task<Result<int>> importSie(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto encoding = chosenEncoding(arguments);
    if (!encoding)
        co_return fail(encoding.error());
    const auto bytes = bytesOf(arguments.place(0));
    if (!bytes)
        co_return fail(bytes.error());
    SieImporter::Options options;
    options.mode = arguments.has("--dry-run"_L1) ? ImportMode::DryRun : ImportMode::Write;
    options.confirmed.setFlag(SieConfirmation::Again, arguments.has("--again"_L1));
    options.confirmed.setFlag(SieConfirmation::OtherCompany, arguments.has("--other-company"_L1));
    const auto report = runSie(**company, *bytes, *encoding, options);
    if (!report)
        co_return fail(report.error());
    auto json = report->toJson();
    json.insert(u"file"_s, QFileInfo(arguments.place(0)).fileName());
    agent.output().answer(json);
    write(agent.output(), *report);
    co_return report->isUnfinished() ? exitcode::kUnfinished : exitcode::kDone;
}

} // namespace

QList<Verb> importVerbs()
{
    return {
        {"import csv"_L1,
         {"FILE"_L1},
         {{"--profile"_L1, "NAME|PATH"_L1, QT_TRANSLATE_NOOP("Help", "how to read the file; online-retail, or a JSON file"), Option::Times::Once, Option::Need::Required},
          companyOption(),
          {"--dry-run"_L1, {}, QT_TRANSLATE_NOOP("Help", "reads, decides and reports the same, and writes nothing")}},
         QT_TRANSLATE_NOOP("Help", "brings a CSV file (plain or gzip) into a company"),
         &importCsv},
        {"import sie"_L1,
         {"FILE"_L1},
         {companyOption(),
          {"--encoding"_L1, "E"_L1, QT_TRANSLATE_NOOP("Help", "cp437, latin1 or utf8, where the file is not what it looks like")},
          {"--again"_L1, {}, QT_TRANSLATE_NOOP("Help", "though the same file was imported before; what is there is not doubled")},
          {"--other-company"_L1, {}, QT_TRANSLATE_NOOP("Help", "though the files before were of another organisation number")},
          {"--dry-run"_L1, {}, QT_TRANSLATE_NOOP("Help", "reads, decides and reports the same, and writes nothing")}},
         QT_TRANSLATE_NOOP("Help", "brings a SIE file (type 1-4, 4i) into a company: accounts, balances, vouchers"),
         &importSie},
    };
}

} // namespace frost
