# Run by ctest: a mail that lacks a language, or has one that nobody knows, stops the build by its name.
#   cmake -DSOURCE=FOLDER -DSCRATCH=FOLDER -P mail_templates_test.cmake
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${SCRATCH})
file(WRITE ${SCRATCH}/CMakeLists.txt "
cmake_minimum_required(VERSION 3.25)
project(mails NONE)
function(madoguchi_embed)
endfunction()
function(target_sources)
endfunction()
include(${SOURCE}/cmake/LocalizedTexts.cmake)
madoguchi_mail_templates(none ${SCRATCH}/mail ja en)
")

function(expect status text)
  execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${SCRATCH} -B ${SCRATCH}/build
    RESULT_VARIABLE found ERROR_VARIABLE errors OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  if(NOT found EQUAL status OR NOT errors MATCHES "${text}")
    message(FATAL_ERROR "expected ${status} with '${text}', not ${found}: ${errors}")
  endif()
endfunction()

foreach(language ja en)
  file(WRITE ${SCRATCH}/mail/first.${language}.txt "x")
endforeach()
expect(0 "")
file(WRITE ${SCRATCH}/mail/second.en.txt "x")
expect(1 "second.ja.txt is missing")
file(REMOVE ${SCRATCH}/mail/second.en.txt)
file(WRITE ${SCRATCH}/mail/first.eng.txt "x")
expect(1 "first.eng.txt: a mail is named")
