// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include <QTest>
#include <rapidcheck.h>

#include <map>

using namespace storefixture;

namespace {
QJsonObject randomBody()
{
    QJsonObject body;
    const auto maybe = [&](const QString &field, const QJsonValue &each) {
        if (*rc::gen::inRange(0, 3) > 0)
            body.insert(field, each);
    };
    maybe(u"name"_s, *rc::gen::element(u"Åke Ek"_s, u"åke ek"_s, u"Bo"_s, u"Cia Ek"_s));
    maybe(u"number"_s, *rc::gen::element(u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"A"_s, u"a"_s));
    maybe(u"city"_s, *rc::gen::element(u"Umeå"_s, u"Luleå"_s));
    maybe(u"rating"_s, *rc::gen::inRange(-2, 3));
    maybe(u"limit"_s, *rc::gen::element(u"-1.00"_s, u"10.00"_s, u"9.00"_s));
    maybe(u"note"_s, *rc::gen::element(u"x"_s, u"y"_s));
    QJsonArray tags;
    const auto words = *rc::gen::container<std::vector<QString>>(rc::gen::element(u"red"_s, u"Red"_s, u"blue"_s));
    for (const QString &word : words)
        tags.append(QJsonObject{{u"tag"_s, word}});
    body.insert(u"tags"_s, tags);
    return body;
}

//! A store as a map: what every sequence of calls must leave behind.
class Model
{
public:
    struct State {
        QJsonObject body;
        qint64 revision = 0;
        bool deleted = false;
        friend bool operator==(const State &, const State &) = default;
    };
    std::map<QString, State> records;

    [[nodiscard]] QString holderOf(const QJsonObject &body, const QString &except) const
    {
        const QString number = body.value(u"number"_s).toString().toLower();
        for (const auto &[id, state] : records)
            if (id != except && !state.deleted && !number.isEmpty()
                && state.body.value(u"number"_s).toString().toLower() == number)
                return id;
        return {};
    }
    [[nodiscard]] QStringList idsWith(const QString &word) const
    {
        QStringList ids;
        for (const auto &[id, state] : records)
            if (!state.deleted && state.body.value(u"name"_s).toString().toLower().split(u' ').contains(word))
                ids.append(id);
        return ids;
    }
};

void putOrBury(Store &store, Model &model, const QString &id, bool deleted)
{
    Record made = record(id, randomBody());
    made.deleted = deleted;
    made.revision = *rc::gen::arbitrary<bool>() ? 0 : 3; // whatever the caller believes
    const bool isAdd = *rc::gen::inRange(0, 4) == 0;
    const auto done = isAdd ? store.customers().add(made) : store.customers().put(made);
    const QString holder = deleted ? QString() : model.holderOf(made.body, id);
    if (!holder.isEmpty() && !(isAdd && model.records.contains(id))) {
        RC_ASSERT(codeOf(done) == u"store.unique"_s);
        RC_ASSERT(done.error().args == (QStringList{u"number"_s, holder}));
    } else if (isAdd && model.records.contains(id)) {
        RC_ASSERT(!done); // taken id or taken number, whichever is seen first
        RC_ASSERT(done.error().kind == ErrorKind::Conflict);
    } else {
        RC_ASSERT(done.has_value());
        auto &state = model.records[id];
        state = {made.body, state.revision + 1, deleted};
        RC_ASSERT(made.revision == state.revision);
    }
}

void step(Store &store, Model &model)
{
    const QString id = *rc::gen::element(u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s);
    const int what = *rc::gen::inRange(0, 10);
    if (what == 0) {
        value(store.customers().remove(LocalId(id)));
        model.records.erase(id);
    } else {
        putOrBury(store, model, id, what <= 2);
    }
}

void verify(Store &store, const Model &model)
{
    qint64 live = 0;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}) {
        const auto read = value(store.customers().get(LocalId(id)));
        const auto expected = model.records.find(id);
        RC_ASSERT(read.has_value() == (expected != model.records.end()));
        if (!read)
            continue;
        RC_ASSERT((Model::State{read->body, read->revision, read->deleted}) == expected->second);
        live += read->deleted ? 0 : 1;
    }
    RC_ASSERT(value(store.customers().count()) == live);
    for (const QString &word : {u"åke"_s, u"ek"_s, u"bo"_s})
        RC_ASSERT(idsOf(value(store.customers().select({.search = word}))) == model.idsWith(word));
    // check() computes every index entry anew from the bodies and compares.
    RC_ASSERT(value(store.database->check()) == QStringList());
}
} // namespace

class StoreModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySequenceOfWritesLeavesARightStore()
    {
        Store store; // one file for all sequences: making one costs more than filling it
        const bool holds = rc::check("store equals model", [&store] {
            store.write([&] { value(store.customers().clear()); });
            Model model;
            const int transactions = *rc::gen::inRange(1, 6);
            for (int i = 0; i < transactions; ++i) {
                const Model before = model;
                auto transaction = value(Transaction::begin(store.sql(), Durability::ProcessCrash));
                const int steps = *rc::gen::inRange(1, 8);
                for (int j = 0; j < steps; ++j)
                    step(store, model);
                if (*rc::gen::inRange(0, 4) > 0)
                    value(transaction.commit());
                else
                    model = before; // and the transaction rolls back
            }
            verify(store, model);
            if (*rc::gen::inRange(0, 10) == 0) {
                store.reopen();
                verify(store, model);
            }
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(StoreModelTest)
#include "storemodel_test.moc"
