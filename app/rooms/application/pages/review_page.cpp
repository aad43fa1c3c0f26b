#include "app/rooms/application/pages/review_page.h"

#include <QVBoxLayout>

#include "app/kit/failure_panel.h"
#include "app/kit/form/form_review.h"
#include "app/kit/form/form_summary.h"
#include "app/kit/texts.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/draft_lines.h"
#include "app/rooms/application/pages/paper_ways.h"
#include "app/rooms/application/pages/prospect_texts.h"
#include "app/rooms/application/print/application_paper.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

ApplicationReviewPage::ApplicationReviewPage(ApplicationFlow& flow, Outlets& outlets,
                                             QWidget* parent)
    : PageWidget(
          QStringLiteral("applicationReview"), [] { return qtTrId("applicationReview.title"); },
          parent),
      m_flow(flow) {
  column()->addWidget(makePeopleLine(flow, this));
  column()->addWidget(makeKeptLine(flow, this));
  addPanels();
  FormModel& form = flow.work().form();
  const FormTexts texts = applicationTexts(flow.work().draft().procedure);
  m_summary = new FormSummary(
      form, texts,
      {.page = {}, .words = {}, .again = [] { return qtTrId("applicationReview.file"); }}, this);
  m_summary->setObjectName(named(QStringLiteral("errorSummary")));
  column()->addWidget(m_summary);
  connect(m_summary, &FormSummary::wanted, &flow, &ApplicationFlow::change);
  addText([] { return qtTrId("applicationReview.intro"); });
  auto* review = new FormReview(form, texts, objectName(), FormReview::Shows::waysBack, this);
  connect(review, &FormReview::changeWanted, &flow, &ApplicationFlow::change);
  column()->addWidget(review);
  addButtons();
  column()->addWidget(makeApplicationPaperWays(
      outlets,
      [&flow] {
        DraftWork& work = flow.work();
        return applicationPaper(work.form(),
                                {.procedure = work.draft().procedure, .day = todayInJapan()});
      },
      named(QStringLiteral("paper")), this));
  column()->addStretch();
  connect(&flow, &ApplicationFlow::changed, this, &ApplicationReviewPage::showState);
  showState();
}

void ApplicationReviewPage::addPanels() {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  m_failure->addWaysOut(*this);
  column()->addWidget(m_failure);
  addOutside();
  m_alreadyFiled = new MessagePanel(MessagePanel::Kind::warning, this);
  m_alreadyFiled->setObjectName(named(QStringLiteral("alreadyFiled")));
  RubyButton* again = m_alreadyFiled->addWay(named(QStringLiteral("fileAgain")));
  RubyButton* list = m_alreadyFiled->addWay(named(QStringLiteral("list")));
  speak(*m_alreadyFiled, [this, again, list] {
    const FailureTexts texts = failureTexts(FailureCode::alreadyFiled);
    m_alreadyFiled->setTexts(texts.title, texts.text, texts.remedy);
    again->setMarkup(qtTrId("applicationReview.fileAgain"));
    list->setMarkup(qtTrId("applicationFiled.list"));
  });
  connect(again, &RubyButton::clicked, &m_flow, &ApplicationFlow::fileAgain);
  connect(list, &RubyButton::clicked, &m_flow, &ApplicationFlow::showList);
  column()->addWidget(m_alreadyFiled);
  m_calledOff = new MessagePanel(MessagePanel::Kind::notice, this);
  m_calledOff->setObjectName(named(QStringLiteral("calledOff")));
  speak(*m_calledOff, [this] {
    m_calledOff->setTexts(qtTrId("applicationReview.calledOff"),
                          qtTrId("applicationReview.calledOff.text"),
                          qtTrId("applicationReview.calledOff.remedy"));
  });
  column()->addWidget(m_calledOff);
  m_uploading = new MessagePanel(MessagePanel::Kind::notice, this);
  m_uploading->setObjectName(named(QStringLiteral("uploading")));
  speak(*m_uploading, [this] {
    m_uploading->setTexts(qtTrId("applicationDetail.wanted.wait"), {},
                          qtTrId("applicationReview.uploading.remedy"));
  });
  column()->addWidget(m_uploading);
  addNotReplaced();
  for (const FileUpload* upload : m_flow.work().uploads())
    connect(upload, &FileUpload::changed, this, &ApplicationReviewPage::showState);
}

void ApplicationReviewPage::addOutside() {
  m_outside = new MessagePanel(MessagePanel::Kind::error, this);
  m_outside->setObjectName(named(QStringLiteral("outside")));
  RubyButton* help = m_outside->addWay(named(QStringLiteral("outside.help")));
  speak(*m_outside, [this, help] {
    help->setMarkup(qtTrId("help.open"));
    sayOutside();
  });
  connect(help, &RubyButton::clicked, this, &PageWidget::helpWanted);
  column()->addWidget(m_outside);
}

