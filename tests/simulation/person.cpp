// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/person.h"

#include <QJsonArray>

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {
const EntityType kCustomers(u"customers"_s);
const EntityType kInvoices(u"invoices"_s);

//! The disk failed under the call: it may have been done all the same, and nobody was told.
template<class T>
bool isUncertain(const Result<T> &result)
{
    return !result && result.error().kind == ErrorKind::Storage;
}

//! Somebody's books are in the way (core/conflict/lawful.h), or a rule of the schema.
bool isUnlawful(const Result<Record> &decided)
{
    return !decided && (decided.error().code.startsWith("merge.closed"_L1) || decided.error().kind == ErrorKind::Invalid);
}

//! Of every connection.
QList<Operation> allInState(Program &program, OperationState state)
{
    QList<Operation> all;
    const auto connections = program.connections();
    for (const auto &connection : connections)
        all += program.writer.outbox().inState(connection, state).value_or(QList<Operation>());
    return all;
}
} // namespace

QString Person::newToken(const QString &kind)
{
    return u"%1-%2-%3"_s.arg(kind).arg(m_device).arg(++m_tokens);
}

Person::Act Person::someAct()
{
    static constexpr std::pair<Act, int> kOdds[] = {
        {Act::CreateCustomer, 13}, {Act::CreateInvoice, 17}, {Act::TypeNote, 22},  {Act::ChangeRow, 11}, {Act::ChangeField, 12},
        {Act::TakeStep, 5},        {Act::RemoveOne, 7},      {Act::TakeBack, 4},  {Act::ResolveOne, 7},
    };
    int left = int(m_around.random.below(100));
    for (const auto &[act, percent] : kOdds) {
        if (left < percent)
            return act;
        left -= percent;
    }
    return Act::Stop;
}

void Person::act(Program &program, Act act)
{
    if (program.isSyncing())
        m_around.faults.happened(Fault::UserActs);
    if (std::exchange(m_hasDoubts, false))
        thinkBetter(program);
    switch (act) {
    case Act::CreateCustomer: return createCustomer(program);
    case Act::CreateInvoice: return createInvoice(program);
    case Act::TypeNote: return typeNote(program);
    case Act::ChangeRow: return changeRow(program);
    case Act::ChangeField: return changeField(program);
    case Act::TakeStep: return takeStep(program);
    case Act::RemoveOne: return removeOne(program);
    case Act::TakeBack: return takeBack(program);
    case Act::ResolveOne: return decide(program);
    case Act::Stop: return program.engine.requestStop();
    }
}

void Person::createCustomer(Program &program)
{
    const auto token = newToken(u"customer"_s);
    QJsonObject body{{u"name"_s, token}, {u"externalReference"_s, token}};
    if (m_around.random.chance(15)) // two people number alike: the twins of core/sync/README.md
        body.insert(u"customerNumber"_s, QString::number(m_around.random.below(6)));
    if (program.editor.create(kCustomers, body, m_actor))
        m_around.oracle.created(m_device, token);
}

QJsonArray Person::someRows()
{
    QJsonArray rows;
    for (std::uint64_t i = 0, count = 1 + m_around.random.below(3); i < count; ++i) {
        rows.append(QJsonObject{{u"description"_s, u"row %1"_s.arg(i)},
                                {u"quantity"_s, QString::number(1 + m_around.random.below(9))},
                                {u"price"_s, u"%1.125"_s.arg(m_around.random.below(900))},
                                {u"vat"_s, u"25"_s}});
    }
    return rows;
}

void Person::createInvoice(Program &program)
{
    const auto customer = anyRecord(program, u"customers"_s);
    if (!customer)
        return createCustomer(program);
    const auto token = newToken(u"invoice"_s);
    const auto made = program.editor.create(kInvoices,
                                            {{u"customer"_s, customer->id.toString()},
                                             {u"invoiceDate"_s, u"2026-01-05"_s},
                                             {u"currency"_s, u"SEK"_s},
                                             {u"externalReference"_s, token},
                                             {u"rows"_s, someRows()}},
                                            m_actor);
    if (made)
        m_around.oracle.created(m_device, token);
}

