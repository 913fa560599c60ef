// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/sieimportdialog.h"

#include "ui/exchange/siesummary.h"
#include "ui/widgets/banner.h"
#include "ui/wording/errortext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Result<SiePlan> readFile(const QString &path, std::optional<SieEncoding> encoding)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"file.unreadable"_s, {QFileInfo(path).fileName(), file.errorString()});
    const auto bytes = file.read((SieFile::kLargestFile << 20) + 1); // more is refused by size
    return SieFile::read(bytes, {.encoding = encoding});
}

} // namespace

SieImportDialog::SieImportDialog(CompanySession &session, const QString &path, QWidget *parent)
    : QDialog(parent), m_session(session), m_path(path), m_banner(new Banner(this)), m_encoding(new QComboBox(this)),
      m_sample(new QLabel(this)), m_summary(new QTextBrowser(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Close, this))
{
    build();
    connect(m_encoding, &QComboBox::activated, this, &SieImportDialog::read);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SieImportDialog::import);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    read();
}

void SieImportDialog::build()
{
    setWindowTitle(tr("Import %1").arg(QFileInfo(m_path).fileName()));
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 34);
    m_encoding->addItem(tr("By the file's letters"), {});
    m_encoding->addItem(u"CP437 (IBM PC, SIE)"_s, int(SieEncoding::Cp437));
    m_encoding->addItem(u"Latin-1 / Windows-1252"_s, int(SieEncoding::Latin1));
    m_encoding->addItem(u"UTF-8"_s, int(SieEncoding::Utf8));
    m_encoding->setAccessibleName(tr("Character encoding"));
    m_sample->setWordWrap(true);
    m_sample->setTextFormat(Qt::PlainText);
    m_sample->setAccessibleName(tr("Words with letters å ä ö"));
    m_summary->setAccessibleName(tr("What the file holds"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Import"));

    auto *letters = new QFormLayout;
    letters->addRow(tr("&Letters"), m_encoding);
    letters->addRow(tr("Are these right?"), m_sample);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addLayout(letters);
    column->addWidget(m_summary, 1);
    column->addWidget(m_buttons);
}

void SieImportDialog::setBusy(bool busy)
{
    m_encoding->setEnabled(!busy);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!busy && m_plan);
}

void SieImportDialog::read()
{
    m_plan.reset();
    setBusy(true);
    const auto chosen = m_encoding->currentData();
    const auto encoding = chosen.isValid() ? std::optional(SieEncoding(chosen.toInt())) : std::nullopt;
    m_session.ask(
        Lane::Scan, this, [path = m_path, encoding](Company &) { return readFile(path, encoding); },
        [this](Result<SiePlan> plan) {
            if (!plan) {
                showError(plan.error());
                return;
            }
            m_plan = std::make_shared<const SiePlan>(*std::move(plan));
            look();
        });
}

// A dry run writes nothing, but it decides with the writing connection's eyes.
void SieImportDialog::look()
{
    m_session.ask(
        Lane::Write, this,
        [plan = m_plan](Company &company) {
            SieImporter importer(company.database(), company.editor(), company.clock(), company.random());
            return importer.import(*plan, company.actor(Source::Import), {.mode = ImportMode::DryRun});
        },
        [this](const Result<SieReport> &report) {
            setBusy(false);
            if (!report) {
                showError(report.error());
                return;
            }
            m_preview = *report;
            showReport(*report);
            Q_EMIT looked();
        });
}

void SieImportDialog::showLetters(const SieFacts &facts)
{
    const auto words = sieSample(facts);
    m_sample->setText(words.isEmpty() ? tr("The file has no letters beyond a–z.") : words);
    if (!facts.encodingChosen)
        m_encoding->setItemText(0, tr("By the file's letters: %1").arg(toString(facts.encoding).toUpper()));
}

void SieImportDialog::showReport(const SieReport &report)
{
    showLetters(report.facts);
    m_summary->setHtml(sieSummary(report));
    m_banner->clear();
    auto *import = m_buttons->button(QDialogButtonBox::Ok);
    import->setText(tr("Import"));
    if (!report.importedBefore.isEmpty()) {
        m_banner->showMessage(Banner::Kind::Warning,
                              tr("This file was imported on %1. Importing it again adds only what is missing.")
                                  .arg(QLocale().toString(fromIso(report.importedBefore).toLocalTime(), QLocale::ShortFormat)),
                              Banner::Closing::NotAllowed);
        import->setText(tr("Import again"));
    } else if (!report.otherCompany.isEmpty()) {
        m_banner->showMessage(Banner::Kind::Warning,
                              tr("The file is of %1, the files imported here before are of %2. Is this the right company?")
                                  .arg(report.facts.organisationNumber, report.otherCompany),
                              Banner::Closing::NotAllowed);
        import->setText(tr("Import all the same"));
    } else if (report.facts.flagged) {
        m_banner->showMessage(Banner::Kind::Information, tr("The file says of itself that a program has read it before."));
    }
}

//! Pressing the button under the warning confirms what the warning says.
SieConfirmations SieImportDialog::confirmations() const
{
    SieConfirmations confirmed;
    confirmed.setFlag(SieConfirmation::Again, !m_preview.importedBefore.isEmpty());
    confirmed.setFlag(SieConfirmation::OtherCompany, !m_preview.otherCompany.isEmpty());
    return confirmed;
}

void SieImportDialog::import()
{
    setBusy(true);
    m_banner->showMessage(Banner::Kind::Information, tr("Importing …"), Banner::Closing::NotAllowed);
    m_session.ask(
        Lane::Write, this,
        [plan = m_plan, confirmed = confirmations()](Company &company) {
            SieImporter importer(company.database(), company.editor(), company.clock(), company.random());
            return importer.import(*plan, company.actor(Source::Import), {.confirmed = confirmed});
        },
        [this](const Result<SieReport> &report) {
            setBusy(false);
            if (!report) {
                showError(report.error());
                return;
            }
            m_summary->setHtml(sieSummary(*report));
            m_banner->showMessage(report->isUnfinished() ? Banner::Kind::Warning : Banner::Kind::Success,
                                  report->isUnfinished() ? tr("Imported; some of the file was left out, see below.")
                                                         : tr("Imported."));
            m_buttons->button(QDialogButtonBox::Ok)->hide();
            m_buttons->button(QDialogButtonBox::Close)->setFocus();
            Q_EMIT imported(*report);
        });
}

void SieImportDialog::showError(const Error &error)
{
    setBusy(false);
    m_summary->clear();
    m_banner->showMessage(Banner::Kind::Error, wording::errorText(error), Banner::Closing::NotAllowed);
}

} // namespace frost