void ApplicationReviewPage::sayOutside() {
  const FailureCode code = FailureCode::windowClosed;
  // Where only the service finds it so, the failure says it.
  const auto outside = m_flow.failure() == code ? m_flow.outsideWindow() : std::nullopt;
  m_outside->setVisible(outside.has_value());
  if (!outside) return;
  const VerdictTexts texts = outsideTexts(outside->window);
  m_outside->setTexts(texts.title, texts.text, texts.remedy,
                      spokenText(qtTrId("failure.code")).arg(shownCode(code)));
}

void ApplicationReviewPage::addNotReplaced() {
  m_notReplaced = new MessagePanel(MessagePanel::Kind::error, this);
  m_notReplaced->setObjectName(named(QStringLiteral("notReplaced")));
  m_sendAgain = m_notReplaced->addWay(named(QStringLiteral("sendAgain")));
  RubyButton* other = m_notReplaced->addWay(named(QStringLiteral("otherFile")));
  RubyButton* keep = m_notReplaced->addWay(named(QStringLiteral("keepFile")));
  speak(*m_notReplaced, [this, other, keep] {
    m_sendAgain->setMarkup(qtTrId("way.again"));
    other->setMarkup(qtTrId("applicationReview.otherFile"));
    keep->setMarkup(qtTrId("applicationReview.keepFile"));
    sayNotReplaced();
  });
  const auto with = [this](const std::function<void(FileUpload&)>& act) {
    return [this, act] {
      if (FileUpload* upload = m_flow.work().notReplaced()) act(*upload);
    };
  };
  connect(m_sendAgain, &RubyButton::clicked, this, with(&FileUpload::again));
  connect(keep, &RubyButton::clicked, this, with(&FileUpload::forget));
  connect(other, &RubyButton::clicked, this,
          with([this](const FileUpload& upload) { m_flow.change(upload.path()); }));
  column()->addWidget(m_notReplaced);
}

void ApplicationReviewPage::sayNotReplaced() {
  const FileUpload* upload = m_flow.work().notReplaced();
  m_notReplaced->setVisible(upload != nullptr);
  if (upload == nullptr) return;
  m_notReplaced->setTexts(qtTrId("applicationReview.notReplaced").arg(upload->name()),
                          qtTrId("applicationReview.notReplaced.text"),
                          qtTrId("applicationReview.notReplaced.remedy"));
  // What was refused would be refused once more.
  m_sendAgain->setVisible(upload->state() == FileUpload::State::failed);
}

void ApplicationReviewPage::addButtons() {
  addSpace(0.5);
  addText([card = m_flow.signsWithCard()] {
    return card ? qtTrId("applicationReview.card") : qtTrId("applicationReview.plain");
  });
  FlowLayout* row = addButtonRow();
  RubyButton* file = addButton(
      QStringLiteral("file"), RubyButton::Kind::primary,
      [] { return qtTrId("applicationReview.file"); }, 0, row);
  connect(file, &RubyButton::clicked, &m_flow, [this] {
    m_flow.file();
    if (m_flow.page() != ApplicationPage::review) return;
    if (m_uploading->isVisibleTo(this)) {
      m_uploading->present();
    } else if (m_notReplaced->isVisibleTo(this)) {
      m_notReplaced->present();
    } else if (m_outside->isVisibleTo(this)) {
      m_outside->present();
    } else if (m_summary->hasFindings()) {
      m_summary->present();
    } else if (m_failure->isVisibleTo(this)) {
      m_failure->present();
    }
  });
  RubyButton* back = addButton(
      QStringLiteral("back"), RubyButton::Kind::secondary, [] { return qtTrId("form.back"); }, 0,
      row);
  connect(back, &RubyButton::clicked, &m_flow, &ApplicationFlow::back);
}

void ApplicationReviewPage::focusFirst() {
  if (m_alreadyFiled->isVisibleTo(this)) {
    m_alreadyFiled->present();
  } else if (m_outside->isVisibleTo(this)) {
    m_outside->present();
  } else if (m_failure->isVisibleTo(this)) {
    m_failure->present();
  } else if (m_calledOff->isVisibleTo(this)) {
    m_calledOff->present();
  } else if (m_summary->hasFindings()) {
    m_summary->present();
  } else {
    PageWidget::focusFirst();
  }
}

void ApplicationReviewPage::showState() {
  const FailureCode failure = m_flow.failure();
  const bool isDouble = failure == FailureCode::alreadyFiled;
  m_alreadyFiled->setVisible(isDouble);
  // A failure says what it leaves open by itself.
  m_calledOff->setVisible(failure == FailureCode::none && m_flow.mayHaveArrived());
  m_uploading->setVisible(m_flow.work().isUploading());
  sayNotReplaced();
  sayOutside();
  // What is wrong in the form is said by the summary.
  const bool isSaid = isDouble || failure == FailureCode::formRefused || !m_outside->isHidden();
  m_failure->setFailure(isSaid ? FailureCode::none : failure);
}

}  // namespace madoguchi::app
