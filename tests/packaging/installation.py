#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""installation.py BUILD: installs a build into a temporary folder, moves it to another name and uses it there."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from cases import Skip, run

BUILD = pathlib.Path(sys.argv[1])
SOURCE = pathlib.Path(__file__).resolve().parents[2]
WORK = pathlib.Path(tempfile.mkdtemp(prefix='nanocap-installation-'))
MOVED = WORK / 'another name' / 'nanocap 2'

FILES = '''
bin/nanocap
bin/nanocapctl
libexec/nanocap/kiosk-cage
libexec/nanocap/nanocap-engine
libexec/nanocap/nanocap-film
libexec/nanocap/nanocap-gst
sbin/nanocap-kiosk
lib/systemd/system/nanocap-.service.d/10-kiosk.conf
lib/systemd/system/nanocap-kiosk.service
lib/systemd/system/nanocap-kiosk-safe.service
lib/systemd/system/nanocap-kiosk-eglfs.service
lib/systemd/system/nanocap-kiosk-eglfs-safe.service
lib/udev/rules.d/60-nanocap.rules
share/applications/nanocap.desktop
share/bash-completion/completions/nanocap
share/bash-completion/completions/nanocapctl
share/doc/nanocap/LICENSES.md
share/doc/nanocap/README.md
share/doc/nanocap/RECOVERY.md
share/doc/nanocap/TRAINING.md
share/doc/nanocap/changelog.gz
share/doc/nanocap/copyright
share/icons/hicolor/scalable/apps/nanocap.svg
share/man/man1/nanocap.1.gz
share/man/man1/nanocapctl.1.gz
share/man/man8/nanocap-kiosk.8.gz
share/metainfo/nanocap.metainfo.xml
share/nanocap/kiosk/jetson.conf
share/nanocap/models/models.json
share/polkit-1/rules.d/60-nanocap.rules
'''.split()


def installed():
    staged = WORK / 'staged'
    subprocess.run(['cmake', '--install', BUILD, '--prefix', '/usr'], check=True, stdout=subprocess.DEVNULL,
                   env=dict(os.environ, DESTDIR=str(staged)))
    MOVED.parent.mkdir(parents=True)
    (staged / 'usr').rename(MOVED)


def environment(**more):
    clean = {name: value for name, value in os.environ.items() if not name.startswith(('NANOCAP_', 'XDG_'))}
    return dict(clean, HOME=str(WORK), NANOCAP_STATE_DIR=str(WORK / 'state'), QT_QPA_PLATFORM='offscreen', **more)


def program(name, *words, code=0, **more):
    done = subprocess.run([name, *map(str, words)], capture_output=True, text=True, env=environment(**more), cwd='/')
    assert done.returncode == code, '%s ended with %d: %s%s' % (name, done.returncode, done.stdout, done.stderr)
    return done.stdout


def every_file_is_there_and_no_other():
    models = ['share/nanocap/models/' + str(f.relative_to(SOURCE / 'resources/models'))
              for pattern in ('*.pth', 'golden/*.png') for f in (SOURCE / 'resources/models').glob(pattern)]
    cards = ['share/nanocap/cards/' + str(f.relative_to(SOURCE / 'resources/cards'))
             for f in (SOURCE / 'resources/cards').rglob('*') if f.is_file()]
    optional = {'libexec/nanocap/nanocap-speech'}  # where Qt TextToSpeech is not installed there is none
    there = {str(f.relative_to(MOVED)) for f in MOVED.rglob('*') if f.is_file()}
    helps = ['share/nanocap/help/' + str(f.relative_to(SOURCE / 'resources/help'))
             for f in (SOURCE / 'resources/help').rglob('*.md')]
    wanted = set(FILES + models + cards + helps)
    assert not wanted - there, 'missing: %s' % sorted(wanted - there)
    assert not there - wanted - optional, 'too many: %s' % sorted(there - wanted - optional)


def models_are_those_of_the_moved_folder():
    card = json.loads(program(MOVED / 'bin/nanocapctl', 'inspect', 1, '--json'))
    assert card['file'].startswith(str(MOVED / 'share/nanocap/models')), card['file']


def a_picture_is_captioned_from_the_moved_folder():
    picture = MOVED / 'share/nanocap/cards/fox-blue.png'
    said = json.loads(program(MOVED / 'bin/nanocapctl', 'caption', 1, picture, '--json', '--min-available', 'auto'))
    assert said['captions'][0]['text'], said


def a_link_to_the_program_leads_to_its_own_folder():
    link = WORK / 'links' / 'describe'
    link.parent.mkdir()
    link.symlink_to(MOVED / 'bin/nanocapctl')
    card = json.loads(program(link, 'inspect', 1, '--json'))
    assert card['file'].startswith(str(MOVED)), card['file']


def the_window_shows_its_cards_from_the_moved_folder():
    report = WORK / 'report.json'
    program(MOVED / 'bin/nanocap', '--model', 1, '--source', 'cards:', '--captions', 1, '--quit-after-done', '--report', report,
            '--min-available', 'auto')
    assert json.loads(report.read_text())['captions'], report.read_text()


def the_helper_for_pipelines_is_found():
    report = WORK / 'gst.json'
    done = subprocess.run(['gst-inspect-1.0', 'videotestsrc'], capture_output=True) if shutil.which('gst-inspect-1.0') else None
    if done is not None and done.returncode:
        raise Skip('GStreamer has no videotestsrc')
    program(MOVED / 'bin/nanocap', '--model', 1, '--source', 'gst:videotestsrc', '--captions', 1, '--quit-after-done', '--report',
            report, '--min-available', 'auto')
    assert json.loads(report.read_text())['captions'], report.read_text()


def without_its_engine_it_says_so():
    (MOVED / 'libexec/nanocap/nanocap-engine').rename(WORK / 'engine')
    try:
        said = json.loads(program(MOVED / 'bin/nanocapctl', 'load', 1, '--json', '--min-available', 'auto', code=5))
    finally:
        (WORK / 'engine').rename(MOVED / 'libexec/nanocap/nanocap-engine')
    assert said['failure']['code'] == 'ENGINE_MISSING', said['failure']


def programs_may_be_run_and_documents_may_be_read():
    for file in MOVED.rglob('*'):
        mode = file.stat().st_mode
        assert mode & 0o444 == 0o444, file
        runs = file.is_file() and file.relative_to(MOVED).parts[0] in ('bin', 'sbin', 'libexec')
        assert file.is_dir() or bool(mode & 0o111) == runs, file


try:
    installed()
    code = run('installation', [
        every_file_is_there_and_no_other, models_are_those_of_the_moved_folder, a_picture_is_captioned_from_the_moved_folder,
        a_link_to_the_program_leads_to_its_own_folder, the_window_shows_its_cards_from_the_moved_folder,
        the_helper_for_pipelines_is_found, without_its_engine_it_says_so, programs_may_be_run_and_documents_may_be_read])
finally:
    shutil.rmtree(WORK)
sys.exit(code)
