#include "app/rooms/application/pages/application_form_page.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/core/outlets.h"
#include "app/kit/form/form_fields.h"
#include "app/kit/form/form_row.h"
#include "app/kit/form/town_offer.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/draft_lines.h"
#include "app/rooms/application/pages/photo_page.h"
#include "app/rooms/application/pages/picture_texts.h"
#include "app/rooms/application/pages/scan_page.h"
#include "app/rooms/application/pages/upload_panel.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"
#include "forms/procedures/result_needs.h"

namespace madoguchi::app {
namespace {

/// Of the application that the draft is of, as far as it is known.
QString documentsOf(DraftWork& work) {
  const forms::ProcedureFacts& facts = forms::procedureFacts();
  FormModel& form = work.form();
  const std::string procedure = work.draft().procedure.toStdString();
  const QString status = form.value(forms::topField(std::string(forms::statusField(procedure))));
  QStringList lines;
  for (const forms::NeedRow* need :
       forms::needsOf(facts, procedure, status.toStdString(), {}, todayInJapan())) {
    const QString text = factText(forms::textOf(facts, need->text));
    lines << (need->optional ? qtTrId("prospect.ifNeeded").arg(text) : text);
  }
  return listed(lines);
}

bool isPhotoField(const FormModel& form, const forms::FieldPath& path) {
  return forms::findField(form.definition(), path)->mediaTypes.front() == "image/jpeg";
}

}  // namespace

ApplicationFormPage::ApplicationFormPage(ApplicationFlow& flow, Outlets& outlets, QWidget* parent)
    : FormPage(flow.work().form(), applicationTexts(flow.work().draft().procedure), flow.formPage(),
               QStringLiteral("application"), flow.takeFirst(), parent),
      m_flow(flow),
      m_outlets(outlets) {
  putBefore(progress(), *makePeopleLine(flow, this));
  putBefore(progress(), *makeKeptLine(flow, this));
  if (flow.formPage() == "filing") addDocuments();
  if (fields().row(forms::topField("addressRest")) != nullptr) addTown();
  addLater();
  connect(this, &FormPage::done, &flow, &ApplicationFlow::nextPage);
  connect(this, &FormPage::backWanted, &flow, &ApplicationFlow::previousPage);
  connect(&fields(), &FormFields::fileWanted, this, &ApplicationFormPage::chooseFile);
  for (const FileUpload* upload : flow.work().uploads()) showUpload(upload->path());
}

void ApplicationFormPage::addDocuments() {
  auto* documents = new MessagePanel(MessagePanel::Kind::notice, this);
  documents->setObjectName(named(QStringLiteral("wanted")));
  speak(*documents, [this, documents] {
    const QString lines = documentsOf(m_flow.work());
    documents->setTexts(qtTrId("application.documents"), lines,
                        qtTrId("application.documents.remedy"));
    documents->setVisible(!lines.isEmpty());
  });
  putBefore(fields(), *documents);
}

void ApplicationFormPage::addTown() {
  auto* town = new TownOffer(m_flow.work().form(), named(QStringLiteral("town")), this);
  fields().row(forms::topField("municipalityCode"))->addBelow(town);
  connect(&fields(), &FormFields::townFound, town,
          [town](const forms::FieldPath& field, const QString& found) {
            if (field == forms::topField("municipalityCode")) town->offer(found);
          });
}

void ApplicationFormPage::addLater() {
  RubyButton* later = addButton(QStringLiteral("later"), RubyButton::Kind::link,
                                [] { return qtTrId("application.later"); });
  connect(later, &RubyButton::clicked, &m_flow, &ApplicationFlow::nextPage);
  const FormModel& form = m_flow.work().form();
  // Whoever lacks one paper need not stop here; the review knows what is missing.
  const auto offer = [later, &form, page = m_flow.formPage()] {
    bool isStopped = false;
    for (const forms::Finding& finding : form.findings()) {
      isStopped = isStopped || (finding.severity == forms::Severity::error &&
                                forms::pageOf(form.definition(), finding.path)->id == page);
    }
    later->setVisible(isStopped);
  };
  connect(&form, &FormModel::errorsChanged, later, offer);
  offer();
}

void ApplicationFormPage::chooseFile(const forms::FieldPath& path) {
  if (!m_outlets.offers(Outlets::Kind::ownFiles)) {
    showNoFiles(path);
    return;
  }
  const bool isPhoto = isPhotoField(m_flow.work().form(), path);
  m_outlets.chooseExisting(
      {.title = spokenText(isPhoto ? qtTrId("file.choosePhoto") : qtTrId("file.chooseDocument")),
       .name = {},
       .kinds = isPhoto ? pictureKinds() : documentKinds()},
      *this, [this, path](const QString& file) { takeChosen(path, file); });
}

void ApplicationFormPage::takeChosen(const forms::FieldPath& path, const QString& file) {
  DraftWork& work = m_flow.work();
  FileUpload& upload = work.uploadOf(path);
  upload.setRoom(work.roomFor(path));
  upload.choose(draftPath(work.draft().id), *forms::findField(work.form().definition(), path), path,
                file);
  showUpload(path);
}

void ApplicationFormPage::takePicture(const forms::FieldPath& path, const QString& file,
                                      bool again) {
  if (!isVisible()) return;  // what lies over it now may be a question
  if (isPhotoField(m_flow.work().form(), path)) {
    cutPhoto(path, file);
  } else {
    joinPictures(path, file, again);
  }
}

void ApplicationFormPage::takeFile(const forms::FieldPath& path, const QString& file) {
  DraftWork& work = m_flow.work();
  FileUpload& upload = work.uploadOf(path);
  upload.setRoom(work.roomFor(path));
  upload.begin(draftPath(work.draft().id), *forms::findField(work.form().definition(), path), path,
               file);
  showUpload(path);
}

void ApplicationFormPage::cutPhoto(const forms::FieldPath& path, const QString& file) {
  const forms::PhotoRow* rules = forms::photoRules(forms::procedureFacts(), todayInJapan());
  if (rules == nullptr) {  // nothing is known of how it has to be
    takeFile(path, file);
    return;
  }
  const auto most = forms::findField(m_flow.work().form().definition(), path)->maxBytes;
  PhotoWork& photo = m_flow.work().photo();
  photo.begin(file);
  auto* page = new PhotoPage(photo, *rules, static_cast<qint64>(most));
  connect(page, &PhotoPage::made, this, [this, path](const QByteArray& jpeg) {
    send(path, m_flow.work().photo().photoName(), jpeg);
  });
  layForPicture(path, page);
}

void ApplicationFormPage::joinPictures(const forms::FieldPath& path, const QString& file,
                                       bool again) {
  DraftWork& work = m_flow.work();
  PageList& pictures = work.picturesOf(path);
  if (!again || !pictures.has(file)) pictures.add({file});
  const std::uint64_t most =
      std::min(forms::findField(work.form().definition(), path)->maxBytes, work.roomFor(path));
  auto* page = new ScanPage(pictures, m_outlets, most);
  connect(page, &ScanPage::made, this,
          [this, path, &pictures](const QByteArray& pdf) { send(path, pictures.pdfName(), pdf); });
  layForPicture(path, page);
}

void ApplicationFormPage::layForPicture(const forms::FieldPath& path, PageWidget* page) {
  connect(page, &PageWidget::closed, this, [&upload = m_flow.work().uploadOf(path)] {
    if (upload.state() == FileUpload::State::picture) upload.forget();
  });
  emit overWanted(page);
}

void ApplicationFormPage::send(const forms::FieldPath& path, const QString& name,
                               const QByteArray& made) {
  DraftWork& work = m_flow.work();
  FileUpload& upload = work.uploadOf(path);
  upload.setRoom(work.roomFor(path));
  upload.beginMade(draftPath(work.draft().id), *forms::findField(work.form().definition(), path),
                   path, name, made);
  showUpload(path);
}

void ApplicationFormPage::showNoFiles(const forms::FieldPath& path) {
  FormRow* row = fields().row(path);
  if (row == nullptr) return;
  delete findChild<MessagePanel*>(named(QStringLiteral("noFiles")));
  MessagePanel* panel = makeNoFilesPanel(named(QStringLiteral("noFiles")), this);
  row->addBelow(panel);
  panel->show();  // what is not seen yet is not presented
  panel->present();
}

void ApplicationFormPage::showUpload(const forms::FieldPath& path) {
  FormRow* row = fields().row(path);
  if (row == nullptr) return;
  if (row->findChild<UploadPanel*>() != nullptr) return;
  FileUpload& upload = m_flow.work().uploadOf(path);
  row->addBelow(new UploadPanel(upload, named(QStringLiteral("upload")), this));
  connect(&upload, &FileUpload::pictureChosen, this,
          [this, path](const QString& file, bool again) { takePicture(path, file, again); });
}

}  // namespace madoguchi::app
