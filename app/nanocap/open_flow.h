// SPDX-License-Identifier: Apache-2.0
// OpenFlow: what a person opens while the window runs, by dropping it on the window or with "Open with": a
// model, pictures, a folder of either. GUI thread; does nothing in a kiosk.
#pragma once

#include "app/nanocap/behaviour.h"

#include <QObject>
#include <QStringList>

namespace nanocap::ui {
class MainWindow;
}

namespace nanocap::app {

class OpenFlow : public QObject
{
    Q_OBJECT
public:
    OpenFlow(ui::MainWindow& window, const Behaviour& behaviour);
    /// One model and one source of pictures at most, models folders as many as there are. What cannot be
    /// opened is said in a sheet, and then nothing is. False in a kiosk.
    bool open(const QStringList& paths);

Q_SIGNALS:
    void modelOpened(const QString& path);
    void sourceOpened(const QString& uri);
    void modelFolderOpened(const std::string& path);

private:
    ui::MainWindow& m_window;
    const Behaviour& m_behaviour;
};

} // namespace nanocap::app
