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

const QString& startOfPath() {
  static const QString kStart = QStringLiteral("/password/");
  return kStart;
}

std::optional<std::string> tokenOfAddress(const QString& link, const QString& origin) {
  const QUrl url(link, QUrl::StrictMode);
  const QString path = url.path();
  const QString where =
      serverOrigin(url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
                       .toString(QUrl::FullyEncoded));
  if (where.isEmpty() || where != origin || !path.startsWith(startOfPath())) {
    return std::nullopt;
  }
  return tokenIn(QStringView(path).mid(startOfPath().size()));
}

/// Of the link that stands within another address, in which mail services wrap those of mails (Safe
/// Links, URL Defense), or within a sentence. The token is shown to our own service alone.
std::optional<std::string> tokenWithin(const QString& text, const QString& origin) {
  const QString whole = QUrl::fromPercentEncoding(text.toUtf8());
  const QString start = origin + startOfPath();
  const qsizetype at = whole.indexOf(start, 0, Qt::CaseInsensitive);
  if (at < 0) {
    return std::nullopt;
  }
  const qsizetype end = at + start.size() + kTokenLength;
  const QChar next = end < whole.size() ? whole.at(end) : QChar(u' ');
  // "__;" follows in URL Defense.
  const bool isWhole = !next.isLetterOrNumber() && next != u'-' && next != u'/';
  return isWhole ? tokenIn(QStringView(whole).mid(at + start.size(), kTokenLength)) : std::nullopt;
}

/// `link` has nothing before and behind it but what encloses it.
std::optional<std::string> tokenOf(QString link, const QString& origin) {
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
  if (auto token = tokenOfAddress(link, origin)) {
    return token;
  }
  return tokenWithin(link, origin);
}

}  // namespace

std::optional<std::string> handedOverToken(const QString& address) {
  return address.startsWith(scheme()) ? tokenIn(QStringView(address).mid(scheme().size()))
                                      : std::nullopt;
}

std::optional<std::string> passwordLinkToken(const QString& text, const QString& origin) {
  if (auto token = tokenOf(text.trimmed(), origin)) {
    return token;
  }
  // Mails break lines where they are long.
  QString joined = text;
  joined.removeIf([](QChar character) { return character.isSpace(); });
  return tokenOf(joined, origin);
}

}  // namespace madoguchi::app
