#include "tests/unit/app/toy_room/toy_room.h"

#include <QLineEdit>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/page_widget.h"
#include "app/kit/secret_page.h"
#include "forms/engine/answers.h"

namespace madoguchi::test {
namespace {

app::Text text(const char* words) {
  return [words] { return QString::fromLatin1(words); };
}

class ToyPage : public app::PageWidget {
 public:
  explicit ToyPage(ToyFlow& flow)
      : PageWidget(QStringLiteral("toyForm"), text("Toys")), m_form(flow.form()) {
    m_fields = new QVBoxLayout;
    column()->addLayout(m_fields);
    auto* add = addButton(QStringLiteral("add"), app::RubyButton::Kind::secondary, text("Another"));
    connect(add, &app::RubyButton::clicked, this, [this] { m_form.addRow("toy"); });
    auto* done = addButton(QStringLiteral("done"), app::RubyButton::Kind::primary, text("Done"));
    connect(done, &app::RubyButton::clicked, &flow, [&flow] {
      if (flow.form().check()) flow.finish();
    });
    connect(&m_form, &app::FormModel::shapeChanged, this, &ToyPage::makeFields);
    makeFields();
  }

 private:
  void makeFields() {
    while (QLayoutItem* item = m_fields->takeAt(0)) {
      item->widget()->hide();
      item->widget()->deleteLater();
      delete item;
    }
    for (const forms::FieldPath& path : m_form.fields()) {
      auto* line = new QLineEdit(m_form.value(path), this);
      line->setObjectName(
          named(QString::fromStdString(forms::writtenPath(m_form.answers(), path))));
      connect(line, &QLineEdit::textEdited, this,
              [this, path, line](const QString& typed) { m_form.type(path, typed, line); });
      m_fields->addWidget(line);
    }
  }

  app::FormModel& m_form;
  QVBoxLayout* m_fields;
};

}  // namespace

app::OpenedRoom toyRoom(std::unique_ptr<ToyFlow> flow) {
  ToyFlow& toy = *flow;
  return {std::move(flow), [&toy]() -> app::PageWidget* {
            if (toy.onForm()) return new ToyPage(toy);
            return new app::SecretPage(toy.visit(), card::Secret::authenticationPin);
          }};
}

}  // namespace madoguchi::test
