#include "app/kiosk/staff_page.h"

#include <QVBoxLayout>
#include <chrono>
#include <utility>

#include "app/core/idle_clock.h"
#include "app/kit/secret_entry.h"
#include "app/widgets/secret_field.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

constexpr std::chrono::minutes kForgotten{1};

std::optional<char> codeCharacter(char typed) {
  if (typed > ' ' && typed <= '~') return typed;
  return std::nullopt;
}

}  // namespace

StaffPage::StaffPage(StaffDoor& door, IdleClock& idle, QWidget* parent)
    : PageWidget(
          QStringLiteral("staff"), [] { return qtTrId("staff.title"); }, parent),
      m_door(door) {
  addCode(idle);
  addDoings();
  RubyButton* back = addButton(QStringLiteral("back"), RubyButton::Kind::secondary,
                               [] { return qtTrId("staff.back"); });
  connect(back, &RubyButton::clicked, this, &StaffPage::closed);
  column()->addStretch();
  for (QWidget* later : m_after) later->hide();
  m_absence = idle.after(kForgotten, [this] { emit closed(); });
}

void StaffPage::addCode(IdleClock& idle) {
  m_code = new SecretEntry(
      {.longest = static_cast<int>(kLongestStaffCode),
       .accepted = &codeCharacter,
       .casesDiffer = true},
      {.label = [] { return qtTrId("staff.code"); },
       .rule = [] { return QString(); },
       .count = [](int length) { return qtTrId("login.password.count", length); },
       .refused = [] { return qtTrId("login.password.refused"); },
       .full = [] { return qtTrId("login.password.full"); }},
      [&idle](std::function<void()> act) { return idle.after(kForgotten, std::move(act)); },
      named(QStringLiteral("code")), this);
  column()->addWidget(m_code);
  RubyButton* open = addButton(QStringLiteral("open"), RubyButton::Kind::primary,
                               [] { return qtTrId("staff.open"); });
  connect(open, &RubyButton::clicked, this, &StaffPage::enter);
  setDefaultButton(open);
  m_before = {m_code, open};
  speak(*m_code, [this] { sayAnswer(); });
}

void StaffPage::addDoings() {
  m_after.push_back(addText([] { return qtTrId("staff.text"); }));
  const auto add = [this](const char* name, RubyButton::Kind kind, Text text,
                          void (StaffPage::*wanted)()) {
    RubyButton* button = addButton(QLatin1String(name), kind, std::move(text));
    connect(button, &RubyButton::clicked, this, wanted);
    m_after.push_back(button);
  };
  add(
      "selfCheck", RubyButton::Kind::primary, [] { return qtTrId("selfCheck.open"); },
      &StaffPage::selfCheckWanted);
  add(
      "restart", RubyButton::Kind::secondary, [] { return qtTrId("staff.restart"); },
      &StaffPage::restartWanted);
  add(
      "end", RubyButton::Kind::destructive, [] { return qtTrId("staff.end"); },
      &StaffPage::endWanted);
}

void StaffPage::focusFirst() {
  if (m_code->isVisibleTo(this)) {
    m_code->field().setFocus(Qt::OtherFocusReason);
  } else {
    PageWidget::focusFirst();
  }
}

void StaffPage::sayAnswer() {
  if (!m_answer) return;
  m_code->setError(*m_answer == StaffDoor::Answer::closed ? qtTrId("staff.closed")
                                                          : qtTrId("staff.wrong"));
}

void StaffPage::enter() {
  m_answer = m_door.enter(m_code->typed());
  m_code->field().clear();
  if (m_answer != StaffDoor::Answer::open) {
    sayAnswer();
    m_code->present();
    return;
  }
  for (QWidget* before : m_before) before->hide();
  for (QWidget* after : m_after) after->show();
  setDefaultButton(nullptr);
  focusFirst();
}

}  // namespace madoguchi::app
