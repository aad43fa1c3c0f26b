#include "protocol/filecheck/look_at_pdf.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::filecheck {
namespace {

// Of arrays and dictionaries in each other; people's files have a handful.
constexpr int kDeepest = 100;

bool hasName(QPDFObjectHandle& dictionary, const char* key, const char* name) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isName() && value.getName() == name;
}

PdfVerdict verdictOn(QPDFObjectHandle object, int depth);

PdfVerdict verdictOnDictionary(QPDFObjectHandle dictionary, int depth) {
  if (dictionary.hasKey("/JS") || hasName(dictionary, "/S", "/JavaScript") ||
      hasName(dictionary, "/S", "/Launch")) {
    return PdfVerdict::withScript;
  }
  if (dictionary.hasKey("/EF") || dictionary.hasKey("/EmbeddedFiles")) {
    return PdfVerdict::withFiles;
  }
  for (const std::string& key : dictionary.getKeys()) {
    const PdfVerdict verdict = verdictOn(dictionary.getKey(key), depth + 1);
    if (verdict != PdfVerdict::good) {
      return verdict;
    }
  }
  return PdfVerdict::good;
}

/// Of what stands in it; what it refers to is an object of its own.
PdfVerdict verdictOn(QPDFObjectHandle object, int depth) {
  if (depth > kDeepest) {
    return PdfVerdict::damaged;
  }
  if (depth > 0 && object.isIndirect()) {
    return PdfVerdict::good;
  }
  if (object.isStream()) {
    return verdictOnDictionary(object.getDict(), depth);
  }
  if (object.isDictionary()) {
    return verdictOnDictionary(object, depth);
  }
  PdfVerdict verdict = PdfVerdict::good;
  for (int i = 0; object.isArray() && verdict == PdfVerdict::good && i < object.getArrayNItems();
       ++i) {
    verdict = verdictOn(object.getArrayItem(i), depth + 1);
  }
  return verdict;
}

/// The number in the first brackets from there on; -1 where there is none.
long long numberBehind(const std::string& words, std::size_t from) {
  const std::size_t bracket = words.find('(', from);
  long long number = -1;
  if (bracket != std::string::npos) {
    std::from_chars(words.data() + bracket + 1, words.data() + words.size(), number);
  }
  return number;
}

/// What common programs get wrong and every reader reads alike: a list of objects that is said to
/// be longer than it is, and objects whose place is said to be nowhere, of Word and "Microsoft
/// Print to PDF" (qpdf#1292, qpdf#1594); signs and blanks that mean nothing. A list said to be
/// shorter than it is would hide objects from who believes it.
bool isHarmless(const QPDFExc& warning) {
  constexpr std::string_view kCount = "reported number of objects";
  constexpr std::array<std::string_view, 4> kOthers = {"object has offset 0", "name with stray #",
                                                       "stream keyword followed by",
                                                       "extraneous whitespace seen before xref"};
  const std::string& words = warning.getMessageDetail();
  const auto beginsWith = [&words](std::string_view begin) { return words.rfind(begin, 0) == 0; };
  return (beginsWith(kCount) &&
          numberBehind(words, 0) > numberBehind(words, words.find(')')) + 1) ||
         std::any_of(kOthers.begin(), kOthers.end(), beginsWith);
}

PdfVerdict look(const char* bytes, std::size_t size) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.setAttemptRecovery(false);  // what has to be guessed at is read otherwise by the next program
  pdf.processMemoryFile("file", bytes, size);
  if (pdf.isEncrypted() && !(pdf.allowPrintHighRes() && pdf.allowExtractAll())) {
    return PdfVerdict::locked;
  }
  if (pdf.getAllPages().empty()) {
    return PdfVerdict::empty;
  }
  for (const QPDFObjectHandle& object : pdf.getAllObjects()) {
    const PdfVerdict verdict = verdictOn(object, 0);
    if (verdict != PdfVerdict::good) {
      return verdict;
    }
  }
  const std::vector<QPDFExc> warnings = pdf.getWarnings();
  return std::all_of(warnings.begin(), warnings.end(), &isHarmless) ? PdfVerdict::good
                                                                    : PdfVerdict::damaged;
}

}  // namespace

PdfVerdict lookAtPdf(const char* bytes, std::size_t size) {
  try {
    return look(bytes, size);
  } catch (const QPDFExc& fault) {
    return fault.getErrorCode() == qpdf_e_password ? PdfVerdict::encrypted : PdfVerdict::damaged;
  } catch (const std::exception&) {
    return PdfVerdict::damaged;
  }
}

}  // namespace madoguchi::filecheck
