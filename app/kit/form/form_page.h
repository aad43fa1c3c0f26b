#pragma once

#include "app/kit/form/form_texts.h"
#include "app/kit/page_widget.h"

namespace madoguchi::app {

class FormFields;
class FormSummary;

/// One of several pages of a form: how far one is, what it asks, what was found, and the ways back
/// and on. Whoever shows pages decides which one comes next, of those that FormModel::pages() has
/// now.
class FormPage : public PageWidget {
  Q_OBJECT
 public:
  /// `form` outlives it. The focus goes to `first` where the person comes for that item.
  FormPage(FormModel& form, const FormTexts& texts, std::string page, const QString& name,
           forms::FieldPath first = {}, QWidget* parent = nullptr);
  void focusFirst() override;
  [[nodiscard]] FormFields& fields() const { return *m_fields; }
  void focusOn(const forms::FieldPath& path);

 protected:
  /// The line that says which page of how many it is.
  [[nodiscard]] RubyLabel& progress() const { return *m_progress; }

 signals:
  void done();  ///< nothing stops the page
  void backWanted();

 private:
  void sayProgress();
  void next();

  FormModel& m_form;
  FormTexts m_texts;
  std::string m_page;
  forms::FieldPath m_first;
  RubyLabel* m_progress;
  FormSummary* m_summary;
  FormFields* m_fields;
  RubyButton* m_back;
};

}  // namespace madoguchi::app
