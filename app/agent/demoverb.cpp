// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/demo/demo.h"
#include "app/agent/exitcodes.h"
#include "app/agent/verb.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Task<Result<int>> playDemo(Agent &agent, Arguments arguments)
{
    const auto afterwards = arguments.has("--keep"_L1) ? demo::Afterwards::Keep : demo::Afterwards::CleanUp;
    const auto played = demo::play(agent.output(), afterwards);
    if (!played)
        co_return fail(played.error());
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> demoVerbs()
{
    return {
        {"demo"_L1,
         {},
         {{"--keep"_L1, {}, QT_TRANSLATE_NOOP("Help", "keeps the data folders and says where they are")}},
         QT_TRANSLATE_NOOP("Help", "plays two bookkeepers and a server, offline and online, in a temporary folder"),
         &playDemo},
    };
}

} // namespace frost
