#include "app/widgets/screen_keyboard.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <string_view>

#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/secret_field.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

constexpr double kWide = 20;  ///< in font sizes: no key's text needs two lines
constexpr int kRows = 5;
constexpr int kColumns = 10;
using Rows = std::array<std::u16string_view, kRows>;

// A space is a place without a key.
constexpr Rows kSmall{u"1234567890", u"qwertyuiop", u"asdfghjkl-", u"zxcvbnm.,@", u""};
constexpr Rows kSigns{u"1234567890", u"!\"#$%&'()=", u"~^|`{}[]+*", u"<>?/\\_:;.,", u""};
// As the table of fifty sounds is read, from the right.
constexpr Rows kHiragana{u"わらやまはなたさかあ", u"をり みひにちしきい", u"んるゆむふぬつすくう",
                         u"ーれ めへねてせけえ", u"・ろよもほのとそこお"};

constexpr char16_t kFirstHiragana = u'ぁ';
constexpr char16_t kLastHiragana = u'ゖ';
constexpr char16_t kFirstKatakana = u'ァ';
constexpr int kToKatakana = kFirstKatakana - kFirstHiragana;

bool isHiragana(QChar one) { return one >= kFirstHiragana && one <= kLastHiragana; }

QChar katakanaOf(QChar one) {
  return isHiragana(one) ? QChar(static_cast<char16_t>(one.unicode() + kToKatakana)) : one;
}

/// With the mark, or without it where it has it; itself where it takes none.
QString withMark(QChar before, char16_t mark) {
  const QString apart = QString(before).normalized(QString::NormalizationForm_D);
  QString base = apart.left(1);
  if (apart.endsWith(mark)) return base;
  const QString marked = (base + mark).normalized(QString::NormalizationForm_C);
  return marked.size() == 1 ? marked : QString(before);
}

QString voiced(QChar before) { return withMark(before, u'\u3099'); }
QString halfVoiced(QChar before) { return withMark(before, u'\u309A'); }

/// Small kana stand right before their large ones.
QString otherSize(QChar before) {
  constexpr std::u16string_view kLarge = u"あいうえおつやゆよわアイウエオツヤユヨワ";
  constexpr std::u16string_view kSmallOnes = u"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
  const char16_t one = before.unicode();
  if (kLarge.find(one) != std::u16string_view::npos) return QChar(static_cast<char16_t>(one - 1));
  if (kSmallOnes.find(one) != std::u16string_view::npos)
    return QChar(static_cast<char16_t>(one + 1));
  return before;
}

bool takesText(const QWidget* widget) {
  return widget != nullptr && widget->isEnabled() &&
         widget->testAttribute(Qt::WA_InputMethodEnabled) &&
         widget->inputMethodQuery(Qt::ImEnabled).toBool() &&
         qobject_cast<const SecretField*>(widget) == nullptr;
}

int spaceOf(const QWidget& widget) { return em(widget, 0.25); }

}  // namespace

ScreenKeyboard::ScreenKeyboard(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("screenKeyboard"));
  setFocusPolicy(Qt::NoFocus);
  addCharacters();
  addFunctions();
  setLayer(Layer::small);
  hide();
  connect(qApp, &QApplication::focusChanged, this,
          [this](QWidget* /*before*/, QWidget* now) { follow(now); });
}

void ScreenKeyboard::follow(QWidget* focus) {
  // While a window is not the active one, nothing has the focus; the field gets it back.
  if (focus == nullptr || focus->window() != window()) return;
  m_field = takesText(focus) ? focus : nullptr;
  setVisible(m_field != nullptr);
  if (m_field == nullptr) return;
  const auto hints = Qt::InputMethodHints(m_field->inputMethodQuery(Qt::ImHints).toInt());
  const bool latin = (hints & (Qt::ImhDigitsOnly | Qt::ImhFormattedNumbersOnly | Qt::ImhLatinOnly |
                               Qt::ImhEmailCharactersOnly)) != 0;
  if (latin && isKana()) setLayer(Layer::small);
}

RubyButton* ScreenKeyboard::makeKey(const QString& objectName) {
  auto* made = new RubyButton(RubyButton::Kind::secondary, this);
  made->setObjectName(QStringLiteral("screenKey.") + objectName);
  made->setFocusPolicy(Qt::NoFocus);
  made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  fitToFont(*made, [made] {
    made->setFixedHeight(std::max(targetSize(), made->heightForWidth(em(*made, kWide))));
  });
  return made;
}

void ScreenKeyboard::addCharacters() {
  auto* grid = new QGridLayout;
  auto* whole = new QVBoxLayout(this);
  whole->addLayout(grid);
  fitToFont(*this, [this, grid, whole] {
    const int space = spaceOf(*this);
    grid->setSpacing(space);
    whole->setSpacing(space);
    whole->setContentsMargins(space * 2, space * 2, space * 2, space * 2);
  });
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kColumns; ++column) {
      RubyButton* made = makeKey(QStringLiteral("at%1").arg(row * kColumns + column));
      grid->addWidget(made, row, column);
      m_keys.push_back({made, row, column});
      connect(made, &QAbstractButton::clicked, this, [this, made] { type(made->text()); });
    }
  }
}

