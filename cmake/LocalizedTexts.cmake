# Texts of the service, <kind>.<language>.txt: one that lacks a language stops here.
#   madoguchi_mail_templates(target folder LANGUAGES...)   every mail; the table of backend/mail/mail_template.h
#   madoguchi_page_texts(target folder LANGUAGES...)       what pages say; the table of backend/pages/page_texts.h
function(madoguchi_mail_templates target folder)
  madoguchi_localized_texts(${target} ${folder} mail mailTemplates backend/mail/mail_template.h ${ARGN})
endfunction()

function(madoguchi_page_texts target folder)
  madoguchi_localized_texts(${target} ${folder} page pageTexts backend/pages/page_texts.h ${ARGN})
endfunction()

# Defines `table`, declared in `header`, with what the folder has. `noun` names one of them in messages and symbols.
function(madoguchi_localized_texts target folder noun table header)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.txt)
  set(kinds)
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME)
    if(NOT name MATCHES "^([a-zA-Z]+)\\.([a-zA-Z]+)\\.txt$" OR NOT CMAKE_MATCH_2 IN_LIST ARGN)
      message(FATAL_ERROR "${file}: a ${noun} is named <kind>.<language>.txt, the language one of ${ARGN}")
    endif()
    list(APPEND kinds ${CMAKE_MATCH_1})
  endforeach()
  list(REMOVE_DUPLICATES kinds)
  set(includes)
  set(rows)
  foreach(kind IN LISTS kinds)
    foreach(language IN LISTS ARGN)
      set(file ${folder}/${kind}.${language}.txt)
      if(NOT EXISTS ${file})
        message(FATAL_ERROR "${file} is missing: every ${noun} is there in every language")
      endif()
      set(symbol ${noun}_${kind}_${language})
      madoguchi_embed(${target} ${symbol} ${file})
      string(APPEND includes "#include \"embedded/${symbol}.h\"\n")
      string(APPEND rows "      {\"${kind}\", \"${language}\", embedded::${symbol}()},\n")
    endforeach()
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded/${table}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[#include "@header@"

#include <array>

@includes@
namespace madoguchi::backend {

std::span<const LocalizedText> @table@() {
  static const auto all = std::to_array<LocalizedText>({
@rows@  });
  return all;
}

}  // namespace madoguchi::backend
]])
  target_sources(${target} PRIVATE ${source})
endfunction()
