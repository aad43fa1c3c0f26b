#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "app/kit/form/form_texts.h"

class QVBoxLayout;

namespace madoguchi::app {

class FormRow;
class MessagePanel;
class RubyButton;
class RubyLabel;
class SvgPicture;

/// The rows of a group, each with its fields and a way to take it out; a row that was taken out can
/// be put back where it stood, and another one added while there may be more.
class GroupRows : public QWidget {
  Q_OBJECT
 public:
  /// `name` begins the object names: "NAME.add", "NAME.ROW.remove", "NAME.ROW.FIELD".
  GroupRows(FormModel& form, const FormTexts& texts, const forms::Group& group, QString name,
            QWidget* parent = nullptr);
  [[nodiscard]] const forms::Group& group() const { return m_group; }
  /// The rows as they are now, in their order.
  void takeShape(std::vector<FormRow*>& appeared);
  [[nodiscard]] FormRow* row(const forms::FieldPath& path) const;
  void setFocusHere();

 signals:
  void made(madoguchi::app::FormRow* row);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  struct Item {
    std::string row;
    QWidget* whole = nullptr;
    RubyLabel* title = nullptr;
    RubyButton* remove = nullptr;
    std::vector<FormRow*> fields = {};
  };

  [[nodiscard]] Item make(const std::string& row);
  void orderTabs();
  void sayAll();
  void takeFinding();
  void addRow();
  void removeRow(const std::string& row);
  void undo();
  void focusOnRow(const std::string& row);
  [[nodiscard]] bool offersUndo() const;

  FormModel& m_form;
  FormTexts m_texts;
  const forms::Group& m_group;
  QString m_name;
  std::vector<Item> m_items;
  std::size_t m_removedAt = 0;  ///< where the row stood that was taken out last
  QVBoxLayout* m_column;        ///< of the rows
  RubyLabel* m_title;
  SvgPicture* m_sign;
  RubyLabel* m_error;
  MessagePanel* m_removed;
  RubyButton* m_undo;
  RubyButton* m_add;
  RubyLabel* m_full;
};

}  // namespace madoguchi::app
