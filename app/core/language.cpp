#include "app/core/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>
#include <algorithm>

#include "protocol/languages.h"

namespace madoguchi::app {
namespace {

constexpr auto kForEverybodyElse = "en";

/// Of file and print dialogs (Debian: qt6-translations-l10n). Null where there are none: Qt itself
/// speaks English.
std::unique_ptr<QTranslator> textsOfQt(const QString& tag) {
  const protocol::Language* language = protocol::findLanguage(tag.toStdString());
  auto texts = std::make_unique<QTranslator>();
  if (language == nullptr ||
      !texts->load(QLocale(QString::fromStdString(language->bcp47)), QStringLiteral("qtbase"),
                   QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    return nullptr;
  QCoreApplication::installTranslator(texts.get());
  return texts;
}

}  // namespace

Language::Language(QObject* parent) : QObject(parent), m_current(tags().first()) {}

Language::~Language() = default;

void Language::set(const QString& tag) {
  m_ofQt = textsOfQt(tag);
  auto translator = std::make_unique<QTranslator>();
  if (translator->load(QStringLiteral(":/i18n/madoguchi_%1.qm").arg(tag))) {
    // The new texts come before the old ones go, so that no widget ever asks in between.
    QCoreApplication::installTranslator(translator.get());
    m_translator = std::move(translator);
  }
  m_current = tag;
  emit changed();
}

QStringList Language::tags() {
  QStringList tags;
  for (const protocol::Language& language : protocol::languages()) {
    tags << QString::fromStdString(language.tag);
  }
  return tags;
}

QString Language::initial(const QString& option, const QString& saved, const QLocale& system) {
  for (const QString& wanted : {option, saved}) {
    if (protocol::findLanguage(wanted.toStdString()) != nullptr) {
      return wanted;
    }
  }
  const auto spoken = std::ranges::find(
      protocol::languages(), system.language(), [](const protocol::Language& language) {
        return QLocale(QString::fromStdString(language.bcp47)).language();
      });
  return spoken != protocol::languages().end() ? QString::fromStdString(spoken->tag)
                                               : QString::fromLatin1(kForEverybodyElse);
}

}  // namespace madoguchi::app
