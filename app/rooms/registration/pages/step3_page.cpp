#include "app/rooms/registration/pages/step3_page.h"

#include <QApplication>
#include <QClipboard>
#include <QDate>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "app/rooms/registration/pages/receipt.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

Step3Page::Step3Page(RegistrationFlow& flow, QWidget* parent)
    : PageWidget(
          flow, QStringLiteral("step3"), [] { return qtTrId("step3.title"); }, parent) {
  auto* done = new MessagePanel(MessagePanel::Kind::good, this);
  speak(*done, [done] { done->setTexts(qtTrId("step3.done"), {}, {}); });
  column()->addWidget(done);
  auto* label = new RubyLabel(RubyLabel::Role::strong, this);
  speak(*label, [label] { label->setMarkup(qtTrId("step3.id")); });
  done->body()->addWidget(label);
  auto* id = new RubyLabel(RubyLabel::Role::large, this);
  id->setPlain(flow.authenticationId());
  id->setObjectName(named(QStringLiteral("authenticationId")));
  done->body()->addWidget(id);
  speak(*id, [id, label] { id->setAccessibleDescription(label->text()); });
  RubyButton* copyId = done->addWay(named(QStringLiteral("copy")));
  speak(*copyId, [copyId] { copyId->setMarkup(qtTrId("step3.copy")); });
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
  connect(paper, &RubyButton::clicked, this, &Step3Page::print);
  RubyButton* pdf = addButton(
      QStringLiteral("pdf"), RubyButton::Kind::secondary, [] { return qtTrId("step3.pdf"); }, u'S',
      row);
  connect(pdf, &RubyButton::clicked, this, &Step3Page::choosePdf);
  m_said = addText([this] { return m_saying ? m_saying() : QString(); });
  m_said->setObjectName(named(QStringLiteral("said")));
  m_said->hide();
  addSection([] { return qtTrId("step3.next.title"); });
  addText([] { return qtTrId("step3.next"); });
  addSpace(1);
  RubyButton* finish = addButton(
      QStringLiteral("finish"), RubyButton::Kind::primary, [] { return qtTrId("step3.finish"); },
      u'F');
  connect(finish, &RubyButton::clicked, &flow, &RegistrationFlow::backToTop);
  setDefaultButton(copyId);
  column()->addStretch();
}

void Step3Page::say(const Text& text) {
  m_saying = text;
  m_said->setMarkup(text());
  m_said->show();
  announce(*m_said);
}

void Step3Page::copy() {
  QApplication::clipboard()->setText(flow().authenticationId());
  m_copied->show();
  announce(*m_copied);
}

void Step3Page::print() {
  QPrinter printer(QPrinter::HighResolution);
  QPrintDialog dialog(&printer, this);
  if (dialog.exec() != QDialog::Accepted) return;
  if (printReceipt(printer, flow().authenticationId(), QDate::currentDate())) {
    say([] { return qtTrId("step3.printed"); });
  } else {
    say([] { return qtTrId("step3.notPrinted"); });
  }
}

bool Step3Page::savePdf(const QString& file) {
  QPrinter printer(QPrinter::HighResolution);
  printer.setOutputFormat(QPrinter::PdfFormat);
  printer.setOutputFileName(file);
  printer.setPageSize(QPageSize(QPageSize::A4));
  printer.setDocName(spokenText(qtTrId("receipt.title")));
  return printReceipt(printer, flow().authenticationId(), QDate::currentDate());
}

void Step3Page::choosePdf() {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString file = QFileDialog::getSaveFileName(this, spokenText(qtTrId("step3.pdf")),
                                                    folder + QStringLiteral("/madoguchi.pdf"),
                                                    QStringLiteral("PDF (*.pdf)"));
  if (file.isEmpty()) return;
  if (savePdf(file)) {
    say([] { return qtTrId("step3.saved"); });
  } else {
    say([] { return qtTrId("step3.notSaved"); });
  }
}

}  // namespace madoguchi::app
