#include "app/core/terms_of_use.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include "app/core/language.h"
#include "protocol/plain_text.h"

namespace madoguchi::app {
namespace {

// What signs and shows them has to hold them; no terms are as long.
constexpr qint64 kLargestFile = 1'000'000;

QString fileOf(const QString& folder, const QString& language) {
  return QDir(folder).filePath(QStringLiteral("terms.%1.txt").arg(language));
}

bool isTermsUtf8(const QString& path) {
  QFile file(path);
  QStringDecoder decoder(QStringDecoder::Utf8);
  [[maybe_unused]] const QString text =
      file.open(QIODevice::ReadOnly) ? decoder(file.read(kLargestFile)) : QString();
  return !decoder.hasError() && !text.contains(u'\0');
}

/// As the service takes it.
bool isTermsVersion(const QString& text) {
  constexpr qsizetype kLongest = 64;
  return text.toUtf8().size() <= kLongest && !text.contains(u' ') &&
         protocol::isPlainText(text.toStdString());
}

}  // namespace

TermsOfUse readTerms(const QString& folder, const QString& language) {
  QFile file(fileOf(folder, language));
  if (!file.open(QIODevice::ReadOnly)) {
    return {};
  }
  const QString all = QString::fromUtf8(file.read(kLargestFile));
  const qsizetype line = all.indexOf(u'\n');
  return {all.left(line).trimmed(), line < 0 ? QString() : all.mid(line + 1).trimmed()};
}

QString termsFault(const QString& folder) {
  QString version;
  for (const QString& language : Language::tags()) {
    const QString file = fileOf(folder, language);
    const TermsOfUse terms = readTerms(folder, language);
    if (terms.version.isEmpty() || terms.text.isEmpty()) {
      return file + QStringLiteral(" cannot be read, or lacks its version or its text");
    }
    if (!isTermsUtf8(file)) {
      return file + QStringLiteral(" is not in UTF-8");
    }
    if (!isTermsVersion(terms.version)) {
      return file + QStringLiteral(" has a version with blanks, or of more than 64 characters");
    }
    if (!version.isEmpty() && terms.version != version) {
      return file + QStringLiteral(" is of another version than the other languages");
    }
    version = terms.version;
  }
  return {};
}

}  // namespace madoguchi::app
