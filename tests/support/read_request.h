#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "backend/http/request_reader.h"

namespace madoguchi::test {

constexpr std::uint64_t kMostBody = 1000;

struct ReadRequest {
  backend::RequestReader::State state = backend::RequestReader::State::head;
  backend::RequestHead head;
  std::string body;
  std::string rest;  ///< not taken

  bool operator==(const ReadRequest& other) const {
    return state == other.state && head.fields == other.head.fields && body == other.body;
  }
};

/// Feeds a request in pieces of this length, as a connection does.
inline ReadRequest readRequest(std::string_view bytes, std::size_t piece = std::string_view::npos) {
  using State = backend::RequestReader::State;
  backend::RequestReader reader;
  ReadRequest read;
  const auto goesOn = [&] {
    return reader.state() == State::head || reader.state() == State::body;
  };
  while (!bytes.empty() && goesOn()) {
    read.rest.append(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
    State before = State::complete;
    while (goesOn() && before != reader.state()) {  // the head first, then the body behind it
      before = reader.state();
      if (reader.take(read.rest) == State::body && before == State::head) {
        reader.limitBody(kMostBody);
      }
      read.body += reader.takeBody();
    }
  }
  read.rest.append(bytes);
  read.state = reader.state();
  read.head = reader.head();
  return read;
}

}  // namespace madoguchi::test
