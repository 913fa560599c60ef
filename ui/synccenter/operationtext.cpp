// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/operationtext.h"

#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Whole phrases: in Swedish "new" depends on what is new.
struct Phrases {
    const char *type;
    const char *created;
    const char *updated;
    const char *deleted;
};

constexpr Phrases kPhrases[]{
    {"customers", QT_TRANSLATE_NOOP("Operation", "New customer %1"),
     QT_TRANSLATE_NOOP("Operation", "Changed customer %1"), QT_TRANSLATE_NOOP("Operation", "Deleted customer %1")},
    {"suppliers", QT_TRANSLATE_NOOP("Operation", "New supplier %1"),
     QT_TRANSLATE_NOOP("Operation", "Changed supplier %1"), QT_TRANSLATE_NOOP("Operation", "Deleted supplier %1")},
    {"articles", QT_TRANSLATE_NOOP("Operation", "New article %1"), QT_TRANSLATE_NOOP("Operation", "Changed article %1"),
     QT_TRANSLATE_NOOP("Operation", "Deleted article %1")},
    {"accounts", QT_TRANSLATE_NOOP("Operation", "New account %1"), QT_TRANSLATE_NOOP("Operation", "Changed account %1"),
     QT_TRANSLATE_NOOP("Operation", "Deleted account %1")},
    {"invoices", QT_TRANSLATE_NOOP("Operation", "New invoice %1"), QT_TRANSLATE_NOOP("Operation", "Changed invoice %1"),
     QT_TRANSLATE_NOOP("Operation", "Deleted invoice %1")},
    {"invoicePayments", QT_TRANSLATE_NOOP("Operation", "New payment %1"),
     QT_TRANSLATE_NOOP("Operation", "Changed payment %1"), QT_TRANSLATE_NOOP("Operation", "Deleted payment %1")},
    {"supplierInvoices", QT_TRANSLATE_NOOP("Operation", "New supplier invoice %1"),
     QT_TRANSLATE_NOOP("Operation", "Changed supplier invoice %1"),
     QT_TRANSLATE_NOOP("Operation", "Deleted supplier invoice %1")},
    {"vouchers", QT_TRANSLATE_NOOP("Operation", "New voucher %1"), QT_TRANSLATE_NOOP("Operation", "Changed voucher %1"),
     QT_TRANSLATE_NOOP("Operation", "Deleted voucher %1")},
    {"orders", QT_TRANSLATE_NOOP("Operation", "New order %1"), QT_TRANSLATE_NOOP("Operation", "Changed order %1"),
     QT_TRANSLATE_NOOP("Operation", "Deleted order %1")},
    {"projects", QT_TRANSLATE_NOOP("Operation", "New project %1"), QT_TRANSLATE_NOOP("Operation", "Changed project %1"),
     QT_TRANSLATE_NOOP("Operation", "Deleted project %1")},
    {"costCenters", QT_TRANSLATE_NOOP("Operation", "New cost centre %1"),
     QT_TRANSLATE_NOOP("Operation", "Changed cost centre %1"),
     QT_TRANSLATE_NOOP("Operation", "Deleted cost centre %1")},
};

QString translated(const char *source)
{
    return QCoreApplication::translate("Operation", source);
}

const char *phraseOf(const Phrases &phrases, OperationKind kind)
{
    switch (kind) {
    case OperationKind::Create: return phrases.created;
    case OperationKind::Update: return phrases.updated;
    case OperationKind::Delete: return phrases.deleted;
    case OperationKind::Step: break; // in words of its own
    }
    return phrases.updated;
}

//! Of a type without phrases of its own ("Soap notes").
QString plainPhrase(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Create: return translated(QT_TRANSLATE_NOOP("Operation", "New: %1 %2"));
    case OperationKind::Update: return translated(QT_TRANSLATE_NOOP("Operation", "Changed: %1 %2"));
    case OperationKind::Delete: return translated(QT_TRANSLATE_NOOP("Operation", "Deleted: %1 %2"));
    case OperationKind::Step: break;
    }
    return u"%1 %2"_s;
}

