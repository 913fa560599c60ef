// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/screenshots/stage.h"

#include "tests/e2e/desktop/screenshots/reader.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"

#include <QDir>
#include <QHash>
#include <QImage>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace frost::screenshots {

using namespace Qt::StringLiterals;

void settle()
{
    constexpr int kPause = 350; // ms: longer than lists, queue and history take to follow a change
    bool over = false;
    QTimer::singleShot(kPause, [&] { over = true; });
    while (!over)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void waitedInVain(const char *what)
{
    std::fprintf(stderr, "waited in vain for %s\n", what);
    std::exit(1);
}

namespace {

int distance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b), green = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
    return red * red + green * green + blue * blue;
}

//! At most 256, such that none of the others is farther from one of them than there has to be.
//! @param colours  the most frequent first
QList<QRgb> representatives(const QList<QRgb> &colours)
{
    for (int farthest = 0;; farthest += 12) {
        QList<QRgb> kept;
        for (const auto colour : colours) {
            const bool close = std::any_of(kept.cbegin(), kept.cend(), [&](QRgb one) { return distance(one, colour) <= farthest; });
            if (!close)
                kept.append(colour);
            if (kept.size() > 256)
                break;
        }
        if (kept.size() <= 256)
            return kept;
    }
}

//! A third of the bytes, and windows look the same.
QImage inFewColours(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x]];
    }
    auto colours = counts.keys();
    std::sort(colours.begin(), colours.end(), [&](QRgb a, QRgb b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    const auto kept = representatives(colours);
    QHash<QRgb, uchar> places;
    for (const auto colour : colours) {
        const auto nearest = std::min_element(kept.begin(), kept.end(), [&](QRgb a, QRgb b) {
            return distance(colour, a) < distance(colour, b);
        });
        places.insert(colour, uchar(nearest - kept.begin()));
    }
    QImage few(picture.size(), QImage::Format_Indexed8);
    few.setColorTable(kept);
    for (int y = 0; y < picture.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        auto *to = few.scanLine(y);
        for (int x = 0; x < picture.width(); ++x)
            to[x] = places.value(from[x]);
    }
    return few;
}

} // namespace

Camera::Camera(QString folder, const QString &language, theme::Look look, Reader *reader)
    : m_folder(std::move(folder)),
      m_suffix(u"-%1-%2"_s.arg(look == theme::Look::Dark ? u"dark"_s : u"light"_s, language)),
      m_reader(reader)
{ }

void Camera::take(const QString &name, QWidget &widget, const QList<QWidget *> &popups)
{
    const auto named = u"%1-%2%3"_s.arg(++m_taken, 2, 10, QLatin1Char('0')).arg(name, m_suffix);
    if (m_reader)
        return m_reader->read(named, widget);
    settle();
    auto picture = widget.grab();
    {
        QPainter painter(&picture);
        for (auto *popup : popups)
            painter.drawPixmap(widget.mapFromGlobal(popup->mapToGlobal(QPoint())), popup->grab());
    }
    if (!inFewColours(picture.toImage().convertToFormat(QImage::Format_RGB32)).save(m_folder + u'/' + named + u".png"_s, "PNG", 0)) {
        std::fprintf(stderr, "cannot write into %s\n", qPrintable(m_folder));
        std::exit(1);
    }
}

void Camera::takeAlert(const QString &name, const std::function<void()> &act)
{
    if (m_reader)
        m_reader->listen(name, act);
    else
        act();
}

Stage::Stage(const QString &folder, const QString &language, theme::Look look, Reader *reader)
    : m_settings(m_data.path()), camera(folder, language, look, reader), office(m_data.path())
{
    m_settings.setLanguage(language);
    m_settings.setLook(look);
    window = std::make_unique<MainWindow>(office, m_settings);
    window->resize(1366, 768);
    window->show();
    window->activateWindow();
    QObject::connect(window.get(), &MainWindow::openFailed, window.get(), [](const Error &error) {
        if (error.code != "store.tooNew"_L1) // that one is acted
            waitedInVain(qPrintable(error.logLine()));
    });
}

void Stage::openExample()
{
    bool opened = false;
    const auto connection =
        QObject::connect(window.get(), &MainWindow::companyOpened, window.get(), [&] { opened = true; });
    window->openDemo();
    take(u"preparing"_s);
    waitFor("the example company", [&] { return opened; });
    QObject::disconnect(connection);
    waitFor("the server", [&] { return demo().server() == DemoControls::Server::Running; });
    waitFor("the first exchange", [&] {
        return !status().connections.isEmpty() && status().connections.first().sync.state == AutoSyncState::Idle;
    });
}

RecordsPage &Stage::page(const QString &type)
{
    const EntityType entityType(type);
    view().showType(entityType);
    auto &records = view().records(entityType);
    waitFor("a list", [&] { return records.model().row(0) != nullptr; });
    return records;
}

void Stage::open(RecordsPage &page, const LocalId &id)
{
    bool loaded = false;
    const auto connection =
        QObject::connect(&page.form(), &RecordForm::loaded, window.get(), [&] { loaded = true; });
    page.openRecord(id);
    waitFor("a form", [&] { return loaded; });
    QObject::disconnect(connection);
}

Record Stage::record(RecordsPage &page, int row)
{
    waitFor("a row", [&] { return page.model().row(row) != nullptr; });
    return page.model().row(row)->record;
}

void Stage::write(std::function<Result<>(Company &)> job)
{
    std::optional<Result<>> done;
    session().ask(Lane::Write, window.get(), std::move(job), [&](const Result<> &result) { done = result; });
    waitFor("something to be written", [&] { return done.has_value(); });
    if (!*done)
        waitedInVain(qPrintable(done->error().logLine()));
}

void Stage::edit(const EntityType &type, const LocalId &id, const QJsonObject &patch)
{
    write([=](Company &company) -> Result<> {
        FROST_TRY(company.editor().update(type, id, patch, company.actor()));
        return {};
    });
}

void Stage::colleagueEdits()
{
    bool edited = false;
    const auto connection = QObject::connect(&demo(), &DemoControls::colleagueDid, window.get(), [&] { edited = true; });
    demo().colleagueActs(DemoControls::ColleagueAct::Edits);
    waitFor("the colleague", [&] { return edited; });
    QObject::disconnect(connection);
}

void type(QWidget &target, const QString &text)
{
    target.setFocus();
    for (const QChar c : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(&target, &down);
    }
}

} // namespace frost::screenshots
