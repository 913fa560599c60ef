// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/sendpreview.h"

#include "core/company/presentation.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/widgets/banner.h"
#include "ui/wording/errortext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonDocument>
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

using Entry = MergeDraft::Entry;
using Section = MergeDraft::Section;

QString changeText(const EntryTexts &texts, const Entry &entry, const QJsonValue &before, const QJsonValue &after)
{
    if (entry.isRow() && after.isUndefined())
        return MergeText::tr("Remove %1").arg(texts.fullLabel(entry));
    if (entry.isRow() && before.isUndefined())
        return MergeText::tr("Add %1: %2").arg(texts.fullLabel(entry), texts.value(entry, after));
    return MergeText::tr("%1: %2 → %3")
        .arg(texts.fullLabel(entry), texts.value(entry, before), texts.value(entry, after));
}

//! Theirs is there already: mine is added beside it, or instead of it, or not at all.
void addDuplicate(const EntryTexts &texts, const Entry &entry, Choice choice, SendPlan &plan)
{
    const auto words = [&](const QJsonValue &row) { return texts.rowInWords(*entry.rows, row.toObject()); };
    const auto add = MergeText::tr("Add %1").arg(words(entry.mine));
    if (choice == Choice::Mine)
        plan.changes.append(MergeText::tr("Remove %1").arg(words(entry.theirs)));
    (choice == Choice::Theirs ? plan.kept : plan.changes).append(add);
}

QString headingOf(const MergeEditing &editing, const std::optional<QJsonObject> &result)
{
    const auto &draft = editing.draft();
    const auto record = wording::recordHeading(draft.schema().type, editing.conflictCase().name);
    const auto system = EntryTexts(editing).systemInSentence();
    const auto &theirs = draft.input().theirs;
    const bool agreed = result && theirs ? sameContent(draft.schema(), *result, *theirs) : !result && !theirs;
    if (agreed)
        return MergeText::tr("Nothing is sent: %1 has this already.").arg(system);
    if (!result)
        return MergeText::tr("Delete %1 in %2").arg(record, system);
    return theirs ? MergeText::tr("Change %1 in %2").arg(record, system)
                  : MergeText::tr("Create %1 again in %2").arg(record, system);
}

QString planText(const SendPlan &plan)
{
    QStringList lines{plan.heading};
    lines += plan.changes;
    if (!plan.kept.isEmpty())
        lines.append(MergeText::tr("Not sent:"));
    lines += plan.kept;
    return lines.join(u'\n');
}

//! Errors: Storage "pdf.unwritable" [file].
Result<> writePdf(const QString &path, const SendPlan &plan, const QString &json)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        QPdfWriter writer(&file);
        writer.setTitle(plan.heading);
        QTextDocument document;
        document.setPlainText(json.isEmpty() ? planText(plan) : planText(plan) + u"\n\n"_s + json);
        document.print(&writer);
    }
    if (!file.commit())
        return fail(ErrorKind::Storage, u"pdf.unwritable"_s, {path}, file.errorString());
    return {};
}

void addLines(QListWidget &list, const SendPlan &plan)
{
    list.addItems(plan.changes);
    if (plan.kept.isEmpty())
        return;
    auto *heading = new QListWidgetItem(MergeText::tr("Not sent, because the other side has it so:"), &list);
    auto font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    list.addItems(plan.kept);
}

} // namespace

SendPlan sendPlanOf(const MergeEditing &editing)
{
    const auto &draft = editing.draft();
    const EntryTexts texts(editing);
    const auto result = draft.result() ? *draft.result() : std::nullopt;
    SendPlan plan{headingOf(editing, result), {}, {}};
    for (const auto &entry : draft.entries()) {
        const auto after = draft.valueOf(entry);
        if (draft.isOpen(entry))
            plan.changes.append(MergeText::tr("%1: still to be chosen").arg(texts.fullLabel(entry)));
        if (entry.isRecord() || !result || draft.isOpen(entry))
            continue;
        if (entry.isDuplicate()) {
            addDuplicate(texts, entry, draft.decision(entry.path).choice, plan);
            continue;
        }
        const bool differs = entry.field ? comparable(*entry.field, after) != comparable(*entry.field, entry.theirs)
                                         : after != entry.theirs;
        if (differs && !(entry.isRow() && entry.section == Section::Unchanged))
            plan.changes.append(changeText(texts, entry, entry.theirs, after));
        else if (!differs && entry.section != Section::Unchanged && entry.mine != entry.theirs)
            plan.kept.append(changeText(texts, entry, entry.mine, after));
    }
    return plan;
}

SendPreview::SendPreview(CompanySession &session, const MergeEditing &editing, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(MergeText::tr("What is sent"));
    const auto plan = sendPlanOf(editing);
    auto *heading = new QLabel(plan.heading, this);
    heading->setWordWrap(true);
    heading->setTextFormat(Qt::PlainText);
    m_banner = new Banner(this);
    auto *list = new QListWidget(this);
    list->setAccessibleName(MergeText::tr("Changes that are sent"));
    list->setWordWrap(true);
    addLines(*list, plan);
    list->setCurrentRow(0);
    auto *json = new QPlainTextEdit(this);
    json->setReadOnly(true);
    json->setAccessibleName(MergeText::tr("The record as JSON"));
    json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    json->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(MergeText::tr("&Copy"), QDialogButtonBox::ActionRole);
    auto *pdf = buttons->addButton(MergeText::tr("Save as &PDF …"), QDialogButtonBox::ActionRole);
    auto *details = buttons->addButton(MergeText::tr("Show &JSON"), QDialogButtonBox::ActionRole);
    details->setCheckable(true);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addWidget(heading);
    layout->addWidget(list, 1);
    layout->addWidget(json, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 24);
    connect(copy, &QPushButton::clicked, this, [plan] { QGuiApplication::clipboard()->setText(planText(plan)); });
    connect(pdf, &QPushButton::clicked, this, [this, plan, json] { askForPdf(plan, json->toPlainText()); });
    connect(details, &QPushButton::toggled, json, &QWidget::setVisible);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const auto &draft = editing.draft();
    const auto result = draft.result() ? *draft.result() : std::nullopt;
    details->setEnabled(result.has_value());
    if (!result)
        return;
    session.ask(
        Lane::Page, json,
        [type = draft.schema().type, body = *result](Company &company) {
        return Presentation(company).body(type, body);
        },
        [json](const Result<QJsonObject> &shown) {
        json->setPlainText(shown ? QString::fromUtf8(QJsonDocument(*shown).toJson())
                                 : wording::errorText(shown.error()));
    });
}

void SendPreview::askForPdf(const SendPlan &plan, const QString &json)
{
    auto *files = new QFileDialog(this, MergeText::tr("Save what is sent"), {}, MergeText::tr("PDF files (*.pdf)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"pdf"_s);
    connect(files, &QFileDialog::fileSelected, this, [this, plan, json](const QString &path) {
        const auto written = writePdf(path, plan, json);
        if (written)
            m_banner->showMessage(Banner::Kind::Success, MergeText::tr("Saved as %1").arg(path));
        else
            m_banner->showMessage(Banner::Kind::Error, wording::errorText(written.error()));
    });
    files->open();
}

} // namespace frost
