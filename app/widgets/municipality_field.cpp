#include "app/widgets/municipality_field.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>
#include <string_view>

#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "forms/municipalities.h"

namespace madoguchi::app {

namespace {

/// More are not read; the person types on instead.
constexpr int kMostFound = 12;

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// How place names are written in a language is a text like any other: %1 kanji, %2 kana, %3
/// romaji.
QString written(const QString& kanji, const QString& kana, const QString& romaji) {
  return qtTrId("place.written").arg(kanji, kana, romaji);
}

/// "Chuo-ku, Sapporo-shi" of "Chuo-ku, Sapporo-shi, Hokkaido".
QString withoutPrefecture(const forms::Municipality& place) {
  const QString romaji = text(place.romaji);
  const qsizetype comma = romaji.lastIndexOf(u',');
  return comma > 0 ? romaji.left(comma) : romaji;
}

QString shortName(const forms::Municipality& place) {
  return written(QString::fromStdString(place.name()), text(place.hiragana),
                 withoutPrefecture(place));
}

QString longName(const forms::Municipality& place) {
  return written(QString::fromStdString(place.fullName()),
                 text(place.prefectureHiragana) + text(place.hiragana), text(place.romaji));
}

QString folded(const QString& typed) {
  QString result;
  for (const QChar c : typed.normalized(QString::NormalizationForm_KC).toLower()) {
    // Katakana are looked up as hiragana, which lie 0x60 below them.
    const bool katakana = c.unicode() >= 0x30A1 && c.unicode() <= 0x30F6;
    const QChar plain = katakana ? QChar(static_cast<char16_t>(c.unicode() - 0x60)) : c;
    if (plain.isLetterOrNumber()) result.append(plain);
  }
  return result;
}

bool fits(const forms::Municipality& place, const QString& typed) {
  return folded(QString::fromStdString(place.fullName())).contains(typed) ||
         folded(text(place.prefectureHiragana) + text(place.hiragana)).contains(typed) ||
         folded(text(place.romaji)).contains(typed);
}

}  // namespace

MunicipalityField::MunicipalityField(const QString& objectName, QWidget* parent) : QWidget(parent) {
  m_search = new QLineEdit(this);
  m_search->setObjectName(objectName + QStringLiteral(".search"));
  m_found = new QStringListModel(this);
  m_completer = new QCompleter(m_found, this);
  m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_completer->setMaxVisibleItems(kMostFound);
  m_search->setCompleter(m_completer);
  m_prefecture = new QComboBox(this);
  m_prefecture->setObjectName(objectName + QStringLiteral(".prefecture"));
  m_municipality = new QComboBox(this);
  m_municipality->setObjectName(objectName + QStringLiteral(".municipality"));
  m_searchLabel = new RubyLabel(RubyLabel::Role::body, this);
  m_searchLabel->setBuddy(m_search);
  m_prefectureLabel = new RubyLabel(RubyLabel::Role::body, this);
  m_prefectureLabel->setBuddy(m_prefecture);
  m_municipalityLabel = new RubyLabel(RubyLabel::Role::body, this);
  m_municipalityLabel->setBuddy(m_municipality);
  setFocusProxy(m_search);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.3));
  column->addWidget(m_searchLabel);
  column->addWidget(m_search);
  for (QComboBox* box : {m_prefecture, m_municipality}) {
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setMaximumWidth(em(*this, 24));
    box->installEventFilter(this);
  }
  m_search->setMaximumWidth(em(*this, 24));
  column->addWidget(m_prefectureLabel);
  column->addWidget(m_prefecture);
  column->addWidget(m_municipalityLabel);
  column->addWidget(m_municipality);

  connect(m_search, &QLineEdit::textEdited, this, &MunicipalityField::search);
  connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
          [this](const QModelIndex& index) { choose(m_foundCodes.value(index.row())); });
  connect(m_prefecture, &QComboBox::activated, this, [this] {
    fillMunicipalities({});
    emit edited(value());
  });
  connect(m_municipality, &QComboBox::activated, this, [this] { emit edited(value()); });
  speak(*this, [this] {
    m_searchLabel->setMarkup(qtTrId("place.search"));
    m_prefectureLabel->setMarkup(qtTrId("place.prefecture"));
    m_municipalityLabel->setMarkup(qtTrId("place.municipality"));
    const QString code = value();
    const QVariant prefecture = m_prefecture->currentData();
    fillPrefectures();
    m_prefecture->setCurrentIndex(std::max(0, m_prefecture->findData(prefecture)));
    fillMunicipalities(code);
    setName(m_name);
  });
}

