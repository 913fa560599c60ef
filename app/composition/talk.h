// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/opencompany.h"

namespace frost {

struct OpenCompany::Talk {
    enum class Kind { Run, Connect };
    enum class Wish { GoOn, Stop };

    Talk(QList<Talk *> &talks, Kind purpose, Transport &inner) : all(talks), kind(purpose), transport(inner) { all.append(this); }
    ~Talk() { all.removeOne(this); }
    Q_DISABLE_COPY_MOVE(Talk)

    QList<Talk *> &all;
    Kind kind;
    StoppableTransport transport;
    Wish wish = Wish::GoOn;
    SyncEngine *engine = nullptr; //!< once a run has one
};

} // namespace frost
