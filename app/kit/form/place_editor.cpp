#include <QVBoxLayout>

#include "app/kit/form/editors.h"
#include "app/widgets/municipality_field.h"

namespace madoguchi::app {

namespace {

class PlaceEditor : public FieldEditor {
 public:
  PlaceEditor(const EditorFor& made, QWidget* parent) : FieldEditor(parent) {
    m_place = new MunicipalityField(made.name, this);
    columnOf(*this)->addWidget(m_place);
    setFocusProxy(m_place);
    connect(m_place, &MunicipalityField::edited, this, [this](const QString& value) {
      emit edited(value);
      emit left();
    });
    connect(m_place, &MunicipalityField::townFound, this, &FieldEditor::townFound);
  }
  void setValue(const QString& value) override { m_place->setValue(value); }
  void setWrong(bool wrong) override { m_place->setWrong(wrong); }
  void setSpoken(const QString& name, const QString& description) override {
    m_place->setName(name + u' ' + description);
  }

 private:
  MunicipalityField* m_place;
};

}  // namespace

FieldEditor* makePlaceEditor(const EditorFor& made, QWidget* parent) {
  return new PlaceEditor(made, parent);
}

}  // namespace madoguchi::app