void MunicipalityField::fillPrefectures() {
  m_prefecture->clear();
  m_prefecture->addItem(spokenText(qtTrId("place.choose")));
  QString last;
  for (const forms::Municipality& place : forms::municipalities()) {
    const QString prefecture = text(place.prefecture);
    if (prefecture == last) continue;
    last = prefecture;
    m_prefecture->addItem(
        written(prefecture, text(place.prefectureHiragana), text(place.prefectureRomaji)),
        prefecture);
  }
}

void MunicipalityField::fillMunicipalities(const QString& chosen) {
  m_municipality->clear();
  m_municipality->addItem(spokenText(qtTrId("place.choose")));
  const QString prefecture = m_prefecture->currentData().toString();
  for (const forms::Municipality& place : forms::municipalities()) {
    if (text(place.prefecture) == prefecture)
      m_municipality->addItem(shortName(place), text(place.code6));
  }
  m_municipality->setEnabled(!prefecture.isEmpty());
  m_municipality->setCurrentIndex(std::max(0, m_municipality->findData(chosen)));
}

QString MunicipalityField::value() const { return m_municipality->currentData().toString(); }

void MunicipalityField::setValue(const QString& code) {
  if (code == value()) return;
  const forms::Municipality* place = forms::findMunicipality(code.toStdString());
  m_prefecture->setCurrentIndex(
      place == nullptr ? 0 : std::max(0, m_prefecture->findData(text(place->prefecture))));
  fillMunicipalities(code);
}

void MunicipalityField::choose(const QString& code) {
  if (code.isEmpty()) return;
  setValue(code);
  emit edited(code);
}

void MunicipalityField::search(const QString& typed) {
  const QString wanted = folded(typed);
  QStringList names;
  m_foundCodes.clear();
  if (!wanted.isEmpty()) {
    for (const forms::Municipality& place : forms::municipalities()) {
      if (!fits(place, wanted)) continue;
      names.append(longName(place));
      m_foundCodes.append(text(place.code6));
      if (names.size() == kMostFound) break;
    }
  }
  m_found->setStringList(names);
  if (names.isEmpty()) {
    m_completer->popup()->hide();
  } else {
    m_completer->complete();
  }
}

void MunicipalityField::setName(const QString& name) {
  m_name = name;
  m_search->setAccessibleName(m_searchLabel->text());
  m_prefecture->setAccessibleName(m_prefectureLabel->text());
  m_municipality->setAccessibleName(m_municipalityLabel->text());
  for (QWidget* widget : std::initializer_list<QWidget*>{m_search, m_prefecture, m_municipality}) {
    widget->setAccessibleDescription(name);
  }
}

void MunicipalityField::setWrong(bool wrong) {
  for (QWidget* widget : std::initializer_list<QWidget*>{m_prefecture, m_municipality}) {
    widget->setProperty("wrong", wrong);
    widget->update();
  }
}

QString MunicipalityField::shownName(const QString& code) {
  const forms::Municipality* place = forms::findMunicipality(code.toStdString());
  return place == nullptr ? QString() : longName(*place);
}

bool MunicipalityField::eventFilter(QObject* watched, QEvent* event) {
  // A wheel that only scrolls the page must not change the place.
  if (event->type() == QEvent::Wheel && watched != m_search) {
    event->ignore();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace madoguchi::app