//! Codes are worded to stand behind the name of a field; alone they begin as sentences do.
QString standingAlone(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString operationText(const Operation &operation, const QString &title)
{
    const auto &type = operation.type;
    if (operation.kind == OperationKind::Step)
        return translated(QT_TRANSLATE_NOOP("Operation", "%1: %2 %3")) // Book: Invoice 1042
            .arg(wording::stepLabel(operation.step), wording::typeLabel(type, wording::Number::One), title)
            .trimmed();
    for (const auto &phrases : kPhrases) {
        if (type.toString() == QLatin1StringView(phrases.type))
            return translated(phraseOf(phrases, operation.kind)).arg(title).trimmed();
    }
    return plainPhrase(operation.kind).arg(wording::typeLabel(type, wording::Number::One), title).trimmed();
}

QString stateText(OperationState state)
{
    switch (state) {
    case OperationState::Pending: return translated(QT_TRANSLATE_NOOP("Operation", "Waiting"));
    case OperationState::Processing: return translated(QT_TRANSLATE_NOOP("Operation", "Being sent"));
    case OperationState::Verify: return translated(QT_TRANSLATE_NOOP("Operation", "Being checked"));
    case OperationState::Conflict: return translated(QT_TRANSLATE_NOOP("Operation", "Conflict"));
    case OperationState::Failed: return translated(QT_TRANSLATE_NOOP("Operation", "Not accepted"));
    case OperationState::Completed: return translated(QT_TRANSLATE_NOOP("Operation", "Sent"));
    case OperationState::Skipped: return translated(QT_TRANSLATE_NOOP("Operation", "Kept here, not sent"));
    case OperationState::Cancelled: return translated(QT_TRANSLATE_NOOP("Operation", "Withdrawn"));
    }
    return {};
}

QString stateIcon(OperationState state)
{
    switch (state) {
    case OperationState::Pending: return u"cloud-upload"_s;
    case OperationState::Processing:
    case OperationState::Verify: return u"state-sync"_s;
    case OperationState::Conflict: return u"vcs-conflicting"_s;
    case OperationState::Failed: return u"state-error"_s;
    case OperationState::Completed: return u"state-ok"_s;
    case OperationState::Skipped: return u"state-pause"_s;
    case OperationState::Cancelled: return u"edit-undo"_s;
    }
    return {};
}

QString reasonText(const Operation &operation, const QString &waitsFor)
{
    if (operation.reason == "parent.waiting"_L1 && !waitsFor.isEmpty()) {
        const auto type = wording::typeLabel(EntityType(operation.reasonArgs.value(0)), wording::Number::One);
        return translated(QT_TRANSLATE_NOOP("Operation", "Sent after what it refers to: %1 %2."))
            .arg(type.toLower(), waitsFor);
    }
    if (operation.reason == "discarded"_L1)
        return translated(QT_TRANSLATE_NOOP("Operation", "Discarded by %1.")).arg(operation.reasonArgs.value(0));
    if (operation.reason == "never.sent"_L1)
        return translated(QT_TRANSLATE_NOOP("Operation", "Deleted before it was sent."));
    if (operation.reason == "unchanged"_L1)
        return translated(QT_TRANSLATE_NOOP("Operation", "Changed back before it was sent."));
    if (operation.reason == "resolved"_L1)
        return translated(QT_TRANSLATE_NOOP("Operation", "Decided in a conflict."));
    if (operation.reason == "retry.exhausted"_L1)
        return translated(QT_TRANSLATE_NOOP("Operation", "Tried several times without success. %1"))
            .arg(standingAlone(wording::codeText(operation.reasonArgs.value(0), {})));
    if (!operation.reason.isEmpty())
        return standingAlone(wording::codeText(operation.reason, operation.reasonArgs));
    switch (operation.state) {
    case OperationState::Processing: return translated(QT_TRANSLATE_NOOP("Operation", "On its way."));
    case OperationState::Verify:
        return translated(QT_TRANSLATE_NOOP(
            "Operation", "Sent, and the answer was lost: the next synchronisation asks what became of it."));
    case OperationState::Conflict:
        return translated(QT_TRANSLATE_NOOP("Operation", "Somebody else changed it too: choose what holds."));
    default: return {};
    }
}

QString runText(RunState state)
{
    switch (state) {
    case RunState::Queued: return translated(QT_TRANSLATE_NOOP("Operation", "Waiting for its turn"));
    case RunState::Paused: return translated(QT_TRANSLATE_NOOP("Operation", "Paused"));
    case RunState::Processing: return translated(QT_TRANSLATE_NOOP("Operation", "Running"));
    case RunState::Done: return translated(QT_TRANSLATE_NOOP("Operation", "Done"));
    case RunState::Partial: return translated(QT_TRANSLATE_NOOP("Operation", "Done in part"));
    case RunState::Failed: return translated(QT_TRANSLATE_NOOP("Operation", "Failed"));
    case RunState::Cancelled: return translated(QT_TRANSLATE_NOOP("Operation", "Stopped"));
    }
    return {};
}

} // namespace frost
