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

#include "app/widgets/candidate_strip.h"
#include "app/widgets/kana_kanji.h"
#include "app/widgets/kana_reading.h"
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
constexpr Rows kHiragana{u"わらやまはなたさかあ", u"をり、みひにちしきい", u"んるゆむふぬつすくう",
                         u"ーれ。めへねてせけえ", u"・ろよもほのとそこお"};

bool isOfReading(const QString& typed) {
  const char16_t one = typed.front().unicode();
  return (one >= u'ぁ' && one <= u'ゖ') || one == u'ー';
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

bool takesLatinOnly(const QWidget& field) {
  const auto hints = Qt::InputMethodHints(field.inputMethodQuery(Qt::ImHints).toInt());
  return (hints & (Qt::ImhDigitsOnly | Qt::ImhFormattedNumbersOnly | Qt::ImhLatinOnly |
                   Qt::ImhEmailCharactersOnly | Qt::ImhPreferLatin)) != 0;
}

int spaceOf(const QWidget& widget) { return em(widget, 0.25); }

}  // namespace

ScreenKeyboard::ScreenKeyboard(std::unique_ptr<KanaKanji> conversion, QWidget* parent)
    : QWidget(parent), m_conversion(std::move(conversion)), m_reading(new KanaReading(this)) {
  setObjectName(QStringLiteral("screenKeyboard"));
  setFocusPolicy(Qt::NoFocus);
  auto* whole = new QVBoxLayout(this);
  fitToFont(*this, [this, whole] {
    const int space = spaceOf(*this);
    whole->setSpacing(space);
    whole->setContentsMargins(space * 2, space * 2, space * 2, space * 2);
  });
  addCandidates();
  addCharacters();
  addFunctions();
  setLayer(Layer::small);
  hide();
  connect(qApp, &QApplication::focusChanged, this,
          [this](QWidget* /*before*/, QWidget* now) { follow(now); });
}

ScreenKeyboard::~ScreenKeyboard() = default;

void ScreenKeyboard::follow(QWidget* focus) {
  // While a window is not the active one, nothing has the focus; the field gets it back.
  if (focus == nullptr || focus->window() != window()) return;
  m_field = takesText(focus) ? focus : nullptr;
  m_reading->follow(m_field);
  setVisible(m_field != nullptr);
  if (m_field == nullptr) return;
  m_latinOnly = takesLatinOnly(*m_field);
  setLayer(m_latinOnly && isKana() ? Layer::small : m_layer);
}

void ScreenKeyboard::addCandidates() {
  if (m_conversion == nullptr) return;
  m_candidates = new CandidateStrip(this);
  layout()->addWidget(m_candidates);
  connect(m_candidates, &CandidateStrip::chosen, m_reading, &KanaReading::write);
  connect(m_candidates, &CandidateStrip::leftAsItIs, m_reading, &KanaReading::settle);
  connect(m_reading, &KanaReading::changed, this, &ScreenKeyboard::offerWritings);
}

void ScreenKeyboard::offerWritings() {
  m_candidates->offer(m_reading->text(), m_conversion->writings(m_reading->text()));
}

RubyButton* ScreenKeyboard::makeKey(const QString& objectName) {
  auto* made = new RubyButton(RubyButton::Kind::secondary, this);
  made->setObjectName(QStringLiteral("screenKey.") + objectName);
  made->setFocusPolicy(Qt::NoFocus);
  made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  made->setCompact(true);
  fitToFont(*made, [made] {
    made->setFixedHeight(std::max(targetSizeIn(*made), made->heightForWidth(em(*made, kWide))));
  });
  return made;
}

void ScreenKeyboard::addCharacters() {
  auto* grid = new QGridLayout;
  qobject_cast<QVBoxLayout*>(layout())->addLayout(grid);
  fitToFont(*this, [this, grid] { grid->setSpacing(spaceOf(*this)); });
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
  if (layer != m_layer) m_reading->settle();
  m_layer = layer;
  showKeysOfLayer();
  m_kana->setVisible(!m_latinOnly);
  for (RubyButton* ofKana : m_ofKana) ofKana->setVisible(isKana());
  for (RubyButton* ofLatin : {m_capitals, m_signs}) ofLatin->setVisible(!isKana());
  for (const auto& [button, its] :
       {std::pair{m_letters, Layer::small}, std::pair{m_capitals, Layer::capitals},
        std::pair{m_signs, Layer::signs}, std::pair{m_kana, Layer::hiragana},
        std::pair{m_katakana, Layer::katakana}})
    button->setKind(its == layer ? RubyButton::Kind::primary : RubyButton::Kind::secondary);
  if (m_candidates != nullptr) m_candidates->setVisible(layer == Layer::hiragana);
}

void ScreenKeyboard::showKeysOfLayer() {
  const Rows& rows = isKana() ? kHiragana : m_layer == Layer::signs ? kSigns : kSmall;
  for (const Key& key : m_keys) {
    const std::u16string_view row = rows.at(static_cast<std::size_t>(key.row));
    const auto column = static_cast<std::size_t>(key.column);
    QString character(column < row.size() ? QChar(row[column]) : QChar(u' '));
    if (m_layer == Layer::capitals) character = character.toUpper();
    if (m_layer == Layer::katakana) character = inKatakana(character);
    // The last row is there for kana only; a place without a key keeps its room.
    QSizePolicy policy = key.button->sizePolicy();
    policy.setRetainSizeWhenHidden(!row.empty());
    key.button->setSizePolicy(policy);
    key.button->setPlain(character);
    key.button->setVisible(character != u' ');
  }
}

void ScreenKeyboard::send(int key, const QString& text) {
  for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
    if (m_field == nullptr) return;
    QKeyEvent event(kind, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(m_field, &event);
  }
}

void ScreenKeyboard::type(const QString& text) {
  if (m_field == nullptr || text.isEmpty()) return;
  const bool isRead = m_layer == Layer::hiragana && isOfReading(text);
  m_reading->change(isRead ? m_reading->text() + text : QString(),
                    [&] { send(text.front().toUpper().unicode(), text); });
}

void ScreenKeyboard::press(int key) {
  const QString& before = m_reading->text();
  m_reading->change(
      key == Qt::Key_Backspace ? before.chopped(std::min<qsizetype>(1, before.size())) : QString(),
      [&] { send(key, {}); });
}

void ScreenKeyboard::change(QString (*changed)(QChar before)) {
  if (m_field == nullptr) return;
  const QString text = m_field->inputMethodQuery(Qt::ImSurroundingText).toString();
  const int cursor = m_field->inputMethodQuery(Qt::ImCursorPosition).toInt();
  if (cursor < 1 || cursor > text.size()) return;
  const QString other = changed(text[cursor - 1]);
  if (other == QString(text[cursor - 1])) return;
  const QString& reading = m_reading->text();
  m_reading->change(reading.isEmpty() ? QString() : reading.chopped(1) + other, [&] {
    QInputMethodEvent event;
    event.setCommitString(other, -1, 1);
    QCoreApplication::sendEvent(m_field, &event);
  });
}

}  // namespace madoguchi::app
