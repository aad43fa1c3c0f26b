#include "backend/http/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "backend/http/target.h"

namespace madoguchi::backend {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Endpoint endpoint(std::string method, std::string pattern) {
  return {.method = std::move(method), .pattern = std::move(pattern), .answer = {}};
}

Router::Match find(const Router& router, std::string_view method, std::string_view target) {
  return router.find(method, readTarget(target).value().path);
}

TEST(Router, FindsByMethodAndPath) {
  const Router router({endpoint("GET", "/v1/drafts"), endpoint("POST", "/v1/drafts"),
                       endpoint("DELETE", "/v1/drafts/{id}")});
  EXPECT_EQ(find(router, "GET", "/v1/drafts").endpoint->method, "GET");
  EXPECT_EQ(find(router, "HEAD", "/v1/drafts").endpoint->method, "GET");
  EXPECT_EQ(find(router, "POST", "/v1/drafts?x=1").endpoint->method, "POST");
  const auto wrong = find(router, "PUT", "/v1/drafts");
  EXPECT_EQ(wrong.endpoint, nullptr);
  EXPECT_EQ(wrong.pattern, "/v1/drafts");
  EXPECT_EQ(wrong.allow, "GET, HEAD, POST");
  EXPECT_EQ(find(router, "GET", "/v1/drafts/7").allow, "DELETE");
  for (const char* unknown : {"/", "/v1", "/v1/drafts/", "/v1/drafts/7/8", "/V1/drafts"}) {
    EXPECT_TRUE(find(router, "GET", unknown).pattern.empty()) << unknown;
  }
}

TEST(Router, TakesValuesOutOfThePath) {
  const Router router({endpoint("GET", "/v1/{kind}/{id}"), endpoint("GET", "/v1/drafts/new")});
  EXPECT_THAT(find(router, "GET", "/v1/drafts/a%2Fb").values,
              ElementsAre(Pair("id", "a/b"), Pair("kind", "drafts")));
  EXPECT_EQ(find(router, "GET", "/v1/drafts/new").pattern, "/v1/drafts/new");
}

TEST(Router, RefusesTwoEndpointsInOnePlace) {
  EXPECT_THROW(Router({endpoint("GET", "/a"), endpoint("GET", "/a")}), std::logic_error);
}

TEST(Target, IsDecodedOnce) {
  const auto target = readTarget("/v1/%68ealth/%2541?text=a+b%26c&%6Bey=&x");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->path, ElementsAre("v1", "health", "%41"));
  EXPECT_THAT(target->query, ElementsAre(Pair("key", ""), Pair("text", "a b&c"), Pair("x", "")));
}

TEST(Target, MayBeAbsolute) {
  EXPECT_THAT(readTarget("https://localhost:8443/v1/health?a=://b")->path,
              ElementsAre("v1", "health"));
  EXPECT_THAT(readTarget("https://localhost")->path, ElementsAre(""));
  EXPECT_THAT(readTarget("https://localhost?a=b")->query, ElementsAre(Pair("a", "b")));
}

TEST(Target, IsKeptAsItWasSentWithoutTheHost) {
  EXPECT_EQ(readTarget("/a/%2541?b=%26&c")->sent, "/a/%2541?b=%26&c");
  EXPECT_EQ(readTarget("https://localhost:8443/a?b=://c")->sent, "/a?b=://c");
  EXPECT_EQ(readTarget("https://localhost")->sent, "/");
}

TEST(Target, IsRefusedWhereItCouldBeReadInTwoWays) {
  for (const char* target : {"/%", "/%4", "/%zz", "/%00", "/a%0Ab", "/%7f", "/?a=%", "/?a=%0D%0A",
                             "/?a=1&a=2", "/?a=1&%61=2"}) {
    EXPECT_FALSE(readTarget(target)) << target;
  }
}

}  // namespace
}  // namespace madoguchi::backend
