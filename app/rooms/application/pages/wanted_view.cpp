#include "app/rooms/application/pages/wanted_view.h"

#include <QApplication>
#include <QVBoxLayout>

#include "app/core/outlets.h"
#include "app/kit/page_widget.h"
#include "app/kit/texts.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/picture_texts.h"
#include "app/rooms/application/pages/scan_page.h"
#include "app/rooms/application/pages/upload_panel.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/widgets/tab_order.h"

namespace madoguchi::app {

WantedView::WantedView(ApplicationFlow& flow, Outlets& outlets, const QString& name,
                       QWidget* parent)
    : QWidget(parent), m_flow(flow), m_name(name) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(em(*this, 0.75));
  m_panel = new MessagePanel(MessagePanel::Kind::warning, this);
  m_panel->setObjectName(name);
  column->addWidget(m_panel);
  addControls(outlets);
  column->addWidget(m_controls);
  connect(&flow.wanted(), &WantedDocuments::changed, this, &WantedView::showState);
  connect(
      &flow.wanted().upload(), &FileUpload::pictureChosen, this,
      [this, &outlets](const QString& file, bool again) { joinPictures(outlets, file, again); });
  speak(*m_panel, [this] { sayPanel(); });
  showState();
}

void WantedView::addControls(Outlets& outlets) {
  m_controls = new QWidget(this);
  auto* column = new QVBoxLayout(m_controls);
  column->setContentsMargins({});
  column->setSpacing(em(*this, 0.75));
  const auto addLabel = [&](RubyLabel::Role role, const char* id) {
    auto* label = new RubyLabel(role, m_controls);
    speak(*label, [label, id] { label->setMarkup(qtTrId(id)); });
    column->addWidget(label);
    return label;
  };
  const auto addButton = [&](RubyButton::Kind kind, const QString& part, const char* id) {
    auto* button = new RubyButton(kind, m_controls);
    button->setObjectName(m_name + part);
    speak(*button, [button, id] { button->setMarkup(qtTrId(id)); });
    column->addWidget(button, 0, Qt::AlignLeft);
    return button;
  };
  addLabel(RubyLabel::Role::strong, "applicationDetail.wanted.files");
  m_none = addLabel(RubyLabel::Role::body, "applicationDetail.wanted.none");
  m_place = new QVBoxLayout;
  column->addLayout(m_place);
  m_add = addButton(RubyButton::Kind::secondary, QStringLiteral(".add"),
                    "applicationDetail.wanted.add");
  column->addWidget(
      new UploadPanel(m_flow.wanted().upload(), m_name + QStringLiteral(".upload"), m_controls));
  addLabel(RubyLabel::Role::body, "applicationDetail.wanted.handIn.text");
  m_handIn = addButton(RubyButton::Kind::primary, QStringLiteral(".handIn"),
                       "applicationDetail.wanted.handIn");
  connect(m_add, &RubyButton::clicked, this, [this, &outlets] { chooseFile(outlets); });
  connect(m_handIn, &RubyButton::clicked, &m_flow.wanted(), &WantedDocuments::handIn);
}

void WantedView::chooseFile(Outlets& outlets) {
  if (!outlets.offers(Outlets::Kind::ownFiles)) {
    sayInstead(makeNoFilesPanel(m_name + QStringLiteral(".noFiles"), m_controls));
    return;
  }
  if (isToWait()) return;
  outlets.chooseExisting(
      {.title = spokenText(qtTrId("file.chooseDocument")), .name = {}, .kinds = documentKinds()},
      *this, [this](const QString& file) {
        // The one before may have begun to be sent behind the dialogue.
        if (!isToWait()) m_flow.wanted().add(file);
      });
}

bool WantedView::isToWait() {
  if (!m_flow.wanted().upload().isUnderWay()) return false;
  auto* wait = new MessagePanel(MessagePanel::Kind::notice, m_controls);
  wait->setObjectName(m_name + QStringLiteral(".wait"));
  speak(*wait, [wait] {
    wait->setTexts(qtTrId("applicationDetail.wanted.wait"),
                   qtTrId("applicationDetail.wanted.wait.text"), {});
  });
  sayInstead(wait);
  return true;
}

void WantedView::sayInstead(MessagePanel* panel) {
  delete m_instead;
  m_instead = panel;
  m_place->addWidget(panel);
  panel->show();  // what is not seen yet is not presented
  panel->present();
}

