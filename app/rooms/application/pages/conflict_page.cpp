#include "app/rooms/application/pages/conflict_page.h"

#include <QVBoxLayout>

#include "app/kit/failure_panel.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/draft_lines.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

/// The items that are not the same in both, a line each.
RubyText differences(DraftWork& work) {
  const forms::Definition& form = work.form().definition();
  const FormTexts texts = applicationTexts(work.draft().procedure);
  RubyText lines;
  for (const forms::FieldPath& path : work.form().fields()) {
    const forms::Field& field = *forms::findField(form, path);
    const QString here = work.form().value(path);
    const QString there = QString::fromStdString(forms::valueAt(work.other().answers, path));
    if (here == there) continue;
    const auto said = [&](const QString& value) {
      return value.isEmpty() ? RubyText::fromMarkup(qtTrId("review.nothing"))
                             : texts.shown(field, value);
    };
    if (!lines.runs.empty()) append(lines, RubyText::plain(QStringLiteral("\n")));
    append(lines, filledIn(qtTrId("draftConflict.differs"),
                           {RubyText::fromMarkup(texts.label(work.form(), path)), said(here),
                            said(there)}));
  }
  return lines;
}

}  // namespace

DraftConflictPage::DraftConflictPage(ApplicationFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("draftConflict"),
          [isFiled = flow.work().conflict() == DraftWork::Conflict::filed] {
            return isFiled ? qtTrId("draftConflict.filed.title") : qtTrId("draftConflict.title");
          },
          parent),
      m_flow(flow) {
  column()->addWidget(makePeopleLine(flow, this));
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  if (flow.work().conflict() == DraftWork::Conflict::filed) {
    addText([] { return qtTrId("draftConflict.filed"); });
  } else if (flow.work().other().id.isEmpty()) {
    addText([] { return qtTrId("draftConflict.unknown"); });
    RubyButton* again = addButton(QStringLiteral("again"), RubyButton::Kind::primary,
                                  [] { return qtTrId("way.again"); });
    connect(again, &RubyButton::clicked, &flow.work(), &DraftWork::askForOther);
  } else {
    addChoice();
  }
  RubyButton* list = addButton(QStringLiteral("list"), RubyButton::Kind::link,
                               [] { return qtTrId("applicationFiled.list"); });
  connect(list, &RubyButton::clicked, &flow, &ApplicationFlow::showList);
  column()->addStretch();
  connect(&flow.work(), &DraftWork::conflictChanged, this, &DraftConflictPage::showState);
  showState();
}

void DraftConflictPage::addChoice() {
  addText([this] {
    return qtTrId("draftConflict.intro").arg(momentText(m_flow.work().other().savedAt));
  });
  RubyLabel* different = addLabel();
  different->setObjectName(named(QStringLiteral("differences")));
  speak(*different, [this, different] { different->setRubyText(differences(m_flow.work())); });
  FlowLayout* row = addButtonRow();
  RubyButton* mine = addButton(
      QStringLiteral("mine"), RubyButton::Kind::primary,
      [] { return qtTrId("draftConflict.mine"); }, 0, row);
  connect(mine, &RubyButton::clicked, &m_flow, [this] { m_flow.decide(true); });
  RubyButton* other = addButton(
      QStringLiteral("other"), RubyButton::Kind::secondary,
      [] { return qtTrId("draftConflict.other"); }, 0, row);
  connect(other, &RubyButton::clicked, &m_flow, [this] { m_flow.decide(false); });
}

void DraftConflictPage::showState() {
  if (m_failure->setFailure(m_flow.work().failure())) m_failure->present();
}

}  // namespace madoguchi::app