void Person::burst(Program &program, int edits)
{
    m_around.faults.happened(Fault::Burst);
    QList<std::pair<EntityType, QJsonObject>> bodies;
    QStringList tokens;
    for (int i = 0; i < edits; ++i) {
        tokens += newToken(u"customer"_s);
        bodies.append({kCustomers, {{u"name"_s, tokens.last()}, {u"externalReference"_s, tokens.last()}}});
    }
    if (!program.editor.createAll(bodies, m_actor))
        return;
    for (const auto &token : std::as_const(tokens))
        m_around.oracle.created(m_device, token);
}

std::optional<Record> Person::anyRecord(Program &program, const QString &name)
{
    auto store = program.database->objectStore(EntityType(name));
    if (!store)
        return std::nullopt;
    const auto places = store->order({}, {});
    if (!places || places->isEmpty())
        return std::nullopt;
    const auto place = places->at(qsizetype(m_around.random.below(std::uint64_t(places->size()))));
    const auto record = store->at({place});
    return record && record->contains(place) ? std::optional(record->value(place)) : std::nullopt;
}

void Person::typeNote(Program &program)
{
    const auto name = m_around.random.chance(50) ? u"customers"_s : u"invoices"_s;
    const auto record = anyRecord(program, name);
    if (!record)
        return;
    const auto note = newToken(u"note"_s);
    const auto token = Oracle::tokenOf(record->body);
    const auto done = program.editor.update(EntityType(name), record->id, {{u"note"_s, note}}, m_actor);
    if (done || isUncertain(done)) // of whoever typed it, what is replaced was on the screen
        m_around.oracle.seenByPerson(record->body);
    if (done)
        m_around.oracle.typed(m_device, token, note);
    else if (isUncertain(done))
        m_around.oracle.givenUp(m_device, token);
}

void Person::changeRow(Program &program)
{
    const auto invoice = anyRecord(program, u"invoices"_s);
    if (!invoice)
        return;
    auto rows = invoice->body["rows"_L1].toArray();
    const auto dice = m_around.random.below(3);
    if (dice == 0 || rows.isEmpty()) {
        rows.append(QJsonObject{{u"description"_s, newToken(u"row"_s)}, {u"quantity"_s, u"1"_s}, {u"price"_s, u"10"_s}, {u"vat"_s, u"12"_s}});
    } else {
        const auto at = qsizetype(m_around.random.below(std::uint64_t(rows.size())));
        if (dice == 1 && rows.size() > 1) {
            rows.removeAt(at);
        } else {
            auto row = rows[at].toObject();
            row[u"quantity"_s] = QString::number(1 + m_around.random.below(50));
            rows[at] = row;
        }
    }
    (void)program.editor.update(kInvoices, invoice->id, {{u"rows"_s, rows}}, m_actor);
}

void Person::changeField(Program &program)
{
    const auto customer = anyRecord(program, u"customers"_s);
    if (!customer)
        return;
    static const QStringList kFields{u"city"_s, u"email"_s, u"phone"_s, u"address1"_s};
    const auto field = kFields[qsizetype(m_around.random.below(4))];
    (void)program.editor.update(kCustomers, customer->id, {{field, newToken(field)}}, m_actor);
}

//! Of the very invoice that is on the screen.
void Person::takeStep(Program &program)
{
    const auto invoice = anyRecord(program, u"invoices"_s);
    if (!invoice)
        return;
    static const QStringList kSteps{u"mark-sent"_s, u"mark-sent"_s, u"book"_s, u"book"_s, u"cancel"_s};
    const auto step = kSteps[qsizetype(m_around.random.below(std::uint64_t(kSteps.size())))];
    const auto done = program.editor.step(kInvoices, invoice->id, step, invoice->body, m_actor);
    if (done || isUncertain(done))
        m_around.oracle.asked(m_device, step, invoice->body);
}

