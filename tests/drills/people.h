#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tests/bench/service/load_client.h"
#include "tests/integration/backend/card_holder.h"

// What the people of the drills do, one errand after the other, over HTTPS. Whoever is answered
// otherwise than in their place throws std::runtime_error, which says how.

namespace madoguchi::test {

/// How somebody asks: once, or until there is an answer.
using Ask = std::function<LoadClient::Answer(std::string_view method, std::string_view path,
                                             std::string_view body, std::string_view headers)>;

constexpr std::string_view kPasswordOfAll = "AB12345!";
/// What the database has of it.
std::string hashOfPassword();

struct Registered {
  std::string key;  ///< of the request
  std::string authenticationId;
};
/// Without a card, or with one that nobody has registered with.
Registered registerSomebody(const Ask& ask, const std::string& email,
                            const simulated::CardContents* card = nullptr);

/// Gives the line of the request's head that says who asks.
std::string logIn(const Ask& ask, const std::string& authenticationId);

/// Its bytes in pieces, each from where the service says that it stands. Gives how many pieces came
/// where others had come.
int sendFile(const Ask& ask, const std::string& session, const std::string& owner,
             const std::string& bytes, const std::string& kind);

struct FiledOne {
  std::string id = {};
  std::string provisionalNumber = {};
  std::string paper = {};  ///< what was added to it
  int piecesAgain = 0;
};
/// From the first draft to the number.
FiledOne fileApplication(const Ask& ask, const std::string& session, const std::string& email);

}  // namespace madoguchi::test
