#include "app/rooms/application/pages/prospect_page.h"

#include <QLocale>
#include <QStringList>
#include <QVBoxLayout>

#include "app/kit/failure_panel.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/prospect_texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

QString needsWords(const Prospect& prospect) {
  QStringList lines;
  if (prospect.photo) lines << qtTrId("prospect.photo");
  for (const forms::NeedRow* need : prospect.needs) {
    const QString text = factText(forms::textOf(forms::procedureFacts(), need->text));
    lines << (need->optional ? qtTrId("prospect.ifNeeded").arg(text) : text);
  }
  return listed(lines);
}

}  // namespace

ProspectPage::ProspectPage(ApplicationFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("prospect"), [] { return qtTrId("prospect.title"); }, parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  m_failure->addWaysOut(*this);
  column()->addWidget(m_failure);
  const Prospect prospect = flow.fresh().prospect();
  addVerdict(prospect);
  const bool may = prospect.verdict == Prospect::Verdict::yes;
  if (may) addFacts(prospect);
  m_asking = addText([] { return qtTrId("prospect.beginning"); });
  addSpace(0.5);
  FlowLayout* row = addButtonRow();
  if (may) {
    RubyButton* begin = addButton(
        QStringLiteral("begin"), RubyButton::Kind::primary, [] { return qtTrId("prospect.begin"); },
        u'N', row);
    connect(begin, &RubyButton::clicked, &flow, &ApplicationFlow::beginDraft);
    setDefaultButton(begin);
  }
  RubyButton* back = addButton(
      QStringLiteral("back"), RubyButton::Kind::secondary, [] { return qtTrId("prospect.back"); },
      0, row);
  connect(back, &RubyButton::clicked, &flow, &ApplicationFlow::back);
  column()->addStretch();
  connect(&flow, &ApplicationFlow::changed, this, &ProspectPage::showState);
  showState();
}

void ProspectPage::addVerdict(const Prospect& prospect) {
  const bool may = prospect.verdict == Prospect::Verdict::yes;
  auto* panel =
      new MessagePanel(may ? MessagePanel::Kind::good : MessagePanel::Kind::warning, this);
  panel->setObjectName(named(QStringLiteral("verdict")));
  speak(*panel, [panel, prospect] {
    const VerdictTexts texts = verdictTexts(prospect);
    panel->setTexts(texts.title, texts.text, texts.remedy);
  });
  column()->addWidget(panel);
  if (may) return;
  RubyButton* help = panel->addWay(named(QStringLiteral("help")));
  speak(*help, [help] { help->setMarkup(qtTrId("help.open")); });
  connect(help, &RubyButton::clicked, this, &PageWidget::helpWanted);
}

void ProspectPage::addFacts(const Prospect& prospect) {
  if (prospect.window && (prospect.window->opens || prospect.window->closes)) {
    addSection([] { return qtTrId("prospect.when"); });
    addText([window = *prospect.window] {
      return windowWords(window);
    })->setObjectName(named(QStringLiteral("when")));
  }
  if (prospect.photo || !prospect.needs.empty()) {
    addSection([] { return qtTrId("prospect.needs"); });
    addText([prospect] {
      return needsWords(prospect);
    })->setObjectName(named(QStringLiteral("needs")));
  }
  if (prospect.yen) {
    addSection([] { return qtTrId("prospect.fee"); });
    addText([yen = *prospect.yen] {
      return yen == 0 ? qtTrId("prospect.free")
                      : qtTrId("prospect.yen").arg(QLocale(QLocale::English).toString(yen));
    })->setObjectName(named(QStringLiteral("fee")));
  }
  if (prospect.takes != nullptr) {
    addSection([] { return qtTrId("prospect.takes"); });
    addText([takes = prospect.takes] { return factText(takes); });
  }
}

void ProspectPage::showState() {
  if (m_failure->setFailure(m_flow.failure())) m_failure->present();
  m_asking->setVisible(m_flow.isAsking());
  if (m_flow.isAsking()) announce(*m_asking);
}

}  // namespace madoguchi::app
