// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/syncrules.h"
#include "core/providers/provider.h"

namespace frost {

//! On what terms one connection takes part in the hub.
struct RemoteTerms {
    SyncRules rules;
    //! Two remotes may each have a form of their own for one value (a rounding, capitals); if both had the last word, each
    //! would answer the other for ever. So the main connection's form is ours, and the others' stay theirs.
    enum class Voice { Main, Other } voice = Voice::Main;
    Capabilities::Versions versions = Capabilities::Versions::Each;
};

//! Our record after a remote has taken it and answered what it has made of it. Pure. Of another voice than the main one
//! only that is taken which we do not have: what the remote added, and final numbers in place of provisional ones.
//! @param theirs  in our vocabulary, references local
[[nodiscard]] QJsonObject adopted(const EntitySchema &schema, const TypeRules &rules, const QJsonObject &ours,
                                  const QJsonObject &theirs, RemoteTerms::Voice voice);

//! In place of a version, for a remote that has none: equal for equal content, so that what was seen before is known again.
[[nodiscard]] QString contentTag(const RemoteRecord &remote);
[[nodiscard]] bool isContentTag(const QString &version); //!< ours alone: the remote knows nothing of it
//! Whether the version of a record that is gone says that not even a tombstone is left: its id may be another's tomorrow.
[[nodiscard]] bool tellsOfNoTrace(const QString &version);

} // namespace frost
