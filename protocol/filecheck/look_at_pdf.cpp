#include "protocol/filecheck/look_at_pdf.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

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
  return pdf.getWarnings().empty() ? PdfVerdict::good : PdfVerdict::damaged;
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
