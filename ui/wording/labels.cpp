// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/labels.h"

#include <QCoreApplication>

#include <algorithm>

namespace frost::wording {

using namespace Qt::StringLiterals;

namespace {

struct TypeWord {
    const char *type;
    const char *one;
    const char *many;
};

constexpr TypeWord kTypes[]{
    {"customers", QT_TRANSLATE_NOOP("Labels", "Customer"), QT_TRANSLATE_NOOP("Labels", "Customers")},
    {"suppliers", QT_TRANSLATE_NOOP("Labels", "Supplier"), QT_TRANSLATE_NOOP("Labels", "Suppliers")},
    {"articles", QT_TRANSLATE_NOOP("Labels", "Article"), QT_TRANSLATE_NOOP("Labels", "Articles")},
    {"accounts", QT_TRANSLATE_NOOP("Labels", "Account"), QT_TRANSLATE_NOOP("Labels", "Accounts")},
    {"invoices", QT_TRANSLATE_NOOP("Labels", "Invoice"), QT_TRANSLATE_NOOP("Labels", "Invoices")},
    {"invoicePayments", QT_TRANSLATE_NOOP("Labels", "Payment"), QT_TRANSLATE_NOOP("Labels", "Payments")},
    {"supplierInvoices", QT_TRANSLATE_NOOP("Labels", "Supplier invoice"), QT_TRANSLATE_NOOP("Labels", "Supplier invoices")},
    {"vouchers", QT_TRANSLATE_NOOP("Labels", "Voucher"), QT_TRANSLATE_NOOP("Labels", "Vouchers")},
    {"orders", QT_TRANSLATE_NOOP("Labels", "Order"), QT_TRANSLATE_NOOP("Labels", "Orders")},
    {"projects", QT_TRANSLATE_NOOP("Labels", "Project"), QT_TRANSLATE_NOOP("Labels", "Projects")},
    {"costCenters", QT_TRANSLATE_NOOP("Labels", "Cost centre"), QT_TRANSLATE_NOOP("Labels", "Cost centres")},
};

struct Word {
    const char *name; //!< of a field, or "type.field" where a type calls it otherwise
    const char *label;
};

constexpr Word kFields[]{
    {"accounts.description", QT_TRANSLATE_NOOP("Labels", "Name")},
    {"accounts.number", QT_TRANSLATE_NOOP("Labels", "Account")},
    {"vouchers.number", QT_TRANSLATE_NOOP("Labels", "Number")},
    {"orders.documentNumber", QT_TRANSLATE_NOOP("Labels", "Order no.")},
    {"supplierInvoices.total", QT_TRANSLATE_NOOP("Labels", "Total")},
    {"account", QT_TRANSLATE_NOOP("Labels", "Account")},
    {"active", QT_TRANSLATE_NOOP("Labels", "Active")},
    {"added", QT_TRANSLATE_NOOP("Labels", "Added")},
    {"address1", QT_TRANSLATE_NOOP("Labels", "Address")},
    {"address2", QT_TRANSLATE_NOOP("Labels", "Address, line 2")},
    {"amount", QT_TRANSLATE_NOOP("Labels", "Amount")},
    {"article", QT_TRANSLATE_NOOP("Labels", "Article")},
    {"articleNumber", QT_TRANSLATE_NOOP("Labels", "Article no.")},
    {"balance", QT_TRANSLATE_NOOP("Labels", "Balance")},
    {"bankgiro", QT_TRANSLATE_NOOP("Labels", "Bankgiro")},
    {"bic", QT_TRANSLATE_NOOP("Labels", "BIC")},
    {"booked", QT_TRANSLATE_NOOP("Labels", "Booked")},
    {"cancelled", QT_TRANSLATE_NOOP("Labels", "Cancelled")},
    {"city", QT_TRANSLATE_NOOP("Labels", "City")},
    {"code", QT_TRANSLATE_NOOP("Labels", "Code")},
    {"costCenter", QT_TRANSLATE_NOOP("Labels", "Cost centre")},
    {"countryCode", QT_TRANSLATE_NOOP("Labels", "Country")},
    {"createdAt", QT_TRANSLATE_NOOP("Labels", "Created")},
    {"credit", QT_TRANSLATE_NOOP("Labels", "Credit")},
    {"creditOf", QT_TRANSLATE_NOOP("Labels", "Credits invoice")},
    {"currency", QT_TRANSLATE_NOOP("Labels", "Currency")},
    {"currencyRate", QT_TRANSLATE_NOOP("Labels", "Rate")},
    {"customer", QT_TRANSLATE_NOOP("Labels", "Customer")},
    {"customerNumber", QT_TRANSLATE_NOOP("Labels", "Customer no.")},
    {"debit", QT_TRANSLATE_NOOP("Labels", "Debit")},
    {"deliveryDate", QT_TRANSLATE_NOOP("Labels", "Delivery date")},
    {"description", QT_TRANSLATE_NOOP("Labels", "Description")},
    {"dimensions", QT_TRANSLATE_NOOP("Labels", "Dimensions")},
    {"discount", QT_TRANSLATE_NOOP("Labels", "Discount")},
    {"discountType", QT_TRANSLATE_NOOP("Labels", "Discount in")},
    {"documentNumber", QT_TRANSLATE_NOOP("Labels", "Invoice no.")},
    {"dueDate", QT_TRANSLATE_NOOP("Labels", "Due date")},
    {"ean", QT_TRANSLATE_NOOP("Labels", "EAN")},
    {"email", QT_TRANSLATE_NOOP("Labels", "E-mail")},
    {"endDate", QT_TRANSLATE_NOOP("Labels", "End date")},
    {"externalReference", QT_TRANSLATE_NOOP("Labels", "External reference")},
    {"financialYear", QT_TRANSLATE_NOOP("Labels", "Financial year")},
    {"iban", QT_TRANSLATE_NOOP("Labels", "IBAN")},
    {"invoice", QT_TRANSLATE_NOOP("Labels", "Invoice")},
    {"invoiceDate", QT_TRANSLATE_NOOP("Labels", "Invoice date")},
    {"invoiceEmail", QT_TRANSLATE_NOOP("Labels", "E-mail for invoices")},
    {"invoiceNumber", QT_TRANSLATE_NOOP("Labels", "Supplier's invoice no.")},
    {"modeOfPayment", QT_TRANSLATE_NOOP("Labels", "Mode of payment")},
    {"name", QT_TRANSLATE_NOOP("Labels", "Name")},
    {"net", QT_TRANSLATE_NOOP("Labels", "Net")},
    {"note", QT_TRANSLATE_NOOP("Labels", "Note")},
    {"number", QT_TRANSLATE_NOOP("Labels", "Number")},
    {"ocr", QT_TRANSLATE_NOOP("Labels", "OCR")},
    {"openingBalance", QT_TRANSLATE_NOOP("Labels", "Opening balance")},
    {"orderDate", QT_TRANSLATE_NOOP("Labels", "Order date")},
    {"organisationNumber", QT_TRANSLATE_NOOP("Labels", "Organisation no.")},
    {"ourReference", QT_TRANSLATE_NOOP("Labels", "Our reference")},
    {"paymentDate", QT_TRANSLATE_NOOP("Labels", "Payment date")},
    {"phone", QT_TRANSLATE_NOOP("Labels", "Phone")},
    {"plusgiro", QT_TRANSLATE_NOOP("Labels", "Plusgiro")},
    {"price", QT_TRANSLATE_NOOP("Labels", "Price")},
    {"project", QT_TRANSLATE_NOOP("Labels", "Project")},
    {"purchasePrice", QT_TRANSLATE_NOOP("Labels", "Purchase price")},
    {"quantity", QT_TRANSLATE_NOOP("Labels", "Quantity")},
    {"registrationDate", QT_TRANSLATE_NOOP("Labels", "Registration date")},
    {"roundOff", QT_TRANSLATE_NOOP("Labels", "Rounding")},
    {"rows", QT_TRANSLATE_NOOP("Labels", "Rows")},
    {"salesAccount", QT_TRANSLATE_NOOP("Labels", "Sales account")},
    {"salesPrice", QT_TRANSLATE_NOOP("Labels", "Sales price")},
    {"sent", QT_TRANSLATE_NOOP("Labels", "Sent")},
    {"series", QT_TRANSLATE_NOOP("Labels", "Series")},
    {"signature", QT_TRANSLATE_NOOP("Labels", "Signature")},
    {"sru", QT_TRANSLATE_NOOP("Labels", "SRU code")},
    {"startDate", QT_TRANSLATE_NOOP("Labels", "Start date")},
    {"stock", QT_TRANSLATE_NOOP("Labels", "Stock")},
    {"struckRows", QT_TRANSLATE_NOOP("Labels", "Struck rows")},
    {"supplier", QT_TRANSLATE_NOOP("Labels", "Supplier")},
    {"supplierNumber", QT_TRANSLATE_NOOP("Labels", "Supplier no.")},
    {"termsOfPayment", QT_TRANSLATE_NOOP("Labels", "Terms of payment (days)")},
    {"text", QT_TRANSLATE_NOOP("Labels", "Text")},
    {"total", QT_TRANSLATE_NOOP("Labels", "Total")},
    {"transactionDate", QT_TRANSLATE_NOOP("Labels", "Date")},
    {"type", QT_TRANSLATE_NOOP("Labels", "Type")},
    {"unit", QT_TRANSLATE_NOOP("Labels", "Unit")},
    {"updatedAt", QT_TRANSLATE_NOOP("Labels", "Changed")},
    {"updatedBy", QT_TRANSLATE_NOOP("Labels", "Changed by")},
    {"vat", QT_TRANSLATE_NOOP("Labels", "VAT %")},
    {"vatCode", QT_TRANSLATE_NOOP("Labels", "VAT code")},
    {"vatIncluded", QT_TRANSLATE_NOOP("Labels", "Prices include VAT")},
    {"vatNumber", QT_TRANSLATE_NOOP("Labels", "VAT no.")},
    {"vatTotal", QT_TRANSLATE_NOOP("Labels", "VAT")},
    {"vatType", QT_TRANSLATE_NOOP("Labels", "VAT type")},
    {"yourReference", QT_TRANSLATE_NOOP("Labels", "Your reference")},
    {"zipCode", QT_TRANSLATE_NOOP("Labels", "Postcode")},
};

constexpr Word kChoices[]{
    {"company", QT_TRANSLATE_NOOP("Labels", "Company")}, {"private", QT_TRANSLATE_NOOP("Labels", "Private person")},
    {"goods", QT_TRANSLATE_NOOP("Labels", "Goods")},     {"service", QT_TRANSLATE_NOOP("Labels", "Service")},
    {"asset", QT_TRANSLATE_NOOP("Labels", "Asset")},     {"liability", QT_TRANSLATE_NOOP("Labels", "Liability")},
    {"cost", QT_TRANSLATE_NOOP("Labels", "Cost")},       {"income", QT_TRANSLATE_NOOP("Labels", "Income")},
    {"percent", QT_TRANSLATE_NOOP("Labels", "Percent")}, {"amount", QT_TRANSLATE_NOOP("Labels", "Amount")},
};

QString translated(const char *source)
{
    return QCoreApplication::translate("Labels", source);
}

template<class Words>
const Word *wordOf(const Words &words, const QString &name)
{
    const auto found = std::find_if(std::begin(words), std::end(words),
                                    [&](const Word &word) { return name == QLatin1StringView(word.name); });
    return found == std::end(words) ? nullptr : found;
}

//! "soapNotes" as "Soap notes".
QString spaced(const QString &name)
{
    QString text;
    for (const QChar c : name) {
        if (c.isUpper())
            text += u' ';
        text += c.toLower();
    }
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString typeLabel(const EntityType &type, Number number)
{
    for (const auto &word : kTypes) {
        if (type.toString() == QLatin1StringView(word.type))
            return translated(number == Number::One ? word.one : word.many);
    }
    return spaced(type.toString());
}

QString fieldLabel(const EntityType &type, const QString &path)
{
    const auto name = path.section(u'.', -1);
    const auto *word = wordOf(kFields, type.toString() + u'.' + path);
    if (!word)
        word = wordOf(kFields, name);
    return word ? translated(word->label) : spaced(name);
}

QString choiceLabel(const QString &choice)
{
    const auto *word = wordOf(kChoices, choice);
    return word ? translated(word->label) : spaced(choice);
}

} // namespace frost::wording
