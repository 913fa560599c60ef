// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordsmodel.h"

#include "ui/theme/icons.h"
#include "ui/theme/palette.h"
#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QColor>
#include <QGuiApplication>
#include <QIcon>
#include <QPalette>
#include <QSet>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 64;            //!< rows read at a time: more than a screen
constexpr int kFirstPage = 128;      //!< rows shown before the whole order is known
constexpr int kRemembered = 4096;    //!< rows; some 10 MB of invoices
constexpr int kRefreshPause = 300;   //!< ms: a pull changes many records in a row
constexpr int kSumsPause = 1000;     //!< ms: sums read every record of the list

QVariant markIcon(SyncMark mark)
{
    switch (mark) {
    case SyncMark::Waiting: return theme::icon(u"cloud-upload"_s);
    case SyncMark::Failed: return theme::icon(u"state-error"_s);
    case SyncMark::Conflict: return theme::icon(u"vcs-conflicting"_s);
    case SyncMark::None: break;
    }
    return {};
}

} // namespace

QString RecordsModel::markText(SyncMark mark)
{
    switch (mark) {
    case SyncMark::Waiting: return tr("Kept here, not sent yet");
    case SyncMark::Failed: return tr("Kept here; the other side refuses it");
    case SyncMark::Conflict: return tr("Changed on two sides: needs your decision");
    case SyncMark::None: break;
    }
    return {};
}

