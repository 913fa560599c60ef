// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/sendpreview.h"

#include "ui/conflicts/mergetext.h"
#include "ui/widgets/banner.h"
#include "ui/wording/errortext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTextDocument>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Errors: Storage "pdf.unwritable" [file].
Result<> writePdf(const QString &path, const QString &title, const QString &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        QPdfWriter writer(&file);
        writer.setTitle(title);
        QTextDocument document;
        document.setPlainText(text);
        document.print(&writer);
    }
    if (!file.commit())
        return fail(ErrorKind::Storage, u"pdf.unwritable"_s, {path}, file.errorString());
    return {};
}

void addHeading(QListWidget &list, const QString &text)
{
    auto *heading = new QListWidgetItem(text, &list);
    auto font = heading->font();
    font.setBold(true);
    heading->setFont(font);
}

} // namespace

SendPreview::SendPreview(CompanySession &session, const MergeEditing &editing, QWidget *parent)
    : QDialog(parent), m_banner(new Banner(this)), m_heading(new QLabel(this)), m_list(new QListWidget(this)), m_json(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(MergeText::tr("What is sent"));
    build();
    const SendQuestion question(editing);
    session.ask(
        Lane::Page, this,
        [wish = question.wish()](Company &company) { return readRequests(company, wish); },
        [this, question, &schema = session.schema()](const Result<SendCases> &cases) {
        if (!cases)
            return m_banner->showMessage(Banner::Kind::Error, wording::errorText(cases.error()));
        const auto plans = question.plansFor(schema, *cases);
        tell(question.summaryOf(plans), plans);
    });
}

void SendPreview::build()
{
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(MergeText::tr("Requests and what they change"));
    m_list->setWordWrap(true);
    m_json->setReadOnly(true);
    m_json->setTabChangesFocus(true);
    m_json->setAccessibleName(MergeText::tr("The requests as JSON"));
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(MergeText::tr("&Copy"), QDialogButtonBox::ActionRole);
    m_pdf = buttons->addButton(MergeText::tr("Save as &PDF …"), QDialogButtonBox::ActionRole);
    m_details = buttons->addButton(MergeText::tr("Show &JSON"), QDialogButtonBox::ActionRole);
    m_details->setCheckable(true);
    for (auto *button : {m_copy, m_pdf, m_details})
        button->setEnabled(false); // until it is known what is sent
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addWidget(m_heading);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_json, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 28);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(textOf(m_plans)); });
    connect(m_pdf, &QPushButton::clicked, this, [this] { askForPdf(); });
    connect(m_details, &QPushButton::toggled, m_json, &QWidget::setVisible);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SendPreview::tell(const QString &summary, const QList<SendPlan> &plans)
{
    m_plans = plans;
    m_heading->setText(summary);
    for (const auto &plan : plans)
        addLines(plan);
    m_list->setCurrentRow(0);
    m_json->setPlainText(jsonOf(plans));
    m_copy->setEnabled(true);
    m_pdf->setEnabled(true);
    m_details->setEnabled(!jsonOf(plans).isEmpty());
    Q_EMIT announced(summary);
}

void SendPreview::addLines(const SendPlan &plan)
{
    addHeading(*m_list, plan.heading);
    if (!plan.waits.isEmpty())
        m_list->addItem(plan.waits);
    m_list->addItems(plan.changes);
    if (!plan.kept.isEmpty())
        addHeading(*m_list, MergeText::tr("Not sent, because the other side has it so:"));
    m_list->addItems(plan.kept);
    if (!plan.withheld.isEmpty())
        addHeading(*m_list, MergeText::tr("Not sent, because the rules of the connection leave it out:"));
    m_list->addItems(plan.withheld);
}

void SendPreview::askForPdf()
{
    auto *files = new QFileDialog(this, MergeText::tr("Save what is sent"), {}, MergeText::tr("PDF files (*.pdf)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"pdf"_s);
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto written = writePdf(path, windowTitle(), textOf(m_plans));
        if (written)
            m_banner->showMessage(Banner::Kind::Success, MergeText::tr("Saved as %1").arg(path));
        else
            m_banner->showMessage(Banner::Kind::Error, wording::errorText(written.error()));
    });
    files->open();
}

} // namespace frost
