#pragma once

#include <gtest/gtest.h>

#include "cardreader/transport.h"

namespace madoguchi::test {

/// The fault of the TransportError that `action` throws; fails the test where it throws none.
template <typename Action>
card::TransportFault transportFaultOf(Action action) {
  try {
    action();
  } catch (const card::TransportError& error) {
    return error.fault();
  }
  ADD_FAILURE() << "no TransportError";
  return card::TransportFault::other;
}

}  // namespace madoguchi::test