void Person::removeOne(Program &program)
{
    const auto name = m_around.random.chance(30) ? u"customers"_s : u"invoices"_s;
    const auto record = anyRecord(program, name);
    if (!record)
        return;
    if (const auto done = program.editor.remove(EntityType(name), record->id, m_actor); done || isUncertain(done))
        m_around.oracle.deleted(Oracle::tokenOf(record->body));
}

//! "Discard" in the queue.
void Person::takeBack(Program &program)
{
    const auto waiting = allInState(program, OperationState::Pending);
    if (waiting.isEmpty())
        return;
    const auto &operation = waiting.at(qsizetype(m_around.random.below(std::uint64_t(waiting.size()))));
    const auto prospect = program.queue.prospect(operation.id);
    if (!prospect)
        return;
    if (const auto done = program.queue.discard(operation.id, m_actor);
        operation.kind != OperationKind::Step && (done || isUncertain(done))) {
        m_around.oracle.givenUp(m_device, Oracle::tokenOf(prospect->before));
        m_around.oracle.givenUp(Oracle::kLedger, Oracle::tokenOf(prospect->before));
    }
}

void Person::resolveOne(Program &program)
{
    const auto open = program.conflicts.list(false);
    if (!open || open->isEmpty())
        return;
    const auto conflict = program.resolver.current(open->first().id);
    if (!conflict)
        return;
    const auto &versions = conflict->versions;
    auto strategy = m_around.random.chance(50) ? Strategy::ServerWins : Strategy::ClientWins;
    if (keepsBoth(program, *conflict))
        return;
    auto done = program.resolver.resolve(conflict->id, strategy, std::nullopt, m_actor);
    if (isUnlawful(done)) { // the window offers the other side alone
        strategy = strategy == Strategy::ServerWins ? Strategy::ClientWins : Strategy::ServerWins;
        done = program.resolver.resolve(conflict->id, strategy, std::nullopt, m_actor);
        if (isUnlawful(done))
            m_complaints += u"L2: no side of the conflict about %1 may be taken: %2"_s.arg(conflict->record.toString(), done.error().logLine());
    }
    if (!done && !isUncertain(done))
        return;
    if (done && program.resolver.resolve(conflict->id, strategy, std::nullopt, m_actor))
        m_complaints += u"I23: a conflict was resolved twice"_s;
    if (versions.mine)
        m_around.oracle.seenByPerson(*versions.mine);
    if (versions.theirs)
        m_around.oracle.seenByPerson(*versions.theirs);
    if (strategy == Strategy::ServerWins && versions.theirs)
        m_around.oracle.chosen(*versions.theirs);
    const auto known = versions.base.value_or(versions.mine.value_or(versions.theirs.value_or(QJsonObject())));
    if (!versions.mine || !versions.theirs)
        m_around.oracle.deleted(Oracle::tokenOf(known));
    // Twins are one record from now on, under the token that won.
    if (versions.mine && versions.theirs && Oracle::tokenOf(*versions.mine) != Oracle::tokenOf(*versions.theirs)) {
        m_around.oracle.deleted(Oracle::tokenOf(*versions.mine));
        m_around.oracle.deleted(Oracle::tokenOf(*versions.theirs));
    }
}

//! Two that were given one number: every other time they are two records. Without a dice, as in decide().
bool Person::keepsBoth(Program &program, const Conflict &conflict)
{
    const auto offer = program.resolver.keepBothOffer(conflict);
    if (!offer || !*offer || m_twins++ % 2 == 1)
        return false;
    const auto done = program.resolver.resolve(conflict.id, Strategy::KeepBoth, std::nullopt, m_actor);
    if (!done && !isUncertain(done) && done.error().kind != ErrorKind::Invalid) // it may refer to what is deleted
        m_complaints += u"I7: both of %1 cannot be kept: %2"_s.arg(conflict.record.toString(), done.error().logLine());
    return done || isUncertain(done);
}

//! Of three decisions one is taken back at once, and one a while later. Without a dice, so that lives without decisions stay
//! what they were.
void Person::decide(Program &program)
{
    const auto before = program.conflicts.openCount();
    resolveOne(program);
    const auto after = program.conflicts.openCount();
    if (!before || !after || *after == *before)
        return;
    ++m_decisions;
    if (m_decisions % 3 == 1)
        thinkBetter(program);
    m_hasDoubts = m_decisions % 3 == 2;
}

