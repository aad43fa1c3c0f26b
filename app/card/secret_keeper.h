#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>

#include "cardreader/jpki_card.h"
#include "cardreader/secret_buffer.h"

namespace madoguchi::app {

/// Password and PIN between the page that asks for them and the submission, and no longer than
/// `lifetime` without a sign of life. No timer runs while nothing is kept.
class SecretKeeper : public QObject {
  Q_OBJECT
 public:
  explicit SecretKeeper(std::chrono::milliseconds lifetime, QObject* parent = nullptr);

  /// Not known to be right yet; replaces what was offered before.
  void offer(card::Secret which, card::SecretBuffer secret);
  /// The PIN is to be typed at the reader, each time that it is needed; nothing of it is here.
  void offerPinAtReader() { m_offered.pinAtReader = true; }
  [[nodiscard]] bool isPinAtReaderOffered() const { return m_offered.pinAtReader; }
  /// Null where there is none.
  [[nodiscard]] const card::SecretBuffer* offered(card::Secret which) const;
  /// What was offered was right: keeps it.
  void accept();
  void dropOffered();

  [[nodiscard]] const card::SecretBuffer* kept(card::Secret which) const;
  [[nodiscard]] bool isPinAtReader() const { return m_kept.pinAtReader; }
  [[nodiscard]] bool any() const {
    return m_kept.password || m_kept.pin || m_offered.password || m_offered.pin;
  }
  [[nodiscard]] bool complete() const {
    return m_kept.password && (m_kept.pin || m_kept.pinAtReader);
  }
  void wipe(card::Secret which);
  void wipe();
  void noteActivity();

 signals:
  /// The lifetime ended; everything is wiped.
  void expired();

 private:
  struct Pair {
    std::optional<card::SecretBuffer> password;
    std::optional<card::SecretBuffer> pin;
    bool pinAtReader = false;
    std::optional<card::SecretBuffer>& of(card::Secret which) {
      return which == card::Secret::signaturePassword ? password : pin;
    }
    [[nodiscard]] const std::optional<card::SecretBuffer>& of(card::Secret which) const {
      return which == card::Secret::signaturePassword ? password : pin;
    }
  };
  void watchTime();

  Pair m_offered;
  Pair m_kept;
  QTimer m_timer;
};

}  // namespace madoguchi::app
