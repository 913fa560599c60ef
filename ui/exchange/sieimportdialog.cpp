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
#include <QProgressBar>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kAtOnce = 100; //!< records of one transaction: some 50 ms of the only thread that writes

Result<SiePlan> readFile(const QString &path, const SieFile::Options &options)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"file.unreadable"_s, {QFileInfo(path).fileName(), file.errorString()});
    const auto bytes = file.read((SieFile::kLargestFile << 20) + 1); // more is refused by size
    return SieFile::read(bytes, options);
}

SieImporter importerOf(Company &company)
{
    return SieImporter(company.database(), company.editor(), company.clock(), company.random());
}

} // namespace

SieImportDialog::SieImportDialog(CompanySession &session, const QString &path, QWidget *parent)
    : QDialog(parent), m_session(session), m_path(path), m_stopped(std::make_shared<std::atomic<bool>>(false)),
      m_banner(new Banner(this)), m_encoding(new QComboBox(this)), m_sample(new QLabel(this)),
      m_summary(new QTextBrowser(this)), m_progress(new QProgressBar(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Close, this))
{
    build();
    connect(m_encoding, &QComboBox::activated, this, &SieImportDialog::read);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SieImportDialog::import);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SieImportDialog::reject);
    read();
}

SieImportDialog::~SieImportDialog()
{
    *m_stopped = true;
}

// What is on its way ends where it is; its answer comes all the same.
void SieImportDialog::reject()
{
    if (m_state == State::Importing)
        *m_stopped = true;
    else
        QDialog::reject();
}

