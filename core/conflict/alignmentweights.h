// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

//! What makes two rows of different copies the same row, where ids do not say. Points are hundredths of those in
//! UX.md 1.2 E18: "similarity ≥ 5 of: same article 5, same account 2, text similarity 0–3, same VAT 1, same price 1,
//! minus 0.2 per position moved"; rowsimilarity.h says which fields play these parts. Whole numbers, so that every
//! device comes to the same answer.
namespace frost::alignment {

inline constexpr int kSameIdentity = 500;  //!< same article
inline constexpr int kSameMark = 200;      //!< same account
inline constexpr int kSameText = 300;      //!< equal descriptions; part of it for similar ones
inline constexpr int kSameNumber = 100;    //!< same VAT, same price: each
inline constexpr int kNumbersAtMost = 200; //!< E18 knows two of them; a third must not stand in for article or text
inline constexpr int kPerPosition = 20;
inline constexpr int kThreshold = 500; //!< pairs below are different rows

//! A pair further apart than this cannot reach the threshold.
inline constexpr qsizetype kReach =
    (kSameIdentity + kSameMark + kSameText + kNumbersAtMost - kThreshold) / kPerPosition;

//! Largest remainder on each side that gets the best total assignment: n³ = 1.25 × 10⁸ steps, some tenths of a second.
inline constexpr qsizetype kOptimalUpTo = 500;
//! Characters of a text that are compared; descriptions on invoices are shorter.
inline constexpr qsizetype kTextCompared = 256;

} // namespace frost::alignment
