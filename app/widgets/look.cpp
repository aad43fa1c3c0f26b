#include "app/widgets/look.h"

#include <QApplication>
#include <QFontInfo>
#include <QVariant>
#include <QWidget>
#include <algorithm>
#include <cmath>

#include "app/widgets/madoguchi_style.h"

namespace madoguchi::app {

namespace {

constexpr auto kLookApplied = "madoguchi.lookApplied";
/// Body text of the Digital Agency Design System: 16 px, which is 12 pt at 96 dpi. A larger system
/// font wins.
constexpr double kSmallestPointSize = 12.0;

double channel(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
         0.0722 * channel(colour.blueF());
}

bool isLight(const QPalette& palette) { return luminance(palette.color(QPalette::Window)) > 0.4; }

QColor mixed(const QColor& a, const QColor& b, double share) {
  const auto mix = [share](int x, int y) {
    return static_cast<int>(std::lround(x * (1 - share) + y * share));
  };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QPalette lightPalette() {
  QPalette palette(QColor(0xf2, 0xf2, 0xf2));
  const QColor text(0x33, 0x33, 0x33);
  const QColor primary(0x00, 0x17, 0xc1);
  palette.setColor(QPalette::Window, Qt::white);
  palette.setColor(QPalette::Base, Qt::white);
  palette.setColor(QPalette::AlternateBase, QColor(0xf8, 0xf8, 0xfb));
  palette.setColor(QPalette::Button, Qt::white);
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(role, text);
    palette.setColor(QPalette::Disabled, role, QColor(0x76, 0x76, 0x76));
  }
  palette.setColor(QPalette::PlaceholderText, QColor(0x66, 0x66, 0x66));
  palette.setColor(QPalette::Highlight, primary);
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, primary);
  palette.setColor(QPalette::ToolTipBase, Qt::white);
  palette.setColor(QPalette::ToolTipText, text);
  return palette;
}

}  // namespace

double contrast(const QColor& a, const QColor& b) {
  const double first = luminance(a) + 0.05;
  const double second = luminance(b) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

Colours coloursOf(const QPalette& palette) {
  Colours colours;
  colours.background = palette.color(QPalette::Window);
  colours.text = palette.color(QPalette::WindowText);
  colours.primary = palette.color(QPalette::Highlight);
  colours.onPrimary = palette.color(QPalette::HighlightedText);
  if (isLight(palette)) {
    // Digital Agency Design System: primary blue 900, red 800, green 800, solid grey, focus yellow.
    colours.surface = QColor(0xf8, 0xf8, 0xfb);
    colours.faintText = QColor(0x59, 0x59, 0x59);
    colours.border = QColor(0x76, 0x76, 0x76);
    colours.rule = QColor(0xcc, 0xcc, 0xcc);
    colours.error = QColor(0xce, 0x00, 0x00);
    colours.errorSurface = QColor(0xfd, 0xee, 0xee);
    colours.noticeSurface = QColor(0xe8, 0xf1, 0xfe);
    colours.goodSurface = QColor(0xe6, 0xf5, 0xec);
    colours.hover = QColor(0xe8, 0xf1, 0xfe);
    colours.good = QColor(0x19, 0x74, 0x4a);
    colours.focusOuter = Qt::black;
  } else {
    colours.surface = mixed(colours.background, colours.text, 0.06);
    colours.faintText = colours.text;
    colours.border = colours.text;
    colours.rule = mixed(colours.background, colours.text, 0.4);
    colours.error = QColor(0xff, 0x96, 0x96);
    colours.errorSurface = colours.noticeSurface = colours.goodSurface = colours.background;
    colours.hover = mixed(colours.background, colours.text, 0.15);
    colours.good = QColor(0x9b, 0xd4, 0xb5);
    colours.focusOuter = colours.text;
  }
  colours.focusInner = QColor(0xff, 0xd4, 0x3d);
  return colours;
}

void applyLook(QApplication& application, double textScale) {
  if (application.property(kLookApplied).toBool()) return;
  application.setProperty(kLookApplied, true);
  QFont font = QApplication::font();
  // Without these, fonts of other languages may lend their shapes of the same kanji.
  QStringList families{QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Yu Gothic UI"),
                       QStringLiteral("Hiragino Sans"), QStringLiteral("Meiryo")};
  // DejaVu is nobody's choice, but what a desktop without one falls back to: there, one family
  // writes all scripts.
  const QString own = QFontInfo(font).family();
  families.insert(own.startsWith(QStringLiteral("DejaVu")) ? families.size() : 0, own);
  font.setFamilies(families);
  font.setPointSizeF(std::max(QFontInfo(font).pointSizeF(), kSmallestPointSize) * textScale);
  QApplication::setFont(font);
  QApplication::setStyle(new MadoguchiStyle);
  if (isLight(QApplication::palette())) QApplication::setPalette(lightPalette());
}

int em(const QWidget& widget, double times) {
  return static_cast<int>(std::lround(QFontInfo(widget.font()).pixelSize() * times));
}

QFont scaledFont(const QWidget& widget, double times, bool bold) {
  QFont font = QApplication::font(&widget);
  font.setPointSizeF(font.pointSizeF() * times);
  font.setBold(bold);
  return font;
}

}  // namespace madoguchi::app
