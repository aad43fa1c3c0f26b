#include "app/core/language.h"

#include <QCoreApplication>
#include <QTranslator>
#include <array>
#include <utility>

namespace madoguchi::app {
namespace {

struct Row {
  LanguageId id;
  QLatin1String tag;
};
constexpr std::array kLanguages = {
    Row{LanguageId::japanese, QLatin1String("ja")},
    Row{LanguageId::easyJapanese, QLatin1String("easy")},
    Row{LanguageId::english, QLatin1String("en")},
};

}  // namespace

Language::Language(QObject* parent) : QObject(parent) {}

Language::~Language() = default;

void Language::set(LanguageId id) {
  auto translator = std::make_unique<QTranslator>();
  if (translator->load(QStringLiteral(":/i18n/madoguchi_%1.qm").arg(tag(id)))) {
    // The new texts come before the old ones go, so that no widget ever asks in between.
    QCoreApplication::installTranslator(translator.get());
    m_translator = std::move(translator);
  }
  m_current = id;
  emit changed();
}

QString Language::tag(LanguageId id) {
  for (const Row& row : kLanguages) {
    if (row.id == id) {
      return row.tag;
    }
  }
  return {};
}

bool Language::fromTag(const QString& tag, LanguageId& id) {
  for (const Row& row : kLanguages) {
    if (tag == row.tag) {
      id = row.id;
      return true;
    }
  }
  return false;
}

LanguageId Language::initial(const QString& option, const QString& saved, const QLocale& system) {
  LanguageId id = LanguageId::english;
  if (fromTag(option, id) || fromTag(saved, id)) {
    return id;
  }
  return system.language() == QLocale::Japanese ? LanguageId::japanese : LanguageId::english;
}

}  // namespace madoguchi::app
