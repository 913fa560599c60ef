// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordrow.h"

#include "ui/wording/values.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Titles looked up for one answer; many rows refer to the same few records.
class Titles
{
public:
    explicit Titles(Company &company) : m_company(company) { }

    Result<QString> of(const EntityType &type, const QString &id)
    {
        const std::pair key(type.toString(), id);
        if (const auto known = m_known.constFind(key); known != m_known.cend())
            return *known;
        const auto title = recordTitle(m_company, type, LocalId(id));
        FROST_TRY(title);
        m_known.insert(key, *title);
        return title;
    }

private:
    Company &m_company;
    QHash<std::pair<QString, QString>, QString> m_known;
};

SyncMark markOf(OperationState state)
{
    switch (state) {
    case OperationState::Conflict: return SyncMark::Conflict;
    case OperationState::Failed: return SyncMark::Failed;
    case OperationState::Pending:
    case OperationState::Processing:
    case OperationState::Verify: return SyncMark::Waiting;
    case OperationState::Completed:
    case OperationState::Skipped:
    case OperationState::Cancelled: break;
    }
    return SyncMark::None;
}

QString copiedCell(const RecordRow &row, const Field &field)
{
    auto text = field.kind == FieldKind::Reference ? row.references.value(field.name)
                                                   : wording::plainText(field, row.record.body[field.name]);
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

//! The gravest of all connections.
Result<SyncMark> markOf(Company &company, const QList<Connection> &connections, const EntityType &type, const LocalId &id)
{
    auto mark = SyncMark::None;
    for (const auto &connection : connections) {
        const auto operation = company.outbox().open(connection.id, type, id);
        FROST_TRY(operation);
        if (*operation)
            mark = std::max(mark, markOf((*operation)->state));
    }
    const auto steps = company.outbox().steps(type, id);
    FROST_TRY(steps);
    for (const auto &step : *steps)
        mark = std::max(mark, markOf(step.state));
    return mark;
}

} // namespace

Result<QString> recordTitle(Company &company, const EntityType &type, const LocalId &id)
{
    auto store = company.database().objectStore(type);
    FROST_TRY(store);
    const auto record = store->get(id);
    FROST_TRY(record);
    if (*record) {
        const auto &body = (*record)->body;
        if (const auto title = body[store->schema().title].toString(); !title.isEmpty())
            return title;
        if (!store->schema().naturalKey.isEmpty()) {
            if (const auto key = body[store->schema().naturalKey.last()].toString(); !key.isEmpty())
                return key;
        }
    }
    return company.shownIds().shown(type, id);
}

Result<QHash<RowNumber, RecordRow>> readRows(Company &company, const EntityType &type, const QList<RowNumber> &places)
{
    auto store = company.database().objectStore(type);
    FROST_TRY(store);
    const auto records = store->at(places);
    FROST_TRY(records);
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    Titles titles(company);
    QHash<RowNumber, RecordRow> rows;
    for (auto it = records->begin(); it != records->end(); ++it) {
        RecordRow row{it.value(), {}, SyncMark::None};
        for (const auto &field : store->schema().fields) {
            const auto referred = row.record.body[field.name].toString();
            if (field.kind != FieldKind::Reference || referred.isEmpty())
                continue;
            const auto title = titles.of(field.target, referred);
            FROST_TRY(title);
            row.references.insert(field.name, *title);
        }
        const auto mark = markOf(company, *connections, type, row.record.id);
        FROST_TRY(mark);
        row.mark = *mark;
        rows.insert(it.key(), row);
    }
    return rows;
}

Result<QString> copiedRows(Company &company, const EntityType &type, const QList<RowNumber> &places, const QStringList &fields)
{
    static constexpr qsizetype kAtOnce = 500; // rows in memory
    const auto *schema = company.schema().find(type);
    QStringList lines;
    for (qsizetype first = 0; first < places.size(); first += kAtOnce) {
        const auto part = places.mid(first, kAtOnce);
        const auto rows = readRows(company, type, part);
        FROST_TRY(rows);
        for (const auto place : part) {
            const auto row = rows->constFind(place);
            if (row == rows->cend())
                continue;
            QStringList cells;
            for (const auto &field : fields)
                cells += copiedCell(*row, *schema->field(field));
            lines += cells.join(u'\t');
        }
    }
    return lines.join(u'\n');
}

} // namespace frost
