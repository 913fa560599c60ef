// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace frost::screenshots {

//! Looks at each scene as a screen reader does: by a process of its own, frost-accessible-tree, which keeps what it is told
//! as a text beside where the picture would be.
class Reader
{
public:
    Reader(QString program, QString folder) : m_program(std::move(program)), m_folder(std::move(folder)) { }

    //! @param window  is looked at, and must be told
    void read(const QString &name, const QWidget &window);
    //! Acts, and listens whether that is told by an alert (UX.md 1.2 M38).
    void listen(const QString &name, const std::function<void()> &act);
    //! Ends the program where the reader does not find what has no name: then it would find nothing.
    void prove();
    [[nodiscard]] int failures() const { return m_failures; } //!< scenes in which something has no name or is not told

private:
    enum class Found { Named, Nameless, Nothing }; //!< by the reader's exit code
    [[nodiscard]] Found look(const QString &name, QString &told);

    QString m_program;
    QString m_folder;
    int m_failures = 0;
};

} // namespace frost::screenshots
