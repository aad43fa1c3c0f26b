#include "app/kit/form/field_offer.h"

#include <utility>

#include "app/widgets/accessibility.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/speak.h"
#include "forms/rules/email_suspicion.h"
#include "forms/rules/latin_name.h"

namespace madoguchi::app {

namespace {

constexpr const char* kEmail = "email";
constexpr const char* kLatinName = "latinName";
/// As many as a passport's letters usually leave to choose from: likely ones come first.
constexpr std::size_t kMostOffers = 6;

/// The answers that may be meant instead; std::nullopt where nothing is to be asked.
std::optional<QStringList> offersFor(const std::string& rule, const std::string& value) {
  QStringList offers;
  if (rule == kEmail) {
    const auto suspicion = forms::emailSuspicion(value);
    if (!suspicion) return std::nullopt;
    if (!suspicion->suggestion.empty()) offers << QString::fromStdString(suspicion->suggestion);
    return offers;
  }
  if (rule != kLatinName) return std::nullopt;
  for (const std::string& spelling : forms::nameSpellings(value)) {
    if (std::cmp_less(offers.size(), kMostOffers)) offers << QString::fromStdString(spelling);
  }
  return offers.isEmpty() ? std::nullopt : std::optional(offers);
}

}  // namespace

FieldOffer::FieldOffer(FormModel& form, forms::FieldPath path, const QString& objectName,
                       QWidget* parent)
    : MessagePanel(Kind::warning, parent), m_form(form), m_path(std::move(path)) {
  setObjectName(objectName);
  for (std::size_t i = 0; i < kMostOffers; ++i) {
    RubyButton* way = addWay(objectName + u'.' + QString::number(i));
    connect(way, &RubyButton::clicked, this,
            [this, i] { take(m_offers.value(static_cast<qsizetype>(i))); });
    m_ways.push_back(way);
  }
  m_keep = addWay(objectName + QStringLiteral(".keep"));
  connect(m_keep, &RubyButton::clicked, this, [this] {
    m_kept = m_value;
    take(m_value);
  });
  speak(*this, [this] { sayAll(); });
}

void FieldOffer::look() {
  const QString value = m_form.value(m_path);
  const auto offers =
      value == m_kept && !value.isEmpty()
          ? std::nullopt
          : offersFor(forms::findField(m_form.definition(), m_path)->rule, value.toStdString());
  const QString asked = offers ? value : QString();
  if (asked == m_value) return;
  m_value = asked;
  m_offers = offers.value_or(QStringList());
  sayAll();
  if (!m_value.isEmpty()) announce(*this);
}

void FieldOffer::take(const QString& value) {
  if (value != m_value) m_form.type(m_path, value);
  m_form.leaveField(m_path);
  look();
  emit taken();
}

void FieldOffer::sayAll() {
  setVisible(!m_value.isEmpty());
  const bool isName = forms::findField(m_form.definition(), m_path)->rule == kLatinName;
  for (std::size_t i = 0; i < m_ways.size(); ++i) {
    const QString offer = m_offers.value(static_cast<qsizetype>(i));
    m_ways[i]->setMarkup(qtTrId("offer.take").arg(offer));
    m_ways[i]->setVisible(!offer.isEmpty());
  }
  m_keep->setMarkup(qtTrId("offer.keep"));
  m_keep->setVisible(!isName);  // a name cannot stay so
  if (isName) {
    setTexts(qtTrId("offer.name.title"), qtTrId("offer.name.text"), {});
  } else if (m_offers.isEmpty()) {
    setTexts(qtTrId("offer.email.title").arg(m_value), qtTrId("offer.email.noSuchEnding"), {});
  } else {
    setTexts(qtTrId("offer.email.title").arg(m_value), qtTrId("offer.email.text"), {});
  }
}

}  // namespace madoguchi::app
