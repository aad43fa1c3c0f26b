#include "several_backends.h"

#include <thread>

#include "protocol/terms_version.h"

namespace madoguchi::test {

std::vector<std::unique_ptr<BackendUnderTest>> startSeveral(std::size_t count,
                                                            const std::string& database,
                                                            const std::filesystem::path& mails,
                                                            const std::vector<std::string>& more) {
  std::vector<std::string> options = {"--database", database, "--origin",
                                      std::string(kCommonOrigin)};
  if (!mails.empty()) {
    options.insert(options.end(), {"--mail-dir", mails.string()});
  }
  options.insert(options.end(), more.begin(), more.end());
  sharedPki();  // made by one of them only
  std::vector<std::unique_ptr<BackendUnderTest>> all(count);
  std::vector<std::jthread> starting;
  for (auto& one : all) {
    starting.emplace_back([&] { one = std::make_unique<BackendUnderTest>(options); });
  }
  starting.clear();  // waits
  return all;
}

DraftPayload commonPayload(const std::string& email) {
  DraftPayload payload{.entrance = forms::Entrance::attorneyOrScrivener,
                       .form = agentForm(),
                       .nonce = {},
                       .origin = std::string(kCommonOrigin),
                       .termsVersion = std::string(protocol::kTermsVersion),
                       .language = "en"};
  payload.form["email"] = email;
  return payload;
}

}  // namespace madoguchi::test
