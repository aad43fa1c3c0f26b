#include "backend/filing/operator_facts.h"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "forms/procedures/procedure_facts.h"

namespace madoguchi::backend {

namespace {

// An answer holds it with a little more.
constexpr std::size_t kLongestFile = 200'000;

}  // namespace

OperatorFacts::OperatorFacts(std::filesystem::path file) : m_file(std::move(file)) { read(); }

void OperatorFacts::read() {
  if (m_file.empty()) {
    return;
  }
  std::ifstream stream(m_file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), {});
  const std::string name = m_file.filename().string();
  if (!stream.is_open() || stream.bad()) {
    throw std::runtime_error(name + ": the facts of procedures cannot be read");
  }
  if (text.size() > kLongestFile) {
    throw std::runtime_error(name + ": is longer than clients read it (200000 bytes)");
  }
  const std::array<forms::FactFile, 1> files = {{{name, text}}};
  forms::adoptProcedureFacts(files);
  const std::lock_guard lock(m_mutex);
  m_text = std::move(text);
}

std::vector<std::string> OperatorFacts::texts() const {
  const std::lock_guard lock(m_mutex);
  return m_text.empty() ? std::vector<std::string>() : std::vector{m_text};
}

}  // namespace madoguchi::backend
