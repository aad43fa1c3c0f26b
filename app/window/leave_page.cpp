#include "app/window/leave_page.h"

#include <QVBoxLayout>

#include "app/widgets/flow_layout.h"

namespace madoguchi::app {

LeavePage::LeavePage(Question question, QWidget* parent)
    : PageWidget(
          QStringLiteral("leave"),
          [closes = question.closesWindow] {
            return closes ? qtTrId("close.title") : qtTrId("leave.title");
          },
          parent) {
  if (question.losesSomething) addText([] { return qtTrId("leave.text"); });
  if (question.isSending && !question.mayHaveArrived)
    addText([] { return qtTrId("leave.sending"); });
  // What was sent is the person's to know, whatever becomes of the rest.
  if (question.mayHaveArrived) addText([] { return qtTrId("leave.mayHaveArrived"); });
  FlowLayout* row = addButtonRow();
  RubyButton* stay = addButton(
      QStringLiteral("no"), RubyButton::Kind::primary, [] { return qtTrId("leave.no"); }, 0, row);
  connect(stay, &RubyButton::clicked, this, &LeavePage::closed);
  setDefaultButton(stay);
  RubyButton* go = addButton(
      QStringLiteral("yes"), RubyButton::Kind::destructive,
      [closes = question.closesWindow, loses = question.losesSomething] {
        if (!loses) return qtTrId("leave.stop");
        return closes ? qtTrId("close.yes") : qtTrId("leave.yes");
      },
      0, row);
  connect(go, &RubyButton::clicked, this, &LeavePage::agreed);
  column()->addStretch();
}

}  // namespace madoguchi::app
