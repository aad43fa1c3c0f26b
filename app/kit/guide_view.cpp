#include "app/kit/guide_view.h"

#include <QLabel>
#include <QPixmap>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

/// As wide as there is room, and no wider than it is, so many times as large as the text is larger:
/// what is written in it stays as large as what stands around it. A label, so that it is known as a
/// graphic.
class GuidePicture : public QLabel {
 public:
  GuidePicture(const GuideBlock& block, QWidget* parent) : QLabel(parent) {
    setPixmap(QPixmap(block.picture));
    setScaledContents(true);
    setAccessibleName(block.words);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    fitToFont(*this, [this] { setMaximumWidth(std::max(1, sizeHint().width())); });
  }
  [[nodiscard]] QSize sizeHint() const override { return pixmap().size() * shownTextSize(); }
  [[nodiscard]] QSize minimumSizeHint() const override { return {1, 1}; }
  /// Also where there is more room than it takes.
  [[nodiscard]] int heightForWidth(int width) const override {
    return pixmap().height() * std::min(width, maximumWidth()) / std::max(1, pixmap().width());
  }
};

QString wordsOf(const GuideBlock& block) {
  return block.kind == GuideBlock::Kind::item ? QStringLiteral("• ") + block.words : block.words;
}

QWidget* shown(const GuideBlock& block, QWidget* parent) {
  if (block.kind == GuideBlock::Kind::picture) return new GuidePicture(block, parent);
  auto* label = new RubyLabel(RubyLabel::Role::body, parent);
  label->setMarkup(wordsOf(block));
  return label;
}

QVBoxLayout* columnOf(QWidget& widget) {
  auto* column = new QVBoxLayout(&widget);
  column->setContentsMargins(0, 0, 0, 0);
  fitToFont(widget, [&widget, column] { column->setSpacing(em(widget, 0.6)); });
  return column;
}

}  // namespace

GuideView::GuideView(const QString& name, const QString& place, Outlets* outlets, QWidget* parent)
    : QWidget(parent),
      m_guide(guideIn(qtTrId("language.tag"))),
      m_chapter(chapterAt(m_guide, place)) {
  setObjectName(name);
  m_column = columnOf(*this);
  addChapters();
  if (outlets != nullptr && outlets->offers(Outlets::Kind::print)) addPrinting(*outlets);
  speak(*this, [this] { read(); });
}

void GuideView::addSpace() { m_column->addSpacing(em(*this, 0.9)); }

void GuideView::addChapters() {
  addSpace();
  auto* all = new RubyLabel(RubyLabel::Role::section, this);
  speak(*all, [all] { all->setMarkup(qtTrId("help.guide.chapters")); });
  m_column->addWidget(all);
  for (std::size_t i = 0; i < m_guide.chapters.size(); ++i) {
    auto* link = new RubyButton(RubyButton::Kind::link, this);
    link->setObjectName(objectName() + QStringLiteral(".chapter%1").arg(i));
    connect(link, &RubyButton::clicked, this, [this, i] {
      m_chapter = i;
      showChapter();
      // Reading goes on at its top.
      m_title->setFocus(Qt::OtherFocusReason);
    });
    m_column->addWidget(link, 0, Qt::AlignLeft);
    m_links.push_back(link);
  }
}

void GuideView::addPrinting(Outlets& outlets) {
  addSpace();
  auto* button = new RubyButton(RubyButton::Kind::secondary, this);
  button->setObjectName(objectName() + QStringLiteral(".print"));
  speak(*button, [button] { button->setMarkup(qtTrId("help.guide.print")); });
  m_column->addWidget(button, 0, Qt::AlignLeft);
  auto* said = new RubyLabel(RubyLabel::Role::body, this);
  said->setObjectName(objectName() + QStringLiteral(".said"));
  speak(*said, [said] { said->hide(); });  // it was said in another language
  m_column->addWidget(said);
  connect(button, &RubyButton::clicked, this, [this, said, &outlets] {
    outlets.print(printedGuide(m_guide), *this, [said, &outlets](Outlets::Outcome outcome) {
      said->setMarkup(printedText(outlets, outcome, qtTrId("help.guide.printed"),
                                  qtTrId("help.guide.notPrinted")));
      said->show();
      announce(*said);
    });
  });
}

void GuideView::read() {
  m_guide = guideIn(qtTrId("language.tag"));
  for (std::size_t i = 0; i < std::min(m_links.size(), m_guide.chapters.size()); ++i)
    m_links[i]->setMarkup(m_guide.chapters[i].title);
  showChapter();
}

void GuideView::showChapter() {
  delete m_body;
  m_body = new QWidget(this);
  auto* column = columnOf(*m_body);
  m_title = new RubyLabel(RubyLabel::Role::section, m_body);
  m_title->setObjectName(objectName() + QStringLiteral(".title"));
  column->addWidget(m_title);
  if (m_chapter < m_guide.chapters.size()) {
    const GuideChapter& chapter = m_guide.chapters[m_chapter];
    m_title->setMarkup(chapter.title);
    for (const GuideBlock& block : chapter.blocks) column->addWidget(shown(block, m_body));
  }
  m_column->insertWidget(0, m_body);
  m_body->show();
}

Document printedGuide(const Guide& guide) {
  Document document{.title = spokenText(guide.title), .lines = {}};
  document.lines.push_back({.text = guide.title, .size = 1.75, .heading = true});
  for (const GuideChapter& chapter : guide.chapters) {
    document.lines.push_back({.text = chapter.title, .size = 1.25, .heading = true});
    for (const GuideBlock& block : chapter.blocks) {
      if (block.kind == GuideBlock::Kind::picture) {
        document.lines.push_back({.picture = block.picture});
      } else {
        document.lines.push_back({.text = wordsOf(block)});
      }
    }
  }
  return document;
}

}  // namespace madoguchi::app
