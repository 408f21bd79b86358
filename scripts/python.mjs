// Finds a Python that can read calendar files: a second reader for what we write. Built-ins only.
import { spawnSync } from 'node:child_process';

/** The command of a Python 3 that has the package icalendar; Debian's own first, which apt-get installs it for. */
export const findPythonWithIcalendar = () =>
  ['/usr/bin/python3', 'python3', 'python'].find(
    (python) => spawnSync(python, ['-c', 'import icalendar'], { stdio: 'ignore' }).status === 0,
  );
