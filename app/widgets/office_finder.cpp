#include "app/widgets/office_finder.h"

#include <QComboBox>
#include <QVBoxLayout>

#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/place_names.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"
#include "forms/places/municipalities.h"
#include "forms/places/offices.h"

namespace madoguchi::app {
namespace {

/// Names have no blanks; with their readings, those of one word would run into those of the next.
QString inWords(QString markup) {
  return markup.replace(QStringLiteral("}{"), QStringLiteral("} {"));
}

}  // namespace

OfficeFinder::OfficeFinder(const QString& objectName, QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, em(*this, 0.2));  // for the ring around what has the focus
  column->setSpacing(em(*this, 0.4));
  m_label = new RubyLabel(RubyLabel::Role::strong, this);
  m_prefecture = new QComboBox(this);
  m_prefecture->setObjectName(objectName);
  m_prefecture->setMinimumWidth(1);  // the window may be narrower than the longest name
  m_label->setBuddy(m_prefecture);
  m_prefecture->addItem(QString());
  std::string_view last;
  for (const forms::Municipality& place : forms::municipalities()) {
    const std::string_view code = place.code6.substr(0, 2);
    if (code == last) continue;
    last = code;
    m_prefecture->addItem(QString(),
                          QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size())));
  }
  m_office = new RubyLabel(RubyLabel::Role::strong, this);
  m_office->setObjectName(objectName + QStringLiteral(".office"));
  m_address = new RubyLabel(RubyLabel::Role::body, this);
  column->addWidget(m_label);
  column->addWidget(m_prefecture);
  column->addWidget(m_office);
  column->addWidget(m_address);
  connect(m_prefecture, &QComboBox::currentIndexChanged, this, [this] {
    sayOffice();
    announce(*m_office);
  });
  speak(*this, [this] { sayAll(); });
}

void OfficeFinder::sayAll() {
  m_label->setMarkup(qtTrId("office.prefecture"));
  m_prefecture->setAccessibleName(m_label->text());
  m_prefecture->setItemText(0, qtTrId("office.choose"));
  int item = 1;
  std::string_view last;
  for (const forms::Municipality& place : forms::municipalities()) {
    if (place.prefecture == last) continue;
    last = place.prefecture;
    m_prefecture->setItemText(item++, prefectureName(place));
  }
  sayOffice();
}

void OfficeFinder::sayOffice() {
  const forms::Office* office =
      forms::officeOfPrefecture(m_prefecture->currentData().toString().toStdString());
  m_office->setVisible(office != nullptr);
  m_address->setVisible(office != nullptr);
  if (office == nullptr) return;
  const auto text = [](std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
  };
  const auto read = [&](std::string_view markup) {
    return RubyText::fromMarkup(writtenOrRead(spokenText(text(markup)), inWords(text(markup))));
  };
  // In both: one stands on the door, the other is for who reads no kanji.
  RubyText name = read(office->name);
  append(name, RubyText::plain(u'\n' + text(office->english)));
  m_office->setRubyText(name);
  m_address->setRubyText(read(office->address));
}

}  // namespace madoguchi::app
