import { signal } from '@preact/signals';
import { render } from 'preact';
import { readAccess, type Access } from '../../components/desk/access.ts';
import { Desk, type DeskCallbacks } from '../../components/desk/Desk.tsx';
import { readRoute } from '../../components/desk/route.ts';
import { createModel } from '../../components/ui/model.ts';
import { followTheme, speak } from '../../components/ui/theme.ts';
import { browser } from '../../lib/browser.ts';
import { instant } from '../../lib/clock.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { openOwnPage } from '../../lib/open-page.ts';
import { ownPagePorts } from '../../lib/own-page.ts';
import { placeTables } from '../../lib/sites/places.ts';
import { sheetPath } from '../../lib/sheet/route.ts';
import { addPlace, dropPlace, type ChoosePorts } from '../../lib/sites/choose.ts';
import { permissionPorts } from '../../lib/sites/access.ts';
import { createStore } from '../../lib/store.ts';
import '../../components/tokens.css';
import '../../components/page.css';
import '../../components/ask.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
followTheme(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));

const ports = ownPagePorts();
const model = createModel(ports, { explain: true }, new AbortController().signal);
const { actions } = model;

const route = signal(readRoute(location.hash));
addEventListener('hashchange', () => {
  route.value = readRoute(location.hash);
});

const access = signal<Access>();
const readPermissions = async () => {
  const granted = await browser.permissions.getAll();
  access.value = readAccess(browser.runtime.getManifest(), granted, ports.packaged.sites);
};
browser.permissions.onAdded.addListener(() => void readPermissions());
browser.permissions.onRemoved.addListener(() => void readPermissions());

const choose: ChoosePorts = {
  store: createStore(ports.items),
  permissions: permissionPorts(),
  tables: () => placeTables(ports.packaged),
};

/** Gives the person a file, from a text that never leaves this page. */
function save(name: string, text: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** One date is named in the file's name, in ASCII: some phones refuse others. */
async function saveCalendar(deadlines: readonly string[]): Promise<void> {
  // The writer is half as much again as all of the desk (10 kB gzip), and few want it: it is loaded when it is asked
  // for.
  const { calendarFile } = await import('../../lib/calendar/calendar-file.ts');
  const store = createStore(ports.items);
  const text = await calendarFile({ store, packaged: ports.packaged }, deadlines, await ports.now(), instant());
  const [only = '', ...more] = deadlines;
  const name = more.length > 0 ? 'dates' : only.split('/').slice(1).join('-');
  save(`madoguchi-${name}.ics`, text, 'text/calendar');
}

/** A notice about nothing: whether notices appear, only the person can see. */
async function showExample(): Promise<void> {
  const { texts } = model.view.value ?? {};
  if (!texts) return;
  const say = (key: string): string => withoutFurigana(texts[`remind.${key}`] ?? '');
  await browser.notifications.create('example', {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: say('example-title'),
    message: say('example-message'),
  });
}

const on: DeskCallbacks = {
  onLanguage: (id) => void actions.setLanguage(id),
  onUndo: () => void actions.undo(),
  onLookAt: (person) => void actions.lookAt(person),
  onAddPerson: () => void actions.addPerson(),
  onAddNewborn: (birth) => void actions.addNewborn(birth),
  onRemovePerson: (person) => void actions.removePerson(person),
  onNickname: (person, nickname) => void actions.setNickname(person, nickname),
  onDate: (person, field, date) => void actions.setDate(person, field, date),
  onStatus: (person, status) => void actions.setStatus(person, status),
  onSituation: (person, situation) => void actions.toggleSituation(person, situation),
  onAddEvent: (draft) => void actions.addEvent(draft),
  onEditEvent: (id, draft) => void actions.editEvent(id, draft),
  onRemoveEvent: (id) => void actions.removeEvent(id),
  onDone: (deadline, title) => void actions.markDone(deadline, withoutFurigana(title)),
  onNotMine: (deadline, title, notMine) =>
    void (notMine ? actions.markNotMine : actions.undoNotMine)(deadline, withoutFurigana(title)),
  onNotDone: (deadline, title) => void actions.undoDone(deadline, withoutFurigana(title)),
  onLater: (deadline, until) => void actions.later(deadline, until),
  onSeen: (notices) => void actions.seen(notices),
  onRungs: (kind, rungs) => void actions.setRungs(kind, rungs),
  onHours: (hours) => void actions.setWish('hours', hours),
  onOpenDays: (openDays) => void actions.setWish('openDays', openDays),
  onDiscreet: (discreet) => void actions.setWish('discreet', discreet),
  onExample: () => void showExample(),
  onMute: (deadline, muted) => void actions.setMuted(deadline, muted),
  onCalendar: (deadlines) => void saveCalendar(deadlines),
  onSheet: (deadline) => void openOwnPage(sheetPath({ deadline })),
  onSite: (host, off) => void actions.switchSite(host, off),
  onHover: (hover) => void actions.setHover(hover),
  onChooseSites: () => void openOwnPage('welcome.html'),
  onAddCopies: (place) => void addPlace(place, choose),
  onDropCopies: (place) => void dropPlace(place.id, choose),
  onExport: () => void actions.backup().then((text) => save('madoguchi-backup.json', text)),
  onDeclineBackup: () => void actions.declineBackup(),
  onImport: (file) => void file.text().then((text) => actions.restore(file.name, text)),
  onErase: () => void actions.erase(),
  onDownload: ({ key, json }) => save(`madoguchi-${key}.json`, json),
  onAside: (key) => void actions.setAside(key),
};

function Page() {
  const view = model.view.value;
  if (!view) return null;
  speak(document.documentElement, view.language);
  return <Desk view={view} route={route.value} access={access.value} said={model.said.value} on={on} />;
}

render(<Page />, root);
await Promise.all([model.refresh(), readPermissions()]);