RecordsModel::RecordsModel(CompanySession &session, const EntityType &type, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_schema(*session.schema().find(type)),
      m_columns(columnsOf(m_schema)), m_ordered(std::make_shared<std::atomic<quint64>>(0)),
      m_read(std::make_shared<std::atomic<quint64>>(0)), m_sums(std::make_shared<std::atomic<quint64>>(0))
{
    m_reading.setSingleShot(true);
    connect(&m_reading, &QTimer::timeout, this, &RecordsModel::readWanted);
    m_refreshing.setSingleShot(true);
    m_refreshing.setInterval(kRefreshPause);
    connect(&m_refreshing, &QTimer::timeout, this, &RecordsModel::refresh);
    m_summing.setSingleShot(true);
    connect(&m_summing, &QTimer::timeout, this, &RecordsModel::readSums);
    connect(&session, &CompanySession::recordsChanged, this, &RecordsModel::recordsChanged);
    connect(&session, &CompanySession::queueMoved, this, &RecordsModel::readAnew);
}

RecordsModel::~RecordsModel()
{
    for (const auto &generation : {m_ordered, m_read, m_sums})
        ++*generation;
}

void RecordsModel::setQuery(const Query &query)
{
    if (query.where != m_query.where || query.search != m_query.search) {
        Q_EMIT summed({});
        wantSums(0);
    }
    m_query = query;
    m_query.after.reset();
    m_query.limit = -1;
    reload();
}

void RecordsModel::reload()
{
    ++*m_ordered;
    m_refreshing.stop();
    m_ordering = Ordering::Running;
    if (m_order.isEmpty())
        readFirstPage();
    readOrder();
}

// Changes come faster than a long list is ordered: the order on its way is waited for, not thrown away again and again.
void RecordsModel::refresh()
{
    if (m_ordering == Ordering::Idle)
        reload();
    else
        m_ordering = Ordering::RunningAndAgain;
}

std::function<bool()> RecordsModel::whileCurrent(const Generation &generation)
{
    return [generation, mine = generation->load()] { return *generation == mine; };
}

void RecordsModel::readFirstPage()
{
    auto query = m_query;
    query.limit = kFirstPage;
    m_session.ask(
        Lane::Page, this,
        [type = m_schema.type, query](Company &company) -> Result<QList<RowNumber>> {
            auto store = company.database().objectStore(type);
            FROST_TRY(store);
            return store->firstPlaces(query);
        },
        [this, current = whileCurrent(m_ordered)](const Result<QList<RowNumber>> &places) {
            if (places && current() && m_order.isEmpty())
                takeOrder(*places);
        });
}

void RecordsModel::readOrder()
{
    m_session.ask(
        Lane::Scan, this,
        [type = m_schema.type, query = m_query, current = whileCurrent(m_ordered)](Company &company) -> Result<QList<RowNumber>> {
            auto store = company.database().objectStore(type);
            FROST_TRY(store);
            return store->order(query, current);
        },
        [this, current = whileCurrent(m_ordered)](Result<QList<RowNumber>> order) {
            if (!current())
                return;
            if (std::exchange(m_ordering, Ordering::Idle) == Ordering::RunningAndAgain)
                m_refreshing.start();
            if (!order) {
                Q_EMIT failed(order.error());
                return;
            }
            takeOrder(*std::move(order));
            Q_EMIT ordered();
        });
}

void RecordsModel::setSummedFields(const QStringList &fields)
{
    if (fields == m_summed)
        return;
    m_summed = fields;
    Q_EMIT summed({});
    wantSums(0);
}

// Sums on their way are of no use any more, and in the way of the order.
void RecordsModel::wantSums(int pause)
{
    ++*m_sums;
    m_summing.start(pause);
}

void RecordsModel::readSums()
{
    if (m_summed.isEmpty())
        return;
    m_session.ask(
        Lane::Scan, this,
        [type = m_schema.type, query = m_query, fields = m_summed, current = whileCurrent(m_sums)](Company &company) -> Result<Sums> {
            auto store = company.database().objectStore(type);
            FROST_TRY(store);
            return sumsOf(*store, fields, query, current);
        },
        [this, current = whileCurrent(m_sums)](const Result<Sums> &sums) {
            if (current() && sums)
                Q_EMIT summed(*sums);
        });
}

// Selection and scroll position follow the records, not the row numbers of the list.
void RecordsModel::takeOrder(QList<RowNumber> order)
{
    if (order == m_order) {
        readAnew();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const auto from = persistentIndexList();
    QHash<RowNumber, int> wanted;
    for (const auto &index : from)
        wanted.insert(m_order.value(index.row()), -1);
    m_order.swap(order);
    if (!wanted.isEmpty()) {
        for (int row = 0; row < m_order.size(); ++row) {
            if (const auto it = wanted.find(m_order[row]); it != wanted.end())
                *it = row;
        }
    }
    QModelIndexList to;
    for (const auto &old : from) {
        const int row = wanted.value(order.value(old.row()), -1);
        to.append(row < 0 ? QModelIndex() : index(row, old.column()));
    }
    changePersistentIndexList(from, to);
    startAnew();
    Q_EMIT layoutChanged();
    // A million places are freed on the thread that made them: here, glibc would tidy up all that thread's memory before
    // it goes on (0.4 s measured).
    m_session.ask(Lane::Scan, this, [old = std::move(order)](Company &) { return true; }, [](bool) {});
}

// What was read is shown until it has been read again. What is on its way may be older than the change.
void RecordsModel::startAnew()
{
    m_fresh.clear();
    ++*m_read;
}

// The view repaints what it shows, and asks for what it misses.
void RecordsModel::readAnew()
{
    startAnew();
    if (!m_order.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_order.size()) - 1, columnCount() - 1));
}

void RecordsModel::wantPage(int row) const
{
    m_wanted.insert(row / kPage);
    if (!m_reading.isActive())
        m_reading.start(0);
}

void RecordsModel::readWanted()
{
    // What was asked for first has been scrolled away if much was asked since.
    static constexpr qsizetype kPagesAtOnce = 4;
    QList<int> pages(m_wanted.begin(), m_wanted.end());
    m_wanted.clear();
    QList<RowNumber> places;
    for (const int page : pages.mid(std::max(qsizetype(0), pages.size() - kPagesAtOnce))) {
        for (int row = page * kPage; row < std::min((page + 1) * kPage, int(m_order.size())); ++row) {
            if (!m_fresh.contains(m_order[row]))
                places.append(m_order[row]);
        }
    }
    if (places.isEmpty())
        return;
    m_session.ask(
        Lane::Page, this,
        [type = m_schema.type, places](Company &company) { return readRows(company, type, places); },
        [this, places, current = whileCurrent(m_read)](const Result<QHash<RowNumber, RecordRow>> &rows) {
            if (!current())
                return;
            if (rows)
                takeRows(places, *rows);
            else
                Q_EMIT failed(rows.error());
        });
}

