#include "app/widgets/secret_keys.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QVBoxLayout>
#include <QVariant>
#include <algorithm>

#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

constexpr double kSpace = 0.4;  // between keys, in font sizes
constexpr double kKeyWidth = 3.2;
constexpr auto kAlways = "madoguchi.secretKeys.always";
constexpr auto kShuffled = "madoguchi.secretKeys.shuffled";

/// Whoever looks on from behind learns nothing from where the fingers go.
void shuffle(QByteArray& digits) {
  std::shuffle(digits.begin(), digits.end(), *QRandomGenerator::system());
}

/// The characters from `first` to `last` that the field takes as they are.
QByteArray takenOf(const SecretField& field, char first, char last) {
  QByteArray taken;
  for (char code = first; code <= last; ++code) {
    if (field.takes(code)) taken.append(code);
  }
  return taken;
}

QByteArray signsTakenBy(const SecretField& field) {
  return takenOf(field, '!', '/') + takenOf(field, ':', '@') + takenOf(field, '[', '`') +
         takenOf(field, '{', '~');
}

}  // namespace

void useSecretKeys(SecretKeysUse use) {
  qApp->setProperty(kAlways, use.always);
  qApp->setProperty(kShuffled, use.shuffledDigits);
}

SecretKeysUse secretKeysUse() {
  return {qApp->property(kAlways).toBool(), qApp->property(kShuffled).toBool()};
}

SecretKeys::SecretKeys(SecretField& field, QWidget* parent) : QWidget(parent), m_field(field) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, kSpace));
  const QByteArray small = takenOf(field, 'a', 'z');
  const bool bothCases = !small.isEmpty();
  const QByteArray letters = bothCases ? small : takenOf(field, 'A', 'Z');
  QByteArray digits = takenOf(field, '0', '9');
  if (letters.isEmpty() && secretKeysUse().shuffledDigits) shuffle(digits);
  for (const QByteArray& characters : {digits, letters, signsTakenBy(field)}) {
    if (!characters.isEmpty()) column->addWidget(group(characters));
  }
  auto* functions = new QWidget(this);
  auto* row = new FlowLayout(em(*this, kSpace), functions);
  if (bothCases) {
    RubyButton* capitals = key(QStringLiteral("capitals"));
    capitals->setCheckable(true);
    connect(capitals, &QAbstractButton::toggled, this, &SecretKeys::setCapitals);
    speak(*capitals, [capitals] { capitals->setMarkup(qtTrId("secret.keys.capitals")); });
    row->addWidget(capitals);
  }
  RubyButton* erase = key(QStringLiteral("erase"));
  connect(erase, &QAbstractButton::clicked, &m_field, &SecretField::rubOut);
  speak(*erase, [erase] { erase->setMarkup(qtTrId("secret.keys.erase")); });
  row->addWidget(erase);
  column->addWidget(functions);
}

QWidget* SecretKeys::group(const QByteArray& characters) {
  auto* keys = new QWidget(this);
  auto* rows = new FlowLayout(em(*this, kSpace), keys);
  for (const char character : characters) {
    const QString written(QLatin1Char{character});
    RubyButton* made = key(written);
    made->setPlain(written);
    fitToFont(*made, [made] { made->setFixedWidth(em(*made, kKeyWidth)); });
    rows->addWidget(made);
    const bool changes = character >= 'a' && character <= 'z';
    if (changes) m_letters.push_back({made, character});
    connect(made, &QAbstractButton::clicked, this, [this, character, changes] {
      m_field.type(changes && m_capitals ? static_cast<char>(character - 'a' + 'A') : character);
    });
  }
  return keys;
}

RubyButton* SecretKeys::key(const QString& objectName) {
  auto* made = new RubyButton(RubyButton::Kind::secondary, this);
  made->setObjectName(QStringLiteral("key.") + objectName);
  made->setFocusPolicy(Qt::NoFocus);
  return made;
}

void SecretKeys::setCapitals(bool capitals) {
  m_capitals = capitals;
  for (const Letter& letter : m_letters) {
    const QChar small = QLatin1Char(letter.small);
    letter.key->setPlain(capitals ? small.toUpper() : small);
  }
}

}  // namespace madoguchi::app
