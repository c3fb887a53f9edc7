// SPDX-License-Identifier: Apache-2.0
// AttractView: what stands on a kiosk's screen while nobody is there: a picture, its caption appearing word
// by word, and a light on the part of the picture each word looks at. Covers the whole window. It asks for
// the next card and knows nothing of where cards come from.
#pragma once

#include "ui/style/looks.h"

#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace nanocap::ui {

/// Where a captioner looked when it said a word: `side` x `side` weights, row by row, of any scale.
struct Gaze
{
    int side = 0;
    std::vector<float> weights;
};

struct AttractCard
{
    QImage picture;
    QStringList words;
    std::vector<Gaze> gazes; ///< one a word; fewer = the last words look nowhere in particular
};

class AttractView : public QWidget
{
    Q_OBJECT
public:
    static constexpr int wordMs = 750, restMs = 4'000, glideMs = 480, frameMs = 60;

    /// Hidden at first.
    explicit AttractView(QWidget* window);
    /// Covers the window and plays; cardWanted() follows for each card.
    void start();
    void stop();
    void setCard(AttractCard card);
    /// The light jumps instead of gliding, and words are there at once.
    void setReducedMotion(bool on) { m_reduced = on; }
    /// One picture after another with all its words and without motion: at night.
    void setCalm(bool on) { m_calm = on; }

    /// What can be read of the caption now.
    QString text() const;
    /// One step of the story: the next word, or the next card after the last one. Its timer calls it.
    void step();
    /// The light is where it glides to.
    void settle();

    bool eventFilter(QObject* object, QEvent* event) override;

Q_SIGNALS:
    void cardWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place;
    Place place() const;
    bool isQuiet() const { return m_reduced || m_calm; }
    QImage light() const;
    void glide();

    AttractCard m_card;
    int m_shown = 0;                        ///< words
    QPixmap m_scaled;                       ///< the picture at the size in use
    std::vector<float> m_from, m_to, m_now; ///< gazes as 0 … 1, `m_side` a side
    int m_side = 0;
    int m_glided = 0; ///< milliseconds
    QTimer m_story, m_motion;
    bool m_reduced = false, m_calm = false;
};

} // namespace nanocap::ui
