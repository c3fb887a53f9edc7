// SPDX-License-Identifier: Apache-2.0
#include "ui/style/theme.h"

#include <QFile>
#include <QVariant>

static void initResources()
{
    // Resources of a static library are dropped by the linker unless somebody names them.
    Q_INIT_RESOURCE(nanocap_ui);
}

namespace nanocap::ui {

namespace {
constexpr char themeProperty[] = "nanocapTheme";
}

Theme themeOf(const QWidget* widget)
{
    for (const QWidget* w = widget; w; w = w->parentWidget()) {
        const QVariant value = w->property(themeProperty);
        if (value.isValid())
            return value.value<Theme>();
    }
    return {};
}

QStringList fontFamilies()
{
    return {QStringLiteral("NanumBarunGothic"), QStringLiteral("Noto Sans CJK KR"),
            QStringLiteral("Noto Sans KR"),     QStringLiteral("NanumGothic"),
            QStringLiteral("Noto Sans"),        QStringLiteral("DejaVu Sans")};
}

void applyTheme(QWidget* root, const Theme& theme)
{
    root->setProperty(themeProperty, QVariant::fromValue(theme));
    QFont font;
    font.setFamilies(fontFamilies());
    font.setPixelSize(theme.metrics.textPx);
    font.setHintingPreference(QFont::PreferNoHinting);
    root->setFont(font);
    root->setStyleSheet(styleSheetFor(theme));
}

QString styleSheetFor(const Theme& theme)
{
    initResources();
    QFile file(QStringLiteral(":/nanocap/style/nanocap.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const Palette& p = theme.palette;
    const Metrics& m = theme.metrics;
    const std::pair<const char*, QColor> colours[] = {{"@background@", p.background},
                                                      {"@card@", p.card},
                                                      {"@raised@", p.raised},
                                                      {"@border@", p.border},
                                                      {"@line@", p.line},
                                                      {"@text@", p.text},
                                                      {"@muted@", p.muted},
                                                      {"@ok@", p.ok},
                                                      {"@warn@", p.warn},
                                                      {"@bad@", p.bad},
                                                      {"@accent@", p.accent},
                                                      {"@onAccent@", p.onAccent},
                                                      {"@track@", p.track},
                                                      {"@pressedAccent@", p.accent.darker(115)}};
    for (const auto& [token, colour] : colours)
        sheet.replace(QLatin1String(token), colour.name());
    const int pad = m.wide ? m.scaled(20) : m.window.width() < 700 ? 5 : 10;
    const std::pair<const char*, int> sizes[] = {
        {"@touch@", m.touch},     {"@textPx@", m.textPx},         {"@strongPx@", m.strongPx},
        {"@titlePx@", m.titlePx}, {"@headlinePx@", m.headlinePx}, {"@pad@", pad},
        {"@pad1@", pad + 2}};
    for (const auto& [token, size] : sizes)
        sheet.replace(QLatin1String(token), QString::number(size));
    return sheet;
}

QFont fontOf(const QWidget* widget, int pixels, bool bold)
{
    QFont font = widget->font();
    font.setFamilies(fontFamilies());
    font.setPixelSize(pixels);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace nanocap::ui
