# SPDX-License-Identifier: Apache-2.0
# Sourced by packaging/run.sh and tests/run.sh: Debian packages, and how what is missing of them is installed.

build_packages="build-essential libxnnpack-dev libpthreadpool-dev cmake ninja-build ccache pkg-config zlib1g-dev libexpected-dev
 qt6-base-dev qt6-base-dev-tools qt6-multimedia-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
 libgl1-mesa-dev libtorch-dev libopencv-dev libgstreamer1.0-dev
 libgstreamer-plugins-base1.0-dev libjpeg-dev libtiff-dev
 qt6-speech-dev qt6-declarative-dev
 libavformat-dev libavcodec-dev libavutil-dev libswscale-dev libsystemd-dev
 libsodium-dev libxcb1-dev"
runtime_packages="libopenblas0-pthread libqt6multimedia6 qt6-image-formats-plugins qt6-qpa-plugins gstreamer1.0-plugins-base
 gstreamer1.0-plugins-good qt6-speech-flite-plugin qt6-speech-speechd-plugin speech-dispatcher
 speech-dispatcher-espeak-ng fonts-nanum fonts-dejavu-core
 libsodium23"
test_packages="clang-format libgtest-dev libgmock-dev libbenchmark-dev clang-14 libclang-rt-14-dev xvfb xauth ffmpeg strace procps pulseaudio locales
 dbus-daemon
 python3-torch python3-torchvision python3-numpy python3-pil"

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
