#pragma once

#include <QWidget>

#include "app/kit/form/form_texts.h"

class QVBoxLayout;

namespace madoguchi::app {

class RubyButton;
class RubyLabel;
class SvgPicture;

/// One answer for checking, with what was found about it and, where it can be changed, the way back
/// to it.
class ReviewRow : public QWidget {
  Q_OBJECT
 public:
  ReviewRow(const FormModel& form, const FormTexts& texts, forms::FieldPath path,
            const QString& objectName, QWidget* parent = nullptr);
  void setOffersChange(bool offers);
  /// One more line, below the answer; what it says is set by who adds it.
  RubyLabel* addLine(const QString& objectName);

 signals:
  void changeWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void sayAll();

  const FormModel& m_form;
  FormTexts m_texts;
  forms::FieldPath m_path;
  QVBoxLayout* m_words;
  RubyLabel* m_label;
  RubyLabel* m_value;
  QWidget* m_findingLine;
  SvgPicture* m_sign;
  RubyLabel* m_finding;
  RubyButton* m_change;
};

}  // namespace madoguchi::app
