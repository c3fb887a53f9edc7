#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""documents.py BUILD: man pages, completion, desktop entry, AppStream file, kiosk script and units say what is true."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

from cases import Skip, run

BUILD = pathlib.Path(sys.argv[1])
SOURCE = pathlib.Path(__file__).resolve().parents[2]
PACKAGING = SOURCE / 'packaging'
VERSION = re.search(r'project\(Nanocap VERSION (\S+)', (SOURCE / 'CMakeLists.txt').read_text()).group(1)
PROGRAMS = {'nanocap': (BUILD / 'bin/nanocap', 'nanocap.1'), 'nanocapctl': (BUILD / 'bin/nanocapctl', 'nanocapctl.1'),
            'nanocap-kiosk': (PACKAGING / 'kiosk/nanocap-kiosk', 'nanocap-kiosk.8')}


def tool(name):
    # systemd-analyze and others may be outside a person's path.
    found = shutil.which(name, path=os.environ.get('PATH', '') + ':/usr/bin:/usr/sbin')
    if not found:
        raise Skip(name + ' is not installed')
    return found


def output(*words, code=0, **more):
    done = subprocess.run(list(map(str, words)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
    assert done.returncode == code, '%s ended with %d: %s' % (words[0], done.returncode, done.stdout)
    return done.stdout


def help_of(name):
    return output(PROGRAMS[name][0], '--help')


def page_of(name):
    text = (PACKAGING / 'man' / PROGRAMS[name][1]).read_text()
    return re.sub(r'\bFl Fl ([a-z])', r'--\1', text)


def options(text):
    return set(re.findall(r'(?<![\w-])--[a-z][a-z-]*', text))


def commands(text):
    return set(re.findall(r'^  ([a-z]+)(?: |$)', text, re.M))


def man_pages_have_every_option_and_no_other():
    for name in PROGRAMS:
        told, written = options(help_of(name)) | {'--help', '--version'}, options(page_of(name)) | {'--help', '--version'}
        assert told == written, '%s: only --help has %s, only the page %s' % (name, told - written, written - told)


def man_pages_have_every_command():
    for name in ('nanocapctl', 'nanocap-kiosk'):
        written = set(re.findall(r'^\.It Cm ([a-z]+)', page_of(name), re.M))
        assert commands(help_of(name)) == written, '%s: %s' % (name, commands(help_of(name)) ^ written)


def man_pages_have_no_errors():
    mandoc = tool('mandoc')
    for name in PROGRAMS:
        output(mandoc, '-T', 'lint', '-W', 'warning', PACKAGING / 'man' / PROGRAMS[name][1])


def completion_offers_options_commands_and_values():
    bash = tool('bash')
    script = '''PATH=$1:$PATH; . "$2"; COMP_WORDS=($3); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); [ -n "$4" ] || {
        COMP_WORDS+=(""); COMP_CWORD=$(( COMP_CWORD + 1 )); }
        compopt() { :; }; _$5 "$5" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"; printf '%s\\n' "${COMPREPLY[@]}"'''

    def offered(name, words, begun=True):
        return set(output(bash, '-c', script, 'bash', BUILD / 'bin', PACKAGING / (name + '.bash'), words,
                          'begun' if begun else '', name, env=dict(os.environ, QT_QPA_PLATFORM='offscreen')).split())

    for name in ('nanocap', 'nanocapctl'):
        assert options(help_of(name)) <= offered(name, name + ' --'), name
        assert offered(name, name + ' --precision', False) == {'fp32', 'fp16', 'int8'}, name
    assert offered('nanocapctl', 'nanocapctl', False) == commands(help_of('nanocapctl'))
    assert offered('nanocapctl', 'nanocapctl ca') == {'caption'}


def desktop_entry_is_valid():
    output(tool('desktop-file-validate'), PACKAGING / 'nanocap.desktop')


def appstream_file_is_valid_and_of_this_version():
    file = PACKAGING / 'nanocap.metainfo.xml'
    assert tree.parse(file).getroot().find('releases/release').get('version') == VERSION
    # Warnings end it with an error as well: that the name is not one of the internet's cannot be helped.
    done = subprocess.run([tool('appstreamcli'), 'validate', '--no-net', '--no-color', file], capture_output=True, text=True)
    assert not re.search(r'^E: ', done.stdout, re.M), done.stdout


def changelog_is_of_this_version():
    assert (PACKAGING / 'debian/changelog').read_text().startswith('nanocap (%s) ' % VERSION)


def scripts_can_be_read_by_sh():
    for file in [*PACKAGING.glob('*.sh'), *PACKAGING.glob('*/*.sh'), *(SOURCE / 'tests').rglob('*.sh'),
                 PACKAGING / 'kiosk/nanocap-kiosk', PACKAGING / 'kiosk/kiosk-cage', *(PACKAGING / 'debian').glob('p*')]:
        output('sh', '-n', file)


def the_kiosks_session_ends_as_its_window_ended():
    # A cage and a window of paper: cage ends with 0 whatever its window does.
    with tempfile.TemporaryDirectory() as folder:
        script = (PACKAGING / 'kiosk/kiosk-cage').read_text().replace('/usr/bin/cage', folder + '/cage')
        for name, text in (('session', script), ('cage', '#!/bin/sh\nshift 2\n"$@"\nexit 0\n'),
                           ('nanocap', '#!/bin/sh\n[ "$*" = "--kiosk --safe" ] || exit 99\neval "$NANOCAP_END"\n')):
            pathlib.Path(folder, name).write_text(text)
            pathlib.Path(folder, name).chmod(0o755)
        for end, code in (('exit 0', 0), ('exit 3', 3), ('kill -9 $$', 137), ('kill -9 $PPID', 1)):
            output(folder + '/session', '--safe', code=code,
                   env=dict(os.environ, PATH=folder + ':' + os.environ['PATH'], RUNTIME_DIRECTORY=folder, NANOCAP_END=end))


def kiosk_script_tells_wrong_words():
    assert 'nanocap-kiosk enable' in output(PROGRAMS['nanocap-kiosk'][0], 'enabel', code=2)


def units_are_understood_by_systemd():
    analyze = tool('systemd-analyze')
    folder = PACKAGING / 'systemd'
    units = sorted(folder.glob('*.service'))
    assert len(units) == 4
    # Programs that are not installed here and other packages' units do not matter; every setting must be known.
    done = subprocess.run([analyze, 'verify', '--recursive-errors=no', '--man=no', *units], capture_output=True, text=True,
                          env=dict(os.environ, SYSTEMD_UNIT_PATH='%s:' % folder))
    wrong = [line for line in done.stderr.splitlines() if 'nanocap' in line and 'is not executable' not in line]
    assert not wrong, '\n'.join(wrong)


def units_expose_little():
    analyze = tool('systemd-analyze')
    folder = PACKAGING / 'systemd'
    if int(output(analyze, '--version').split()[1]) < 250:
        raise Skip('systemd-analyze cannot judge a file before systemd 250')
    for unit in folder.glob('*.service'):
        # Points from 0 to 100; what the program needs costs 17 to 19 of them.
        output(analyze, 'security', '--offline=yes', '--threshold=20', '--no-pager', unit,
               env=dict(os.environ, SYSTEMD_UNIT_PATH='%s:' % folder))


def units_let_the_window_outlive_its_engine():
    common = (PACKAGING / 'systemd/nanocap-.service.d/10-kiosk.conf').read_text()
    for line in ('OOMPolicy=continue', 'Delegate=yes', 'Type=notify'):
        assert '\n%s\n' % line in common, line
    for setting in ('ProcSubset', 'ProtectProc', 'MemoryDenyWriteExecute', 'ProtectControlGroups'):
        assert not re.search('^%s=' % setting, common, re.M), setting
    for name in ('nanocap-kiosk', 'nanocap-kiosk-safe'):
        assert '\nNotifyAccess=all\n' in (PACKAGING / ('systemd/%s.service' % name)).read_text(), name


sys.exit(run('documents', [
    man_pages_have_every_option_and_no_other, man_pages_have_every_command, man_pages_have_no_errors,
    completion_offers_options_commands_and_values, desktop_entry_is_valid, appstream_file_is_valid_and_of_this_version,
    changelog_is_of_this_version, the_kiosks_session_ends_as_its_window_ended, scripts_can_be_read_by_sh, kiosk_script_tells_wrong_words, units_are_understood_by_systemd,
    units_expose_little, units_let_the_window_outlive_its_engine]))
