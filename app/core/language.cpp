#include "app/core/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>
#include <utility>

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

class TextsForSystem : public QTranslator {
 public:
  explicit TextsForSystem(const QString& system) : m_ending('.' + system.toUtf8()) {}

  [[nodiscard]] QString translate(const char* context, const char* id, const char* disambiguation,
                                  int count) const override {
    const QByteArray own = id + m_ending;
    const QString text = QTranslator::translate(context, own.constData(), disambiguation, count);
    return text.isEmpty() ? QTranslator::translate(context, id, disambiguation, count) : text;
  }

 private:
  QByteArray m_ending;
};

}  // namespace

Language::Language(QStringList offered, QObject* parent, QString system)
    : QObject(parent),
      m_offered(std::move(offered)),
      m_system(std::move(system)),
      m_current(m_offered.first()) {}

Language::~Language() = default;

void Language::set(const QString& tag) {
  if (!m_offered.contains(tag)) return;
  m_ofQt = textsOfQt(tag);
  auto translator = std::make_unique<TextsForSystem>(m_system);
  if (translator->load(QStringLiteral(":/i18n/madoguchi_%1.qm").arg(tag))) {
    // The new texts come before the old ones go, so that no widget ever asks in between.
    QCoreApplication::installTranslator(translator.get());
    m_translator = std::move(translator);
  }
  m_current = tag;
  emit changed();
}

QString Language::textIn(const QString& tag, const char* id) {
  QTranslator texts;
  if (!texts.load(QStringLiteral(":/i18n/madoguchi_%1.qm").arg(tag))) return {};
  return texts.translate(nullptr, id);
}

QStringList Language::tags() {
  QStringList tags;
  for (const protocol::Language& language : protocol::languages()) {
    tags << QString::fromStdString(language.tag);
  }
  return tags;
}

QString Language::initial(const QString& option, const QString& saved,
                          const QStringList& system) const {
  const auto isOffered = [this](const QString& tag) { return m_offered.contains(tag); };
  QStringList wishes = {option, saved};
  for (const QString& spoken : system) {
    for (const protocol::Language& language : protocol::languages()) {
      if (QLocale(QString::fromStdString(language.bcp47)).language() == QLocale(spoken).language())
        wishes << QString::fromStdString(language.tag);
    }
  }
  wishes << QLatin1String(kForEverybodyElse) << m_offered.first();
  return *std::ranges::find_if(wishes, isOffered);
}

}  // namespace madoguchi::app
