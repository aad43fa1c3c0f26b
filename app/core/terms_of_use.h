#pragma once

#include <QString>
#include <string>

#include "protocol/terms_version.h"

// The terms of use are files, so that an operator can put their own in place of the sample: one for
// each language, terms.<tag>.txt in UTF-8, the version in its first line and the text below it.

namespace madoguchi::app {

struct TermsOfUse {
  QString version;
  QString text;  ///< markup; paragraphs are apart by empty lines
};

/// The sample that is part of the program.
inline constexpr auto kSampleTerms = ":/terms";

/// The terms to which people agree here, and whether the one who is here now has opened them.
struct AgreedTerms {
  QString folder = kSampleTerms;
  std::string version{protocol::kTermsVersion};
  bool opened = false;
};

/// `language` is a tag of Language. Empty where the file cannot be read.
TermsOfUse readTerms(const QString& folder, const QString& language);
/// What keeps a folder from being used, in words for its operator; empty where nothing does. All
/// languages must be there and of one version, since people agree to that version; the backend has
/// to accept it (its option --terms-version).
QString termsFault(const QString& folder);

}  // namespace madoguchi::app
