# MADOGUCHI_LANGUAGES: the tags of protocol/languages.json, the one list of languages. A row whose files are not all
# there, or files whose row is not there, stop the configuration with their names.
set(list ${CMAKE_SOURCE_DIR}/protocol/languages.json)
file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/translations/*.ts
  ${CMAKE_SOURCE_DIR}/translations/mail/*.txt ${CMAKE_SOURCE_DIR}/translations/pages/*.txt
  ${CMAKE_SOURCE_DIR}/resources/terms/*.txt)
set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${list} ${CMAKE_SOURCE_DIR}/backend/openapi.json)

find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
execute_process(
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/translations/check_translations.py --files
  RESULT_VARIABLE incomplete ERROR_VARIABLE missing)
if(incomplete)
  message(FATAL_ERROR "The languages are not complete:\n${missing}")
endif()

file(READ ${list} rows)
string(JSON count LENGTH ${rows})
set(MADOGUCHI_LANGUAGES)
math(EXPR last "${count} - 1")
foreach(row RANGE ${last})
  string(JSON tag GET ${rows} ${row} tag)
  list(APPEND MADOGUCHI_LANGUAGES ${tag})
endforeach()
