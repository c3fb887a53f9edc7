#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs inside the container of kiosk.sh: what the kiosk's service does when its parts are killed. The window's own line to
# the service manager says how many captions there are.
set -u
exec > /trial.log 2>&1
status() { systemctl show -p StatusText --value nanocap-kiosk; }
captions() { status | sed -n 's/.*live, \([0-9]*\) captions.*/\1/p'; }
# until_it N SECONDS: more than N captions.
until_it() {
    waited=0
    while [ "$waited" -lt "$2" ]; do
        [ "$(captions || echo 0)" -gt "$1" ] 2>/dev/null && return 0
        sleep 1
        waited=$((waited + 1))
    done
    echo "        $(status); $(systemctl show -p ActiveState --value nanocap-kiosk)"
    return 1
}
check() { what=$1; shift; if "$@"; then echo "ok      $what"; else echo "FAILED  $what"; fi; }
restarts() { systemctl show -p NRestarts --value nanocap-kiosk; }
inactive() { sleep "$1"; ! systemctl is-active -q nanocap-kiosk; }

check "it boots to captions" until_it 0 120
pkill -KILL -x nanocap-engine
check "its engine killed, it captions on" until_it $(($(captions) + 5)) 60
check "and systemd had nothing to do" [ "$(restarts)" = 0 ]
pkill -KILL -x nanocap
sleep 4
check "its window killed, it comes back to captions" until_it 0 120
check "and it was systemd who started it" [ "$(restarts)" = 1 ]
begin=$(date +%s)
systemctl stop nanocap-kiosk
check "it stops within ten seconds" [ $(($(date +%s) - begin)) -lt 10 ]
systemctl start nanocap-kiosk
check "started again it captions" until_it 0 120
pkill -TERM -x nanocap
check "left by its operator it stays away" inactive 6
journalctl -b --no-pager -u 'nanocap-kiosk*' > /trial.journal
systemctl poweroff