void Person::thinkBetter(Program &program)
{
    ConflictQuery last;
    last.limit = 1;
    const auto decisions = program.history.list(last);
    if (!decisions || decisions->isEmpty())
        return;
    const auto &decided = decisions->first().conflict;
    const bool offered = decisions->first().mayBeUndone;
    const auto undone = program.history.undo(decided.id, m_actor);
    if (isUncertain(undone))
        return;
    if (undone.has_value() != offered)
        m_complaints += u"I23: taking back a decision about %1 is %2, and %3"_s.arg(
            decided.record.toString(), offered ? u"offered"_s : u"not offered"_s, undone ? u"done"_s : undone.error().logLine());
    if (!undone)
        return;
    const auto now = program.resolver.current(decided.id);
    if (now && (!now->open || now->versions.mine != decided.versions.mine))
        m_complaints += u"I23: a decision that was taken back did not leave %1 as it was"_s.arg(decided.record.toString());
}

void Person::tidyUp(Program &program)
{
    mendRefused(program);
    resolveOne(program);
    thinkBetter(program);
    for (;;) {
        const auto before = program.conflicts.openCount();
        resolveOne(program);
        const auto after = program.conflicts.openCount();
        if (!before || !after || *after == 0 || *after >= *before)
            break;
    }
    const auto given = allInState(program, OperationState::Skipped);
    for (const auto &operation : given)
        (void)program.queue.retry(operation.id, m_actor);
}

// What the remote refused waits for a person: an invoice whose customer somebody deleted gets another customer, a customer
// whose number is taken another number.
void Person::mendRefused(Program &program)
{
    const auto failed = allInState(program, OperationState::Failed);
    for (const auto &operation : failed) {
        const auto customer = anyRecord(program, u"customers"_s);
        takeStepsBack(program, operation); // they keep the record from being mended
        if (operation.kind == OperationKind::Step)
            continue;
        const bool lacksCustomer = operation.type == kInvoices && operation.reason.startsWith(u"reference."_s);
        if (lacksCustomer && !customer)
            createCustomer(program); // for the next time
        else if (lacksCustomer)
            moveToCustomer(program, operation, customer->id);
        else if (operation.reason == u"record.referred"_s)
            (void)program.editor.restore(operation.type, operation.record, m_actor);
        else if (operation.type == kCustomers && operation.reason == u"key.taken"_s)
            (void)program.editor.update(operation.type, operation.record, {{u"customerNumber"_s, newToken(u"number"_s)}}, m_actor);
        else
            (void)program.queue.retry(operation.id, m_actor);
    }
}

//! A cancelled one cannot be changed any more: it goes where it was never sent, and otherwise its own customer comes back.
void Person::moveToCustomer(Program &program, const Operation &operation, const LocalId &customer)
{
    const auto moved = program.editor.update(operation.type, operation.record, {{u"customer"_s, customer.toString()}}, m_actor);
    if (moved || isUncertain(moved))
        return;
    const auto prospect = program.queue.prospect(operation.id);
    if (!prospect)
        return;
    const auto removed = program.editor.remove(operation.type, operation.record, m_actor);
    if (removed || isUncertain(removed)) {
        m_around.oracle.deleted(Oracle::tokenOf(prospect->before));
        return;
    }
    const auto back = program.editor.restore(kCustomers, LocalId(prospect->before["customer"_L1].toString()), m_actor);
    if (!back && !isUncertain(back))
        m_complaints += u"L2: %1 can neither be changed nor deleted: %2"_s.arg(operation.record.toString(), removed.error().logLine());
}

void Person::takeStepsBack(Program &program, const Operation &operation)
{
    const auto steps = program.writer.outbox().steps(operation.type, operation.record);
    for (const auto &step : steps ? *steps : QList<Operation>())
        (void)program.queue.discard(step.id, m_actor);
}

} // namespace frost::test
