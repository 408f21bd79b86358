import { render } from 'preact';
import { Popup, type PopupCallbacks } from '../../components/popup/Popup.tsx';
import { createModel } from '../../components/ui/model.ts';
import { followTheme, speak } from '../../components/ui/theme.ts';
import { browser, sessionItems } from '../../lib/browser.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { explainPage, openOwnPage, showGuide } from '../../lib/open-page.ts';
import { ownPagePorts } from '../../lib/own-page.ts';
import { sheetPath } from '../../lib/sheet/route.ts';
import { watchPage } from './page.ts';
import { switchPrivateSite } from '../../lib/private-sites.ts';
import '../../components/tokens.css';
import '../../components/page.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
followTheme(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));

const ports = ownPagePorts();
const life = new AbortController();
const model = createModel(ports, { explain: false }, life.signal);
const page = watchPage(ports.packaged, model.view, life.signal);
const { actions } = model;

const openDesk = (route: string) => void openOwnPage(`desk.html#${route}`).then(() => close());
const on: PopupCallbacks = {
  onLanguage: (id) => void actions.setLanguage(id),
  onUndo: () => void actions.undo(),
  onAllow: (patterns) => void browser.permissions.request({ origins: [...patterns] }),
  onDesk: openDesk,
  onShow: () => void page.ask(showGuide),
  onExplain: () => void page.ask(explainPage),
  onPart: (url) => void browser.tabs.create({ url }).then(() => close()),
  onSheet: (procedure) => void openOwnPage(sheetPath({ procedure })).then(() => close()),
  onSite: (host, off) =>
    void (page.isPrivate() ? switchPrivateSite(sessionItems, host, off) : actions.switchSite(host, off)),
  onChooseSites: () => void openOwnPage('welcome.html').then(() => close()),
  onDone: (deadline, title) => void actions.markDone(deadline, withoutFurigana(title)),
  onLater: (deadline, until) => void actions.later(deadline, until),
  onSeen: (notices) => void actions.seen(notices),
};

function Page() {
  const view = model.view.value;
  if (!view) return null;
  speak(document.documentElement, view.language);
  return <Popup view={view} page={page.view.value} site={page.site.value} said={model.said.value} on={on} />;
}

await model.refresh();
root.replaceChildren(); // the frame that stood there meanwhile
render(<Page />, root);
