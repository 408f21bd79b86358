/** Two other implementations that read what we write: ical.js, and Python's icalendar. */
import { spawnSync } from 'node:child_process';
import ICAL from 'ical.js';
import { findPythonWithIcalendar } from '../../../scripts/python.mjs';
import { installCommand } from '../../../scripts/system.mjs';

/** `start` and `end` as written: a day has no time. Triggers in seconds from the start. */
export type ReadEvent = {
  uid: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  zoned: boolean;
  sequence: number;
  stamp: string;
  modified: string;
  alarms: readonly { action: string; description: string; trigger: number; related: string }[];
};

export function readByIcalJs(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string): string => String(event.getFirstPropertyValue(name));
    return {
      uid: value('uid'),
      summary: value('summary'),
      description: value('description'),
      start: value('dtstart'),
      end: value('dtend'),
      zoned: event.getFirstProperty('dtstart')?.getFirstParameter('tzid') !== undefined,
      sequence: Number(value('sequence')),
      stamp: value('dtstamp'),
      modified: value('last-modified'),
      alarms: event.getAllSubcomponents('valarm').map((alarm) => ({
        action: String(alarm.getFirstPropertyValue('action')),
        description: String(alarm.getFirstPropertyValue('description')),
        trigger: (alarm.getFirstPropertyValue('trigger') as InstanceType<typeof ICAL.Duration>).toSeconds(),
        related: String(alarm.getFirstProperty('trigger')?.getFirstParameter('related')),
      })),
    };
  });
}

const PYTHON = `
import datetime, json, sys
from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())

def utc(moment):
    return moment.dt.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')

def alarm(found):
    trigger = found['TRIGGER']
    return {
        'action': str(found['ACTION']),
        'description': str(found['DESCRIPTION']),
        'trigger': int(trigger.dt.total_seconds()),
        'related': str(trigger.params.get('RELATED')),
    }

def event(found):
    return {
        'uid': str(found['UID']),
        'summary': str(found['SUMMARY']),
        'description': str(found['DESCRIPTION']),
        'start': found['DTSTART'].dt.isoformat(),
        'end': found['DTEND'].dt.isoformat(),
        'zoned': 'TZID' in found['DTSTART'].params,
        'sequence': int(found['SEQUENCE']),
        'stamp': utc(found['DTSTAMP']),
        'modified': utc(found['LAST-MODIFIED']),
        'alarms': [alarm(sub) for sub in found.subcomponents if sub.name == 'VALARM'],
    }

print(json.dumps([event(sub) for sub in calendar.walk('VEVENT')]))
`;

/** Throws where there is no such Python: what was not read by a second reader is not proved. */
export function readByPython(text: string): ReadEvent[] {
  const python = findPythonWithIcalendar();
  if (!python) throw new Error(`No Python with icalendar here. Install it: ${installCommand(['python3-icalendar'])}`);
  const { status, stdout, stderr } = spawnSync(python, ['-c', PYTHON], {
    input: text,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReadEvent[];
}
