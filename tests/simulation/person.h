// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/fault.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/program.h"

namespace frost::test {

//! Somebody at a device, who types, deletes, takes back and decides at random, and tells the oracle what succeeded (F41).
class Person
{
public:
    struct Surroundings {
        SeededRandom &random;
        Faults &faults;
        Oracle &oracle;
    };
    Person(int device, Actor actor, const Surroundings &around) : m_device(device), m_actor(std::move(actor)), m_around(around) { }

    enum class Act { CreateCustomer, CreateInvoice, TypeNote, ChangeRow, ChangeField, TakeStep, RemoveOne, TakeBack, ResolveOne, Stop };
    void act(Program &program) { act(program, someAct()); }
    void act(Program &program, Act act);
    void burst(Program &program, int edits); //!< F42
    //! Goes through the inbox and what was refused, and asks again for what was given up.
    void tidyUp(Program &program);
    [[nodiscard]] QStringList takeComplaints() { return std::exchange(m_complaints, {}); }

private:
    [[nodiscard]] Act someAct();
    void createCustomer(Program &program);
    void createInvoice(Program &program);
    void typeNote(Program &program);
    void changeRow(Program &program);
    void changeField(Program &program);
    void takeStep(Program &program);
    void removeOne(Program &program);
    void takeBack(Program &program);
    void resolveOne(Program &program);
    [[nodiscard]] bool keepsBoth(Program &program, const Conflict &conflict);
    void decide(Program &program);
    void thinkBetter(Program &program);
    void mendRefused(Program &program);
    void moveToCustomer(Program &program, const Operation &operation, const LocalId &customer);
    void takeStepsBack(Program &program, const Operation &operation);
    [[nodiscard]] std::optional<Record> anyRecord(Program &program, const QString &type);
    [[nodiscard]] QString newToken(const QString &kind);
    [[nodiscard]] QJsonArray someRows();

    int m_device;
    Actor m_actor;
    Surroundings m_around;
    int m_tokens = 0;
    int m_decisions = 0;
    int m_twins = 0; //!< conflicts about two records with one number
    bool m_hasDoubts = false; //!< about the last decision
    QStringList m_complaints;
};

} // namespace frost::test
