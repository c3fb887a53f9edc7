# SPDX-License-Identifier: Apache-2.0
# Sourced by packaging/run.sh, packaging/deb.sh and tests/run.sh: Debian packages, how what is missing of them is installed,
# and how a build and a package are made.

build_tools="build-essential cmake ninja-build ccache pkg-config qt6-base-dev-tools qt6-tools-dev-tools qt6-l10n-tools"
# What is compiled and linked against: of this machine's kind, or of the board's in a cross build.
build_libraries="zlib1g-dev libexpected-dev qt6-base-dev qt6-multimedia-dev qt6-tools-dev libgl1-mesa-dev libtorch-dev
 libopencv-dev libgstreamer1.0-dev libgstreamer-plugins-base1.0-dev libjpeg-dev libtiff-dev
 qt6-speech-dev qt6-declarative-dev libavformat-dev libavcodec-dev libavutil-dev libswscale-dev libsystemd-dev
 libsodium-dev libxcb1-dev libxnnpack-dev libpthreadpool-dev"
build_packages="$build_tools $build_libraries"
runtime_packages="libopenblas0-pthread libqt6multimedia6 qt6-image-formats-plugins qt6-qpa-plugins gstreamer1.0-plugins-base
 gstreamer1.0-plugins-good qt6-speech-flite-plugin qt6-speech-speechd-plugin speech-dispatcher
 speech-dispatcher-espeak-ng fonts-nanum fonts-dejavu-core
 libsodium23"
test_packages="desktop-file-utils appstream mandoc clang-format libgtest-dev libgmock-dev libbenchmark-dev clang-14 libclang-rt-14-dev xvfb xauth ffmpeg strace procps pulseaudio locales
 dbus-daemon
 python3-torch python3-torchvision python3-numpy python3-pil"
package_tools="dpkg-dev gzip"
cross_tools="g++-aarch64-linux-gnu mmdebstrap"

say() { printf '%s\n' "== $*"; }

# step WHAT COMMAND…: says what is done, stops at the first command that fails and names it.
step() {
    say "$1"
    shift
    "$@" || { code=$?; say "FAILED (exit $code): $*"; exit "$code"; }
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

missing_of() {
    for package in $*; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

# install_missing PACKAGE…: nothing when all are there; says what apt will download before it starts.
install_missing() {
    missing=$(missing_of "$@")
    if [ -z "$missing" ]; then
        say "All Debian packages are installed."
        return
    fi
    command -v apt-get >/dev/null || { say "FAILED: these packages are missing and there is no apt-get: $missing"; exit 1; }
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null \
        || { say "FAILED: run as root or install sudo; missing packages: $missing"; exit 1; }
    step "Reading the package lists" as_root apt-get update -qq
    say "Missing packages: $missing"
    # shellcheck disable=SC2086
    plan=$(LC_ALL=C as_root apt-get install --no-install-recommends --assume-no $missing 2>&1)
    printf '%s\n' "$plan" | grep -E '^(Need to get|After this operation|[0-9]+ upgraded)' | sed 's/^/   /'
    if ! printf '%s\n' "$plan" | grep -q 'newly installed'; then
        printf '%s\n' "$plan" | tail -5
        say "FAILED: apt-get cannot install: $missing"
        exit 1
    fi
    # shellcheck disable=SC2086
    step "Installing them with apt-get" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends $missing
}

# build DIRECTORY TARGETS [CMAKE OPTION…]: configures once and builds with Ninja.
build() {
    directory=$1
    targets=$2
    shift 2
    step "Configuring (Ninja, Release) in $directory" cmake -S "$root" -B "$directory" -G Ninja \
        -DCMAKE_BUILD_TYPE=Release "$@"
    # shellcheck disable=SC2086
    step "Building" cmake --build "$directory" $targets
}

# debian_sources: the lines of a sources.list with which apt of this machine reaches Debian.
debian_sources() {
    apt-get indextargets --format '$(ORIGIN)|deb $(REPO_URI) $(RELEASE) $(COMPONENT)' "Created-By: Packages" \
        | sed -n 's/^Debian|//p' | sort -u
}

# make_package BUILD-DIRECTORY TARGET-FOLDER
make_package() {
    rm -f "$1"/nanocap_*.deb
    ( cd "$1" && umask 022 && step "Packing" cpack -G DEB ) || exit 1
    package=$(basename "$1"/nanocap_*.deb)
    step "Moving it to $2" mv "$1/$package" "$2/"
    say "Made $package ($(du -h "$2/$package" | cut -f1)). Install it with:"
    echo "   apt install $2/$package"
}
