#include "app/rooms/selfcheck/pages/self_check_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/core/outlets.h"
#include "app/core/whole_file.h"
#include "app/kit/check_row.h"
#include "app/kit/saved_notice.h"
#include "app/kit/texts.h"
#include "app/rooms/selfcheck/pages/self_check_texts.h"
#include "app/rooms/selfcheck/self_check.h"
#include "app/rooms/selfcheck/self_check_flow.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

CheckSign signOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::good:
      return CheckSign::good;
    case Verdict::notice:
      return CheckSign::notice;
    case Verdict::bad:
      return CheckSign::bad;
    case Verdict::notChecked:
      break;
  }
  return CheckSign::waiting;
}

/// What was found with this verdict, wherever its row stands.
QString found(const std::vector<CheckItem>& items, Verdict verdict) {
  QStringList lines;
  for (const CheckItem& item : items) {
    if (item.verdict != verdict) continue;
    const CheckTexts texts = checkTexts(item);
    lines << texts.title + QStringLiteral(": ") + texts.text;
  }
  return lines.join(u'\n');
}

}  // namespace

SelfCheckPage::SelfCheckPage(SelfCheckFlow& flow, Outlets& outlets, QWidget* parent)
    : PageWidget(
          QStringLiteral("selfCheck"), [] { return qtTrId("selfCheck.title"); }, parent),
      m_check(flow.check()),
      m_outlets(outlets) {
  addText([] { return qtTrId("selfCheck.intro"); });
  m_whole = new MessagePanel(MessagePanel::Kind::notice, this);
  column()->addWidget(m_whole);
  m_whole->setObjectName(named(QStringLiteral("whole")));
  for (const CheckItem& item : m_check.items()) {
    if (item.id == kFirstForHelpDesk) addSection([] { return qtTrId("selfCheck.forHelpDesk"); });
    m_rows.push_back(new CheckRow(named(name(item.id)), this));
    column()->addWidget(m_rows.back());
  }
  addSpace(0.5);
  addText([] { return withHelpDesk(qtTrId("selfCheck.private")); });
  FlowLayout* ways = addButtonRow();
  const auto way = [&](const char* name, RubyButton::Kind kind, Text text) {
    return addButton(QString::fromLatin1(name), kind, std::move(text), 0, ways);
  };
  RubyButton* close =
      way("close", RubyButton::Kind::primary, [] { return qtTrId("selfCheck.close"); });
  connect(close, &RubyButton::clicked, &flow, &SelfCheckFlow::close);
  setDefaultButton(close);
  RubyButton* again =
      way("again", RubyButton::Kind::secondary, [] { return qtTrId("selfCheck.again"); });
  connect(again, &RubyButton::clicked, &m_check, &SelfCheck::run);
  RubyButton* copy =
      way("copy", RubyButton::Kind::secondary, [] { return qtTrId("selfCheck.copy"); });
  copy->setVisible(outlets.offers(Outlets::Kind::clipboard));
  connect(copy, &RubyButton::clicked, this, [this] {
    m_outlets.copy(report());
    say([] { return qtTrId("selfCheck.copied"); });
  });
  RubyButton* saving =
      way("save", RubyButton::Kind::secondary, [] { return qtTrId("selfCheck.save"); });
  saving->setVisible(outlets.offers(Outlets::Kind::file));
  connect(saving, &RubyButton::clicked, this, &SelfCheckPage::save);
  m_said = new RubyLabel(RubyLabel::Role::body, this);
  column()->addWidget(m_said);
  m_said->setObjectName(named(QStringLiteral("said")));
  m_saved = new SavedNotice(outlets, named(QStringLiteral("saved")), this);
  column()->addWidget(m_saved);
  column()->addStretch();

  connect(&m_check, &SelfCheck::changed, this, &SelfCheckPage::showItems);
  speak(*this, [this] {
    showItems();
    if (m_saying) m_said->setMarkup(m_saying());
  });
  m_said->hide();
}

QString SelfCheckPage::report() const {
  return reportText(m_check.items(), {m_check.server(), QDateTime::currentDateTimeUtc()});
}

void SelfCheckPage::showItems() {
  const std::vector<CheckItem>& items = m_check.items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    m_rows[i]->setCheck(signOf(items[i].verdict), checkTexts(items[i]));
  }
  if (m_check.running()) {
    m_whole->setKind(MessagePanel::Kind::notice);
    m_whole->setTexts(qtTrId("selfCheck.running"), {}, {});
    return;
  }
  const Verdict whole = wholeVerdict(items);
  m_whole->setKind(whole == Verdict::good     ? MessagePanel::Kind::good
                   : whole == Verdict::notice ? MessagePanel::Kind::notice
                                              : MessagePanel::Kind::error);
  m_whole->setTexts(qtTrId(qUtf8Printable(QStringLiteral("selfCheck.whole.") + name(whole))),
                    whole == Verdict::good ? QString() : found(items, whole), {});
  if (m_whole->isVisible()) announce(*m_whole);
}

void SelfCheckPage::save() {
  m_outlets.chooseFile({.title = spokenText(qtTrId("selfCheck.save")),
                        .name = spokenText(qtTrId("selfCheck.file")),
                        .kinds = {}},
                       *this, [this](const QString& path) {
                         m_saved->say(path, writeFile(path, report().toUtf8()));
                       });
}

void SelfCheckPage::say(Text text) {
  m_saying = std::move(text);
  m_said->setMarkup(m_saying());
  m_said->show();
  announce(*m_said);
}

}  // namespace madoguchi::app
