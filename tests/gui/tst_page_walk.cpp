// SPDX-License-Identifier: Apache-2.0
// Walks every page and sheet at every size, in both languages and themes and three text sizes: nothing is cut
// off, everything touchable is a finger wide and apart from its neighbours, what is read has contrast on the
// pixels that were drawn, and everything is reached by Tab and by the keys Up and Down alone. One row of a
// sample by default; NANOCAP_FULL=1 walks all of them.
#include "tests/gui/page_table.h"
#include "ui/widgets/caption_panel.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/model_card_widget.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/step_list.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QtTest>

#include <cmath>
#include <set>

using namespace nanocap;
using namespace nanocap::ui;
using namespace nanocap::gui_test;

namespace {

double diagonalOf(QSize size)
{
    static const std::map<std::pair<int, int>, double> inches = {{{480, 320}, 3.5},   {{480, 800}, 7.0},
                                                                 {{800, 480}, 7.0},   {{1024, 600}, 7.0},
                                                                 {{1280, 800}, 10.1}, {{1920, 1080}, 15.6}};
    return inches.at({size.width(), size.height()});
}

QString named(const QWidget* widget)
{
    const auto* button = qobject_cast<const ActionButton*>(widget);
    const auto* label = qobject_cast<const QLabel*>(widget);
    return QStringLiteral("%1 \"%2\" %3x%4")
        .arg(QLatin1String(widget->metaObject()->className()), button  ? button->text()
                                                               : label ? label->text()
                                                                       : widget->accessibleName())
        .arg(widget->width())
        .arg(widget->height());
}

const FingerScroll* scrollOf(const QWidget* widget)
{
    for (const QWidget* w = widget->parentWidget(); w; w = w->parentWidget())
        if (const auto* scroll = qobject_cast<const FingerScroll*>(w))
            return scroll;
    return nullptr;
}

QRect boxIn(const QWidget* widget, const QWidget* root)
{
    return QRect(widget->mapTo(root, QPoint()), widget->size());
}

/// WCAG's ratio of two colours, from their sRGB values; worked out here, apart from the window's own.
double ratio(QRgb a, QRgb b)
{
    const auto luminance = [](QRgb c) {
        const auto linear = [](int channel) {
            const double v = channel / 255.0;
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(qRed(c)) + 0.7152 * linear(qGreen(c)) + 0.0722 * linear(qBlue(c));
    };
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

/// The greatest contrast in `box` against its most frequent colour: ink on paper. 0 when nothing is drawn
/// there.
double inkContrast(const QImage& image, const QRect& box)
{
    std::map<QRgb, int> colours;
    const QRect inside = box & image.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            ++colours[image.pixel(x, y)];
    if (colours.size() < 2)
        return 0;
    const auto paper = std::max_element(colours.begin(), colours.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    double best = 0;
    for (const auto& [colour, count] : colours)
        best = std::max(best, ratio(colour, paper->first));
    return best;
}

} // namespace

class PageWalk : public QObject
{
    Q_OBJECT

private:
    Stage* m_stage = nullptr;
    QStringList m_findings;
    QString m_where;

    MainWindow& window() const { return m_stage->window; }
    /// What a person can reach now: the sheet's while one is open.
    QWidget* scope() const
    {
        return window().sheet()->isOpen() ? static_cast<QWidget*>(window().sheet())
                                          : static_cast<QWidget*>(&window());
    }
    QList<QWidget*> touchables() const
    {
        QList<QWidget*> list;
        for (QWidget* widget : scope()->findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
                list << widget;
        return list;
    }
    void check(bool good, const QString& what)
    {
        if (!good)
            m_findings << m_where + QStringLiteral(": ") + what;
    }

    void nothingIsCutOff()
    {
        window().grab(); // widgets that paint themselves learn whether their words fitted
        for (const QLabel* label : scope()->findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            check(label->font().pixelSize() >= 16, "too small: " + named(label));
            const QFontMetrics metrics(label->font());
            const QRect room = label->contentsRect();
            if (const auto* elided = qobject_cast<const ElidedLabel*>(label))
                check(elided->text() == elided->fullText() || elided->text().contains(QChar(0x2026)),
                      "shortened silently: " + named(label));
            else if (label->wordWrap())
                check(metrics.boundingRect(QRect(0, 0, room.width(), 10000), Qt::TextWordWrap, label->text())
                              .height() <= room.height() + 2,
                      "cut off: " + named(label));
            else
                check(metrics.horizontalAdvance(label->text()) <= room.width() + 1,
                      "cut off: " + named(label));
            const FingerScroll* scroll = scrollOf(label);
            check(scroll ? scroll->widget()->rect().contains(boxIn(label, scroll->widget())) &&
                               scroll->widget()->width() <= scroll->viewport()->width()
                         : window().rect().contains(boxIn(label, &window())),
                  "outside: " + named(label));
        }
        for (const ActionButton* button : scope()->findChildren<ActionButton*>())
            if (button->isVisible()) {
                const int needed = button->minimumSizeHint().width();
                check(button->width() >= needed, QStringLiteral("squeezed: %1").arg(named(button)));
                if (button->hasHeightForWidth())
                    check(button->height() >= button->heightForWidth(button->width()),
                          "cut off: " + named(button));
            }
        for (const ModelCardWidget* card : scope()->findChildren<ModelCardWidget*>())
            check(!card->isVisible() || !card->hasClippedText(), "cut off: " + card->title());
        for (const StepList* steps : scope()->findChildren<StepList*>())
            check(!steps->isVisible() || !steps->hasClippedText(), "steps are cut off");
        check(!window().gauge()->legendIsClipped(), "the gauge is cut off");
    }

    void fingersHitOneThing()
    {
        const QSize size = window().size();
        const double dpi = std::hypot(size.width(), size.height()) / diagonalOf(size);
        const double finger = 9 * dpi / 25.4, edge = 4 * dpi / 25.4;
        const QList<QWidget*> all = touchables();
        for (const QWidget* a : all) {
            check(std::min(a->width(), a->height()) >= finger,
                  QStringLiteral("%1 is under 9 mm (%2 px)").arg(named(a)).arg(finger, 0, 'f', 1));
            const FingerScroll* sa = scrollOf(a);
            const QRect box = boxIn(a, &window());
            if (qobject_cast<const QAbstractButton*>(a)) // the gauge is a strip from edge to edge
                check(box.left() >= edge && size.width() - box.right() - 1 >= edge &&
                          (sa || size.height() - box.bottom() - 1 >= edge),
                      QStringLiteral("%1 is within 4 mm of the edge").arg(named(a)));
            for (const QWidget* b : all) {
                if (a >= b || scrollOf(b) != sa)
                    continue; // what scrolls lies behind what does not
                check(!box.adjusted(-8, -8, 8, 8).intersects(boxIn(b, &window())),
                      named(a) + " is closer than 8 px to " + named(b));
            }
        }
    }

    void wordsHaveContrast()
    {
        const QImage picture = window().grab().toImage().convertToFormat(QImage::Format_RGB32);
        const auto inView = [&](const QWidget* widget) {
            const FingerScroll* scroll = scrollOf(widget);
            const QRect box = boxIn(widget, &window());
            return scroll ? box & boxIn(scroll->viewport(), &window()) : box;
        };
        for (const QLabel* label : scope()->findChildren<QLabel*>()) {
            const QRect box = label->isVisible() ? inView(label) : QRect();
            if (label->text().isEmpty() || box.height() < 12 || box.width() < 12)
                continue;
            check(inkContrast(picture, box) >= 4.5, "little contrast: " + named(label));
        }
        for (QAbstractButton* button : scope()->findChildren<QAbstractButton*>()) {
            const QRect box = button->isVisible() ? inView(button) : QRect();
            if (!button->isEnabled() || box.height() < button->height() || box.width() < button->width())
                continue;
            const bool icon = button->text().isEmpty();
            check(inkContrast(picture, box.adjusted(6, 6, -6, -6)) >= (icon ? 3.0 : 4.5),
                  "little contrast: " + named(button));
            const auto* action = qobject_cast<ActionButton*>(button);
            const QString role = button->property("role").toString();
            if ((action && (role == "quiet" || role == "row" || role == "segment")) ||
                qobject_cast<ListRow*>(button)) // known by their words and what stands at their end
                continue;
            // Its outline, half way down its left side, against what is beside it.
            double outline = 0;
            const int y = box.center().y();
            for (int x = box.left(); x < box.left() + 3; ++x)
                outline = std::max(outline, ratio(picture.pixel(x, y), picture.pixel(box.left() - 3, y)));
            check(outline >= 3.0,
                  QStringLiteral("its outline has %1:1: %2").arg(outline, 0, 'f', 1).arg(named(button)));
        }
    }

    void keysReachEverything()
    {
        const QList<QWidget*> all = touchables();
        for (QWidget* widget : all) {
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            check(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                  "no accessible name: " + named(widget));
            check(accessible && accessible->role() != QAccessible::NoRole &&
                      accessible->role() != QAccessible::Client,
                  "no accessible role: " + named(widget));
        }
        if (all.isEmpty())
            return check(false, "nothing can be focused");
        QWidget* const start = window().focusWidget() && all.contains(window().focusWidget())
                                   ? window().focusWidget()
                                   : all.front();
        start->setFocus();
        std::set<QWidget*> byTab;
        // Lists become longer while one goes through them: pushing one brings buttons for it.
        for (int i = 0; i <= 2 * all.size() + 8; ++i) {
            byTab.insert(window().focusWidget());
            QTest::keyClick(window().focusWidget(), Qt::Key_Tab);
        }
        std::set<QWidget*> byArrows{start};
        std::vector<QWidget*> next{start};
        while (!next.empty()) {
            QWidget* from = next.back();
            next.pop_back();
            for (int key : {Qt::Key_Up, Qt::Key_Down}) {
                from->setFocus();
                // A list of captions is one thing with many lines.
                for (int line = 0; line < 120 && window().focusWidget() == from; ++line)
                    QTest::keyClick(from, Qt::Key(key));
                if (QWidget* to = window().focusWidget(); to && byArrows.insert(to).second)
                    next.push_back(to);
            }
        }
        for (QWidget* widget : all) {
            // Keys push the list themselves: where they have come to, there is nothing left to push.
            if (!widget->isEnabled() || !widget->isVisible() || widget->objectName().startsWith("push"))
                continue;
            check(byTab.count(widget), "Tab does not reach " + named(widget));
            check(byArrows.count(widget), "Up and Down do not reach " + named(widget));
        }
        start->setFocus();
    }

private Q_SLOTS:
    void initTestCase() { qputenv("NANOCAP_STATE_DIR", m_state.path().toUtf8()); }

    void everyPage_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("light");
        QTest::addColumn<int>("textSize");
        const bool full = qEnvironmentVariableIsSet("NANOCAP_FULL");
        int turn = 0;
        for (const Screen& screen : screens()) {
            for (const char* language : {"en", "ko"})
                for (bool light : {false, true})
                    for (int textSize : {0, 1, 2}) {
                        // The sample: at every size once each language, theme and text size in turn.
                        const int at = turn++ % 12;
                        const int offset = int(&screen - screens().data());
                        if (full || at == offset % 3 || at == 9 + (offset + 1) % 3)
                            QTest::addRow("%s, %s, %s, text %d", screen.name, language,
                                          light ? "light" : "dark", textSize)
                                << screen.size << QString::fromLatin1(language) << light << textSize;
                    }
        }
    }
    void everyPage()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(bool, light);
        QFETCH(int, textSize);
        Stage stage(size, language);
        m_stage = &stage;
        m_findings.clear();
        Looks looks = stage.window.looks();
        looks.theme = light ? ThemeKind::Light : ThemeKind::Dark;
        looks.textSize = static_cast<TextSize>(textSize);
        stage.window.setLooks(looks);
        stage.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        for (const PageCase& page : pageCases()) {
            m_where = QLatin1String(page.name);
            page.open(stage);
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
            check(stage.window.pageName() == QLatin1String(page.page), "shows " + stage.window.pageName());
            check(stage.window.size() == size, "the window has grown");
            nothingIsCutOff();
            fingersHitOneThing();
            wordsHaveContrast();
            keysReachEverything();
            keep(page, language, light, textSize);
            stage.window.sheet()->close();
        }
        m_stage = nullptr;
        m_findings.removeDuplicates();
        for (const QString& finding : std::as_const(m_findings))
            qWarning("%s", qPrintable(finding));
        QCOMPARE(m_findings.size(), 0);
    }

private:
    /// For eyes, where somebody names a folder.
    void keep(const PageCase& page, const QString& language, bool light, int textSize)
    {
        const QString folder = qEnvironmentVariable("NANOCAP_SCREENSHOT_DIR");
        if (folder.isEmpty())
            return;
        QString name = QLatin1String(page.name);
        name.replace(QRegularExpression("[^a-z]+"), "-");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(window().grab().save(QStringLiteral("%1/%2x%3-%4-%5%6-%7.png")
                                         .arg(folder)
                                         .arg(window().width())
                                         .arg(window().height())
                                         .arg(language, light ? "light" : "dark")
                                         .arg(textSize)
                                         .arg(name)));
    }
    QTemporaryDir m_state;
};

QTEST_MAIN(PageWalk)
#include "tst_page_walk.moc"
