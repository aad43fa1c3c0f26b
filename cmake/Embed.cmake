# madoguchi_embed(target symbol file) puts the bytes of a file into the target as
# std::string_view madoguchi::embedded::<symbol>(), declared in "embedded/<symbol>.h".
# The assembler takes the file in as it is, so that a large table costs no compile time, stays in
# read-only pages and is loaded from disk only where it is read. The file's digest stands in the source:
# a compiler cache sees no other sign that what .incbin names has changed.
function(madoguchi_embed target symbol file)
  get_filename_component(path ${file} ABSOLUTE)
  file(SHA256 ${path} digest)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${directory}/${symbol}.h @ONLY CONTENT [[#pragma once
#include <string_view>
namespace madoguchi::embedded {
std::string_view @symbol@();
}  // namespace madoguchi::embedded
]])
  file(CONFIGURE OUTPUT ${directory}/${symbol}.cpp @ONLY CONTENT [[// SHA-256 of what is embedded: @digest@
#include "embedded/@symbol@.h"
#ifdef _WIN32
#define MADOGUCHI_RODATA ".section .rdata,\"dr\"\n"
#else
#define MADOGUCHI_RODATA ".pushsection .rodata,\"a\"\n"
#endif
__asm__(MADOGUCHI_RODATA
        ".global madoguchi_embedded_@symbol@\n.balign 16\nmadoguchi_embedded_@symbol@:\n"
        ".incbin \"@path@\"\n"
        ".global madoguchi_embedded_@symbol@_end\nmadoguchi_embedded_@symbol@_end:\n.byte 0\n"
#ifdef _WIN32
        ".text\n"
#else
        ".popsection\n"
#endif
);
extern "C" {
extern const char madoguchi_embedded_@symbol@[];
extern const char madoguchi_embedded_@symbol@_end[];
}
namespace madoguchi::embedded {
std::string_view @symbol@() {
  return {madoguchi_embedded_@symbol@,
          static_cast<std::size_t>(madoguchi_embedded_@symbol@_end - madoguchi_embedded_@symbol@)};
}
}  // namespace madoguchi::embedded
]])
  set_source_files_properties(${directory}/${symbol}.cpp PROPERTIES OBJECT_DEPENDS ${path}
    SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${directory}/${symbol}.cpp)
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
