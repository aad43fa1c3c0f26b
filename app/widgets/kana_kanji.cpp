#include "app/widgets/kana_kanji.h"

#include <anthy/anthy.h>

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QLibrary>
#include <algorithm>
#include <utility>

namespace madoguchi::app {

namespace {

/// What is used of Anthy. Once in a process: it has one state for all.
struct Anthy {
  decltype(&anthy_init) init = nullptr;
  decltype(&anthy_conf_override) configure = nullptr;
  decltype(&anthy_set_personality) setPersonality = nullptr;
  decltype(&anthy_create_context) create = nullptr;
  decltype(&anthy_release_context) release = nullptr;
  decltype(&anthy_context_set_encoding) setEncoding = nullptr;
  decltype(&anthy_set_reconversion_mode) setReconversion = nullptr;
  decltype(&anthy_set_string) setReading = nullptr;
  decltype(&anthy_resize_segment) resizeSegment = nullptr;
  decltype(&anthy_get_stat) ask = nullptr;
  decltype(&anthy_get_segment_stat) askOfSegment = nullptr;
  decltype(&anthy_get_segment) candidate = nullptr;
  bool isReady = false;
};

template <typename Function>
bool find(QLibrary& library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(library.resolve(name));
  return function != nullptr;
}

bool findAll(QLibrary& library, Anthy& anthy) {
  return find(library, "anthy_init", anthy.init) &&
         find(library, "anthy_conf_override", anthy.configure) &&
         find(library, "anthy_set_personality", anthy.setPersonality) &&
         find(library, "anthy_create_context", anthy.create) &&
         find(library, "anthy_release_context", anthy.release) &&
         find(library, "anthy_context_set_encoding", anthy.setEncoding) &&
         find(library, "anthy_set_reconversion_mode", anthy.setReconversion) &&
         find(library, "anthy_set_string", anthy.setReading) &&
         find(library, "anthy_resize_segment", anthy.resizeSegment) &&
         find(library, "anthy_get_stat", anthy.ask) &&
         find(library, "anthy_get_segment_stat", anthy.askOfSegment) &&
         find(library, "anthy_get_segment", anthy.candidate);
}

Anthy loadAnthy() {
  constexpr int kInterface = 1;  // libanthy.so.1
  QLibrary library(QStringLiteral("anthy"), kInterface);
  Anthy anthy;
  if (!findAll(library, anthy)) return anthy;
  // It asks the list of users for a home and would make a folder there, whatever HOME says. There
  // is no folder in a program, so that there is nothing to make, read or write.
  anthy.configure("HOME", QFile::encodeName(QCoreApplication::applicationFilePath()).constData());
  anthy.isReady = anthy.init() == 0 && anthy.setPersonality("") == 0;
  return anthy;
}

const Anthy& anthyOfProcess() {
  static const Anthy anthy = loadAnthy();
  return anthy;
}

constexpr int kMostOfEach = 40;
/// More than a sentence: Anthy takes the longer the more there is. What follows waits until the
/// first words are chosen.
constexpr int kMostKana = 60;
/// A writing of more has no place on a button.
constexpr int kMostKanaAtOnce = 20;

}  // namespace

class KanaKanji::Conversion {
 public:
  explicit Conversion(const Anthy& anthy) : m_anthy(anthy), m_context(anthy.create()) {
    m_anthy.setEncoding(m_context, ANTHY_UTF8_ENCODING);
    m_anthy.setReconversion(m_context, ANTHY_RECONVERT_DISABLE);
  }
  ~Conversion() { m_anthy.release(m_context); }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  bool read(const QString& reading) {
    return m_anthy.setReading(m_context, reading.toUtf8().constData()) == 0;
  }
  /// Makes the first word as long as there are words for it, up to so many kana.
  void widenFirst(int kana) { m_anthy.resizeSegment(m_context, 0, kana - of(0).seg_len); }
  [[nodiscard]] int segments() const {
    anthy_conv_stat all{};
    return m_anthy.ask(m_context, &all) == 0 ? all.nr_segment : 0;
  }
  [[nodiscard]] anthy_segment_stat of(int segment) const {
    anthy_segment_stat one{};
    if (m_anthy.askOfSegment(m_context, segment, &one) != 0) return {};
    return one;
  }
  [[nodiscard]] QString candidate(int segment, int which) const {
    const int length = m_anthy.candidate(m_context, segment, which, nullptr, 0);
    if (length <= 0) return {};
    QByteArray bytes(length + 1, '\0');
    m_anthy.candidate(m_context, segment, which, bytes.data(), static_cast<int>(bytes.size()));
    return QString::fromUtf8(bytes.constData());
  }

 private:
  const Anthy& m_anthy;
  anthy_context_t m_context;
};

namespace {

/// Writings in the order in which they come, none twice.
class Writings {
 public:
  explicit Writings(QString reading) : m_reading(std::move(reading)) {}
  void add(const QString& text, int kana) {
    if (text.isEmpty() || text == m_reading.left(kana)) return;
    const bool isThere = std::any_of(m_all.begin(), m_all.end(), [&](const Writing& one) {
      return one.kana == kana && one.text == text;
    });
    if (!isThere) m_all.push_back({text, kana});
  }
  /// Without all of it in katakana, which comes last.
  template <typename Conversion>
  void addFirst(const Conversion& conversion) {
    const anthy_segment_stat first = conversion.of(0);
    const QString katakana = inKatakana(m_reading);
    for (int which = 0; which < std::min(first.nr_candidate, kMostOfEach); ++which) {
      const QString text = conversion.candidate(0, which);
      if (text != katakana) add(text, first.seg_len);
    }
  }
  std::vector<Writing> take() { return std::move(m_all); }

 private:
  QString m_reading;
  std::vector<Writing> m_all;
};

}  // namespace

KanaKanji::KanaKanji(std::unique_ptr<Conversion> conversion)
    : m_conversion(std::move(conversion)) {}
KanaKanji::~KanaKanji() = default;

std::unique_ptr<KanaKanji> KanaKanji::load() {
  const Anthy& anthy = anthyOfProcess();
  if (!anthy.isReady) return nullptr;
  return std::unique_ptr<KanaKanji>(new KanaKanji(std::make_unique<Conversion>(anthy)));
}

std::vector<Writing> KanaKanji::writings(const QString& reading) const {
  const QString read = reading.left(kMostKana);
  if (read.isEmpty() || !m_conversion->read(read)) return {};
  const auto kana = static_cast<int>(read.size());
  Writings found(read);
  if (kana <= kMostKanaAtOnce) {
    QString whole;
    for (int segment = 0; segment < m_conversion->segments(); ++segment)
      whole += m_conversion->candidate(segment, 0);
    found.add(whole, kana);
  }
  Writings first(read);
  first.addFirst(*m_conversion);
  m_conversion->widenFirst(kana);
  found.addFirst(*m_conversion);
  for (const Writing& one : first.take()) found.add(one.text, one.kana);
  if (kana <= kMostKanaAtOnce) found.add(inKatakana(read), kana);
  return found.take();
}

QString inKatakana(const QString& text) {
  constexpr char16_t kFirst = u'ぁ';
  constexpr char16_t kLast = u'ゖ';
  constexpr int kToKatakana = u'ァ' - kFirst;
  QString written = text;
  for (QChar& one : written)
    if (one >= kFirst && one <= kLast)
      one = QChar(static_cast<char16_t>(one.unicode() + kToKatakana));
  return written;
}

}  // namespace madoguchi::app
