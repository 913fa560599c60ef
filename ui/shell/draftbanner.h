// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"

#include <QWidget>

namespace frost {

class Banner;

//! Offers what was typed and not saved, until each draft has been taken up or the person closes the banner: everything that
//! was left when the program last ended, and new records whose form was closed. Hidden where there is none. UI thread.
class DraftBanner final : public QWidget
{
    Q_OBJECT
public:
    //! Looks for what was left of before. @param session must outlive the widget
    explicit DraftBanner(CompanySession &session, QWidget *parent = nullptr);

    //! A form of this type was closed. What it was about may be a draft now; a record that is there brings its own back.
    void formClosed(const EntityType &type);

Q_SIGNALS:
    void goOnWanted(const frost::EntityType &type, const frost::LocalId &draft);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Place = std::pair<EntityType, LocalId>;
    enum class Why { LeftBefore, Closed };

    void present();

    CompanySession &m_session;
    Banner *m_banner;
    QList<Place> m_waiting; //!< newest first
    Why m_why = Why::LeftBefore;
};

} // namespace frost
