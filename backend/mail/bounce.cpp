#include "backend/mail/bounce.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "backend/core/encoding.h"
#include "backend/core/mail_address.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kIdLength = 32;
constexpr std::string_view kDigits = "0123456789abcdef";
constexpr std::string_view kSpace = " \t";

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

/// The next line, without its end; takes it from the text.
std::string_view takeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

/// Fields by their names in lower case, folded lines put together, of a name the first one.
using Fields = std::map<std::string, std::string, std::less<>>;

/// Up to the next empty line, which is taken as well.
Fields takeFields(std::string_view& text) {
  Fields fields;
  auto last = fields.end();
  while (!text.empty()) {
    const std::string_view line = takeLine(text);
    if (line.empty()) {
      break;
    }
    if (kSpace.find(line.front()) != std::string_view::npos) {
      if (last != fields.end()) {
        last->second.append(" ").append(trimmed(line));
      }
      continue;
    }
    const std::size_t colon = line.find(':');
    last = colon == std::string_view::npos ? fields.end()
                                           : fields
                                                 .emplace(lowerCase(trimmed(line.substr(0, colon))),
                                                          trimmed(line.substr(colon + 1)))
                                                 .first;
  }
  return fields;
}

std::string_view textOf(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view() : found->second;
}

bool isType(const Fields& head, std::string_view type) {
  const std::string value = lowerCase(textOf(head, "content-type"));
  return value.starts_with(type) &&
         (value.size() == type.size() || value[type.size()] == ';' || value[type.size()] == ' ');
}

/// Empty where the message has none.
std::string boundaryOf(const Fields& head) {
  constexpr std::string_view kName = "boundary=";
  const std::string_view value = textOf(head, "content-type");
  const std::size_t at = lowerCase(value).find(kName);
  if (at == std::string::npos) {
    return {};
  }
  std::string_view rest = value.substr(at + kName.size());
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    return std::string(rest.substr(0, rest.find('"')));
  }
  return std::string(rest.substr(0, rest.find_first_of("; \t")));
}

/// The text from the line behind the next boundary up to the one after it; takes both but for the
/// second boundary.
std::optional<std::string_view> takePart(std::string_view& text, const std::string& boundary) {
  const std::string mark = "--" + boundary;
  while (!text.empty() && !takeLine(text).starts_with(mark)) {
  }
  if (text.empty()) {
    return std::nullopt;
  }
  const std::string_view begin = text;
  std::string_view rest = text;
  while (!rest.empty()) {
    text = rest;
    if (takeLine(rest).starts_with(mark)) {
      return begin.substr(0, begin.size() - text.size());
    }
  }
  text = {};
  return begin;
}

/// 5.SUBJECT.DETAIL, each of at most three digits (RFC 3463 section 2); or 4.…, as mail servers say
/// of what they have given up after days.
bool isStatusOfFailure(std::string_view status) {
  constexpr std::size_t kLongest = 9;
  return status.size() <= kLongest && (status.starts_with("5.") || status.starts_with("4.")) &&
         std::ranges::count(status, '.') == 2 && !status.ends_with('.') &&
         status.find_first_not_of(".0123456789") == std::string_view::npos;
}

}  // namespace

std::string returnPath(std::string_view mailbox, std::string_view mailId) {
  const std::size_t at = mailbox.find('@');
  if (at + 1 + mailId.size() > kLongestLocalPart) {
    return std::string(mailbox);
  }
  std::string path(mailbox.substr(0, at));
  return path.append("+").append(mailId).append(mailbox.substr(at));
}

std::optional<std::string> mailOfReturnPath(std::string_view address) {
  const std::string_view local = address.substr(0, address.find('@'));
  const std::size_t plus = local.rfind('+');
  if (plus == std::string_view::npos) {
    return std::nullopt;
  }
  std::string id = lowerCase(local.substr(plus + 1));
  if (id.size() != kIdLength || id.find_first_not_of(kDigits) != std::string::npos) {
    return std::nullopt;
  }
  return id;
}

std::optional<std::string> finalFailure(std::string_view message) {
  const Fields head = takeFields(message);
  const std::string boundary = boundaryOf(head);
  if (!isType(head, "multipart/report") || boundary.empty()) {
    return std::nullopt;
  }
  while (auto part = takePart(message, boundary)) {
    const Fields partHead = takeFields(*part);
    if (!isType(partHead, "message/delivery-status") &&
        !isType(partHead, "message/global-delivery-status")) {  // RFC 6533
      continue;
    }
    // One group of fields about the message, then one about each recipient: here there is one.
    while (!part->empty()) {
      const Fields group = takeFields(*part);
      // "5.1.1 (bad mailbox)": comments may stand behind it.
      const std::string_view status = textOf(group, "status");
      const std::string_view code = status.substr(0, status.find_first_of(" \t("));
      if (lowerCase(textOf(group, "action")).starts_with("failed") && isStatusOfFailure(code)) {
        return std::string(code);
      }
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::string recipientDigest(std::string_view mailId, std::string_view recipient) {
  return sha256Hex(std::string(mailId).append(" ").append(recipient));
}

BounceNote noteBounce(Transaction& transaction, const std::string& mailId,
                      const std::string& status) {
  const std::string failure = "came back: " + status;
  soci::session& sql = transaction.session();
  std::string state;
  sql << "SELECT state FROM outbox WHERE id = :id", soci::into(state), soci::use(mailId);
  if (state == "waiting") {
    return BounceNote::tooSoon;
  }
  if (state != "sent") {
    return BounceNote::unknown;
  }
  sql << "UPDATE outbox SET failure = :failure WHERE id = :id AND state = 'sent'",
      soci::use(failure), soci::use(mailId);
  return BounceNote::noted;
}

bool comesBack(Transaction& transaction, const std::string& address) {
  // More mails for other spellings of the mailbox than that will not have left since.
  const std::string mailbox = mailboxKey(address);
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare
           << "SELECT id, recipient_digest, failure FROM outbox WHERE mailbox = :mailbox"
              " AND state = 'sent' ORDER BY planned_at DESC LIMIT 20",
       soci::use(mailbox));
  for (const soci::row& row : rows) {
    if (row.get<std::string>(1, "") == recipientDigest(row.get<std::string>(0), address)) {
      return row.get_indicator(2) == soci::i_ok;
    }
  }
  return false;
}

}  // namespace madoguchi::backend
