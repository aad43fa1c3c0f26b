#include "app/rooms/application/error_report.h"

#include <utility>

#include "app/rooms/application/application_json.h"

namespace madoguchi::app {
namespace {

/// As it is sent: what is pasted may hold characters that stand for no letter.
QString withoutControls(const QString& text) {
  QString clean = text;
  for (QChar& character : clean) {
    if (character.category() == QChar::Other_Control && character != u'\n') {
      character = u' ';
    } else if (character == QChar::ParagraphSeparator || character == QChar::LineSeparator) {
      character = u'\n';
    }
  }
  return clean.trimmed();
}

}  // namespace

ErrorReport::ErrorReport(Server& server, QString application, QObject* parent)
    : QObject(parent), m_server(server), m_application(std::move(application)) {}

void ErrorReport::write(const QString& text) {
  m_text = text;
  if (std::exchange(m_fault, Fault::none) != Fault::none) {
    emit changed();
  }
}

void ErrorReport::send() {
  const QString text = withoutControls(m_text);
  m_failure = FailureCode::none;
  m_fault = text.isEmpty()                    ? Fault::missing
            : text.toUcs4().size() > kLongest ? Fault::tooLong
                                              : Fault::none;
  if (m_fault == Fault::none && !m_isAsking) {
    if (std::exchange(m_of, text) != text) {
      m_key = newKey();
    }
    m_isAsking = true;
    m_asking = reportError(m_server, m_application, m_key, text,
                           [this](const ApplicationAnswer& answer) { onAnswer(answer); });
  }
  emit changed();
}

void ErrorReport::onAnswer(const ApplicationAnswer& answer) {
  m_isAsking = false;
  m_failure = answer.failure;
  if (m_failure == FailureCode::formRefused) {
    // The text was judged here by the same rule.
    m_failure = FailureCode::none;
    m_fault = Fault::tooMany;
  } else if (m_failure == FailureCode::none) {
    m_text.clear();
    m_of.clear();
    emit sent(answer);
  }
  emit changed();
}

void ErrorReport::callOff() {
  m_asking.drop();
  if (std::exchange(m_isAsking, false)) {
    emit changed();
  }
}

}  // namespace madoguchi::app
