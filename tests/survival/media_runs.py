# SPDX-License-Identifier: Apache-2.0
"""How the media fuzz drives the real programs: the window in an unattended run, nanocapctl, and nanocap-film alone."""
import json
import os
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import threading
import time

import numpy
from PIL import Image

HANG_S = 15            # nothing may be silent for longer
PLAYED_S = 40          # no film of the fuzz lasts longer, however odd its times
START_S = 30           # of the window with its model, on a busy machine
HEADER = struct.Struct('=IIIIiII')  # app/sources/film_wire.h
ENDING = struct.Struct('=IIIII4xqq64s200s')
MAGIC = 0x4e434631
OUTCOMES = ('Ended CutOff Empty Unreadable NoFilm NoIndex Playlist Still SoundOnly UnknownCodec PixelFormat Matrix TooLarge NoMemory '
            'Broken').split()


class Trouble(Exception):
    """A crash, a hang, or an answer that is none."""


class Programs:
    """The built programs, with state folders of their own."""

    def __init__(self, folder, model):
        self.folder, self.model = folder, model
        self.state = tempfile.mkdtemp(prefix='media-fuzz-state-')
        self.environment = {**os.environ, 'NANOCAP_STATE_DIR': self.state, 'XDG_RUNTIME_DIR': self.state, 'HOME': self.state,
                            'QT_QPA_PLATFORM': 'offscreen', 'LC_ALL': 'C.UTF-8'}

    def close(self):
        shutil.rmtree(self.state, ignore_errors=True)

    def window(self, source, captions, seconds):
        """Report of an unattended run, with `pictures` (arrays by name), `film_peak` in bytes and `stderr`."""
        work = tempfile.mkdtemp(prefix='run-', dir=self.state)
        report = work + '/report.json'
        command = [self.folder + '/nanocap', '--model', self.model, '--source', source, '--captions', str(captions), '--report', report,
                   '--frames', work + '/frames', '--quit-after-done', '--min-available', 'auto']
        with open(work + '/stderr', 'wb') as words:
            process = subprocess.Popen(command, env={**self.environment, 'NANOCAP_STATE_DIR': work}, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=words)
            watch = PeakOfChild(process.pid, b'nanocap-film')
            try:
                code = process.wait(START_S + seconds)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                raise Trouble('the window hangs')
            finally:
                watch.stop()
        stderr = open(work + '/stderr', errors='replace').read()
        if code < 0:
            raise Trouble('the window was ended by signal %d: %s' % (-code, stderr[-200:]))
        try:
            found = json.load(open(report))
        except (OSError, ValueError):
            raise Trouble('the window left no report, exit %d: %s' % (code, stderr[-200:]))
        if found['exit'] != code:
            raise Trouble('the report says exit %d, the window %d' % (found['exit'], code))
        for entry in found['captions']:
            if 'frame' in entry:
                entry['picture'] = numpy.asarray(Image.open(os.path.join(work, 'frames', os.path.basename(entry['frame']))).convert('RGB'))
        found.update(film_peak=watch.peak, stderr=stderr)
        shutil.rmtree(work)
        return found

    def terminal(self, pictures):
        """nanocapctl's answer for pictures."""
        done = subprocess.run([self.folder + '/nanocapctl', 'caption', self.model, *pictures, '--json', '--min-available', 'auto'],
                              env=self.environment, capture_output=True, timeout=START_S + HANG_S * len(pictures))
        if done.returncode < 0:
            raise Trouble('nanocapctl was ended by signal %d' % -done.returncode)
        try:
            return done.returncode, json.loads(done.stdout)
        except ValueError:
            raise Trouble('nanocapctl prints no JSON, exit %d' % done.returncode)

    def film(self, path):
        """Every picture nanocap-film gives of a film, turned as it says, and how it ended: (pictures, outcome, ending)."""
        with open(path, 'rb') as file:
            process = subprocess.Popen([self.folder + '/nanocap-film', str(file.fileno())], pass_fds=[file.fileno()],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            try:
                return self._listen(process)
            finally:
                process.kill()
                process.wait()
                process.stdin.close()
                process.stdout.close()

    def _listen(self, process):
        process.stdin.write(b'g')
        process.stdin.flush()
        begun, pictures = time.monotonic(), []
        while True:
            magic, word, width, height, rotation, flip, length = HEADER.unpack(_take(process, HEADER.size))
            if magic != MAGIC or width > 1280 or height > 1280:
                raise Trouble('nanocap-film sends nonsense')
            body = _take(process, length)
            if word == 1:
                picture = numpy.frombuffer(body, numpy.uint8).reshape(height, width, 4)[..., 2::-1]
                picture = numpy.rot90(picture, -rotation // 90)
                pictures.append(picture[:, ::-1] if flip else picture)
            elif word == 3:
                ending = ENDING.unpack(body)
                return pictures, OUTCOMES[ending[0]], ending
            if time.monotonic() - begun > PLAYED_S:
                raise Trouble('nanocap-film does not come to an end')


def _take(process, count):
    """Bytes of nanocap-film, which may be silent for HANG_S at most."""
    parts = bytearray()
    while len(parts) < count:
        if not select.select([process.stdout], [], [], HANG_S)[0]:
            raise Trouble('nanocap-film hangs')
        got = os.read(process.stdout.fileno(), count - len(parts))
        if not got:
            raise Trouble('nanocap-film ended without a word: %s' % process.wait())
        parts += got
    return bytes(parts)


class PeakOfChild:
    """Largest VmHWM seen of a process's child of one name, looked for every few milliseconds."""

    def __init__(self, parent, name):
        self.peak = 0
        self._parent, self._name, self._stopped = parent, name[:15], threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self):
        self._stopped.set()
        self._thread.join()

    def _look(self):
        child = None
        while not self._stopped.wait(0.004):
            child = child or self._find()
            try:
                status = open('/proc/%d/status' % child, 'rb').read() if child else b''
                self.peak = max(self.peak, int(status.split(b'VmHWM:')[1].split()[0]) * 1024 if b'VmHWM:' in status else 0)
            except OSError:
                child = None

    def _find(self):
        try:
            for task in os.listdir('/proc/%d/task' % self._parent):
                for child in open('/proc/%d/task/%s/children' % (self._parent, task)).read().split():
                    if open('/proc/%s/comm' % child, 'rb').read().strip() == self._name:
                        return int(child)
        except OSError:
            pass
        return None


def ffmpeg_peak(path):
    """Peak resident bytes of `ffmpeg -threads 1` decoding a film, by its own telling."""
    # Behind a shell, which forks once more: the peak of a program begins with that of whoever started it.
    done = subprocess.run(['sh', '-c', 'ffmpeg -nostdin -benchmark -threads 1 -i "$0" -map 0:v:0 -f null - ; exit 0', path],
                          capture_output=True, timeout=120)
    text = done.stderr.decode(errors='replace')
    return int(text.rsplit('maxrss=', 1)[1].split('k')[0].split('K')[0]) * 1024 if 'maxrss=' in text else 0
