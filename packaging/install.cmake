# SPDX-License-Identifier: Apache-2.0
# What an installation consists of besides the programs. They find models, cards and each other relative to themselves
# (core/base/installation.h); units and rules of the system name /usr, where the package puts them.
include(GNUInstallDirs)
set(share ${CMAKE_INSTALL_DATADIR})
set(here ${PROJECT_SOURCE_DIR}/packaging)
set(resources ${PROJECT_SOURCE_DIR}/resources)

install(DIRECTORY ${resources}/models/ DESTINATION ${share}/nanocap/models
  FILES_MATCHING PATTERN "*.pth" PATTERN "models.json" PATTERN "golden/*.png" PATTERN "recipe" EXCLUDE)
install(DIRECTORY ${resources}/cards/ DESTINATION ${share}/nanocap/cards)
install(DIRECTORY ${resources}/help/ DESTINATION ${share}/nanocap/help)

install(FILES ${resources}/icons/nanocap.svg DESTINATION ${share}/icons/hicolor/scalable/apps)
install(FILES ${here}/nanocap.desktop DESTINATION ${share}/applications)
install(FILES ${here}/nanocap.metainfo.xml DESTINATION ${share}/metainfo)
foreach(program nanocap nanocapctl)
  install(FILES ${here}/${program}.bash DESTINATION ${share}/bash-completion/completions RENAME ${program})
endforeach()

# The kiosk: asleep until `nanocap-kiosk enable`.
install(PROGRAMS ${here}/kiosk/nanocap-kiosk DESTINATION sbin)
install(PROGRAMS ${here}/kiosk/kiosk-cage DESTINATION libexec/nanocap)
install(DIRECTORY ${here}/systemd/ DESTINATION lib/systemd/system FILES_MATCHING PATTERN "*.service" PATTERN "10-kiosk.conf")
install(FILES ${here}/systemd/jetson.conf DESTINATION ${share}/nanocap/kiosk)
install(FILES ${here}/kiosk/60-nanocap.rules DESTINATION lib/udev/rules.d)
install(FILES ${here}/kiosk/nanocap.rules DESTINATION ${share}/polkit-1/rules.d RENAME 60-nanocap.rules)

# Debian's policy wants manual pages and the list of changes compressed, always with the same bytes.
find_program(NANOCAP_GZIP gzip REQUIRED)
function(nanocap_compressed SOURCE NAME DESTINATION)
  set(packed ${CMAKE_CURRENT_BINARY_DIR}/documents/${NAME}.gz)
  add_custom_command(OUTPUT ${packed} DEPENDS ${SOURCE} VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/documents
    COMMAND sh -c "\"$1\" -9nc \"$2\" > \"$3\"" sh ${NANOCAP_GZIP} ${SOURCE} ${packed})
  add_custom_target(nanocap_document_${NAME} ALL DEPENDS ${packed})
  install(FILES ${packed} DESTINATION ${DESTINATION})
endfunction()
nanocap_compressed(${here}/man/nanocap.1 nanocap.1 ${CMAKE_INSTALL_MANDIR}/man1)
nanocap_compressed(${here}/man/nanocapctl.1 nanocapctl.1 ${CMAKE_INSTALL_MANDIR}/man1)
nanocap_compressed(${here}/man/nanocap-kiosk.8 nanocap-kiosk.8 ${CMAKE_INSTALL_MANDIR}/man8)
nanocap_compressed(${here}/debian/changelog changelog ${share}/doc/nanocap)
install(FILES ${here}/debian/copyright ${PROJECT_SOURCE_DIR}/README.md ${resources}/LICENSES.md ${resources}/models/TRAINING.md
  ${here}/kiosk/RECOVERY.md DESTINATION ${share}/doc/nanocap)
