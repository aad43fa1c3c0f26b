#include "app/rooms/application/pages/paper_ways.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/printed_document.h"
#include "app/kit/saved_notice.h"
#include "app/kit/texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

RubyButton* addWay(QLayout& row, const QString& name, const Text& text, QWidget* parent) {
  auto* button = new RubyButton(RubyButton::Kind::secondary, parent);
  button->setObjectName(name);
  speak(*button, [button, text] { button->setMarkup(text()); });
  row.addWidget(button);
  return button;
}

}  // namespace

PaperWays::PaperWays(Outlets& outlets, Words words, std::function<Document()> document,
                     const QString& name, QWidget* parent)
    : QWidget(parent),
      m_outlets(outlets),
      m_words(std::move(words)),
      m_document(std::move(document)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  auto* row = new FlowLayout(em(*this, 0.75));
  column->addLayout(row);
  const bool prints = outlets.offers(Outlets::Kind::print);
  const bool saves = outlets.offers(Outlets::Kind::file);
  if (prints) {
    connect(addWay(*row, name + QStringLiteral(".print"), m_words.print, this),
            &RubyButton::clicked, this, &PaperWays::print);
  }
  if (saves) {
    connect(addWay(*row, name + QStringLiteral(".save"), m_words.save, this), &RubyButton::clicked,
            this, &PaperWays::save);
  }
  m_printed = new RubyLabel(RubyLabel::Role::body, this);
  m_printed->setObjectName(name + QStringLiteral(".printed"));
  m_printed->hide();
  column->addWidget(m_printed);
  m_saved = new SavedNotice(outlets, name + QStringLiteral(".saved"), this);
  column->addWidget(m_saved);
  setVisible(prints || saves);
}

void PaperWays::print() {
  m_outlets.print(m_document(), *this, [this](Outlets::Outcome outcome) {
    m_printed->setMarkup(printedText(m_outlets, outcome, qtTrId("applicationFiled.printed"),
                                     qtTrId("applicationFiled.notPrinted")));
    m_printed->show();
    announce(*m_printed);
  });
}

void PaperWays::save() {
  m_outlets.chooseFile(
      {.title = spokenText(m_words.save()),
       .name = m_words.file,
       .kinds = QStringLiteral("PDF (*.pdf)")},
      *this, [this](const QString& file) { m_saved->say(file, writePdf(file, m_document())); });
}

PaperWays* makeApplicationPaperWays(Outlets& outlets, std::function<Document()> paper,
                                    const QString& name, QWidget* parent) {
  return new PaperWays(outlets,
                       {.print = [] { return qtTrId("applicationPaper.print"); },
                        .save = [] { return qtTrId("applicationPaper.save"); },
                        .file = QStringLiteral("madoguchi-application.pdf")},
                       std::move(paper), name, parent);
}

}  // namespace madoguchi::app
