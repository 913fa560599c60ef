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

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Import", source);
}

constexpr qsizetype kExampleLines = 5; //!< line numbers shown of each reason; --json has them all

void writeCounts(Output &output, const ImportReport &report)
{
    using Align = Table::Align;
    Table table(output, {{text(QT_TRANSLATE_NOOP("Import", "Type"))},
                         {report.dryRun ? text(QT_TRANSLATE_NOOP("Import", "Would be made")) : text(QT_TRANSLATE_NOOP("Import", "Made")), Align::Right},
                         {text(QT_TRANSLATE_NOOP("Import", "There already")), Align::Right},
                         {text(QT_TRANSLATE_NOOP("Import", "There, but different")), Align::Right},
                         {text(QT_TRANSLATE_NOOP("Import", "Refused")), Align::Right}});
    for (const auto &count : report.counts)
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
    writeCounts(output, report);
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

} // namespace

QList<Verb> importVerbs()
{
    return {
        {"import csv"_L1,
         {"FILE"_L1},
         {{"--profile"_L1, "NAME|PATH"_L1, QT_TRANSLATE_NOOP("Help", "how to read the file; online-retail, or a JSON file"), Option::Times::Once, Option::Need::Required},
          {"--company"_L1, "C"_L1, QT_TRANSLATE_NOOP("Help", "the company, or TENANT/COMPANY"), Option::Times::Once, Option::Need::Required},
          {"--dry-run"_L1, {}, QT_TRANSLATE_NOOP("Help", "reads, decides and reports the same, and writes nothing")}},
         QT_TRANSLATE_NOOP("Help", "brings a CSV file (plain or gzip) into a company"),
         &importCsv},
    };
}

} // namespace frost
