#include <QAbstractButton>
#include <cstdio>
#include <stdexcept>

#include "tests/e2e/gallery/pictures.h"
#include "tests/support/demonstration_form.h"
#include "tests/unit/app/event_loop.h"
#include "tests/unit/app/kit/form/demonstration_window.h"

namespace madoguchi::test {
namespace {

class Walk {
 public:
  Walk(const QDir& folder, QSize size) : m_folder(folder) {
    m_window.resize(size);
    m_window.show();
    m_window.activateWindow();
    if (!eventually([this] { return m_window.isActiveWindow(); }))
      throw std::runtime_error("an active window");
  }

  int walk() {
    m_window.open("person");
    shoot("80-form-empty");
    press("person.next");
    shoot("81-form-errors");
    app::FormModel& form = m_window.form();
    form.fill(demonstrationAnswers(), app::ValueOrigin::draft);
    for (const auto& [field, words] : {std::pair{"name", "Müller Hans"},
                                       {"email", "maria@gmail.con"},
                                       {"phone", "+1 212 555 0100"},
                                       {"passportExpiry", "2026-12-01"}}) {
      form.type(forms::topField(field), QString::fromUtf8(words));
    }
    m_window.open("person");
    press("person.next");
    shoot("82-form-causes-and-offers");
    m_window.open("stay");
    form.check("stay");
    shoot("83-form-warning");
    m_window.open("relatives");
    press("relatives.family.add");
    const std::string row = form.rows("family").front();
    shoot("84-form-group");
    press(("relatives.family." + row + ".remove").c_str());
    shoot("85-form-group-removed");
    press("relatives.family.undo");
    m_window.open("work");
    shoot("86-form-work");
    m_window.open("end");
    shoot("87-form-end");
    m_window.open("review");
    shoot("88-form-review");
    return m_complaints;
  }

 private:
  void press(const char* name) {
    auto* button = m_window.page().findChild<QAbstractButton*>(QLatin1String(name));
    if (button == nullptr) throw std::runtime_error(name);
    button->click();
  }

  void shoot(const char* stage) {
    for (const QString& language : app::Language::tags()) {
      m_window.speak(language);
      settle();
      m_complaints += picture(m_window, m_folder, QLatin1String(stage) + u'.' + language);
    }
    std::printf("%s\n", stage);
  }

  QDir m_folder;
  DemonstrationWindow m_window;
  int m_complaints = 0;
};

}  // namespace

int pictureDemonstration(const QDir& folder, QSize size) { return Walk(folder, size).walk(); }

}  // namespace madoguchi::test
