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
    {"bookClosings", QT_TRANSLATE_NOOP("Labels", "Closed period"), QT_TRANSLATE_NOOP("Labels", "Closed periods")},
    {"projects", QT_TRANSLATE_NOOP("Labels", "Project"), QT_TRANSLATE_NOOP("Labels", "Projects")},
    {"costCenters", QT_TRANSLATE_NOOP("Labels", "Cost centre"), QT_TRANSLATE_NOOP("Labels", "Cost centres")},
    {"products", QT_TRANSLATE_NOOP("Labels", "Product"), QT_TRANSLATE_NOOP("Labels", "Products")},
    {"inventory", QT_TRANSLATE_NOOP("Labels", "Stock level"), QT_TRANSLATE_NOOP("Labels", "Stock levels")},
    {"clients", QT_TRANSLATE_NOOP("Labels", "Client"), QT_TRANSLATE_NOOP("Labels", "Clients")},
    {"pets", QT_TRANSLATE_NOOP("Labels", "Pet"), QT_TRANSLATE_NOOP("Labels", "Pets")},
    {"practitioners", QT_TRANSLATE_NOOP("Labels", "Practitioner"), QT_TRANSLATE_NOOP("Labels", "Practitioners")},
    {"appointments", QT_TRANSLATE_NOOP("Labels", "Appointment"), QT_TRANSLATE_NOOP("Labels", "Appointments")},
    {"soapNotes", QT_TRANSLATE_NOOP("Labels", "Clinical note"), QT_TRANSLATE_NOOP("Labels", "Clinical notes")},
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
    {"appointments.date", QT_TRANSLATE_NOOP("Labels", "Time")},
    {"inventory.quantity", QT_TRANSLATE_NOOP("Labels", "In stock")},
    {"account", QT_TRANSLATE_NOOP("Labels", "Account")},
    {"active", QT_TRANSLATE_NOOP("Labels", "Active")},
    {"added", QT_TRANSLATE_NOOP("Labels", "Added")},
    {"address", QT_TRANSLATE_NOOP("Labels", "Address")},
    {"address1", QT_TRANSLATE_NOOP("Labels", "Address")},
    {"address2", QT_TRANSLATE_NOOP("Labels", "Address, line 2")},
    {"allergies", QT_TRANSLATE_NOOP("Labels", "Allergies")},
    {"amount", QT_TRANSLATE_NOOP("Labels", "Amount")},
    {"appointment", QT_TRANSLATE_NOOP("Labels", "Appointment")},
    {"article", QT_TRANSLATE_NOOP("Labels", "Article")},
    {"articleNumber", QT_TRANSLATE_NOOP("Labels", "Article no.")},
    {"assessment", QT_TRANSLATE_NOOP("Labels", "Assessment")},
    {"balance", QT_TRANSLATE_NOOP("Labels", "Balance")},
    {"bankgiro", QT_TRANSLATE_NOOP("Labels", "Bankgiro")},
    {"barcode", QT_TRANSLATE_NOOP("Labels", "Barcode")},
    {"bic", QT_TRANSLATE_NOOP("Labels", "BIC")},
    {"birthDate", QT_TRANSLATE_NOOP("Labels", "Born")},
    {"booked", QT_TRANSLATE_NOOP("Labels", "Booked")},
    {"breed", QT_TRANSLATE_NOOP("Labels", "Breed")},
    {"cancelled", QT_TRANSLATE_NOOP("Labels", "Cancelled")},
    {"category", QT_TRANSLATE_NOOP("Labels", "Category")},
    {"city", QT_TRANSLATE_NOOP("Labels", "City")},
    {"client", QT_TRANSLATE_NOOP("Labels", "Client")},
    {"clientNumber", QT_TRANSLATE_NOOP("Labels", "Client no.")},
    {"code", QT_TRANSLATE_NOOP("Labels", "Code")},
    {"company", QT_TRANSLATE_NOOP("Labels", "Company")},
    {"costCenter", QT_TRANSLATE_NOOP("Labels", "Cost centre")},
    {"countedAt", QT_TRANSLATE_NOOP("Labels", "Counted")},
    {"countryCode", QT_TRANSLATE_NOOP("Labels", "Country")},
    {"createdAt", QT_TRANSLATE_NOOP("Labels", "Created")},
    {"closedTo", QT_TRANSLATE_NOOP("Labels", "Books closed up to and including")},
    {"correctionOf", QT_TRANSLATE_NOOP("Labels", "Corrects voucher")},
    {"credit", QT_TRANSLATE_NOOP("Labels", "Credit")},
    {"creditOf", QT_TRANSLATE_NOOP("Labels", "Credits invoice")},
    {"currency", QT_TRANSLATE_NOOP("Labels", "Currency")},
    {"currencyRate", QT_TRANSLATE_NOOP("Labels", "Rate")},
    {"customer", QT_TRANSLATE_NOOP("Labels", "Customer")},
    {"customerNumber", QT_TRANSLATE_NOOP("Labels", "Customer no.")},
    {"date", QT_TRANSLATE_NOOP("Labels", "Date")},
    {"debit", QT_TRANSLATE_NOOP("Labels", "Debit")},
    {"deceased", QT_TRANSLATE_NOOP("Labels", "Deceased")},
    {"deliveryAddress1", QT_TRANSLATE_NOOP("Labels", "Delivery address")},
    {"deliveryAddress2", QT_TRANSLATE_NOOP("Labels", "Delivery address, line 2")},
    {"deliveryCity", QT_TRANSLATE_NOOP("Labels", "Delivery city")},
    {"deliveryCountryCode", QT_TRANSLATE_NOOP("Labels", "Delivery country")},
    {"deliveryDate", QT_TRANSLATE_NOOP("Labels", "Delivery date")},
    {"deliveryName", QT_TRANSLATE_NOOP("Labels", "Deliver to")},
    {"deliveryRegion", QT_TRANSLATE_NOOP("Labels", "Delivery region")},
    {"deliveryStatus", QT_TRANSLATE_NOOP("Labels", "Delivery")},
    {"deliveryZipCode", QT_TRANSLATE_NOOP("Labels", "Delivery postcode")},
    {"description", QT_TRANSLATE_NOOP("Labels", "Description")},
    {"dimensions", QT_TRANSLATE_NOOP("Labels", "Dimensions")},
    {"discount", QT_TRANSLATE_NOOP("Labels", "Discount")},
    {"discountType", QT_TRANSLATE_NOOP("Labels", "Discount in")},
    {"documentNumber", QT_TRANSLATE_NOOP("Labels", "Invoice no.")},
    {"dueDate", QT_TRANSLATE_NOOP("Labels", "Due date")},
    {"duration", QT_TRANSLATE_NOOP("Labels", "Duration (min)")},
    {"ean", QT_TRANSLATE_NOOP("Labels", "EAN")},
    {"email", QT_TRANSLATE_NOOP("Labels", "E-mail")},
    {"endDate", QT_TRANSLATE_NOOP("Labels", "End date")},
    {"externalReference", QT_TRANSLATE_NOOP("Labels", "External reference")},
    {"financialYear", QT_TRANSLATE_NOOP("Labels", "Financial year")},
    {"firstName", QT_TRANSLATE_NOOP("Labels", "First name")},
    {"heartRate", QT_TRANSLATE_NOOP("Labels", "Heart rate")},
    {"iban", QT_TRANSLATE_NOOP("Labels", "IBAN")},
    {"incoming", QT_TRANSLATE_NOOP("Labels", "Incoming")},
    {"invoice", QT_TRANSLATE_NOOP("Labels", "Invoice")},
    {"invoiceDate", QT_TRANSLATE_NOOP("Labels", "Invoice date")},
    {"invoiceEmail", QT_TRANSLATE_NOOP("Labels", "E-mail for invoices")},
    {"invoiceNumber", QT_TRANSLATE_NOOP("Labels", "Supplier's invoice no.")},
    {"lastName", QT_TRANSLATE_NOOP("Labels", "Last name")},
    {"licenceNumber", QT_TRANSLATE_NOOP("Labels", "Licence no.")},
    {"location", QT_TRANSLATE_NOOP("Labels", "Location")},
    {"microchip", QT_TRANSLATE_NOOP("Labels", "Microchip")},
    {"modeOfPayment", QT_TRANSLATE_NOOP("Labels", "Mode of payment")},
    {"name", QT_TRANSLATE_NOOP("Labels", "Name")},
    {"net", QT_TRANSLATE_NOOP("Labels", "Net")},
    {"neutered", QT_TRANSLATE_NOOP("Labels", "Neutered")},
    {"note", QT_TRANSLATE_NOOP("Labels", "Note")},
    {"number", QT_TRANSLATE_NOOP("Labels", "Number")},
    {"objective", QT_TRANSLATE_NOOP("Labels", "Objective")},
    {"ocr", QT_TRANSLATE_NOOP("Labels", "OCR")},
    {"openingBalance", QT_TRANSLATE_NOOP("Labels", "Opening balance")},
    {"orderDate", QT_TRANSLATE_NOOP("Labels", "Order date")},
    {"organisationNumber", QT_TRANSLATE_NOOP("Labels", "Organisation no.")},
    {"ourReference", QT_TRANSLATE_NOOP("Labels", "Our reference")},
    {"owner", QT_TRANSLATE_NOOP("Labels", "Owner")},
    {"paid", QT_TRANSLATE_NOOP("Labels", "Paid")},
    {"paidDate", QT_TRANSLATE_NOOP("Labels", "Paid on")},
    {"paymentDate", QT_TRANSLATE_NOOP("Labels", "Payment date")},
    {"paymentStatus", QT_TRANSLATE_NOOP("Labels", "Payment status")},
    {"personalNumber", QT_TRANSLATE_NOOP("Labels", "Personal identity no.")},
    {"pet", QT_TRANSLATE_NOOP("Labels", "Pet")},
    {"phone", QT_TRANSLATE_NOOP("Labels", "Phone")},
    {"plan", QT_TRANSLATE_NOOP("Labels", "Plan")},
    {"plusgiro", QT_TRANSLATE_NOOP("Labels", "Plusgiro")},
    {"practitioner", QT_TRANSLATE_NOOP("Labels", "Practitioner")},
    {"price", QT_TRANSLATE_NOOP("Labels", "Price")},
    {"product", QT_TRANSLATE_NOOP("Labels", "Product")},
    {"project", QT_TRANSLATE_NOOP("Labels", "Project")},
    {"purchasePrice", QT_TRANSLATE_NOOP("Labels", "Purchase price")},
    {"quantity", QT_TRANSLATE_NOOP("Labels", "Quantity")},
    {"region", QT_TRANSLATE_NOOP("Labels", "Region")},
    {"registrationDate", QT_TRANSLATE_NOOP("Labels", "Registration date")},
    {"reorderPoint", QT_TRANSLATE_NOOP("Labels", "Reorder at")},
    {"reserved", QT_TRANSLATE_NOOP("Labels", "Reserved")},
    {"respiratoryRate", QT_TRANSLATE_NOOP("Labels", "Respiratory rate")},
    {"roundOff", QT_TRANSLATE_NOOP("Labels", "Rounding")},
    {"rows", QT_TRANSLATE_NOOP("Labels", "Rows")},
    {"salePrice", QT_TRANSLATE_NOOP("Labels", "Reduced price")},
    {"salesAccount", QT_TRANSLATE_NOOP("Labels", "Sales account")},
    {"salesPrice", QT_TRANSLATE_NOOP("Labels", "Sales price")},
    {"sent", QT_TRANSLATE_NOOP("Labels", "Sent")},
    {"series", QT_TRANSLATE_NOOP("Labels", "Series")},
    {"sex", QT_TRANSLATE_NOOP("Labels", "Sex")},
    {"signature", QT_TRANSLATE_NOOP("Labels", "Signature")},
    {"signed", QT_TRANSLATE_NOOP("Labels", "Signed")},
    {"signedAt", QT_TRANSLATE_NOOP("Labels", "Signed at")},
    {"sku", QT_TRANSLATE_NOOP("Labels", "SKU")},
    {"species", QT_TRANSLATE_NOOP("Labels", "Species")},
    {"sru", QT_TRANSLATE_NOOP("Labels", "SRU code")},
    {"startDate", QT_TRANSLATE_NOOP("Labels", "Start date")},
    {"status", QT_TRANSLATE_NOOP("Labels", "Status")},
    {"stock", QT_TRANSLATE_NOOP("Labels", "Stock")},
    {"struckRows", QT_TRANSLATE_NOOP("Labels", "Struck rows")},
    {"subjective", QT_TRANSLATE_NOOP("Labels", "Subjective")},
    {"supplier", QT_TRANSLATE_NOOP("Labels", "Supplier")},
    {"supplierNumber", QT_TRANSLATE_NOOP("Labels", "Supplier no.")},
    {"taxExempt", QT_TRANSLATE_NOOP("Labels", "Exempt from tax")},
    {"temperature", QT_TRANSLATE_NOOP("Labels", "Temperature (°C)")},
    {"termsOfPayment", QT_TRANSLATE_NOOP("Labels", "Terms of payment (days)")},
    {"text", QT_TRANSLATE_NOOP("Labels", "Text")},
    {"title", QT_TRANSLATE_NOOP("Labels", "Title")},
    {"total", QT_TRANSLATE_NOOP("Labels", "Total")},
    {"trackInventory", QT_TRANSLATE_NOOP("Labels", "Keep stock")},
    {"transactionDate", QT_TRANSLATE_NOOP("Labels", "Date")},
    {"transactionReference", QT_TRANSLATE_NOOP("Labels", "Transaction reference")},
    {"type", QT_TRANSLATE_NOOP("Labels", "Type")},
    {"unit", QT_TRANSLATE_NOOP("Labels", "Unit")},
    {"updatedAt", QT_TRANSLATE_NOOP("Labels", "Changed")},
    {"updatedBy", QT_TRANSLATE_NOOP("Labels", "Changed by")},
    {"variant", QT_TRANSLATE_NOOP("Labels", "Variant")},
    {"variantOf", QT_TRANSLATE_NOOP("Labels", "Variant of")},
    {"vat", QT_TRANSLATE_NOOP("Labels", "VAT %")},
    {"vatCode", QT_TRANSLATE_NOOP("Labels", "VAT code")},
    {"vatIncluded", QT_TRANSLATE_NOOP("Labels", "Prices include VAT")},
    {"vatNumber", QT_TRANSLATE_NOOP("Labels", "VAT no.")},
    {"vatTotal", QT_TRANSLATE_NOOP("Labels", "VAT")},
    {"vatType", QT_TRANSLATE_NOOP("Labels", "VAT type")},
    {"vendor", QT_TRANSLATE_NOOP("Labels", "Brand")},
    {"weight", QT_TRANSLATE_NOOP("Labels", "Weight")},
    {"weightUnit", QT_TRANSLATE_NOOP("Labels", "Weight in")},
    {"yourReference", QT_TRANSLATE_NOOP("Labels", "Your reference")},
    {"zipCode", QT_TRANSLATE_NOOP("Labels", "Postcode")},
};

