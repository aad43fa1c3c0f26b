#include <iostream>
#include <string>
#include <string_view>

#include "forms/places/address_splitter.h"

// split-address: one address a line on standard input, one line of "code6 prefecture municipality
// rest", apart by tabs, on standard output. Where the municipality cannot be told, the first three
// are empty and the last is the whole line.

int main(int argc, char**) {
  if (argc > 1) {
    std::cerr << "usage: split-address < addresses.txt > parts.tsv\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  std::string line;
  std::string output;
  while (std::getline(std::cin, line)) {
    if (line.ends_with('\r')) {
      line.pop_back();
    }
    const auto split = madoguchi::forms::splitAddress(line);
    output.assign(split.code6).append(1, '\t').append(split.prefecture).append(1, '\t');
    output.append(split.municipality).append(1, '\t').append(split.rest).append(1, '\n');
    std::cout << output;
  }
  std::cout.flush();
  return std::cin.bad() || !std::cout ? 1 : 0;
}
