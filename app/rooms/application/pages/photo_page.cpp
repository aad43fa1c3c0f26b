#include "app/rooms/application/pages/photo_page.h"

#include <QScreen>
#include <QVBoxLayout>

#include "app/rooms/application/documents/photo_work.h"
#include "app/rooms/application/draft_work.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/photo_view.h"
#include "app/rooms/application/pages/picture_texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

PhotoPage::PhotoPage(PhotoWork& work, const forms::PhotoRow& rules, qint64 most, QWidget* parent)
    : PageWidget(
          QStringLiteral("photo"), [] { return qtTrId("photo.title"); }, parent),
      m_work(work),
      m_rules(rules),
      m_most(most) {
  addText([this] {
    return qtTrId("photo.intro")
        .arg(m_rules.faceMm)
        .arg(m_rules.faceToleranceMm)
        .arg(m_rules.aboveMm)
        .arg(m_rules.aboveToleranceMm);
  });
  m_fault = new MessagePanel(MessagePanel::Kind::error, this);
  m_fault->setObjectName(named(QStringLiteral("fault")));
  column()->addWidget(m_fault);
  m_frame = new QWidget(this);
  auto* frame = new QVBoxLayout(m_frame);
  frame->setContentsMargins(0, 0, 0, 0);
  frame->setSpacing(em(*this, 0.75));
  column()->addWidget(m_frame);
  m_view = new PhotoView(work, rules, m_frame);
  m_view->setObjectName(named(QStringLiteral("view")));
  speak(*m_view, [this] {
    m_view->setAccessibleName(spokenText(qtTrId("photo.view")));
    m_view->setAccessibleDescription(spokenText(qtTrId("photo.keys")));
  });
  frame->addWidget(m_view, 0, Qt::AlignLeft);
  addTools();
  addPreview();
  m_doubts = new MessagePanel(MessagePanel::Kind::warning, this);
  m_doubts->setObjectName(named(QStringLiteral("doubts")));
  column()->addWidget(m_doubts);
  addEnd();
  column()->addStretch();
  connect(&work, &PhotoWork::changed, this, &PhotoPage::showState);
  speak(*this, [this] { showState(); });
}

void PhotoPage::addTools() {
  auto* keys = new RubyLabel(RubyLabel::Role::small, m_frame);
  speak(*keys, [keys] { keys->setMarkup(qtTrId("photo.keys")); });
  m_frame->layout()->addWidget(keys);
  auto* row = new FlowLayout(em(*this, 0.75));
  static_cast<QVBoxLayout*>(m_frame->layout())->addLayout(row);
  const auto tool = [this, row](const char* name, Text text, std::function<void()> work) {
    RubyButton* button =
        addButton(QLatin1String(name), RubyButton::Kind::secondary, std::move(text), 0, row);
    connect(button, &RubyButton::clicked, this, std::move(work));
  };
  constexpr int kSteps = 2;
  tool(
      "larger", [] { return qtTrId("photo.larger"); }, [this] { m_view->zoom(kSteps); });
  tool(
      "smaller", [] { return qtTrId("photo.smaller"); }, [this] { m_view->zoom(-kSteps); });
  tool(
      "left", [] { return qtTrId("photo.turnLeft"); }, [this] { m_view->turn(-1); });
  tool(
      "right", [] { return qtTrId("photo.turnRight"); }, [this] { m_view->turn(1); });
  tool(
      "quarter", [] { return qtTrId("scan.turn"); }, [this] { m_view->turn(90); });
  tool(
      "again", [] { return qtTrId("photo.startOver"); }, [this] { m_work.startOver(); });
}

void PhotoPage::addPreview() {
  auto* said = new RubyLabel(RubyLabel::Role::body, m_frame);
  m_preview = new QLabel(m_frame);
  m_preview->setObjectName(named(QStringLiteral("preview")));
  speak(*said, [this, said] {
    said->setMarkup(qtTrId("photo.trueSize").arg(m_rules.widthMm).arg(m_rules.heightMm));
    m_preview->setAccessibleName(said->text());
  });
  m_frame->layout()->addWidget(said);
  m_frame->layout()->addWidget(m_preview);
}

void PhotoPage::addEnd() {
  m_sure = new RubyCheckBox(this);
  m_sure->setObjectName(named(QStringLiteral("sure")));
  speak(*m_sure, [this] {
    m_sure->setMarkup(
        qtTrId("photo.sure").arg(dayText(forms::oldestPhoto(m_rules, todayInJapan()))));
  });
  column()->addWidget(m_sure);
  m_unsure = addLabel();
  m_unsure->setObjectName(named(QStringLiteral("unsure")));
  m_unsure->setColour(coloursOf(palette()).error);
  speak(*m_unsure, [this] { m_unsure->setMarkup(qtTrId("photo.unsure")); });
  m_unsure->hide();
  connect(m_sure, &RubyCheckBox::toggled, m_unsure, &QWidget::hide);
  FlowLayout* row = addButtonRow();
  m_use = addButton(
      QStringLiteral("use"), RubyButton::Kind::primary, [] { return qtTrId("photo.use"); }, 0, row);
  connect(m_use, &RubyButton::clicked, this, &PhotoPage::use);
  setDefaultButton(m_use);
  RubyButton* cancel = addButton(
      QStringLiteral("cancel"), RubyButton::Kind::secondary, [] { return qtTrId("common.cancel"); },
      0, row);
  connect(cancel, &RubyButton::clicked, this, &PhotoPage::closed);
}

void PhotoPage::showState() {
  const bool isThere = !m_work.picture().isNull();
  m_frame->setVisible(isThere);
  m_sure->setVisible(isThere);
  m_use->setVisible(isThere);
  if (isThere) {
    const QScreen& there = *screen();
    const auto pixels = [](int mm, double perInch) {
      constexpr double kInch = 25.4;
      return qRound(mm / kInch * perInch);
    };
    const QSize size(pixels(m_rules.widthMm, there.physicalDotsPerInchX()),
                     pixels(m_rules.heightMm, there.physicalDotsPerInchY()));
    m_preview->setPixmap(QPixmap::fromImage(framed(m_work.picture(), m_work.frame(), size)));
    m_preview->setFixedSize(size);
  }
  sayFault();
  sayDoubts();
}

void PhotoPage::sayFault() {
  const bool isNews = m_work.fault() != PictureFault::none && !m_fault->isVisibleTo(this);
  m_fault->setVisible(m_work.fault() != PictureFault::none);
  const FaultTexts texts = pictureFaultTexts(m_work.fault());
  m_fault->setTexts(qtTrId("file.refused").arg(m_work.name()), texts.text, texts.remedy);
  if (isNews) announce(*m_fault);
}

void PhotoPage::sayDoubts() {
  QStringList lines;
  if (!m_work.picture().isNull()) {
    for (const PhotoDoubt doubt : doubtsAbout(m_work.picture(), m_work.frame()))
      lines << doubtText(doubt);
  }
  m_doubts->setTexts(qtTrId("photo.doubts"), listed(lines), qtTrId("photo.doubts.remedy"));
  m_doubts->setVisible(!lines.isEmpty());
}

void PhotoPage::use() {
  if (!m_sure->isChecked()) {
    m_unsure->show();
    m_sure->setFocus(Qt::OtherFocusReason);
    announce(*m_sure, m_unsure->text());
    return;
  }
  emit made(m_work.photo(m_most));
  emit closed();
}

}  // namespace madoguchi::app
