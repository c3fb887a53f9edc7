#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# chroot.sh [nanocap_VERSION_ARCH.deb]: the package in a minimal Debian 12 of its own: installed, used, moved, made a kiosk,
# upgraded, removed, purged. Needs root, mmdebstrap and what apt of this machine reaches; ten minutes. Ends with
# "N passed, N failed"; exit 77 and "SKIP: why" where it cannot run.
set -u
project=$(cd "$(dirname "$0")/../.." && pwd)
. "$project/packaging/packages.sh"

skip() { echo "SKIP: $*"; exit 77; }
[ "$(id -u)" -eq 0 ] || skip "a root of its own needs root"
for tool in mmdebstrap dpkg-deb apt-get; do command -v "$tool" >/dev/null || skip "$tool is not installed"; done
work=$(mktemp -d /tmp/nanocap-chroot.XXXXXX)
root=$work/root
mount -t tmpfs -o size=1k none "$work" 2>/dev/null && umount "$work" || skip "nothing may be mounted here"

leave() {
    for folder in dev proc; do umount "$root/$folder" 2>/dev/null; done
    mountpoint -q "$root/proc" || mountpoint -q "$root/dev" || rm -rf "$work"
}
trap leave EXIT
trap 'exit 1' INT TERM

passed=0 failed=0
# check WHAT COMMAND…: its output is shown when it fails.
check() {
    what=$1
    shift
    if said=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "ok      $what"
    else
        failed=$((failed + 1))
        printf 'FAILED  %s\n%s\n' "$what" "$said" | tail -25
    fi
}
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
seconds() { date +%s.%N; }
between() { echo "$1 $2" | awk '{ printf "%.0f s", $2 - $1 }'; }

package=${1:-}
if [ -z "$package" ]; then
    step "Making the package" sh "$project/packaging/deb.sh" "$work"
    package=$(ls "$work"/nanocap_*.deb)
fi

say "A minimal Debian 12"
debian_sources > "$work/debian.list"
mmdebstrap --quiet --mode=root --variant=minbase --include=systemd-sysv,udev --aptopt='Acquire::Languages "none"' \
    bookworm "$root" "$work/debian.list" || { echo "FAILED  no root could be made"; exit 1; }
mount --bind /proc "$root/proc" && mount --bind /dev "$root/dev" || exit 1
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/nanocap.deb"
mkdir "$work/next" && dpkg-deb -R "$package" "$work/next" \
    && sed -i 's/^Version: .*/&+next/' "$work/next/DEBIAN/control" && dpkg-deb --build -Zgzip "$work/next" "$root/next.deb" >/dev/null
inside apt-get update -qq

say "What apt brings along"
for recommends in --no-install-recommends --install-recommends; do
    inside apt-get install $recommends --assume-no /nanocap.deb 2>/dev/null \
        | grep -E '^(Need to get|After this|[0-9]+ upgraded)' | sed "s/^/   $recommends: /"
done
check "apt has the files" inside apt-get install -y -qq --no-install-recommends --download-only /nanocap.deb

say "Installed and used"
caption() { inside "${1:-/usr/bin}/nanocapctl" caption 1 /usr/share/nanocap/cards/fox-blue.png --min-available auto | grep "fox on a blue"; }
begin=$(seconds)
check "installed" inside apt-get install -y -qq --no-install-recommends /nanocap.deb
middle=$(seconds)
check "first caption" caption
end=$(seconds)
echo "   install $(between "$begin" "$middle"), first caption $(between "$middle" "$end") after it; this machine's load $(cut -d' ' -f1 /proc/loadavg)"
check "the window captions its cards three times" inside env QT_QPA_PLATFORM=offscreen nanocap --model 2 --source cards: \
    --captions 3 --quit-after-done --min-available auto --report /tmp/report.json
check "doctor is content" inside nanocapctl doctor
moved() { inside sh -c 'mkdir -p /opt/x && cp -a /usr/bin /opt/x/bin 2>/dev/null; mkdir -p /opt/x/share && mv /usr/share/nanocap /opt/x/share/ \
    && mv /usr/libexec/nanocap /opt/x/bin/helpers && mkdir /opt/x/libexec && mv /opt/x/bin/helpers /opt/x/libexec/nanocap
    /opt/x/bin/nanocapctl caption 1 /opt/x/share/nanocap/cards/fox-blue.png --min-available auto; code=$?
    mv /opt/x/share/nanocap /usr/share/; mv /opt/x/libexec/nanocap /usr/libexec/; rm -rf /opt/x; exit $code'; }
check "moved to /opt/x it works there" moved

say "A kiosk, upgraded"
check "nanocap-kiosk enable" inside nanocap-kiosk enable --no-start --software
check "its user is in the devices' groups" inside sh -c 'id -nG nanocap | grep video | grep input | grep render | grep audio'
check "systemd starts it with the machine" inside systemctl is-enabled nanocap-kiosk.service
check "systemd understands its units" inside systemd-analyze verify nanocap-kiosk.service nanocap-kiosk-eglfs.service
check "the kiosk's PIN can be set" inside sh -c 'echo 4711 | nanocap-kiosk ctl pin --set'
inside sh -c 'echo "{\"language\": \"ko\"}" > /var/lib/nanocap/config/nanocap/settings.json'
check "upgraded" inside apt-get install -y -qq /next.deb
check "settings, PIN and service are as before" inside sh -c 'grep ko /var/lib/nanocap/config/nanocap/settings.json \
    && nanocap-kiosk ctl pin && systemctl is-enabled nanocap-kiosk.service && ls /etc/systemd/system/nanocap-kiosk.service.d/50-software.conf'
check "the kiosk can be switched off" inside sh -c 'nanocap-kiosk disable && ! systemctl is-enabled -q nanocap-kiosk.service'
inside nanocap-kiosk enable --no-start >/dev/null

say "Removed and purged"
check "removed" inside apt-get remove -y -qq nanocap
check "the settings are kept, the service is gone" inside sh -c 'ls /var/lib/nanocap/config/nanocap/settings.json && ! find /etc/systemd | grep nanocap'
check "purged" inside apt-get purge -y -qq nanocap
check "user and folder are gone" inside sh -c '! getent passwd nanocap && ! getent group nanocap && ! ls -d /var/lib/nanocap'
# The person's own state (root's here) is not the package's to take.
nothing_left() { ! find "$root" -xdev \( -path "$root/proc" -o -path "$root/dev" -o -path "$root/root" -o -path "$root/tmp" \) -prune -o -iname '*nanocap*' -print \
    | grep -v "^$root/nanocap.deb$" | grep .; }
check "no file of it is left" nothing_left

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
