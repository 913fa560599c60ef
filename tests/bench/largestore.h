// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QCommandLineParser>
#include <QTemporaryDir>

namespace frost::bench {

//! An invoice of the generator as the store keeps it, of the customer that fillStore() makes.
[[nodiscard]] Record storedInvoice(int number, const EntitySchema &schema);
//! A new company with so many invoices, straight into the store: what reads it is measured, not the import. An error ends
//! the program.
void fillStore(const DataFolder::Company &place, int invoices);

//! The store that --n and --data name: in a folder that goes with this, or in one that is kept, with the store in it if there
//! is one.
class LargeStore
{
public:
    //! Adds the two options. @param parser must outlive this  @param invoices where --n does not say another number
    LargeStore(QCommandLineParser &parser, int invoices);
    [[nodiscard]] int invoices() const { return m_parser.value(m_number).toInt(); }
    //! After the command line was read; fills the store where there is none.
    [[nodiscard]] DataFolder folder() const;

private:
    const QCommandLineParser &m_parser;
    QCommandLineOption m_number;
    QCommandLineOption m_keep;
    QTemporaryDir m_temporary;
};

} // namespace frost::bench
