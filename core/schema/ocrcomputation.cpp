// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/ocr.h"
#include "core/schema/computations.h"

namespace frost {
namespace {

using namespace Qt::StringLiterals;

//! The payment reference of a document with a final number.
class OcrComputation final : public Computation
{
public:
    OcrComputation(QString number, QString reference) : m_number(std::move(number)), m_reference(std::move(reference))
    { }

    [[nodiscard]] QStringList outputs() const override { return {m_reference}; }

    [[nodiscard]] Result<> derive(QJsonObject &body) const override
    {
        const QString reference = ocrReference(body.value(m_number).toString());
        if (reference.isEmpty())
            body.remove(m_reference);
        else if (body.value(m_reference).toString() != reference)
            body.insert(m_reference, reference);
        return {};
    }

private:
    QString m_number;
    QString m_reference;
};

} // namespace

std::shared_ptr<const Computation> makeOcr(Parameters &parameters)
{
    const QString number = parameters.field(u"number"_s, {FieldKind::Text}, Parameters::Presence::Required);
    const QString reference = parameters.field(u"ocr"_s, {FieldKind::Text}, Parameters::Presence::Required);
    return std::make_shared<OcrComputation>(number, reference);
}

} // namespace frost
