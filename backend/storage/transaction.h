#pragma once

namespace soci {
class session;
}

namespace madoguchi::backend {

/// One connection inside BEGIN and its end. Rooms write their SQL as free functions over it, so
/// that several of them share one; only the files that hold SQL know the library behind it.
class Transaction {
 public:
  explicit Transaction(soci::session& session) : m_session(session) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  [[nodiscard]] soci::session& session() const { return m_session; }

 private:
  soci::session& m_session;
};

}  // namespace madoguchi::backend
