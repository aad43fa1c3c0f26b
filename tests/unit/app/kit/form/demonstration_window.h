#pragma once

#include <QPointer>
#include <QTranslator>
#include <QWidget>
#include <map>
#include <memory>

#include "app/core/language.h"
#include "app/form/form_model.h"
#include "app/kit/form/form_texts.h"
#include "app/kit/page_widget.h"

namespace madoguchi::test {

/// The texts of the demonstration form, in the language of the program
/// (tests/data/forms/demonstration_texts.json).
class DemonstrationTexts : public QTranslator {
 public:
  DemonstrationTexts();
  [[nodiscard]] bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* id, const char* more, int n) const override;

 private:
  std::map<QString, std::map<QString, QString>> m_texts;
};

/// The pages of the demonstration form and its review, as a room would let them follow each other.
class DemonstrationWindow : public QWidget {
 public:
  explicit DemonstrationWindow(const QString& language = QStringLiteral("en"));
  ~DemonstrationWindow() override { delete m_page; }
  app::FormModel& form() { return m_form; }
  void speak(const QString& language);
  /// A page of the form, with the focus on `first`, or "review".
  void open(const std::string& page, const forms::FieldPath& first = {});
  [[nodiscard]] const std::string& at() const { return m_at; }
  [[nodiscard]] app::PageWidget& page() { return *m_page; }

 private:
  app::PageWidget* make(const std::string& page, const forms::FieldPath& first);
  void step(int by);

  app::Language m_language;
  DemonstrationTexts m_demonstration;
  app::FormModel m_form;
  app::FormTexts m_texts;
  std::string m_at;
  QPointer<app::PageWidget> m_page;
};

}  // namespace madoguchi::test
