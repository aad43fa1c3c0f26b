#include <fstream>
#include <nlohmann/json.hpp>

#include "refusals.h"

namespace madoguchi::test {
namespace {

using Attempt = std::function<Response(BackendUnderTest&, HttpClient&)>;

Attempt postText(std::string body) {
  return [body = std::move(body)](BackendUnderTest& backend, HttpClient& client) {
    return backend.post(client, newUuid(), body);
  };
}

/// A good body, changed as text.
Attempt postChanged(std::function<std::string(const std::string&)> change) {
  return [change = std::move(change)](BackendUnderTest& backend, HttpClient& client) {
    return backend.post(client, newUuid(), change(plainBody(backend.agentPayload(client))));
  };
}

Attempt send(Request request) {
  return [request = std::move(request)](BackendUnderTest&, HttpClient& client) {
    return client.send(request);
  };
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  return text.replace(text.find(what), what.size(), with);
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

const std::string kJson = "Content-Type: application/json";

Request registrationWith(std::vector<std::string> headers, std::string body = "{}") {
  return {.method = "POST",
          .path = "/v1/registrations",
          .body = std::move(body),
          .headers = std::move(headers)};
}

}  // namespace

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.name; }

std::vector<Refusal> requestRefusals() {
  return {
      {"EmptyBody", 400, "malformed", postText("")},
      {"NotJson", 400, "malformed", postText("registration=1")},
      {"JsonCutShort", 400, "malformed", postText(R"({"registration":"a.b.c",)")},
      {"JsonArray", 400, "malformed", postText("[]")},
      {"NulBehindTheBody", 400, "malformed",
       postChanged([](const std::string& body) { return body + std::string("\0{}", 3); })},
      {"EntranceThatIsNone", 400, "malformed", postChanged([](const std::string& body) {
         return replaced(body, "attorneyOrScrivener\",\"form", "attorney\",\"form");
       })},
      {"ListInTheForm", 400, "malformed", postChanged([](const std::string& body) {
         return replaced(body, "\"HOUMU TARO\"", "[\"HOUMU TARO\"]");
       })},
      {"TwoValues", 400, "malformed", postText("{}{}")},
      {"DeeplyNested", 400, "malformed", postText(R"({"registration":)" + nested(20'000) + "}")},
      {"NoRegistration", 400, "malformed", postText(R"({"authentication":"a.b.c"})")},
      {"NumberForRegistration", 400, "malformed", postText(R"({"registration":1})")},
      {"JwsWithoutAuthentication", 400, "malformed", postText(R"({"registration":"a.b.c"})")},
      {"UnknownMember", 400, "malformed",
       postText(R"({"registration":"a.b.c","authentication":"a.b.c","x":1})")},
      {"NotJws", 400, "malformed", postText(R"({"registration":"a.b","authentication":"a.b.c"})")},
      {"RepeatedMember", 400, "malformed", postText(R"({"registration":{},"registration":{}})")},
      {"RepeatedField", 400, "malformed", postChanged([](const std::string& body) {
         return replaced(body, R"("sex":"male")", R"("sex":"male","sex":"female")");
       })},
      {"NotUtf8", 400, "malformed",
       postChanged([](const std::string& body) { return replaced(body, "HOUMU", "HOU\xC3\x28"); })},
      {"OverlongUtf8", 400, "malformed",
       postChanged([](const std::string& body) { return replaced(body, "HOUMU", "\xC0\xAF"); })},
      {"NulCharacter", 422, "formInvalid", postChanged([](const std::string& body) {
         return replaced(body, "HOUMU", R"(HOU\u0000MU)");
       })},
      {"FieldIsNumber", 400, "malformed", postChanged([](const std::string& body) {
         return replaced(body, R"("0398765432")", "398765432");
       })},
      {"FieldIsNull", 400, "malformed", postChanged([](const std::string& body) {
         return replaced(body, R"("0398765432")", "null");
       })},
      {"UnknownEntrance", 400, "malformed", postChanged([](const std::string& body) {
         return replaced(body, "attorneyOrScrivener", "cardholder");
       })},
      {"CardHolderWithoutSignature", 400, "malformed", postChanged([](const std::string& body) {
         return replaced(body, R"("entrance":"attorneyOrScrivener")", R"("entrance":"cardHolder")");
       })},
      {"LongField", 422, "formInvalid", postChanged([](const std::string& body) {
         return replaced(body, "HOUMU", std::string(5000, 'A'));
       })},
      {"BodyTooLarge", 413, "bodyTooLarge", postText(std::string(65'537, ' '))},
      {"BodyTooLargeInChunks", 413, "bodyTooLarge",
       send(registrationWith({kJson, "Transfer-Encoding: chunked", "Idempotency-Key: " + newUuid()},
                             std::string(80'000, ' ')))},
      {"NonceWithBody", 400, "malformed",
       send({.method = "POST", .path = "/v1/nonces", .body = "{}"})},
      {"NoContentType", 415, "unsupportedMediaType",
       send(registrationWith({"Idempotency-Key: " + newUuid()}))},
      {"OtherContentType", 415, "unsupportedMediaType",
       send(registrationWith({"Content-Type: text/plain", "Idempotency-Key: " + newUuid()}))},
      {"FormContentType", 415, "unsupportedMediaType",
       send(registrationWith({"Content-Type: application/x-www-form-urlencoded"}, "a=b"))},
      {"MultipartContentType", 415, "unsupportedMediaType",
       send(registrationWith({"Content-Type: multipart/form-data; boundary=x"}, "--x--"))},
      {"PackedBody", 415, "unsupportedMediaType",
       send(registrationWith({kJson, "Content-Encoding: gzip"}, "\x1f\x8b"))},
      {"NoIdempotencyKey", 400, "idempotencyKeyMissing", send(registrationWith({kJson}))},
      {"IdempotencyKeyIsNoUuid", 400, "idempotencyKeyMissing",
       send(registrationWith({kJson, "Idempotency-Key: 1"}))},
      {"UnknownPath", 404, "notFound", send({.path = "/v1/accounts"})},
      {"ParentPath", 404, "notFound", send({.path = "/v1/%2e%2e/health"})},
      {"UnknownPathWithBody", 404, "notFound",
       send({.method = "POST", .path = "/", .body = std::string(70'000, 'x')})},
      {"GetRegistrations", 405, "methodNotAllowed", send({.path = "/v1/registrations"})},
      {"DeleteNonces", 405, "methodNotAllowed", send({.method = "DELETE", .path = "/v1/nonces"})},
      {"PostHealth", 405, "methodNotAllowed",
       send({.method = "POST", .path = "/v1/health", .body = ""})},
      {"PostAnnouncements", 405, "methodNotAllowed",
       send({.method = "POST", .path = "/v1/announcements", .body = ""})},
      {"UnknownMethod", 400, "malformed", send({.method = "BREW", .path = "/v1/health"})},
      {"GetWithBody", 400, "malformed",
       send({.method = "GET", .path = "/v1/health", .body = "GET /v1/nonces HTTP/1.1"})},
      {"AnnouncementsWithoutLanguage", 400, "malformed", send({.path = "/v1/announcements"})},
      {"AnnouncementsInUnknownLanguage", 400, "malformed",
       send({.path = "/v1/announcements?language=fr"})},
      {"TooManyRequests",
       429,
       "rateLimited",
       [](BackendUnderTest&, HttpClient& client) {
         Response response;
         for (int i = 0; i < 4; ++i) {
           response = client.send({.path = "/v1/announcements?language=ja"});
         }
         return response;
       },
       {"--rate-limit", "3"}},
      {"TooManyRegistrations",
       429,
       "rateLimited",
       [](BackendUnderTest& backend, HttpClient& client) {
         Response response;
         for (int i = 0; i < 4; ++i) {
           response = backend.post(client, newUuid(), "{}");
         }
         return response;
       },
       {"--rate-limit", "3"}},
      {"NoTrustFolderAnyMore", 503, "unavailable",
       [](BackendUnderTest& backend, HttpClient& client) {
         const Draft draft = backend.draft(client);
         std::filesystem::remove_all(backend.trust() / "crl");
         return backend.submit(client, draft);
       }},
      {"DatabaseFails", 503, "unavailable",
       [](BackendUnderTest& backend, HttpClient& client) {
         backend.execute("ALTER TABLE nonce_keys RENAME TO gone");
         return client.send({.method = "POST", .path = "/v1/nonces", .body = ""});
       }},
  };
}

}  // namespace madoguchi::test
