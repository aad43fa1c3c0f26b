#include <QSignalBlocker>
#include <QVBoxLayout>
#include <vector>

#include "app/kit/form/editors.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/speak.h"
#include "forms/engine/code_list.h"

namespace madoguchi::app {

namespace {

/// Several codes of a list, each with a box.
class CodesEditor : public FieldEditor {
 public:
  CodesEditor(const EditorFor& made, QWidget* parent) : FieldEditor(parent) {
    auto* column = columnOf(*this);
    makeGroup(*this);
    for (const std::string& one : made.field.list->codes) {
      const QString code = QString::fromStdString(one);
      auto* box = new RubyCheckBox(this);
      box->setObjectName(made.name + u'.' + code);
      speak(*box, [box, code, &field = made.field, texts = made.texts] {
        box->setMarkup(texts.choice(field, code));
      });
      column->addWidget(box);
      m_boxes.push_back({code, box});
      connect(box, &QAbstractButton::toggled, this, [this] {
        emit edited(value());
        emit left();
      });
    }
    setFocusProxy(m_boxes.front().box);
  }
  void setValue(const QString& value) override {
    const std::string codes = value.toStdString();
    for (const auto& [code, box] : m_boxes) {
      const QSignalBlocker quiet(box);
      box->setChecked(forms::hasCode(codes, code.toStdString()));
    }
  }
  void setSpoken(const QString& name, const QString& description) override {
    setAccessibleName(name);
    for (const Box& one : m_boxes) one.box->setAccessibleDescription(description);
  }
  void setOffered(const QStringList& choices) override {
    for (const auto& [code, box] : m_boxes)
      box->setVisible(choices.contains(code) || box->isChecked());
  }

 private:
  struct Box {
    QString code;
    RubyCheckBox* box;
  };

  [[nodiscard]] QString value() const {
    QStringList checked;
    for (const auto& [code, box] : m_boxes) {
      if (box->isChecked()) checked << code;
    }
    return checked.join(u',');
  }

  std::vector<Box> m_boxes;  ///< in the order of the list
};

}  // namespace

FieldEditor* makeCodesEditor(const EditorFor& made, QWidget* parent) {
  return new CodesEditor(made, parent);
}

}  // namespace madoguchi::app
