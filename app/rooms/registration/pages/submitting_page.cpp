#include "app/rooms/registration/pages/submitting_page.h"

#include <QProgressBar>
#include <QVBoxLayout>

#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

SubmittingPage::SubmittingPage(RegistrationFlow& flow, QWidget* parent)
    : RegistrationPage(
          flow, QStringLiteral("submitting"), [] { return qtTrId("submitting.title"); }, parent) {
  m_wait = addText([card = flow.entrance() == forms::Entrance::cardHolder] {
    return card ? qtTrId("submitting.text.card") : qtTrId("submitting.text");
  });
  m_wait->setObjectName(named(QStringLiteral("wait")));
  if (flow.visit().isPinTypedAtReader()) {
    m_typeAtReader = addText([] { return qtTrId("submitting.pad"); }, RubyLabel::Role::strong);
    m_typeAtReader->setObjectName(named(QStringLiteral("typeAtReader")));
    showWhoIsWaitedFor();
  }
  m_progress = new QProgressBar(this);
  m_progress->setObjectName(named(QStringLiteral("progress")));
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(em(*this, 0.75));
  m_progress->setRange(0, 1);
  speak(*m_progress,
        [this] { m_progress->setAccessibleName(spokenText(qtTrId("submitting.title"))); });
  column()->addWidget(m_progress);
  m_whatCancelDoes = addText([this] { return whatCancelDoes(); });
  m_whatCancelDoes->setObjectName(named(QStringLiteral("whatCancelDoes")));
  connect(&flow, &RegistrationFlow::submissionProgress, this, [this](int done, int all) {
    m_progress->setRange(0, all);
    m_progress->setValue(done);
    showWhoIsWaitedFor();
    const QString before = m_whatCancelDoes->text();
    m_whatCancelDoes->setMarkup(whatCancelDoes());
    if (isVisible() && m_whatCancelDoes->text() != before) announce(*m_whatCancelDoes);
  });
  RubyButton* cancel = addButton(QStringLiteral("cancel"), RubyButton::Kind::secondary,
                                 [] { return qtTrId("common.cancel"); });
  connect(cancel, &RubyButton::clicked, &flow, &RegistrationFlow::cancelSubmission);
  column()->addStretch();
}

void SubmittingPage::showWhoIsWaitedFor() {
  if (m_typeAtReader == nullptr) return;
  const bool signs = !flow().mayHaveArrived();
  m_typeAtReader->setVisible(signs);
  m_wait->setVisible(!signs);
}

QString SubmittingPage::whatCancelDoes() const {
  return flow().mayHaveArrived() ? qtTrId("submitting.sent") : qtTrId("submitting.unsent");
}

}  // namespace madoguchi::app
