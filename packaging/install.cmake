# SPDX-License-Identifier: Apache-2.0
# What an installation consists of besides the programs, and the Debian package that is made of it (packaging/deb.sh).
# Programs find all of it relative to themselves: core/base/installation.
include(GNUInstallDirs)
set(share ${CMAKE_INSTALL_DATADIR})
set(here ${PROJECT_SOURCE_DIR}/packaging)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/models/ DESTINATION ${share}/nanocap/models
  FILES_MATCHING PATTERN "*.pth" PATTERN "models.json" PATTERN "golden/*.png" PATTERN "recipe" EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/cards/ DESTINATION ${share}/nanocap/cards)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/nanocap.svg DESTINATION ${share}/icons/hicolor/scalable/apps)
install(FILES ${here}/nanocap.desktop DESTINATION ${share}/applications)
install(FILES ${here}/nanocap.metainfo.xml DESTINATION ${share}/metainfo)
install(FILES ${here}/nanocapctl.bash DESTINATION ${share}/bash-completion/completions RENAME nanocapctl)
install(FILES ${here}/nanocap.bash DESTINATION ${share}/bash-completion/completions RENAME nanocap)
install(FILES ${here}/60-nanocap.rules DESTINATION lib/udev/rules.d)

# Debian's policy wants manual pages and the list of changes compressed, always with the same bytes.
find_program(NANOCAP_GZIP gzip)
foreach(page nanocap.1 nanocapctl.1)
  set(packed ${CMAKE_CURRENT_BINARY_DIR}/man/${page}.gz)
  add_custom_command(OUTPUT ${packed} DEPENDS ${here}/${page} VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/man
    COMMAND sh -c "\"$1\" -9nc \"$2\" > \"$3\"" sh ${NANOCAP_GZIP} ${here}/${page} ${packed})
  list(APPEND pages ${packed})
endforeach()
set(changes ${CMAKE_CURRENT_BINARY_DIR}/man/changelog.gz)
add_custom_command(OUTPUT ${changes} DEPENDS ${here}/debian/changelog VERBATIM
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/man
  COMMAND sh -c "\"$1\" -9nc \"$2\" > \"$3\"" sh ${NANOCAP_GZIP} ${here}/debian/changelog ${changes})
add_custom_target(nanocap_documents ALL DEPENDS ${pages} ${changes})
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${changes} DESTINATION ${share}/doc/nanocap)
install(FILES ${here}/debian/copyright ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${share}/doc/nanocap)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME nanocap)
set(CPACK_PACKAGE_CONTACT "Nanocap developers <nanocap@localhost.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "live image captions on small computers, with the memory in view")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Captions what a camera, a film or a folder of pictures shows, with a model\n"
  " that is picked from a menu. Before a model is loaded it is known what that\n"
  " takes; while it is loaded and used, the memory stays in view; and what is\n"
  " refused or dies is explained in numbers. Four small models are built in.\n"
  " .\n"
  " For desktops, touchscreens and kiosks; nanocapctl does the same in a\n"
  " terminal.")
string(REPLACE ";" "" CPACK_DEBIAN_PACKAGE_DESCRIPTION "${CPACK_DEBIAN_PACKAGE_DESCRIPTION}")
# What the programs load by name, not by linking: nothing finds it but this list. Kept short on purpose; each is named
# with what it is for in packaging/README.md.
set(NANOCAP_RUNTIME "libopenblas0-pthread, qt6-image-formats-plugins, gstreamer1.0-plugins-base, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-nanum, gstreamer1.0-plugins-good, qt6-wayland, qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cage, seatd, udisks2")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${NANOCAP_RUNTIME}")
set(NANOCAP_DEB_DEPENDS "" CACHE STRING "Whole Depends line; empty asks dpkg-shlibdeps (an arm64 package takes amd64's)")
if(NANOCAP_DEB_DEPENDS)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS OFF)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "${NANOCAP_DEB_DEPENDS}")
endif()
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${here}/debian/postinst ${here}/debian/prerm ${here}/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
