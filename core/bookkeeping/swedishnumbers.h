// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace frost {

// Checks that tell an impossible number from a possible one, without asking anybody. Spaces and hyphens are ignored.

//! The ten digits of an organisation number as it is compared: without hyphen and spaces, and without the prefix 16
//! that marks a legal person in the twelve digit form (Skatteverket). Anything else than digits is only stripped of
//! hyphens and spaces, so that foreign numbers stay comparable.
[[nodiscard]] QString organisationNumberDigits(QStringView text);

//! Legal persons: third digit 2 or more, so that it is never taken for a date (lag 1974:174; OID 1.3.7). Sole traders:
//! the personal or co-ordination number (day + 60) of the owner, also with century (folkbokföringslagen 1991:481, 18 §;
//! lag 2022:1697). All end in their Luhn digit.
[[nodiscard]] bool isOrganisationNumber(QStringView text);

//! "SE", organisation number, "01" (Skatteverket, "Momsregistreringsnummer").
[[nodiscard]] bool isSwedishVatNumber(QStringView text);

//! 7 or 8 digits, the last one the Luhn digit (Bankgirot, "Bankgironummer").
[[nodiscard]] bool isBankgiro(QStringView text);

//! 2 to 8 digits, the last one the Luhn digit (Nordea, "Plusgironummer").
[[nodiscard]] bool isPlusgiro(QStringView text);

//! Without spaces and hyphens, in upper case: how account and VAT numbers are compared.
[[nodiscard]] QString compactNumber(QStringView text);

} // namespace frost
