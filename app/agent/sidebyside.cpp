// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/sidebyside.h"

#include "app/agent/table.h"
#include "core/conflict/rowpath.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Conflicts", source);
}

QString wholeRecord(const std::optional<QJsonObject> &body)
{
    return body ? text(QT_TRANSLATE_NOOP("Conflicts", "(changed)")) : text(QT_TRANSLATE_NOOP("Conflicts", "(deleted)"));
}

Result<QString> cell(Presentation &presentation, const Conflict &conflict, const QString &path, const QJsonValue &value)
{
    const auto presented = presentation.value(conflict.type, path, value);
    FROST_TRY(presented);
    return value.isUndefined() ? u"-"_s : shown(*presented);
}

//! What has been chosen for an open field so far, here or in the window.
QString openText(const Conflict &conflict, const QString &path)
{
    const auto chosen = decisionsFrom(conflict.draft["decisions"_L1].toObject()).value(path).choice;
    return chosen == Choice::None ? text(QT_TRANSLATE_NOOP("Conflicts", "open"))
                                  : text(QT_TRANSLATE_NOOP("Conflicts", "open (chosen so far: %1)")).arg(toString(chosen));
}

} // namespace

Result<> writeSideBySide(Output &output, Company &company, const Conflict &conflict)
{
    const auto merged = company.resolver().compare(conflict);
    FROST_TRY(merged);
    Presentation presentation(company);
    Table table(output, {{text(QT_TRANSLATE_NOOP("Conflicts", "Field"))},
                         {text(QT_TRANSLATE_NOOP("Conflicts", "Base"))},
                         {text(QT_TRANSLATE_NOOP("Conflicts", "Mine"))},
                         {text(QT_TRANSLATE_NOOP("Conflicts", "Theirs"))},
                         {text(QT_TRANSLATE_NOOP("Conflicts", "Decision"))}});
    for (const auto &field : merged->fields) {
        if (field.path.isEmpty()) {
            table.add({text(QT_TRANSLATE_NOOP("Conflicts", "(the record)")), u"-"_s, wholeRecord(conflict.versions.mine),
                       wholeRecord(conflict.versions.theirs), openText(conflict, field.path)});
            continue;
        }
        QStringList cells{field.path};
        for (const auto &value : {field.base, field.mine, field.theirs}) {
            const auto shownValue = cell(presentation, conflict, field.path, value);
            FROST_TRY(shownValue);
            cells += *shownValue;
        }
        const auto decision = cell(presentation, conflict, field.path, field.result);
        FROST_TRY(decision);
        cells += field.origin == Origin::Open ? openText(conflict, field.path) : *decision;
        table.add(cells);
    }
    for (const auto &alike : merged->duplicates) { // both rows stand above too, as added
        const auto mine = cell(presentation, conflict, rowPath(alike.rows, alike.mine), alike.told.mine);
        FROST_TRY(mine);
        const auto theirs = cell(presentation, conflict, rowPath(alike.rows, alike.theirs), alike.told.theirs);
        FROST_TRY(theirs);
        table.add({text(QT_TRANSLATE_NOOP("Conflicts", "Probable duplicate")), u"-"_s, *mine, *theirs,
                   text(QT_TRANSLATE_NOOP("Conflicts", "open"))});
    }
    return {};
}

} // namespace frost
