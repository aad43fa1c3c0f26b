#include "backend/core/config_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "backend/core/config.h"

namespace madoguchi::backend {
namespace {

/// What it is refused for; nothing where it is taken.
std::optional<std::string> refusalOf(const std::string& option, const std::string& value) {
  Config config;
  try {
    setOption(config, option, value);
    return std::nullopt;
  } catch (const ConfigError& error) {
    return error.what();
  }
}

TEST(ConfigOptions, WhatCouldOnlyFailLaterIsRefusedAtOnce) {
  for (const auto& [option, value] : {std::pair("ocsp", "http://"),
                                      {"ocsp", "http:///path"},
                                      {"ocsp", "http://a b/"},
                                      {"ocsp", "http://ocsp.example:99999/"},
                                      {"ocsp", "http://ocsp.example:0/"},
                                      {"ocsp", "http://ocsp.example/a b"},
                                      {"ocsp", "http://ocsp.example/#part"},
                                      {"ocsp", "http://ocsp.example?x"},
                                      {"ocsp", "ldap://ocsp.example/"},
                                      {"smtp", "smtp://mail.example:25/a b"},
                                      {"smtp", "smtp://mail.example:25/a?x"},
                                      {"smtp", "smtp://mail.example:25/own/more"},
                                      {"smtp", "smtp://mail.example:25/own:25"},
                                      {"smtp", "smtp://mail.example.:25"},
                                      {"smtp", "http://mail.example"},
                                      {"help-desk", "   "},
                                      {"help-desk", "03\u202E-0000-0000"},
                                      {"help-desk", "03\u009B0000"},
                                      {"help-desk", "\x91\x8B\x8C\xFB"},  // Shift_JIS
                                      {"database", "madoguchi.db"},
                                      {"database", "mysql://db=x"},
                                      {"database", "SQLITE3://db=x"},
                                      {"s3-bucket", "a/b"},
                                      {"s3-bucket", "a b"},
                                      {"s3-bucket", ".."},
                                      {"s3-region", "eu?x"}}) {
    EXPECT_TRUE(refusalOf(option, value)) << option << ' ' << value;
  }
}

TEST(ConfigOptions, WhatIsMeantIsTaken) {
  for (const auto& [option, value] :
       {std::pair("ocsp", "http://ocsp.example"),
        {"ocsp", "https://ocsp.example:8080/a/b?c=d%20e"},
        {"ocsp", "http://[2001:db8::1]/"},
        {"smtp", "smtp://mail.example:25"},
        {"smtp", "smtps://mail.example:465/"},
        {"smtp", "smtp://127.0.0.1:2525/service.example"},
        {"help-desk", "\u7A93\u53E3 03-0000-0000, 9:00-17:00, https://help.example"},
        {"database", "postgresql://host=db.example dbname=madoguchi"},
        {"database", "sqlite3://db=/var/lib/madoguchi/madoguchi.db"},
        {"s3-bucket", "madoguchi-files.2026"},
        {"s3-region", "ap-northeast-1"}}) {
    EXPECT_EQ(refusalOf(option, value), std::nullopt) << option << ' ' << value;
  }
}

TEST(ConfigOptions, APasswordIsNotRepeated) {
  for (const auto& [option, value] : {std::pair("database", "host=db.example password=s3cret"),
                                      {"database", "s3cret"},
                                      {"smtp", "smtp://user:s3cret@mail.example:25"},
                                      {"ocsp", "http://user:s3cret@ocsp.example/"},
                                      {"s3-endpoint", "https://user:s3cret@store.example"},
                                      {"origin", "https://user:s3cret@service.example"}}) {
    EXPECT_THAT(refusalOf(option, value).value_or("s3cret"),
                testing::Not(testing::HasSubstr("s3cret")))
        << option;
  }
}

}  // namespace
}  // namespace madoguchi::backend