std::function<bool(qint64, qint64)> SieImportDialog::untilStopped() const
{
    return [stopped = m_stopped](qint64, qint64) { return !*stopped; };
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
    m_progress->setAccessibleName(tr("Progress"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Import"));

    auto *letters = new QFormLayout;
    letters->addRow(tr("&Letters"), m_encoding);
    letters->addRow(tr("Are these right?"), m_sample);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addLayout(letters);
    column->addWidget(m_summary, 1);
    column->addWidget(m_progress);
    column->addWidget(m_buttons);
}

void SieImportDialog::setState(State state)
{
    m_state = state;
    const bool importing = state == State::Importing;
    m_encoding->setEnabled(state == State::Ready);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(state == State::Ready && m_plan);
    m_buttons->button(QDialogButtonBox::Ok)->setHidden(state == State::Done);
    m_buttons->button(QDialogButtonBox::Close)->setText(importing ? tr("Stop") : tr("Close"));
    m_progress->setRange(0, 0); // busy, until it is known how much there is to do
    m_progress->setVisible(state == State::Looking || importing);
}

void SieImportDialog::read()
{
    m_plan.reset();
    setState(State::Looking);
    SieFile::Options options;
    const auto chosen = m_encoding->currentData();
    options.encoding = chosen.isValid() ? std::optional(SieEncoding(chosen.toInt())) : std::nullopt;
    options.progress = untilStopped();
    m_session.ask(
        Lane::Scan, this, [path = m_path, options](Company &) { return readFile(path, options); },
        [this](Result<SiePlan> plan) {
            if (!plan) {
                showError(plan.error());
                return;
            }
            m_plan = std::make_shared<const SiePlan>(*std::move(plan));
            look();
        });
}

void SieImportDialog::look()
{
    const SieImporter::Options options{.mode = ImportMode::DryRun, .confirmed = {}, .progress = untilStopped()};
    m_session.ask(
        Lane::Scan, this,
        [plan = m_plan, options](Company &company) { return importerOf(company).decide(*plan, options); },
        [this](const Result<SieDecision> &decision) {
            if (!decision) {
                showError(decision.error());
                return;
            }
            m_preview = decision->report;
            setState(State::Ready);
            showReport(m_preview);
            Q_EMIT looked();
        });
}

// Only the person can say that the letters are right: those that look wrong come first.
void SieImportDialog::showLetters(const SieFacts &facts)
{
    QStringList lines;
    if (!facts.sample.doubtful.isEmpty())
        lines += tr("These look wrong: %1").arg(facts.sample.doubtful.join(u"  "_s));
    if (!facts.sample.words.isEmpty())
        lines += facts.sample.words.join(u"  "_s);
    m_sample->setText(lines.isEmpty() ? tr("The file has no letters beyond a–z.") : lines.join(u'\n'));
    if (!facts.encodingChosen)
        m_encoding->setItemText(0, tr("By the file's letters: %1").arg(m_encoding->itemText(m_encoding->findData(int(facts.encoding)))));
}

void SieImportDialog::showReport(const SieReport &report)
{
    showLetters(report.facts);
    m_summary->setHtml(sieSummary(report));
    m_banner->clear();
    auto *import = m_buttons->button(QDialogButtonBox::Ok);
    auto *close = m_buttons->button(QDialogButtonBox::Close);
    import->setText(tr("Import"));
    import->setDefault(true);
    showWarning(report);
    if (m_banner->isHidden() || m_banner->kind() != Banner::Kind::Warning)
        return;
    close->setDefault(true); // what is doubtful is not done by pressing Enter
    if (import->hasFocus())
        close->setFocus();
}

void SieImportDialog::showWarning(const SieReport &report)
{
    const auto warn = [this](const QString &text, const QString &button) {
        m_banner->showMessage(Banner::Kind::Warning, text, Banner::Closing::NotAllowed);
        m_buttons->button(QDialogButtonBox::Ok)->setText(button);
    };
    if (!report.importedBefore.isEmpty())
        warn(tr("This file was imported on %1. Importing it again adds only what is missing.")
                 .arg(QLocale().toString(fromIso(report.importedBefore).toLocalTime(), QLocale::ShortFormat)),
             tr("Import again"));
    else if (!report.otherCompany.isEmpty())
        warn(tr("The file is of %1, the files imported here before are of %2. Is this the right company?")
                 .arg(report.facts.organisationNumber, report.otherCompany),
             tr("Import all the same"));
    else if (!report.facts.sample.doubtful.isEmpty())
        warn(tr("Some words look wrong, see below. Choose other letters before you import."), tr("Import all the same"));
    else if (report.facts.flagged)
        m_banner->showMessage(Banner::Kind::Information, tr("The file says of itself that a program has read it before."));
}

//! Pressing the button under the warning confirms what the warning says.
SieConfirmations SieImportDialog::confirmations() const
{
    SieConfirmations confirmed;
    confirmed.setFlag(SieConfirmation::Again, !m_preview.importedBefore.isEmpty());
    confirmed.setFlag(SieConfirmation::OtherCompany, !m_preview.otherCompany.isEmpty());
    return confirmed;
}

// What was looked at may be there by now: it is decided anew.
void SieImportDialog::import()
{
    *m_stopped = false;
    setState(State::Importing);
    m_banner->showMessage(Banner::Kind::Information, tr("Importing …"), Banner::Closing::NotAllowed);
    const SieImporter::Options options{.mode = ImportMode::Write, .confirmed = confirmations(), .progress = untilStopped()};
    m_session.ask(
        Lane::Scan, this,
        [plan = m_plan, options](Company &company) { return importerOf(company).decide(*plan, options); },
        [this](Result<SieDecision> decision) {
            if (!decision) {
                showEnd(decision.error(), 0);
                return;
            }
            m_decision = std::make_shared<const SieDecision>(*std::move(decision));
            m_progress->setRange(0, int(m_decision->bodies.size()));
            writeFrom(0);
        });
}

void SieImportDialog::writeFrom(qsizetype first)
{
    if (*m_stopped)
        return showEnd({ErrorKind::Cancelled, u"sie.cancelled"_s, {}, {}, {}}, first);
    m_progress->setValue(int(first));
    m_session.ask(
        Lane::Write, this,
        [decision = m_decision, first](Company &company) {
            return importerOf(company).write(*decision, first, kAtOnce, company.actor(Source::Import));
        },
        [this, first](const Result<> &written) {
            if (!written)
                showEnd(written.error(), first);
            else if (first + kAtOnce < m_decision->bodies.size())
                writeFrom(first + kAtOnce);
            else
                showImported();
        });
}

void SieImportDialog::showImported()
{
    const auto report = m_decision->report;
    setState(State::Done);
    m_summary->setHtml(sieSummary(report));
    m_banner->showMessage(report.isUnfinished() ? Banner::Kind::Warning : Banner::Kind::Success,
                          report.isUnfinished() ? tr("Imported; some of the file was left out, see below.")
                                                : tr("Imported."));
    m_buttons->button(QDialogButtonBox::Close)->setFocus();
    Q_EMIT imported(report);
}

//! @param written records that are in and stay
void SieImportDialog::showEnd(const Error &error, qsizetype written)
{
    showError(error);
    if (written > 0 || error.kind == ErrorKind::Cancelled)
        m_banner->showMessage(Banner::Kind::Warning,
                              (error.kind == ErrorKind::Cancelled ? tr("Stopped.") : wording::errorText(error)) + u' '
                                  + tr("%Ln record(s) were imported and stay. Importing the file again adds what is missing.",
                                       nullptr, int(written)),
                              Banner::Closing::NotAllowed);
}

void SieImportDialog::showError(const Error &error)
{
    setState(State::Ready);
    m_summary->clear();
    m_banner->showMessage(Banner::Kind::Error, wording::errorText(error), Banner::Closing::NotAllowed);
}

} // namespace frost
