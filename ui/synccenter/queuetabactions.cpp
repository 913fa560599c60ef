// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the queue does with a change: tries it again, or discards it.
#include "ui/conflicts/conflictcase.h"
#include "ui/conflicts/keepbothdialog.h"
#include "ui/synccenter/queuetab.h"
#include "ui/widgets/banner.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QueueEditor editorOf(Company &company)
{
    return {company.writer(), company.clock(), company.random()};
}

} // namespace

void QueueTab::retry()
{
    QList<qint64> ids;
    for (const auto &row : selected()) {
        if (row.mayBeRetried())
            ids.append(row.operation.id);
    }
    m_session.ask(
        Lane::Write, this,
        [ids](Company &company) -> Result<> {
            auto editor = editorOf(company);
            for (const auto id : ids)
                FROST_TRY(editor.retry(id, company.actor()));
            return {};
        },
        [this](const Result<> &done) {
        if (!done)
            showProblem(done.error());
        m_model->reload();
        });
}

void QueueTab::renumber()
{
    const auto rows = selected();
    if (rows.size() != 1 || !rows.constFirst().mayBeRenumbered())
        return;
    using Offered = std::pair<Conflict, KeepBoth::Offer>;
    m_session.ask(
        Lane::Page, this,
        [operation = rows.constFirst().operation](Company &company) -> Result<Offered> {
            const auto refusal = company.conflicts().openFor(operation.connection, operation.type, operation.record);
            FROST_TRY(refusal);
            if (!*refusal)
                return fail(ErrorKind::Rejected, u"operation.notWaiting"_s);
            const auto offer = company.resolver().keepBothOffer(**refusal);
            FROST_TRY(offer);
            if (!*offer)
                return fail(ErrorKind::Rejected, u"keepBoth.oneRecord"_s, {QString::number((*refusal)->id)});
            return Offered(**refusal, **offer);
        },
        [this](const Result<Offered> &offered) {
        if (offered)
            askNumber(offered->first, offered->second);
        else
            showProblem(offered.error());
        });
}

void QueueTab::askNumber(const Conflict &refusal, const KeepBoth::Offer &offer)
{
    const auto *known = m_session.status().connection(refusal.connection);
    const auto name = known ? wording::connectionName(refusal.connection, known->provider, wording::Place::Within) : refusal.connection.toString();
    auto *dialog = new KeepBothDialog(*m_session.schema().find(refusal.type), offer, name, this);
    connect(dialog, &KeepBothDialog::chosen, this, [this, id = refusal.id](const QString &number) {
        Resolution resolution;
        resolution.strategy = Strategy::KeepBoth;
        resolution.number = number;
        resolve(id, resolution);
    });
    dialog->open();
}

void QueueTab::resolve(qint64 conflict, const Resolution &resolution)
{
    m_session.ask(
        Lane::Write, this, [conflict, resolution](Company &company) { return resolveConflict(company, conflict, resolution); },
        [this](const Result<> &done) {
        if (!done)
            showProblem(done.error());
        m_model->reload();
        });
}

void QueueTab::discard()
{
    const auto rows = selected();
    if (rows.size() != 1 || !rows.constFirst().mayBeDiscarded())
        return;
    m_session.ask(
        Lane::Page, this,
        [id = rows.constFirst().operation.id](Company &company) { return editorOf(company).prospect(id); },
        [this](const Result<QueueEditor::Prospect> &prospect) {
        if (prospect)
            askDiscard(*prospect);
        else
            showProblem(prospect.error());
        });
}

void QueueTab::askDiscard(const QueueEditor::Prospect &prospect)
{
    const auto &rows = m_model->rows();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const QueueRow &one) { return one.id() == prospect.operation.id; });
    if (row == rows.end())
        return; // sent in the meantime
    const auto &id = prospect.operation.connection;
    const auto *known = m_session.status().connection(id);
    const auto name = known ? wording::connectionName(id, known->provider, wording::Place::Within) : id.toString();
    auto *dialog = new DiscardDialog(m_session.schema(), prospect, QueueModel::whatText(*row), name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DiscardDialog::chosen, this,
            [this, prospect](DiscardDialog::Choice choice) { carryOut(prospect, choice); });
    dialog->open();
}

void QueueTab::carryOut(const QueueEditor::Prospect &prospect, DiscardDialog::Choice choice)
{
    m_session.ask(
        Lane::Write, this,
        [operation = prospect.operation, choice](Company &company) -> Result<> {
            if (choice == DiscardDialog::Choice::DeleteRecord)
                FROST_TRY(company.editor().remove(operation.type, operation.record, company.actor()));
            else
                FROST_TRY(editorOf(company).discard(operation.id, company.actor()));
            return {};
        },
        [this](const Result<> &done) {
        if (!done)
            showProblem(done.error());
        m_model->reload();
        });
}

void QueueTab::showProblem(const Error &error)
{
    if (error.code == "operation.notWaiting"_L1)
        m_banner->showMessage(Banner::Kind::Information,
                              tr("It has just been sent, or waits for a choice in a conflict."));
    else if (error.code == "operation.noBase"_L1)
        m_banner->showMessage(Banner::Kind::Warning,
                              tr("What the server has is not known here, so the change cannot be undone. "
                                 "Synchronise first."));
    else
        m_banner->showMessage(Banner::Kind::Warning, wording::errorText(error));
}

} // namespace frost
