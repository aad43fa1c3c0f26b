#include "app/widgets/look.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QVariant>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "app/widgets/fonts.h"
#include "app/widgets/madoguchi_style.h"

namespace madoguchi::app {

namespace {

constexpr auto kBodyPointSize = "madoguchi.bodyPointSize";
constexpr auto kFurigana = "madoguchi.furigana";
constexpr auto kTextSize = "madoguchi.textSize";
constexpr auto kUsualTextSize = "madoguchi.usualTextSize";
constexpr auto kTouched = "madoguchi.touched";
/// From 16 px to 20 px, so that readings have 10 px.
constexpr double kFuriganaStep = 1.25;
/// Body text of the Digital Agency Design System: 16 px, which is 12 pt at 96 dpi. A larger system
/// font wins.
constexpr double kSmallestPointSize = 12.0;

// WCAG 2.2, 1.4.3 and 1.4.11.
constexpr double kTextContrast = 4.5;
constexpr double kPartContrast = 3.0;

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

/// Black or white.
QColor strongest(const QColor& ground) {
  return contrast(Qt::white, ground) > contrast(Qt::black, ground) ? Qt::white : Qt::black;
}

/// The ink where it has that contrast to all these grounds, else the nearest to it that has.
QColor legible(const QColor& ink, std::initializer_list<QColor> grounds, double least) {
  const QColor end = strongest(*grounds.begin());
  constexpr int kSteps = 20;
  for (int step = 0; step < kSteps; ++step) {
    const QColor candidate = step == 0 ? ink : mixed(ink, end, step / double{kSteps});
    if (std::ranges::all_of(
            grounds, [&](const QColor& ground) { return contrast(candidate, ground) >= least; }))
      return candidate;
  }
  return end;
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

bool hasFurigana() { return qApp->property(kFurigana).toBool(); }

double textSize() {
  const QVariant size = qApp->property(kTextSize);
  return size.isValid() ? size.toDouble() : 1;
}

QFont bodyFont(bool furigana, double times) {
  QFont font = QApplication::font();
  font.setPointSizeF(qApp->property(kBodyPointSize).toDouble() * times *
                     (furigana ? kFuriganaStep : 1));
  return font;
}

int targetOf(const QFont& body) {
  constexpr double kTarget = 44.0 / 16;
  return static_cast<int>(std::lround(QFontInfo(body).pixelSize() * kTarget));
}

bool hasUsualSize(const QWidget& widget) {
  const QWidget* part = &widget;
  while (part != nullptr && !part->property(kUsualTextSize).toBool()) part = part->parentWidget();
  return part != nullptr;
}

/// Qt itself tells only widgets that have no size of their own.
void tellOfSizes(const QWidgetList& widgets) {
  for (QWidget* widget : widgets) {
    QEvent event(QEvent::ApplicationFontChange);
    QCoreApplication::sendEvent(widget, &event);
  }
}

/// Of what decides on the size of texts.
void setSizing(const char* property, const QVariant& value) {
  if (qApp->property(property) == value) return;
  qApp->setProperty(property, value);
  QApplication::setFont(bodyFont(hasFurigana(), textSize()));
  tellOfSizes(QApplication::allWidgets());
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
  const bool light = isLight(palette);
  const QColor& ground = colours.background;
  colours.text = legible(palette.color(QPalette::WindowText), {ground}, kTextContrast);
  const auto step = [&](double share) { return mixed(ground, colours.text, share); };
  // Digital Agency Design System: primary blue 900, red 800, green 800, orange 900, solid grey,
  // focus yellow; surfaces are their lightest tints.
  colours.surface = light ? QColor(0xf8, 0xf8, 0xfb) : step(0.06);
  colours.hover = light ? QColor(0xe8, 0xf1, 0xfe) : step(0.15);
  colours.rule = light ? QColor(0xcc, 0xcc, 0xcc) : step(0.4);
  colours.errorSurface = light ? QColor(0xfd, 0xee, 0xee) : ground;
  colours.warningSurface = light ? QColor(0xff, 0xf3, 0xd6) : ground;
  colours.noticeSurface = light ? QColor(0xe8, 0xf1, 0xfe) : ground;
  colours.goodSurface = light ? QColor(0xe6, 0xf5, 0xec) : ground;
  colours.focusOuter = light ? QColor(Qt::black) : colours.text;
  colours.focusInner = QColor(0xff, 0xd4, 0x3d);
  const QColor& surface = colours.surface;
  // What stands on more than one ground is held against each of them.
  colours.text = legible(colours.text, {ground, surface, colours.hover}, kTextContrast);
  colours.faintText =
      light ? legible(QColor(0x59, 0x59, 0x59), {ground, surface}, kTextContrast) : colours.text;
  colours.border =
      light ? legible(QColor(0x76, 0x76, 0x76), {ground, surface}, kPartContrast) : colours.text;
  colours.error = legible(light ? QColor(0xce, 0x00, 0x00) : QColor(0xff, 0x96, 0x96),
                          {ground, surface, colours.errorSurface, colours.hover}, kTextContrast);
  colours.warning = legible(light ? QColor(0xac, 0x3e, 0x00) : QColor(0xff, 0xc7, 0x00),
                            {ground, surface, colours.warningSurface}, kTextContrast);
  colours.good = legible(light ? QColor(0x19, 0x74, 0x4a) : QColor(0x9b, 0xd4, 0xb5),
                         {ground, surface, colours.goodSurface}, kTextContrast);
  colours.primary = legible(palette.color(QPalette::Highlight),
                            {ground, surface, colours.hover, colours.noticeSurface}, kTextContrast);
  // Whichever is read on it, whatever the desktop says: some put white on light blue.
  colours.onPrimary = strongest(colours.primary);
  const QColor away = colours.onPrimary == QColor(Qt::white) ? Qt::black : Qt::white;
  colours.primaryHover = mixed(colours.primary, away, 0.3);
  colours.primaryDown = mixed(colours.primary, away, 0.6);
  return colours;
}

QPalette readable(QPalette palette) {
  const Colours colours = coloursOf(palette);
  palette.setColor(QPalette::WindowText, colours.text);
  palette.setColor(QPalette::Highlight, colours.primary);
  palette.setColor(QPalette::HighlightedText, colours.onPrimary);
  palette.setColor(QPalette::Link, colours.primary);
  for (const auto& [ink, ground] : {std::pair{QPalette::Text, QPalette::Base},
                                    {QPalette::PlaceholderText, QPalette::Base},
                                    {QPalette::ButtonText, QPalette::Button},
                                    {QPalette::ToolTipText, QPalette::ToolTipBase}})
    palette.setColor(ink, legible(palette.color(ink), {palette.color(ground)}, kTextContrast));
  return palette;
}

void applyLook(QApplication& application, double textScale) {
  if (application.property(kBodyPointSize).isValid()) return;
  QFont font = QApplication::font();
  font.setFamilies(textFamilies(QFontInfo(font).family()));
  font.setPointSizeF(std::max(QFontInfo(font).pointSizeF(), kSmallestPointSize) * textScale);
  application.setProperty(kBodyPointSize, font.pointSizeF());
  QApplication::setFont(font);
  QApplication::setStyle(new MadoguchiStyle);
  const QPalette system = QApplication::palette();
  QApplication::setPalette(readable(isLight(system) ? lightPalette() : system));
}

void setFurigana(bool on) { setSizing(kFurigana, on); }

bool carriesFurigana() { return hasFurigana(); }

double shownTextSize() { return textSize(); }

void setTextSize(double times) { setSizing(kTextSize, times); }

void keepUsualTextSize(QWidget& part, bool keep) {
  part.setProperty(kUsualTextSize, keep);
  part.setFont(keep ? bodyFont(hasFurigana(), 1) : QFont());
  tellOfSizes(part.findChildren<QWidget*>());
}

int bodySize(bool furigana) { return QFontInfo(bodyFont(furigana, textSize())).pixelSize(); }

int em(const QWidget& widget, double times) {
  return static_cast<int>(std::lround(QFontInfo(widget.font()).pixelSize() * times));
}

int targetSize(bool compact) {
  constexpr int kLeast = 24;  // 2.5.8
  if (!compact) return targetOf(QApplication::font());
  return qApp->property(kTouched).toBool() ? targetOf(bodyFont(false, 1)) : kLeast;
}

int targetSizeIn(const QWidget& part) {
  return hasUsualSize(part) ? targetOf(bodyFont(hasFurigana(), 1)) : targetSize();
}

void setTouched(bool touched) { qApp->setProperty(kTouched, touched); }

QFont scaledFont(const QWidget& widget, double times, bool bold) {
  QFont font = QApplication::font(&widget);
  if (hasFurigana()) times = std::max(times, 1.0);
  font.setPointSizeF(font.pointSizeF() * times / (hasUsualSize(widget) ? textSize() : 1));
  font.setBold(bold);
  return font;
}

}  // namespace madoguchi::app
