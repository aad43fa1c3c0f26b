# Headers that are compiled once for all targets of a kind. Most of the time that a file with Qt or GoogleTest takes
# goes into reading their headers; the rest of the house is small enough to be read anew.
#
# What a target has is decided by what it links, so that nobody need think of it: one that sees GoogleTest gets its
# headers, one that sees Qt Widgets or only QtCore gets those. A file includes what it uses all the same: the
# preset "tsan" compiles each by itself.
option(MADOGUCHI_COMMON_HEADERS "Compile the headers of Qt and GoogleTest once for all targets" ON)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # With its time in it, the same header would be another one for ccache each time.
  target_compile_options(madoguchi_build_rules INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()

set(MADOGUCHI_HEADERS_test
  <algorithm> <chrono> <filesystem> <fstream> <functional> <map> <memory> <optional> <set> <string> <string_view> <thread>
  <vector> <gmock/gmock.h> <gtest/gtest.h>)
set(MADOGUCHI_HEADERS_core <QCoreApplication> <QJsonDocument> <QJsonObject> <QString> <QTimer>)
set(MADOGUCHI_HEADERS_widgets ${MADOGUCHI_HEADERS_core}
  <QApplication> <QComboBox> <QLabel> <QLineEdit> <QPainter> <QPushButton> <QVBoxLayout>)

# madoguchi_seen_from(target result): all targets whose headers the target's own files can include.
function(madoguchi_seen_from target result)
  get_target_property(found ${target} LINK_LIBRARIES)
  set(seen "")
  while(found)
    list(POP_FRONT found next)
    if(NOT TARGET "${next}")
      continue()   # a file, or only to be linked
    endif()
    get_target_property(real ${next} ALIASED_TARGET)
    if(real)
      set(next ${real})
    endif()
    if(NOT next IN_LIST seen)
      list(APPEND seen ${next})
      get_target_property(more ${next} INTERFACE_LINK_LIBRARIES)
      if(more)
        list(APPEND found ${more})
      endif()
    endif()
  endwhile()
  set(${result} "${seen}" PARENT_SCOPE)
endfunction()

# The target that has the headers of a kind, a list of "test" and "core" or "widgets", compiled.
function(madoguchi_common_headers result)
  list(JOIN ARGN _ kind)
  set(owner madoguchi_headers_${kind})
  set(${result} ${owner} PARENT_SCOPE)
  if(TARGET ${owner})
    return()
  endif()
  set(source ${CMAKE_BINARY_DIR}/${owner}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "")
  add_library(${owner} OBJECT ${source})
  set_target_properties(${owner} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(${owner} PRIVATE madoguchi_build_rules)
  foreach(part IN LISTS ARGN)
    target_precompile_headers(${owner} PRIVATE ${MADOGUCHI_HEADERS_${part}})
  endforeach()
  if("test" IN_LIST ARGN)
    madoguchi_build_as_test(${owner})
    target_link_libraries(${owner} PRIVATE GTest::gmock)
  endif()
  if("widgets" IN_LIST ARGN)
    target_link_libraries(${owner} PRIVATE Qt6::Widgets)
  elseif("core" IN_LIST ARGN)
    target_link_libraries(${owner} PRIVATE Qt6::Core)
  endif()
endfunction()

# What a test does itself takes no time worth an optimiser's; what it tests is optimised in its own library.
function(madoguchi_build_as_test target)
  set_target_properties(${target} PROPERTIES MADOGUCHI_IS_TEST ON)
  # One kind of code for libraries and programs, with threads or without, as precompiled headers demand.
  target_compile_options(${target} PRIVATE -O0 -fPIC -pthread)
endfunction()

# Called when all targets are there and linked.
function(madoguchi_share_headers)
  get_property(targets GLOBAL PROPERTY MADOGUCHI_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(measures ${target} MADOGUCHI_MEASURES)
    if(measures)
      continue()   # is as fast as the product, or it would compare nothing
    endif()
    if(target MATCHES "^fuzz-")
      continue()   # is compiled with -fsanitize=fuzzer, which the headers are not
    endif()
    get_target_property(windowed ${target} WIN32_EXECUTABLE)
    if(windowed)
      continue()   # is compiled with QT_NEEDS_QMAIN, which the headers are not
    endif()
    madoguchi_seen_from(${target} seen)
    set(kind "")
    if("GTest::gtest" IN_LIST seen)
      list(APPEND kind test)
      madoguchi_build_as_test(${target})
    endif()
    if("Qt6::Widgets" IN_LIST seen)
      list(APPEND kind widgets)
    elseif("Qt6::Core" IN_LIST seen)
      list(APPEND kind core)
    endif()
    if(kind AND MADOGUCHI_COMMON_HEADERS)
      madoguchi_common_headers(owner ${kind})
      target_precompile_headers(${target} REUSE_FROM ${owner})
    endif()
  endforeach()
endfunction()
