#include "app/kit/saved_notice.h"

#include <QDir>
#include <QVBoxLayout>

#include "app/core/outlets.h"
#include "app/kit/page_widget.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

SavedNotice::SavedNotice(Outlets& outlets, const QString& objectName, QWidget* parent)
    : MessagePanel(Kind::good, parent) {
  setObjectName(objectName);
  m_where = new RubyLabel(RubyLabel::Role::body, this);
  m_where->setObjectName(objectName + QStringLiteral(".where"));
  body()->addWidget(m_where);
  m_open = addWay(objectName + QStringLiteral(".open"));
  connect(m_open, &RubyButton::clicked, this, [this, &outlets] { outlets.showFolderOf(m_file); });
  hide();
  speak(*this, [this] { sayAll(); });
}

void SavedNotice::say(const QString& file, bool saved) {
  m_file = file;
  m_saved = saved;
  sayAll();
  show();
  if (PageWidget* page = PageWidget::around(*this)) page->bringIntoView(*this);
  announce(*this);
}

void SavedNotice::sayAll() {
  setKind(m_saved ? Kind::good : Kind::error);
  setTexts(m_saved ? qtTrId("file.saved") : qtTrId("file.notSaved"), {},
           m_saved ? QString() : qtTrId("file.notSaved.remedy"));
  // A path is no markup, whatever stands in it.
  m_where->setPlain(QDir::toNativeSeparators(m_file));
  m_where->setVisible(m_saved);
  m_open->setMarkup(qtTrId("file.openFolder"));
  m_open->setVisible(m_saved);
  if (m_saved) setAccessibleDescription(m_where->text());
}

}  // namespace madoguchi::app
