#include "backend/http/exchange.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "protocol/client_version.h"

namespace madoguchi::backend {
namespace {

namespace asio = boost::asio;
using protocol::Reason;
using State = RequestReader::State;

constexpr std::chrono::seconds kWhenBusy{2};  ///< the queue of the workers is shorter than this

/// An answer of this size is always given: what was asked for may have been done already.
constexpr std::size_t kSmallAnswer = 4096;

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

/// Whether the client is of a version that this endpoint answers to. Who hides theirs has not lost
/// their way: only the program's own old versions need to be told.
bool isAccepted(const Exchange& exchange, const Endpoint& endpoint) {
  const auto& least = exchange.engine.options.leastClient;
  if (!least || endpoint.forAnyClient) {
    return true;
  }
  const auto version =
      protocol::clientVersion(valueOf(exchange.reader.head().fields, "user-agent"));
  return !version || *version >= *least;
}

/// Reads the body into the file, or into the request where there is none.
asio::awaitable<std::optional<Reason>> readBody(Exchange& exchange, const Endpoint& endpoint,
                                                Request& request, Spool::File* file) {
  RequestReader& reader = exchange.reader;
  std::string& input = exchange.connection.input;
  reader.limitBody(endpoint.maxBody);
  if (reader.head().expectsContinue && input.empty() && reader.state() == State::body) {
    co_await exchange.connection.channel.write("HTTP/1.1 100 Continue\r\n\r\n");
  }
  for (;;) {
    const State state = reader.take(input);
    const std::string bytes = reader.takeBody();  // counted before the next ones are waited for
    if (file != nullptr) {
      file->write(bytes);
    } else if (exchange.memory.add(bytes.size())) {
      request.body += bytes;
    } else {
      co_return Reason::unavailable;
    }
    if (state != State::body) {
      break;
    }
    co_await exchange.connection.channel.read(input);
  }
  if (reader.state() == State::complete) {
    co_return std::nullopt;
  }
  const bool tooLarge = reader.state() == State::bodyTooLarge && !endpoint.takes.empty();
  co_return tooLarge ? Reason::bodyTooLarge : Reason::malformed;
}

Answer refuse(Exchange& exchange, const protocol::Refusal& refused) {
  Answer answer = refusal(refused, exchange.record);
  if (exchange.endpoint != nullptr && exchange.endpoint->explain) {
    Answer page = exchange.endpoint->explain(refused, {.target = exchange.target.sent,
                                                       .query = exchange.target.query,
                                                       .headers = exchange.reader.head().fields});
    answer.body = std::move(page.body);
    answer.contentType = std::move(page.contentType);
    std::ranges::move(page.headers, std::back_inserter(answer.headers));
  }
  return answer;
}

Answer refuse(Exchange& exchange, Reason reason) {
  return refuse(exchange, protocol::Refusal{.reason = reason});
}

Answer busy(Exchange& exchange) {
  return refuse(exchange, {.reason = Reason::unavailable, .retryAfter = kWhenBusy});
}

/// Runs `work` in a worker thread, unless nobody waits for it any longer when its turn comes. False
/// where it was not done: all are busy. That is answered even where nobody hears it, as the log and
/// the metrics do.
template <typename Work>
asio::awaitable<bool> inWorker(Engine& engine, Deadline deadline, Work work) {
  bool tooLate = false;
  const bool ran = co_await engine.workers.run([&] {
    tooLate = Connection::Clock::now() > deadline;
    if (!tooLate) {
      work();
    }
  });
  co_return ran && !tooLate;
}

asio::awaitable<Answer> askEndpoint(Exchange& exchange, const Endpoint& endpoint, Request request) {
  Engine& engine = exchange.engine;
  std::variant<Principal, Reason> who = Reason::sessionMissing;
  if (endpoint.needsSession) {
    const bool ran = co_await inWorker(engine, request.deadline, [&] {
      if (engine.findPrincipal) {
        who = engine.findPrincipal(request);
      }
    });
    if (!ran) {
      co_return busy(exchange);
    }
    if (const Reason* unknown = std::get_if<Reason>(&who)) {
      Answer answer = refuse(exchange, *unknown);
      answer.headers.emplace_back("WWW-Authenticate", "Bearer");
      co_return answer;
    }
    request.who = &std::get<Principal>(who);
    if (endpoint.forApplicants && request.who->userInformationOnly) {
      co_return refuse(exchange, Reason::notYours);
    }
  }
  std::unique_ptr<Spool::File> file;
  if (endpoint.streams) {
    file = engine.spool.open();
    if (!file) {
      co_return busy(exchange);
    }
    request.stream = file.get();
  }
  const auto length =
      exchange.reader.head().length.value_or(endpoint.streams ? endpoint.maxBody : 0);
  request.deadline += engine.options.patience.timeFor(std::min(length, endpoint.maxBody));
  exchange.connection.endAt(request.deadline);
  const auto fault = co_await readBody(exchange, endpoint, request, file.get());
  if (fault) {
    co_return *fault == Reason::unavailable ? busy(exchange) : refuse(exchange, *fault);
  }
  std::optional<Outcome> outcome;
  const bool ran =
      co_await inWorker(engine, request.deadline, [&] { outcome = endpoint.answer(request); });
  if (!ran) {
    co_return busy(exchange);
  }
  if (const auto* refused = std::get_if<protocol::Refusal>(&*outcome)) {
    co_return refuse(exchange, *refused);
  }
  Answer answer = std::get<Answer>(std::move(*outcome));
  if (answer.body.size() > kSmallAnswer && !exchange.memory.add(answer.body.size())) {
    co_return busy(exchange);
  }
  co_return answer;
}

asio::awaitable<Answer> route(Exchange& exchange) {
  if (exchange.reader.state() == State::headTooLarge) {
    co_return refuse(exchange, Reason::headTooLarge);
  }
  const RequestHead& head = exchange.reader.head();
  auto target =
      exchange.reader.state() == State::malformed ? std::nullopt : readTarget(head.target);
  if (!target) {
    co_return refuse(exchange, Reason::malformed);
  }
  const Router::Match match = exchange.engine.router.find(head.method, target->path);
  const Endpoint* const endpoint = match.endpoint;
  exchange.endpoint = endpoint;
  exchange.target = std::move(*target);
  if (!match.pattern.empty()) {
    exchange.record.route =
        (endpoint != nullptr ? endpoint->method : head.method) + ' ' + match.pattern;
  }
  const int price = tokens(endpoint != nullptr ? endpoint->cost : Cost::usual);
  const IpAddress subscriber = subscriberOfRequest(exchange.connection, head);
  const int wait = exchange.engine.limiter.secondsToWait(subscriber, price);
  if (wait > 0) {
    co_return refuse(exchange,
                     {.reason = Reason::rateLimited, .retryAfter = std::chrono::seconds(wait)});
  }
  if (match.pattern.empty()) {
    co_return refuse(exchange, Reason::notFound);
  }
  if (endpoint == nullptr) {
    Answer answer = refuse(exchange, Reason::methodNotAllowed);
    answer.headers.emplace_back("Allow", match.allow);
    co_return answer;
  }
  if (!isAccepted(exchange, *endpoint)) {
    co_return refuse(exchange, Reason::clientTooOld);
  }
  if (const auto reason = judgeHead(*endpoint, head)) {
    co_return refuse(exchange, *reason);
  }
  Request request{.path = match.values,
                  .query = exchange.target.query,
                  .headers = head.fields,
                  .idempotencyKey = lowerCase(valueOf(head.fields, "idempotency-key")),
                  .subscriber = toString(subscriber),
                  .deadline = exchange.deadline};
  co_return co_await askEndpoint(exchange, *endpoint, std::move(request));
}

Answer explain(Exchange& exchange, const std::exception* fault) {
  const Engine& engine = exchange.engine;
  if (fault != nullptr && engine.explain) {
    if (const auto refused = engine.explain(*fault)) {
      return refuse(exchange, *refused);
    }
  }
  const std::string what =
      fault != nullptr ? describe(*fault) : "no exception of the standard library";
  engine.log.error("requestFailed", {{"requestId", exchange.record.id}, {"error", what}});
  return refuse(exchange, Reason::internal);
}

}  // namespace

asio::awaitable<Answer> answerRequest(Exchange& exchange) {
  try {
    co_return co_await route(exchange);
  } catch (const ConnectionEnded&) {
    throw;
  } catch (const std::exception& fault) {
    co_return explain(exchange, &fault);
  } catch (...) {
    co_return explain(exchange, nullptr);
  }
}

}  // namespace madoguchi::backend
