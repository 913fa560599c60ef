// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/demo/demo.h"

#include "app/agent/demo/scenes.h"
#include "app/agent/interruption.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace frost::demo {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Demo", source);
}

Result<> playIn(const QString &folder, Narrator &narrator)
{
    const auto scenes = Scenes::prepare(folder, narrator);
    FROST_TRY(scenes);
    return (*scenes)->play();
}

} // namespace

Result<> play(Output &output, Afterwards afterwards)
{
    QElapsedTimer time;
    time.start();
    QTemporaryDir folder(QDir::tempPath() + "/frost-demo-XXXXXX"_L1); // Qt replaces the X by what is free
    if (!folder.isValid())
        return fail(ErrorKind::Storage, u"store.io"_s, {}, folder.errorString());
    folder.setAutoRemove(afterwards == Afterwards::CleanUp);

    const interruption::Scope interruptible; // so that Ctrl+C leaves neither a process nor a folder behind
    Narrator narrator(output, Scenes::kCount);
    const auto played = playIn(folder.path(), narrator);
    if (afterwards == Afterwards::Keep)
        output.message(text(QT_TRANSLATE_NOOP("Demo", "The data folders are kept: %1/anna, %1/bjorn and %1/server.")).arg(QDir::toNativeSeparators(folder.path())));
    FROST_TRY(played);
    output.line();
    output.line(text(QT_TRANSLATE_NOOP("Demo", "The demo took %1 s. Everything in it was real; frost-agent --help shows how to do it yourself.")).arg(double(time.elapsed()) / 1000, 0, 'f', 1));
    output.answer({{u"facts"_s, QJsonArray::fromStringList(narrator.facts())},
                   {u"durationMs"_s, time.elapsed()},
                   {u"folder"_s, afterwards == Afterwards::Keep ? QJsonValue(folder.path()) : QJsonValue()}});
    return {};
}

} // namespace frost::demo
