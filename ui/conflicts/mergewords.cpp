// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergewords.h"

#include "ui/conflicts/mergetext.h"

#include <QLocale>

namespace frost::wording {

QString severityLabel(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return MergeText::tr("Critical");
    case Severity::High: return MergeText::tr("High");
    case Severity::Medium: return MergeText::tr("Medium");
    case Severity::Low: return MergeText::tr("Low");
    }
    return {};
}

QString choiceLabel(Choice choice, const QString &system)
{
    switch (choice) {
    case Choice::None: return MergeText::tr("no choice");
    case Choice::Base: return MergeText::tr("base");
    case Choice::Mine: return MergeText::tr("mine");
    case Choice::Theirs: return system;
    case Choice::Both: return MergeText::tr("both");
    case Choice::Woven: return MergeText::tr("both changes in one text");
    case Choice::Edited: return MergeText::tr("edited");
    }
    return {};
}

QString momentText(const QDateTime &instant)
{
    if (!instant.isValid())
        return MergeText::tr("at an unknown time");
    const auto local = instant.toLocalTime();
    const QLocale locale;
    return locale.toString(local, local.date().year() == QDate::currentDate().year()
                                      ? MergeText::tr("d MMMM HH:mm")
                                      : MergeText::tr("d MMMM yyyy HH:mm"));
}

} // namespace frost::wording
