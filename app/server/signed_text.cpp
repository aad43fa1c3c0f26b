#include "app/server/signed_text.h"

#include <QByteArray>
#include <QCryptographicHash>

#include "protocol/base64.h"

namespace madoguchi::app {

std::span<const std::uint8_t> bytesOf(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string digestOf(std::string_view text) {
  const QByteArray digest = QCryptographicHash::hash(
      QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), QCryptographicHash::Sha256);
  return protocol::base64url(bytesOf(digest.toStdString()));
}

}  // namespace madoguchi::app
