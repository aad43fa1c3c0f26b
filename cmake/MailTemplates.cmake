# madoguchi_mail_templates(target folder LANGUAGES...) puts every mail of the folder (<kind>.<language>.txt) into the
# target, with the table of them that backend/mail/mail_template.h declares. A mail that lacks a language stops here.
function(madoguchi_mail_templates target folder)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.txt)
  set(kinds)
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME)
    if(NOT name MATCHES "^([a-zA-Z]+)\\.([a-zA-Z]+)\\.txt$" OR NOT CMAKE_MATCH_2 IN_LIST ARGN)
      message(FATAL_ERROR "${file}: a mail is named <kind>.<language>.txt, the language one of ${ARGN}")
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
        message(FATAL_ERROR "${file} is missing: every mail is there in every language")
      endif()
      madoguchi_embed(${target} mail_${kind}_${language} ${file})
      string(APPEND includes "#include \"embedded/mail_${kind}_${language}.h\"\n")
      string(APPEND rows "      {\"${kind}\", \"${language}\", embedded::mail_${kind}_${language}()},\n")
    endforeach()
  endforeach()
  set(table ${CMAKE_CURRENT_BINARY_DIR}/embedded/mail_templates.cpp)
  file(CONFIGURE OUTPUT ${table} @ONLY CONTENT [[#include "backend/mail/mail_template.h"

#include <array>

@includes@
namespace madoguchi::backend {

std::span<const MailTemplate> mailTemplates() {
  static const auto all = std::to_array<MailTemplate>({
@rows@  });
  return all;
}

}  // namespace madoguchi::backend
]])
  target_sources(${target} PRIVATE ${table})
endfunction()
