#include "app/widgets/municipality_field.h"

#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <string_view>

#include "app/widgets/look.h"
#include "app/widgets/place_names.h"
#include "app/widgets/place_search.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "forms/places/municipalities.h"

namespace madoguchi::app {

namespace {

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

}  // namespace

MunicipalityField::MunicipalityField(const QString& objectName, QWidget* parent) : QWidget(parent) {
  m_search = new PlaceSearch(objectName + QStringLiteral(".search"), this);
  m_prefecture = new QComboBox(this);
  m_prefecture->setObjectName(objectName + QStringLiteral(".prefecture"));
  m_municipality = new QComboBox(this);
  m_municipality->setObjectName(objectName + QStringLiteral(".municipality"));
  m_prefectureLabel = new RubyLabel(RubyLabel::Role::body, this);
  m_prefectureLabel->setBuddy(m_prefecture);
  m_municipalityLabel = new RubyLabel(RubyLabel::Role::body, this);
  m_municipalityLabel->setBuddy(m_municipality);
  setFocusProxy(m_search);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.3));
  column->addWidget(m_search);
  for (QComboBox* box : {m_prefecture, m_municipality}) {
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setMinimumWidth(1);  // where the window is narrow, less than that
    limitWidth(*box, 24);
    box->installEventFilter(this);
  }
  column->addWidget(m_prefectureLabel);
  column->addWidget(m_prefecture);
  column->addWidget(m_municipalityLabel);
  column->addWidget(m_municipality);

  connect(m_search, &PlaceSearch::chosen, this, [this](const QString& code, const QString& town) {
    setValue(code);
    emit edited(code);
    if (!town.isEmpty()) emit townFound(town);
  });
  connect(m_prefecture, &QComboBox::activated, this, [this] {
    fillMunicipalities({});
    emit edited(value());
  });
  connect(m_municipality, &QComboBox::activated, this, [this] { emit edited(value()); });
  speak(*this, [this] {
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
    m_prefecture->addItem(prefectureName(place), prefecture);
  }
}

void MunicipalityField::fillMunicipalities(const QString& chosen) {
  m_municipality->clear();
  m_municipality->addItem(spokenText(qtTrId("place.choose")));
  const QString prefecture = m_prefecture->currentData().toString();
  for (const forms::Municipality& place : forms::municipalities()) {
    if (text(place.prefecture) == prefecture)
      m_municipality->addItem(shortPlaceName(place), text(place.code6));
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

void MunicipalityField::setName(const QString& name) {
  m_name = name;
  m_search->setDetail(name);
  m_prefecture->setAccessibleName(m_prefectureLabel->text());
  m_municipality->setAccessibleName(m_municipalityLabel->text());
  m_prefecture->setAccessibleDescription(name);
  m_municipality->setAccessibleDescription(name);
}

void MunicipalityField::setWrong(bool wrong) {
  for (QWidget* widget : std::initializer_list<QWidget*>{m_prefecture, m_municipality}) {
    widget->setProperty("wrong", wrong);
    widget->update();
  }
}

QString MunicipalityField::shownName(const QString& code) {
  const forms::Municipality* place = forms::findMunicipality(code.toStdString());
  return place == nullptr ? QString() : placeName(*place);
}

bool MunicipalityField::eventFilter(QObject* watched, QEvent* event) {
  // A wheel that only scrolls the page must not change the place.
  if (event->type() == QEvent::Wheel) {
    event->ignore();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace madoguchi::app
