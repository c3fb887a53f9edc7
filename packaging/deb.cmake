# SPDX-License-Identifier: Apache-2.0
# The Debian package, made by CPack of what packaging/install.cmake installs (packaging/deb.sh).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME nanocap)
set(CPACK_PACKAGE_CONTACT "Nanocap developers <nanocap@localhost.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "live image captions on small computers, with the memory in view")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Captions what a camera, a film or a folder of pictures shows, with a model
that is picked from a menu. Before a model is loaded it is known what that
takes. While it is loaded and used, the memory stays in view. What is
refused or dies is explained in numbers. Four small models are built in.

For desktops, touchscreens and kiosks (nanocap-kiosk makes one). The command
nanocapctl does the same in a terminal.")

# What programs load by name is found by no linker. Each is here because something built in needs it: the fast matrix
# products of libtorch, WebP and TIFF pictures of folders, letters.
set(loaded "libopenblas0-pthread, qt6-image-formats-plugins, fonts-dejavu-core")
# Comfort, which apt brings along unless told otherwise: Korean letters, Wayland and screens without a desktop, cameras
# and pipelines of GStreamer, voices.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-nanum, qt6-wayland, qt6-qpa-plugins, gstreamer1.0-plugins-base, \
gstreamer1.0-plugins-good, qt6-speech-speechd-plugin | qt6-speech-flite-plugin, speech-dispatcher-espeak-ng")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cage, seatd, libqt6opengl6, udisks2")
set(NANOCAP_DEB_DEPENDS "" CACHE STRING
  "What the package depends on; empty asks dpkg-shlibdeps (a package for another architecture takes this one's)")
if(NANOCAP_DEB_DEPENDS)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "${NANOCAP_DEB_DEPENDS}")
  set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE ${NANOCAP_DEB_ARCHITECTURE})
else()
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "${loaded}")
endif()
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/debian/postinst
  ${PROJECT_SOURCE_DIR}/packaging/debian/prerm ${PROJECT_SOURCE_DIR}/packaging/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
