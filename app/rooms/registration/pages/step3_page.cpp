#include "app/rooms/registration/pages/step3_page.h"

#include <QVBoxLayout>

#include "app/core/outlets.h"
#include "app/kit/printed_document.h"
#include "app/kit/saved_notice.h"
#include "app/kit/texts.h"
#include "app/rooms/registration/pages/receipt.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

Step3Page::Step3Page(RegistrationFlow& flow, Outlets& outlets, QWidget* parent)
    : RegistrationPage(
          flow, QStringLiteral("step3"), [] { return qtTrId("step3.title"); }, parent),
      m_outlets(outlets) {
  auto* done = new MessagePanel(MessagePanel::Kind::good, this);
  done->setObjectName(named(QStringLiteral("done")));
  speak(*done, [done, corrected = flow.emailCorrected()] {
    done->setTexts(qtTrId("step3.done"), corrected ? qtTrId("step3.corrected") : QString(), {});
  });
  column()->addWidget(done);
  auto* label = new RubyLabel(RubyLabel::Role::strong, this);
  speak(*label, [label] { label->setMarkup(qtTrId("step3.id")); });
  done->body()->addWidget(label);
  auto* id = new RubyLabel(RubyLabel::Role::large, this);
  id->setPlain(flow.authenticationId());
  id->setObjectName(named(QStringLiteral("authenticationId")));
  done->body()->addWidget(id);
  id->setFocusPolicy(Qt::StrongFocus);
  speak(*id, [id, label] { id->setAccessibleDescription(label->text()); });
  RubyButton* copyId = done->addWay(named(QStringLiteral("copy")));
  speak(*copyId, [copyId] { copyId->setMarkup(qtTrId("step3.copy")); });
  copyId->setVisible(outlets.offers(Outlets::Kind::clipboard));
  connect(copyId, &RubyButton::clicked, this, &Step3Page::copy);
  m_copied = new RubyLabel(RubyLabel::Role::strong, this);
  m_copied->setObjectName(named(QStringLiteral("copied")));
  speak(*m_copied, [this] { m_copied->setMarkup(qtTrId("step3.copied")); });
  // Its room is kept, so that nothing moves under the pointer when it appears.
  QSizePolicy policy = m_copied->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  m_copied->setSizePolicy(policy);
  m_copied->hide();
  done->ways()->addWidget(m_copied);

  addText([] { return qtTrId("step3.keep"); });
  FlowLayout* row = addButtonRow();
  RubyButton* paper = addButton(
      QStringLiteral("print"), RubyButton::Kind::secondary, [] { return qtTrId("step3.print"); },
      u'P', row);
  paper->setVisible(outlets.offers(Outlets::Kind::print));
  connect(paper, &RubyButton::clicked, this, &Step3Page::print);
  RubyButton* pdf = addButton(
      QStringLiteral("pdf"), RubyButton::Kind::secondary, [] { return qtTrId("step3.pdf"); }, u'S',
      row);
  pdf->setVisible(outlets.offers(Outlets::Kind::file));
  connect(pdf, &RubyButton::clicked, this, &Step3Page::savePdf);
  m_said = addText([this] { return m_saying ? m_saying() : QString(); });
  m_said->setObjectName(named(QStringLiteral("said")));
  m_said->hide();
  m_saved = new SavedNotice(outlets, named(QStringLiteral("saved")), this);
  column()->addWidget(m_saved);
  addSection([] { return qtTrId("step3.next.title"); });
  addText([] { return qtTrId("step3.next"); });
  addText([] { return withHelpDesk(qtTrId("step3.noMail")); });
  addSpace(1);
  RubyButton* finish = addButton(
      QStringLiteral("finish"), RubyButton::Kind::primary, [] { return qtTrId("step3.finish"); },
      u'F');
  connect(finish, &RubyButton::clicked, &flow, &RegistrationFlow::finish);
  setDefaultButton(outlets.offers(Outlets::Kind::clipboard) ? copyId : finish);
  column()->addStretch();
}

void Step3Page::focusFirst() {
  RegistrationPage::focusFirst();
  announce(*this, spokenText(qtTrId("step3.done")) + u'\n' + spokenText(qtTrId("step3.id")) + u' ' +
                      flow().authenticationId());
}

void Step3Page::say(const Text& text) {
  m_saying = text;
  m_said->setMarkup(text());
  m_said->show();
  announce(*m_said);
}

Document Step3Page::receiptOfToday() const {
  return receipt(flow().authenticationId(), dayInJapan(), flow().service());
}

void Step3Page::copy() {
  m_outlets.copy(flow().authenticationId());
  m_copied->show();
  announce(*m_copied);
}

void Step3Page::print() {
  m_outlets.print(receiptOfToday(), *this, [this](Outlets::Outcome outcome) {
    say([this, outcome] {
      return printedText(m_outlets, outcome, qtTrId("step3.printed"), qtTrId("step3.notPrinted"));
    });
  });
}

void Step3Page::savePdf() {
  m_outlets.chooseFile(
      {.title = spokenText(qtTrId("step3.pdf")),
       .name = QStringLiteral("madoguchi.pdf"),
       .kinds = QStringLiteral("PDF (*.pdf)")},
      *this, [this](const QString& file) { m_saved->say(file, writePdf(file, receiptOfToday())); });
}

}  // namespace madoguchi::app
