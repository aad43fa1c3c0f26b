# How this project's targets are made: warnings, hardening and sanitizers come with the function,
# so that no target can forget them.

find_program(MADOGUCHI_CCACHE ccache)
if(MADOGUCHI_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MADOGUCHI_CCACHE})
endif()

include(CheckCXXCompilerFlag)
include(CheckPIESupported)
check_pie_supported()

# -O2 is what Debian ships with; -O3 only makes the program larger.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

# Whether a target is a test or what tests share (madoguchi_build_as_test).
set(is_test $<BOOL:$<TARGET_PROPERTY:MADOGUCHI_IS_TEST>>)

add_library(madoguchi_build_rules INTERFACE)
target_include_directories(madoguchi_build_rules INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(madoguchi_build_rules INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wformat=2
  $<$<BOOL:${MADOGUCHI_WERROR}>:-Werror>)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  # False alarms inside libstdc++'s strings and vectors once they are inlined (GCC bugs 105651, 105329
  # and 107852).
  target_compile_options(madoguchi_build_rules INTERFACE
    -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()

if(MADOGUCHI_SANITIZERS)
  target_compile_options(madoguchi_build_rules INTERFACE
    -fsanitize=${MADOGUCHI_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(madoguchi_build_rules INTERFACE -fsanitize=${MADOGUCHI_SANITIZERS})
  # For what a test does not see under one of them: MADOGUCHI_SANITIZES_ADDRESS, MADOGUCHI_SANITIZES_THREAD.
  string(REPLACE "," ";" sanitizers ${MADOGUCHI_SANITIZERS})
  list(TRANSFORM sanitizers TOUPPER)
  list(TRANSFORM sanitizers PREPEND MADOGUCHI_SANITIZES_)
  target_compile_definitions(madoguchi_build_rules INTERFACE "$<${is_test}:${sanitizers}>")
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # In place of clang-tidy's check, which asks the same of every name in the system's headers. Not where Qt's moc
  # writes code: its names have two underscores.
  target_compile_options(madoguchi_build_rules INTERFACE
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:AUTOMOC>>>:-Wreserved-identifier>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND MADOGUCHI_SANITIZERS)
  # Programs with a sanitizer are large, and the usual linker takes five times as long for them.
  find_program(MADOGUCHI_LLD NAMES ld.lld)
  if(MADOGUCHI_LLD)
    target_link_options(madoguchi_build_rules INTERFACE -fuse-ld=lld)
  endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND MADOGUCHI_SANITIZERS MATCHES undefined)
  # What it puts before each function cannot be assembled in coroutines (LLVM issue 49689).
  target_compile_options(madoguchi_build_rules INTERFACE -fno-sanitize=function)
endif()
if(MADOGUCHI_FUZZ)
  # Coverage feedback in what a fuzz target links; tests have no use for it.
  target_compile_options(madoguchi_build_rules INTERFACE $<$<NOT:${is_test}>:-fsanitize=fuzzer-no-link>)
endif()

# Hardening: what Debian calls hardening=+all, plus control-flow protection.
if(NOT WIN32)
  target_compile_options(madoguchi_build_rules INTERFACE
    -fstack-protector-strong -fstack-clash-protection)
  check_cxx_compiler_flag(-fcf-protection=full MADOGUCHI_HAS_CET)
  if(MADOGUCHI_HAS_CET)
    target_compile_options(madoguchi_build_rules INTERFACE -fcf-protection=full)
  endif()
  target_link_options(madoguchi_build_rules INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed)
  if(NOT MADOGUCHI_SANITIZERS)
    # The fortified functions need an optimising build.
    target_compile_definitions(madoguchi_build_rules INTERFACE
      $<$<AND:$<CONFIG:Release>,$<NOT:${is_test}>>:_FORTIFY_SOURCE=2>
      $<$<CONFIG:Release>:_GLIBCXX_ASSERTIONS>)
  endif()
else()
  # The linker's own defaults do the rest (DYNAMIC_BASE, HIGH_ENTROPY_VA, NX_COMPAT). The library behind the first is linked in,
  # so that no more libraries come along.
  target_compile_options(madoguchi_build_rules INTERFACE -fstack-protector-strong)
  target_link_libraries(madoguchi_build_rules INTERFACE -Wl,-Bstatic -lssp -Wl,-Bdynamic)
  target_compile_definitions(madoguchi_build_rules INTERFACE $<$<CONFIG:Release>:_GLIBCXX_ASSERTIONS>)
endif()

if(CMAKE_UNITY_BUILD)
  # The names of one file's anonymous namespace then reach into the next, and GCC takes the files for headers; the
  # presets "debug" and "tsan", without it, keep the warnings.
  target_compile_options(madoguchi_build_rules INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

include(CommonHeaders)
include(Embed)

# madoguchi_library(name SOURCES... ) makes the static library madoguchi_<name>, alias madoguchi::<name>.
function(madoguchi_library name)
  add_library(madoguchi_${name} STATIC ${ARGN})
  add_library(madoguchi::${name} ALIAS madoguchi_${name})
  target_link_libraries(madoguchi_${name} PUBLIC madoguchi_build_rules)
  set_property(GLOBAL APPEND PROPERTY MADOGUCHI_TARGETS madoguchi_${name})
endfunction()

# madoguchi_executable(name SOURCES...) makes a program in <build>/bin.
function(madoguchi_executable name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE madoguchi_build_rules)
  set_property(GLOBAL APPEND PROPERTY MADOGUCHI_TARGETS ${name})
endfunction()

# madoguchi_test(name SOURCES... [LIBRARIES ...] [LABELS ...] [TIMEOUT s] [SHARDS n] [KEEPS_EXCHANGES]) makes a
# GoogleTest program whose single tests ctest knows by name, each with a process of its own. With
# MADOGUCHI_UNIT_TESTS_TOGETHER the unit tests share one a program, or `n`: a sanitizer takes longer to start than most
# of them to run. KEEPS_EXCHANGES: what clients and servers of these tests say is judged in the end (tests/support).
function(madoguchi_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "KEEPS_EXCHANGES" "TIMEOUT;SHARDS" "LIBRARIES;LABELS")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set(exchanges)
  if(arg_KEEPS_EXCHANGES)
    set(exchanges FIXTURES_REQUIRED client_exchanges ENVIRONMENT "MADOGUCHI_EXCHANGES=${CMAKE_BINARY_DIR}/tests/exchanges")
  endif()
  madoguchi_executable(${name} ${arg_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} GTest::gmock GTest::gtest_main)
  if("bench" IN_LIST arg_LABELS)
    set_target_properties(${name} PROPERTIES MADOGUCHI_MEASURES ON)
  endif()
  if("unit" IN_LIST arg_LABELS)
    if(NOT TARGET unit-tests)
      add_custom_target(unit-tests)
    endif()
    add_dependencies(unit-tests ${name})
    if(MADOGUCHI_UNIT_TESTS_TOGETHER)
      madoguchi_test_together(${name} "${arg_SHARDS}" LABELS "${arg_LABELS}" TIMEOUT 1200 ${exchanges})
      return()
    endif()
  else()
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  endif()
  if(CMAKE_CROSSCOMPILING)
    return()  # scripts/run-tests-windows runs them
  endif()
  include(GoogleTest)
  gtest_discover_tests(${name} TEST_PREFIX "${name}/" DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" ${exchanges})
endfunction()

# The rest are properties of the tests.
function(madoguchi_test_together name shards)
  if(NOT shards)
    set(shards 1)
  endif()
  math(EXPR last "${shards} - 1")
  foreach(shard RANGE ${last})
    add_test(NAME ${name}/${shard} COMMAND ${name})
    set_tests_properties(${name}/${shard} PROPERTIES ${ARGN})
    set_property(TEST ${name}/${shard} APPEND PROPERTY
      ENVIRONMENT GTEST_BRIEF=1 GTEST_TOTAL_SHARDS=${shards} GTEST_SHARD_INDEX=${shard})
  endforeach()
endfunction()
