#include "app/rooms/application/pages/draft_lines.h"

#include "app/kit/texts.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

RubyLabel* makePeopleLine(ApplicationFlow& flow, QWidget* parent) {
  auto* line = new RubyLabel(RubyLabel::Role::small, parent);
  line->setObjectName(parent->objectName() + QStringLiteral(".people"));
  DraftWork& work = flow.work();
  const auto say = [line, &work, account = flow.welcome().userName] {
    const QString name = work.form().value(forms::topField("name"));
    line->setMarkup(qtTrId("application.people")
                        .arg(name.isEmpty() ? qtTrId("application.people.noName") : name, account));
  };
  QObject::connect(&work.form(), &FormModel::fieldLeft, line, say);
  speak(*line, say);
  return line;
}

RubyLabel* makeKeptLine(ApplicationFlow& flow, QWidget* parent) {
  auto* line = new RubyLabel(RubyLabel::Role::small, parent);
  line->setObjectName(parent->objectName() + QStringLiteral(".kept"));
  DraftWork& work = flow.work();
  const auto say = [line, &work] {
    const DraftKeeper& keeper = work.keeper();
    const bool failed = keeper.failure() != FailureCode::none;
    line->setColour(failed ? coloursOf(line->palette()).error
                           : coloursOf(line->palette()).faintText);
    if (failed) {
      line->setMarkup(qtTrId("application.kept.not").arg(failureTexts(keeper.failure()).title));
    } else if (keeper.isSaving()) {
      line->setMarkup(qtTrId("application.kept.saving"));
    } else {
      line->setMarkup(qtTrId("application.kept").arg(momentText(work.keptAt())));
    }
  };
  QObject::connect(&work.keeper(), &DraftKeeper::changed, line, say);
  speak(*line, say);
  return line;
}

}  // namespace madoguchi::app