void WantedView::takeBackInstead() {
  if (m_instead == nullptr) return;
  const bool isRead = m_instead->isAncestorOf(QApplication::focusWidget());
  delete m_instead;
  if (isRead) m_add->setFocus(Qt::OtherFocusReason);
}

void WantedView::joinPictures(Outlets& outlets, const QString& file, bool again) {
  if (!isVisible()) return;  // what lies over it now may be a question
  WantedDocuments& wanted = m_flow.wanted();
  PageList& pictures = wanted.pictures();
  if (!again || !pictures.has(file)) pictures.add({file});
  auto* page = new ScanPage(pictures, outlets, WantedDocuments::mostBytes());
  connect(page, &ScanPage::made, &wanted,
          [&wanted, &pictures](const QByteArray& pdf) { wanted.addMade(pictures.pdfName(), pdf); });
  // Who leaves it without a file has changed their mind.
  connect(page, &ScanPage::closed, &wanted, [&wanted] {
    if (wanted.upload().state() == FileUpload::State::picture) wanted.upload().forget();
  });
  emit PageWidget::around(*this)->overWanted(page);
}

void WantedView::sayPanel() {
  const Application& application = *m_flow.application();
  const QString until = wantedUntilText(application.line);
  if (m_flow.wanted().isOver()) {
    m_panel->setTexts(qtTrId("applicationDetail.wanted.over"),
                      qtTrId("applicationDetail.wanted.over.text").arg(until),
                      withHelpDesk(qtTrId("applicationDetail.wanted.over.remedy")));
  } else {
    m_panel->setTexts(qtTrId("applicationDetail.wanted"), application.wanted,
                      qtTrId("applicationDetail.wanted.until").arg(until));
  }
}

void WantedView::addFile(const StoredFile& file, QVBoxLayout& lines) {
  auto* name = new RubyLabel(RubyLabel::Role::body, m_files);
  name->setObjectName(m_name + QStringLiteral(".file.") + file.id);
  name->setPlain(fileText(file));
  lines.addWidget(name);
  if (!file.isWhole) {
    auto* part = new RubyLabel(RubyLabel::Role::small, m_files);
    part->setObjectName(name->objectName() + QStringLiteral(".part"));
    speak(*part, [part] { part->setMarkup(qtTrId("applicationDetail.wanted.part")); });
    lines.addWidget(part);
  }
  auto* remove = new RubyButton(RubyButton::Kind::link, m_files);
  remove->setObjectName(name->objectName() + QStringLiteral(".remove"));
  speak(*remove, [remove, named = file.name] {
    remove->setMarkup(qtTrId("form.file.remove"));
    remove->setAccessibleName(spokenText(qtTrId("form.file.remove")) + QStringLiteral(": ") +
                              named);
  });
  lines.addWidget(remove, 0, Qt::AlignLeft);
  connect(remove, &RubyButton::clicked, &m_flow.wanted(), [this, id = file.id] {
    m_add->setFocus(Qt::OtherFocusReason);
    m_flow.wanted().remove(id);
  });
}

void WantedView::showFiles() {
  if (m_files != nullptr) {
    // What only grows by bytes of the file under way leaves the links, and the focus, alone.
    if (m_shown == m_flow.wanted().files()) return;
    m_files->hide();
    m_files->deleteLater();
  }
  m_shown = m_flow.wanted().files();
  m_files = new QWidget(m_controls);
  auto* lines = new QVBoxLayout(m_files);
  lines->setContentsMargins({});
  lines->setSpacing(em(*this, 0.25));
  for (const StoredFile& file : m_shown) addFile(file, *lines);
  m_place->addWidget(m_files);
  // Made anew later than what follows, it is still before that, for screen readers and for Tab.
  m_files->stackUnder(m_add);
  putBeforeInTabOrder(*m_add, *m_files);
  m_files->setVisible(!m_shown.empty());
}

void WantedView::showState() {
  WantedDocuments& wanted = m_flow.wanted();
  sayPanel();
  showFiles();
  if (!wanted.upload().isUnderWay()) takeBackInstead();
  m_none->setVisible(m_shown.empty());
  m_controls->setVisible(!wanted.isOver());
  m_handIn->setEnabled(wanted.canHandIn());
}

}  // namespace madoguchi::app
