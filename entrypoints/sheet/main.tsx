import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { SheetPage, type SheetCallbacks } from '../../components/sheet/SheetPage.tsx';
import { followTheme, speak } from '../../components/ui/theme.ts';
import { checklists, settings, tickKey, withTick } from '../../lib/items.ts';
import { ownPagePorts } from '../../lib/own-page.ts';
import { readSheet, type SheetPageModel } from '../../lib/sheet/read-sheet.ts';
import { readSheetRoute, sheetPath } from '../../lib/sheet/route.ts';
import { createStore } from '../../lib/store.ts';
import '../../components/tokens.css';
import '../../components/page.css';
import '../../components/sheet/sheet.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
followTheme(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));

const ports = ownPagePorts();
const store = createStore(ports.items);
const route = signal(readSheetRoute(location.hash));
const model = signal<SheetPageModel>();

/** Reads anew; what was asked for later wins. */
async function read(): Promise<void> {
  const asked = route.value;
  const found = await readSheet({ store, packaged: ports.packaged }, asked, await ports.now());
  if (asked === route.value) model.value = found;
}
const readLogged = (): void => void read().catch((error: unknown) => console.error('Could not read the sheet', error));
addEventListener('hashchange', () => {
  route.value = readSheetRoute(location.hash);
  readLogged();
});
ports.onChanged(readLogged, new AbortController().signal);

const go = (to: Parameters<typeof sheetPath>[0]): void => {
  location.hash = sheetPath(to).split('#', 2)[1] ?? '';
};
const on: SheetCallbacks = {
  onLanguage: (language) => void store.update(settings, (before) => ({ ...before, language })),
  onProcedure: (procedure) => go({ procedure }),
  onWho: (who) => go({ ...route.value, who }),
  onTick: (who, item, ready) => {
    const { person, sheet } = model.value ?? {};
    if (person === undefined || !sheet?.procedure) return;
    const key = tickKey(person, sheet.procedure, who);
    void store.update(checklists, (before) => withTick(before, key, item, ready));
  },
  onPrint: () => print(),
};

effect(() => {
  if (!model.value) return;
  speak(document.documentElement, model.value.language);
  render(<SheetPage model={model.value} who={route.value.who} on={on} />, root);
});
await read();