void RecordsModel::takeRows(const QList<RowNumber> &places, const QHash<RowNumber, RecordRow> &rows)
{
    if (m_rows.size() > kRemembered) {
        m_rows.clear();
        m_fresh.clear();
    }
    m_rows.insert(rows);
    m_fresh.unite(QSet<RowNumber>(places.begin(), places.end())); // also what is gone: it is not asked for again
    if (m_order.isEmpty())
        return;
    // The view repaints what it shows; naming each row would cost more than that.
    Q_EMIT dataChanged(index(0, 0), index(int(m_order.size()) - 1, columnCount() - 1));
}

// What is in sight is read anew at once; the order of a long list follows when the changes pause.
void RecordsModel::recordsChanged(const QList<EntityType> &types)
{
    if (!types.contains(m_schema.type))
        return;
    wantSums(kSumsPause);
    if (!m_refreshing.isActive())
        m_refreshing.start();
}

int RecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int RecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const RecordRow *RecordsModel::row(int row) const
{
    const auto found = m_rows.constFind(m_order.value(row, -1));
    return found == m_rows.cend() ? nullptr : &*found;
}

QList<RowNumber> RecordsModel::places(const QList<int> &rows) const
{
    QList<RowNumber> places;
    places.reserve(rows.size());
    for (const int row : rows)
        places += m_order.value(row);
    return places;
}

QString RecordsModel::text(const RecordRow &row, const Field &field) const
{
    if (field.kind == FieldKind::Reference)
        return row.references.value(field.name);
    return wording::valueText(field, row.record.body[field.name]);
}

QVariant RecordsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &field = m_columns[index.column()].field;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isFigure(field.kind) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::DisplayRole && !m_fresh.contains(place(index.row())))
        wantPage(index.row());
    const auto *found = row(index.row());
    if (role == Qt::AccessibleTextRole && (!found || text(*found, field).isEmpty())) {
        // A screen reader says nothing of a cell without a name, and nobody knows where the focus is (UX.md 1.2 M35).
        const auto label = wording::fieldLabel(m_schema.type, field.name);
        return found ? tr("%1: empty", "a cell as a screen reader says it").arg(label) : label;
    }
    if (!found)
        return {};
    const auto value = found->record.body[field.name];
    switch (role) {
    case Qt::DisplayRole: return text(*found, field);
    case Qt::DecorationRole: return index.column() == 0 ? markIcon(found->mark) : QVariant();
    case Qt::ToolTipRole: return index.column() == 0 ? QVariant(markText(found->mark)) : QVariant();
    case Qt::AccessibleDescriptionRole: return markText(found->mark);
    case Qt::ForegroundRole: // negative amounts red and with a minus (UX.md 2.2)
        return isFigure(field.kind) && value.toString().startsWith(u'-') ? QVariant(theme::negativeInk(QGuiApplication::palette())) : QVariant();
    case MarkRole: return int(found->mark);
    case ValueRole: return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toVariant().toString();
    default: return {};
    }
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_columns.size())
        return {};
    const auto &field = m_columns[section].field;
    if (role == Qt::DisplayRole)
        return wording::fieldLabel(m_schema.type, field.name);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isFigure(field.kind) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

void RecordsModel::sort(int column, Qt::SortOrder order)
{
    auto query = m_query;
    query.sort = column < 0 || column >= m_columns.size() || m_columns[column].field.kind == FieldKind::Rows
                     ? QString()
                     : m_columns[column].field.name;
    query.descending = order == Qt::DescendingOrder;
    if (query.sort != m_query.sort || query.descending != m_query.descending)
        setQuery(query);
}

} // namespace frost
