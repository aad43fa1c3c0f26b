#include "app/core/password_link.h"

#include <QUrl>
#include <algorithm>
#include <string_view>

#include "app/core/server_origin.h"
#include "protocol/ascii.h"
#include "protocol/handover.h"

namespace madoguchi::app {
namespace {

/// Base64url of 32 bytes (backend/core/token.h).
constexpr qsizetype kTokenLength = 43;

QString scheme() {
  return QLatin1String(protocol::kOpenPasswordInClient.data(),
                       static_cast<qsizetype>(protocol::kOpenPasswordInClient.size()));
}

std::optional<std::string> tokenIn(QStringView text) {
  const std::string token = text.toString().toStdString();
  const bool isOne =
      text.size() == kTokenLength && std::ranges::all_of(token, protocol::isBase64Url);
  return isOne ? std::optional(token) : std::nullopt;
}

}  // namespace

std::optional<std::string> handedOverToken(const QString& address) {
  return address.startsWith(scheme()) ? tokenIn(QStringView(address).mid(scheme().size()))
                                      : std::nullopt;
}

std::optional<std::string> passwordLinkToken(const QString& text, const QString& origin) {
  QString link = text.trimmed();
  // As mail programs put them between brackets.
  if (link.startsWith(u'<') && link.endsWith(u'>')) {
    link = link.mid(1, link.size() - 2);
  }
  if (auto token = tokenIn(link)) {
    return token;
  }
  if (auto token = handedOverToken(link)) {
    return token;
  }
  const QUrl url(link, QUrl::StrictMode);
  const QString path = url.path();
  const QString start = QStringLiteral("/password/");
  const QString where =
      serverOrigin(url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
                       .toString(QUrl::FullyEncoded));
  if (where.isEmpty() || where != origin || !path.startsWith(start)) {
    return std::nullopt;
  }
  return tokenIn(QStringView(path).mid(start.size()));
}

}  // namespace madoguchi::app