void ScreenKeyboard::addFunctions() {
  auto* row = new QHBoxLayout;
  qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
  fitToFont(*this, [this, row] { row->setSpacing(spaceOf(*this)); });
  const auto add = [this, row](const QString& name, const QString& label, int stretch) {
    RubyButton* made = makeKey(name);
    made->setPlain(label);
    row->addWidget(made, stretch);
    return made;
  };
  const auto layer = [&](const QString& name, const QString& label, Layer to) {
    RubyButton* made = add(name, label, 3);
    connect(made, &QAbstractButton::clicked, this, [this, to] { setLayer(to); });
    return made;
  };
  m_letters = layer(QStringLiteral("letters"), QStringLiteral("abc"), Layer::small);
  m_capitals = layer(QStringLiteral("capitals"), QStringLiteral("ABC"), Layer::capitals);
  m_signs = layer(QStringLiteral("signs"), QStringLiteral("#+="), Layer::signs);
  m_kana = layer(QStringLiteral("hiragana"), QStringLiteral("かな"), Layer::hiragana);
  m_katakana = layer(QStringLiteral("katakana"), QStringLiteral("カナ"), Layer::katakana);
  m_ofKana.push_back(m_katakana);
  const auto mark = [&](const QString& name, const QString& label, QString (*changed)(QChar)) {
    RubyButton* made = add(name, label, 2);
    connect(made, &QAbstractButton::clicked, this, [this, changed] { change(changed); });
    m_ofKana.push_back(made);
  };
  mark(QStringLiteral("voiced"), QStringLiteral("゛"), &voiced);
  mark(QStringLiteral("halfVoiced"), QStringLiteral("゜"), &halfVoiced);
  mark(QStringLiteral("small"), QStringLiteral("小"), &otherSize);
  RubyButton* space = add(QStringLiteral("space"), {}, 5);
  speak(*space, [space] { space->setMarkup(qtTrId("keyboard.space")); });
  connect(space, &QAbstractButton::clicked, this,
          [this] { type(isKana() ? QStringLiteral("　") : QStringLiteral(" ")); });
  const auto function = [&](const QString& name, const QString& label, int key,
                            QString (*spoken)()) {
    RubyButton* made = add(name, label, 2);
    made->setAutoRepeat(true);
    connect(made, &QAbstractButton::clicked, this, [this, key] { press(key); });
    speak(*made, [made, spoken] { made->setAccessibleName(spoken()); });
  };
  function(QStringLiteral("left"), QStringLiteral("←"), Qt::Key_Left,
           [] { return qtTrId("keyboard.left"); });
  function(QStringLiteral("right"), QStringLiteral("→"), Qt::Key_Right,
           [] { return qtTrId("keyboard.right"); });
  RubyButton* erase = add(QStringLiteral("erase"), {}, 4);
  erase->setAutoRepeat(true);
  speak(*erase, [erase] { erase->setMarkup(qtTrId("keyboard.erase")); });
  connect(erase, &QAbstractButton::clicked, this, [this] { press(Qt::Key_Backspace); });
  RubyButton* next = add(QStringLiteral("next"), {}, 4);
  speak(*next, [next] { next->setMarkup(qtTrId("keyboard.next")); });
  connect(next, &QAbstractButton::clicked, this, [this] { press(Qt::Key_Tab); });
}

bool ScreenKeyboard::isKana() const {
  return m_layer == Layer::hiragana || m_layer == Layer::katakana;
}

void ScreenKeyboard::setLayer(Layer layer) {
  m_layer = layer;
  const Rows& rows = isKana() ? kHiragana : layer == Layer::signs ? kSigns : kSmall;
  for (const Key& key : m_keys) {
    const std::u16string_view row = rows.at(static_cast<std::size_t>(key.row));
    const auto column = static_cast<std::size_t>(key.column);
    QChar character = column < row.size() ? QChar(row[column]) : QChar(u' ');
    if (layer == Layer::capitals) character = character.toUpper();
    if (layer == Layer::katakana) character = katakanaOf(character);
    // The last row is there for kana only; a place without a key keeps its room.
    QSizePolicy policy = key.button->sizePolicy();
    policy.setRetainSizeWhenHidden(!row.empty());
    key.button->setSizePolicy(policy);
    key.button->setPlain(QString(character));
    key.button->setVisible(character != u' ');
  }
  for (RubyButton* ofKana : m_ofKana) ofKana->setVisible(isKana());
  for (RubyButton* ofLatin : {m_capitals, m_signs}) ofLatin->setVisible(!isKana());
  for (const auto& [button, its] :
       {std::pair{m_letters, Layer::small}, std::pair{m_capitals, Layer::capitals},
        std::pair{m_signs, Layer::signs}, std::pair{m_kana, Layer::hiragana},
        std::pair{m_katakana, Layer::katakana}})
    button->setKind(its == layer ? RubyButton::Kind::primary : RubyButton::Kind::secondary);
}

void ScreenKeyboard::type(const QString& text) {
  if (m_field == nullptr || text.isEmpty()) return;
  for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
    QKeyEvent event(kind, text.front().toUpper().unicode(), Qt::NoModifier, text);
    QCoreApplication::sendEvent(m_field, &event);
    if (m_field == nullptr) return;
  }
}

void ScreenKeyboard::press(int key, Qt::KeyboardModifiers modifiers) {
  for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
    if (m_field == nullptr) return;
    QKeyEvent event(kind, key, modifiers);
    QCoreApplication::sendEvent(m_field, &event);
  }
}

void ScreenKeyboard::change(QString (*changed)(QChar before)) {
  if (m_field == nullptr) return;
  const QString text = m_field->inputMethodQuery(Qt::ImSurroundingText).toString();
  const int cursor = m_field->inputMethodQuery(Qt::ImCursorPosition).toInt();
  if (cursor < 1 || cursor > text.size()) return;
  const QString other = changed(text[cursor - 1]);
  if (other == QString(text[cursor - 1])) return;
  QInputMethodEvent event;
  event.setCommitString(other, -1, 1);
  QCoreApplication::sendEvent(m_field, &event);
}

}  // namespace madoguchi::app