constexpr Word kChoices[]{
    {"company", QT_TRANSLATE_NOOP("Labels", "Company")}, {"private", QT_TRANSLATE_NOOP("Labels", "Private person")},
    {"goods", QT_TRANSLATE_NOOP("Labels", "Goods")},     {"service", QT_TRANSLATE_NOOP("Labels", "Service")},
    {"asset", QT_TRANSLATE_NOOP("Labels", "Asset")},     {"liability", QT_TRANSLATE_NOOP("Labels", "Liability")},
    {"cost", QT_TRANSLATE_NOOP("Labels", "Cost")},       {"income", QT_TRANSLATE_NOOP("Labels", "Income")},
    {"percent", QT_TRANSLATE_NOOP("Labels", "Percent")}, {"amount", QT_TRANSLATE_NOOP("Labels", "Amount")},
    {"active", QT_TRANSLATE_NOOP("Labels", "Active")},
    {"draft", QT_TRANSLATE_NOOP("Labels", "Draft")},
    {"archived", QT_TRANSLATE_NOOP("Labels", "Archived")},
    {"pending", QT_TRANSLATE_NOOP("Labels", "Not paid")},
    {"partlyPaid", QT_TRANSLATE_NOOP("Labels", "Partly paid")},
    {"paid", QT_TRANSLATE_NOOP("Labels", "Paid")},
    {"refunded", QT_TRANSLATE_NOOP("Labels", "Refunded")},
    {"failed", QT_TRANSLATE_NOOP("Labels", "Failed")},
    {"undelivered", QT_TRANSLATE_NOOP("Labels", "Not delivered")},
    {"partlyDelivered", QT_TRANSLATE_NOOP("Labels", "Partly delivered")},
    {"delivered", QT_TRANSLATE_NOOP("Labels", "Delivered")},
    {"returned", QT_TRANSLATE_NOOP("Labels", "Returned")},
    {"product", QT_TRANSLATE_NOOP("Labels", "Product")},
    {"shipping", QT_TRANSLATE_NOOP("Labels", "Shipping")},
    {"fee", QT_TRANSLATE_NOOP("Labels", "Fee")},
    {"female", QT_TRANSLATE_NOOP("Labels", "Female")},
    {"male", QT_TRANSLATE_NOOP("Labels", "Male")},
    {"unknown", QT_TRANSLATE_NOOP("Labels", "Not known")},
    {"scheduled", QT_TRANSLATE_NOOP("Labels", "Scheduled")},
    {"confirmed", QT_TRANSLATE_NOOP("Labels", "Confirmed")},
    {"completed", QT_TRANSLATE_NOOP("Labels", "Completed")},
    {"cancelled", QT_TRANSLATE_NOOP("Labels", "Called off")},
};

