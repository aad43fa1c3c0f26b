#include "backend/http/exchange.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "backend/http/target.h"

namespace madoguchi::backend {
namespace {

namespace asio = boost::asio;
using protocol::Reason;
using State = RequestReader::State;

constexpr std::chrono::seconds kWhenBusy{2};  ///< the queue of the workers is shorter than this

int tokens(Cost cost) {
  switch (cost) {
    case Cost::free:
      return 0;
    case Cost::usual:
      return 1;
    case Cost::secret:
      return 10;
  }
  throw std::logic_error("unknown cost");
}

/// The last entry of X-Forwarded-For: the address that the proxy saw. What stands before is the
/// client's own claim. Some proxies name the port, too.
std::optional<IpAddress> forwardedAddress(std::string_view chain) {
  constexpr std::string_view kBlanks = " \t";
  std::string_view last = chain.substr(chain.rfind(',') + 1);
  last.remove_prefix(std::min(last.find_first_not_of(kBlanks), last.size()));
  last = last.substr(0, last.find_last_not_of(kBlanks) + 1);
  if (last.starts_with('[')) {
    return parseIpAddress(last.substr(1, last.find(']') - 1));
  }
  const bool hasPort = std::count(last.begin(), last.end(), ':') == 1;
  return parseIpAddress(hasPort ? last.substr(0, last.find(':')) : last);
}

IpAddress subscriberOfRequest(const Connection& connection, const RequestHead& head) {
  const auto named = connection.isShared ? forwardedAddress(valueOf(head.fields, "x-forwarded-for"))
                                         : std::nullopt;
  return subscriberOf(named.value_or(connection.peer));
}

std::string lowerCase(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// The type without its parameters, in lower case.
std::string mediaType(std::string text) {
  text.resize(std::min(text.find(';'), text.size()));
  text.resize(text.find_last_not_of(" \t") + 1);
  return lowerCase(std::move(text));
}

/// 8-4-4-4-12 hexadecimal digits (RFC 9562).
bool isUuid(std::string_view text) {
  constexpr std::string_view kShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  return std::equal(text.begin(), text.end(), kShape.begin(), kShape.end(), [](char c, char shape) {
    return shape == 'x' ? std::isxdigit(static_cast<unsigned char>(c)) != 0 : c == shape;
  });
}

/// What can be said of a request before its body comes.
std::optional<Reason> judgeHead(const Endpoint& endpoint, const RequestHead& head) {
  if (!valueOf(head.fields, "content-encoding").empty()) {
    return Reason::unsupportedMediaType;  // what is small packed may be large
  }
  if (endpoint.takes.empty()) {
    if (head.length.value_or(0) > 0) {
      return Reason::malformed;
    }
  } else if (mediaType(valueOf(head.fields, "content-type")) != endpoint.takes) {
    return Reason::unsupportedMediaType;
  } else if (head.length.value_or(0) > endpoint.maxBody) {
    return Reason::bodyTooLarge;
  }
  if (endpoint.needsIdempotencyKey && !isUuid(valueOf(head.fields, "idempotency-key"))) {
    return Reason::idempotencyKeyMissing;
  }
  return std::nullopt;
}

/// Reads the body into the file, or into the request where there is none.
asio::awaitable<std::optional<Reason>> readBody(const Endpoint& endpoint, Connection& connection,
                                                RequestReader& reader, Request& request,
                                                Spool::File* file) {
  reader.limitBody(endpoint.maxBody);
  if (reader.head().expectsContinue && connection.input.empty() && reader.state() == State::body) {
    co_await connection.channel.write("HTTP/1.1 100 Continue\r\n\r\n");
  }
  while (reader.state() == State::body) {
    if (connection.input.empty() || reader.take(connection.input) == State::body) {
      co_await connection.channel.read(connection.input);
    }
    const std::string bytes = reader.takeBody();
    if (file != nullptr) {
      file->write(bytes);
    } else {
      request.body += bytes;
    }
  }
  if (reader.state() == State::complete) {
    co_return std::nullopt;
  }
  const bool tooLarge = reader.state() == State::bodyTooLarge && !endpoint.takes.empty();
  co_return tooLarge ? Reason::bodyTooLarge : Reason::malformed;
}

Answer busy(RequestRecord& record) {
  return refusal({.reason = Reason::unavailable, .retryAfter = kWhenBusy}, record);
}

/// Runs `work` in a worker thread, unless nobody waits for it any longer when its turn comes.
template <typename Work>
asio::awaitable<bool> inWorker(Engine& engine, const Request& request, Work work) {
  bool tooLate = false;
  const bool ran = co_await engine.workers.run([&] {
    tooLate = Connection::Clock::now() > request.deadline;
    if (!tooLate) {
      work();
    }
  });
  if (tooLate) {
    throw ConnectionEnded();
  }
  co_return ran;
}

asio::awaitable<Answer> askEndpoint(Engine& engine, Connection& connection, RequestReader& reader,
                                    RequestRecord& record, const Endpoint& endpoint,
                                    Request request) {
  std::optional<Principal> who;
  if (endpoint.needsSession) {
    const bool ran = co_await inWorker(engine, request, [&] {
      who = engine.findPrincipal ? engine.findPrincipal(request) : std::nullopt;
    });
    if (!ran) {
      co_return busy(record);
    }
    if (!who) {
      Answer answer = refusal({Reason::sessionMissing}, record);
      answer.headers.emplace_back("WWW-Authenticate", "Bearer");
      co_return answer;
    }
    request.who = &*who;
  }
  std::unique_ptr<Spool::File> file;
  if (endpoint.streams) {
    file = engine.spool.open();
    if (!file) {
      co_return busy(record);
    }
    request.stream = file.get();
    request.deadline +=
        engine.options.patience.timeFor(reader.head().length.value_or(endpoint.maxBody));
    connection.endAt(request.deadline);
  }
  const auto fault = co_await readBody(endpoint, connection, reader, request, file.get());
  if (fault) {
    co_return refusal({*fault}, record);
  }
  std::optional<Outcome> outcome;
  const bool ran = co_await inWorker(engine, request, [&] { outcome = endpoint.answer(request); });
  if (!ran) {
    co_return busy(record);
  }
  if (const auto* problem = std::get_if<protocol::Refusal>(&*outcome)) {
    co_return refusal(*problem, record);
  }
  Answer answer = std::get<Answer>(std::move(*outcome));
  if (answer.keep && !connection.isShared) {
    connection.kept = *answer.keep;
  }
  co_return answer;
}

asio::awaitable<Answer> route(Engine& engine, Connection& connection, RequestReader& reader,
                              RequestRecord& record, Deadline deadline) {
  if (reader.state() == State::headTooLarge) {
    co_return refusal({Reason::headTooLarge}, record);
  }
  auto target =
      reader.state() == State::malformed ? std::nullopt : readTarget(reader.head().target);
  if (!target) {
    co_return refusal({Reason::malformed}, record);
  }
  const RequestHead& head = reader.head();
  const Router::Match match = engine.router.find(head.method, target->path);
  const Endpoint* const endpoint = match.endpoint;
  if (!match.pattern.empty()) {
    record.route = (endpoint != nullptr ? endpoint->method : head.method) + ' ' + match.pattern;
  }
  const int price = tokens(endpoint != nullptr ? endpoint->cost : Cost::usual);
  const int wait = engine.limiter.secondsToWait(subscriberOfRequest(connection, head), price);
  if (wait > 0) {
    co_return refusal({.reason = Reason::rateLimited, .retryAfter = std::chrono::seconds(wait)},
                      record);
  }
  if (endpoint == nullptr) {
    Answer answer =
        refusal({match.pattern.empty() ? Reason::notFound : Reason::methodNotAllowed}, record);
    if (!match.allow.empty()) {
      answer.headers.emplace_back("Allow", match.allow);
    }
    co_return answer;
  }
  if (const auto reason = judgeHead(*endpoint, head)) {
    co_return refusal({*reason}, record);
  }
  Request request{.path = match.values,
                  .query = std::move(target->query),
                  .headers = head.fields,
                  .idempotencyKey = lowerCase(valueOf(head.fields, "idempotency-key")),
                  .kept = connection.kept,
                  .deadline = deadline};
  co_return co_await askEndpoint(engine, connection, reader, record, *endpoint, std::move(request));
}

Answer explain(Engine& engine, RequestRecord& record, const std::exception* fault) {
  if (fault != nullptr && engine.explain) {
    if (const auto problem = engine.explain(*fault)) {
      return refusal(*problem, record);
    }
  }
  engine.log.error(
      "requestFailed",
      {{"requestId", record.id},
       {"error", fault != nullptr ? describe(*fault) : "no exception of the standard library"}});
  return refusal({Reason::internal}, record);
}

}  // namespace

asio::awaitable<Answer> answerRequest(Engine& engine, Connection& connection, RequestReader& reader,
                                      RequestRecord& record, Deadline deadline) {
  try {
    co_return co_await route(engine, connection, reader, record, deadline);
  } catch (const ConnectionEnded&) {
    throw;
  } catch (const std::exception& fault) {
    co_return explain(engine, record, &fault);
  } catch (...) {
    co_return explain(engine, record, nullptr);
  }
}

}  // namespace madoguchi::backend
