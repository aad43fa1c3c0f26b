#include "app/pages/failure_panel.h"

#include <utility>

#include "app/pages/field_texts.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

FailurePanel::FailurePanel(const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::error, parent) {
  setObjectName(objectName);
  hide();
  speak(*this, [this] {
    if (m_code == FailureCode::none) return;
    const FailureTexts texts = failureTexts(m_code);
    setTexts(texts.title, texts.text, texts.remedy,
             spokenText(qtTrId("failure.code")).arg(codeText(m_code)));
  });
}

bool FailurePanel::setFailure(FailureCode code) {
  const bool another = std::exchange(m_code, code) != code && code != FailureCode::none;
  if (another) {
    const FailureTexts texts = failureTexts(code);
    setTexts(texts.title, texts.text, texts.remedy,
             spokenText(qtTrId("failure.code")).arg(codeText(code)));
  }
  setVisible(code != FailureCode::none);
  return another;
}

}  // namespace madoguchi::app