constexpr Word kSteps[]{
    {"book", QT_TRANSLATE_NOOP("Labels", "Book")},
    {"mark-sent", QT_TRANSLATE_NOOP("Labels", "Mark as sent")},
    {"cancel", QT_TRANSLATE_NOOP("Labels", "Cancel")},
    {"credit", QT_TRANSLATE_NOOP("Labels", "Make a credit")},
    {"correct", QT_TRANSLATE_NOOP("Labels", "Correct the voucher")},
};

constexpr Word kPackWords[]{
    {"accounting", QT_TRANSLATE_NOOP("Labels", "Bookkeeping")},
    {"commerce", QT_TRANSLATE_NOOP("Labels", "Web shop")},
    {"veterinary", QT_TRANSLATE_NOOP("Labels", "Veterinary practice")},
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

QString stepLabel(const QString &step)
{
    const auto *word = wordOf(kSteps, step);
    return word ? translated(word->label) : spaced(step).replace(u'-', u' ');
}

QString choiceLabel(const QString &choice)
{
    const auto *word = wordOf(kChoices, choice);
    return word ? translated(word->label) : spaced(choice);
}

QString packLabel(const QString &pack)
{
    const auto *word = wordOf(kPackWords, pack);
    return word ? translated(word->label) : spaced(pack);
}

} // namespace frost::wording
