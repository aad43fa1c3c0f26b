#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

#include "app/core/language.h"
#include "app/form/form_model.h"
#include "app/kit/form/form_page.h"
#include "app/widgets/look.h"
#include "forms/engine/definition_reader.h"

// What a keystroke in the line above a long list costs: from the key to a page that is laid out and
// painted again. Prints it for lists of 25, 250 and (the longest there is) 425 entries, as JSON; a
// person runs it.

namespace {

using namespace madoguchi;

forms::CodeLists listOf(int entries) {
  std::string text = R"({"list":"made","source":"Made up","checkedAt":"2026-11-26","entries":[)";
  for (int i = 0; i < entries; ++i) {
    const std::string name = "国" + std::to_string(1000 + i) + " Country";
    text += (i == 0 ? "" : ",") + std::string(R"({"code":"C)") + std::to_string(i) +
            R"(","texts":{"ja":")" + name + R"(","easy":")" + name + R"(","en":")" + name +
            R"("}})";
  }
  auto list = std::make_shared<const forms::CodeList>(forms::codeListFrom(text + "]}"));
  return {{list->id, list}};
}

forms::Definition formWith(int entries) {
  return forms::definitionFrom(
      R"({"form":"small","version":1,"source":"Made up","checkedAt":"2026-11-01",)"
      R"("codes":{"missing":"M","wrong":"W","notOffered":"N"},"pages":[{"id":"p","sections":[)"
      R"({"id":"s","contents":[{"id":"country","type":"code","list":"made","required":true}]}]}]})",
      listOf(entries));
}

/// Milliseconds of each key.
std::vector<double> typed(int entries) {
  const forms::Definition definition = formWith(entries);
  app::FormModel model(definition, [] {
    using namespace std::chrono;
    return forms::Facts{.today = 2026y / 11 / 26};
  });
  app::FormPage page(model, app::FormTexts(definition), "p", QStringLiteral("p"), {});
  page.resize(900, 700);
  page.show();
  const auto settle = [] {
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
  };
  settle();
  const auto lines = page.findChildren<QLineEdit*>();
  const auto search = std::find_if(lines.begin(), lines.end(), [](const QLineEdit* line) {
    return line->objectName().endsWith(QStringLiteral(".search"));
  });
  std::vector<double> milliseconds;
  for (int round = 0; search != lines.end() && round < 10; ++round) {
    for (const char key : {'c', 'o', 'u', 'n', '\b', '\b', '\b', '\b', '1', '1', '\b', '\b'}) {
      QElapsedTimer clock;
      clock.start();
      if (key == '\b') {
        QTest::keyClick(*search, Qt::Key_Backspace);
      } else {
        QTest::keyClick(*search, key);
      }
      settle();
      milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  return milliseconds;
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  app::applyLook(application);
  app::Language language;
  language.set(QStringLiteral("ja"));
  QJsonObject figures;
  for (const int entries : {25, 250, 425}) {
    const std::vector<double> milliseconds = typed(entries);
    if (milliseconds.empty()) return 1;
    figures[QString::number(entries)] =
        QJsonObject{{"keystrokes", static_cast<int>(milliseconds.size())},
                    {"medianMilliseconds", milliseconds[milliseconds.size() / 2]},
                    {"slowestMilliseconds", milliseconds.back()}};
  }
  std::puts(QJsonDocument(figures).toJson().constData());
  return 0;
}
