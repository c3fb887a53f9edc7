#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# kiosk.sh [nanocap_VERSION_ARCH.deb]: the kiosk's service under a systemd of its own, in a container, with cage drawing into
# memory: boots to captions, comes back when engine or window are killed, stops, is left. Exit 77 and "SKIP: why" where it
# cannot run. NANOCAP_ROOT: a Debian folder to use (and to change) that has the package's libraries, cage and seatd already.
# Not like a machine: no screen, camera or input, /sys cannot be written to, and no limit of memory for the engine.
set -u
project=$(cd "$(dirname "$0")/../.." && pwd)
. "$project/packaging/packages.sh"
skip() { echo "SKIP: $*"; exit 77; }
[ "$(id -u)" -eq 0 ] || skip "a container needs root"
for tool in mmdebstrap systemd-nspawn dpkg-deb; do command -v "$tool" >/dev/null || skip "$tool is not installed"; done
package=${1:-$(ls "$project"/nanocap_*_"$(dpkg --print-architecture)".deb 2>/dev/null | tail -1)}
[ -f "$package" ] || skip "there is no package yet: sh packaging/deb.sh"

made=
if [ -n "${NANOCAP_ROOT:-}" ]; then
    root=$NANOCAP_ROOT
else
    made=$(mktemp -d /tmp/nanocap-kiosk.XXXXXX)
    root=$made/root
    trap 'rm -rf "$made"' EXIT
    say "A Debian 12 with cage and seatd"
    debian_sources > "$made/debian.list"
    libraries=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/ //g')
    mmdebstrap --quiet --mode=root --variant=minbase --dpkgopt='force-unsafe-io' --aptopt='Acquire::Languages "none"' \
        --aptopt='APT::Install-Recommends "false"' \
        --include="systemd-sysv,udev,dbus,procps,cage,seatd,qt6-wayland,libgl1-mesa-dri,$libraries" \
        bookworm "$root" "$made/debian.list" || { echo "FAILED  no root could be made"; exit 1; }
fi
cp "$package" "$root/nanocap.deb"
chroot "$root" dpkg -i /nanocap.deb >/dev/null && chroot "$root" nanocap-kiosk enable --software --no-start >/dev/null \
    || { echo "FAILED  the package could not be installed"; exit 1; }
for unit in nanocap-kiosk nanocap-kiosk-safe; do
    mkdir -p "$root/etc/systemd/system/$unit.service.d"
    printf '%s\n' '[Service]' StandardInput=null TTYPath= UtmpIdentifier= 'Environment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1' \
        > "$root/etc/systemd/system/$unit.service.d/90-container.conf"
done
install -d "$root/var/lib/nanocap/config/nanocap"
echo '{"default_model": "flashcards-en", "source": "cards:", "minimum_available_mb": "auto"}' \
    > "$root/var/lib/nanocap/config/nanocap/settings.json"
chroot "$root" chown -R nanocap:nanocap /var/lib/nanocap
cp "$project/tests/packaging/kiosk_trial.sh" "$root/trial.sh"
printf '%s\n' '[Unit]' After=multi-user.target '[Service]' 'ExecStart=/bin/sh /trial.sh' '[Install]' WantedBy=multi-user.target \
    > "$root/etc/systemd/system/trial.service"
chroot "$root" systemctl enable -q trial.service
rm -f "$root/trial.log"

say "Booting it"
timeout 600 systemd-nspawn -D "$root" -b --register=no --keep-unit --private-network --console=pipe < /dev/null > "$root/boot.log" 2>&1
[ -f "$root/trial.log" ] || { tail -5 "$root/boot.log"; skip "no container can be booted here"; }
cat "$root/trial.log"
failed=$(grep -c '^FAILED' "$root/trial.log")
passed=$(grep -c '^ok' "$root/trial.log")
[ "$failed" -eq 0 ] || tail -40 "$root/trial.journal"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
