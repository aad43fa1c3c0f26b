#include <QVBoxLayout>

#include "app/kit/form/editors.h"
#include "app/widgets/date_field.h"
#include "forms/engine/field_value.h"

namespace madoguchi::app {

namespace {

DateField::Kind kindOf(forms::FieldType type) {
  switch (type) {
    case forms::FieldType::partialDate:
      return DateField::Kind::partial;
    case forms::FieldType::partialMonth:
      return DateField::Kind::partialMonth;
    default:
      return DateField::Kind::whole;
  }
}

class DateEditor : public FieldEditor {
 public:
  DateEditor(const EditorFor& made, QWidget* parent) : FieldEditor(parent) {
    m_date = new DateField(made.name, kindOf(made.field.type), this);
    m_date->setReader([&field = made.field](const QString& text) {
      return QString::fromStdString(forms::repaired(field, text.toStdString()));
    });
    columnOf(*this)->addWidget(m_date);
    setFocusProxy(m_date);
    connect(m_date, &DateField::edited, this, &FieldEditor::edited);
    connect(m_date, &DateField::left, this, &FieldEditor::left);
  }
  void setValue(const QString& value) override { m_date->setValue(value); }
  void setWrong(bool wrong) override { m_date->setWrong(wrong); }
  void setSpoken(const QString& name, const QString& description) override {
    m_date->setSpoken(name, description);
  }

 private:
  DateField* m_date;
};

}  // namespace

FieldEditor* makeDateEditor(const EditorFor& made, QWidget* parent) {
  return new DateEditor(made, parent);
}

}  // namespace madoguchi::app
