#pragma once

#include "app/kit/form/form_page.h"

namespace madoguchi::app {

class ApplicationFlow;
class Outlets;

/// One page of the application: with the names of those it concerns and whether it is kept; files
/// are chosen and sent here.
class ApplicationFormPage : public FormPage {
  Q_OBJECT
 public:
  ApplicationFormPage(ApplicationFlow& flow, Outlets& outlets, QWidget* parent = nullptr);

 private:
  void addDocuments();
  void addTown();
  void addLater();
  void chooseFile(const forms::FieldPath& path);
  void takeChosen(const forms::FieldPath& path, const QString& file);
  void takeFile(const forms::FieldPath& path, const QString& file);
  void takePicture(const forms::FieldPath& path, const QString& file, bool again);
  void cutPhoto(const forms::FieldPath& path, const QString& file);
  void joinPictures(const forms::FieldPath& path, const QString& file, bool again);
  /// Who leaves it without a file has changed their mind.
  void layForPicture(const forms::FieldPath& path, PageWidget* page);
  void send(const forms::FieldPath& path, const QString& name, const QByteArray& made);
  void showNoFiles(const forms::FieldPath& path);
  void showUpload(const forms::FieldPath& path);

  ApplicationFlow& m_flow;
  Outlets& m_outlets;
};

}  // namespace madoguchi::app
