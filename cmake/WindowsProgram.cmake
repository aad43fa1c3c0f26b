# madoguchi_windows_program(target description [WINDOWED]): what Windows shows of a program, and how it treats it
# (packaging/windows/program.manifest). WINDOWED: it has the icon, and no console is opened for it.
function(madoguchi_windows_program target description)
  cmake_parse_arguments(PARSE_ARGV 2 arg "WINDOWED" "" "")
  set(packaging ${CMAKE_SOURCE_DIR}/packaging/windows)
  set(version ${PROJECT_VERSION_MAJOR},${PROJECT_VERSION_MINOR},${PROJECT_VERSION_PATCH},0)
  set(icon_line "")
  if(arg_WINDOWED)
    set_target_properties(${target} PROPERTIES WIN32_EXECUTABLE ON)
    set(icon ${CMAKE_BINARY_DIR}/madoguchi.ico)
    set(icon_line "1 ICON \"${icon}\"")
    set(pictures)
    foreach(size 16 24 32 48 64 128 256)
      list(APPEND pictures ${CMAKE_SOURCE_DIR}/packaging/client/icons/madoguchi-${size}.png)
    endforeach()
    add_custom_command(OUTPUT ${icon}
      COMMAND Python3::Interpreter ${packaging}/make_icon.py ${icon} ${pictures}
      DEPENDS ${packaging}/make_icon.py ${pictures} COMMENT "Making the icon for Windows")
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${target}.rc PROPERTIES OBJECT_DEPENDS ${icon})
  endif()
  configure_file(${packaging}/program.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
endfunction()
