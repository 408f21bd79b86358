import { render } from 'preact';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { createWelcome } from '../../components/welcome/model.ts';
import { WordsProvider } from '../../components/text.tsx';
import { labelsFor } from '../../components/ui/labels.ts';
import { followTheme, speak } from '../../components/ui/theme.ts';
import { browser, localItems } from '../../lib/browser.ts';
import { createPackaged } from '../../lib/knowledge/packaged.ts';
import { readPackaged } from '../../lib/knowledge/read-packaged.ts';
import { permissionPorts } from '../../lib/sites/access.ts';
import { createStore } from '../../lib/store.ts';
import '../../components/tokens.css';
import '../../components/page.css';
import '../../components/ask.css';
import '../../components/welcome/welcome.css';

const page = document.getElementById('root');
if (!page) throw new Error('The page has no root');
followTheme(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));

const model = createWelcome(
  {
    store: createStore(localItems),
    packaged: createPackaged(readPackaged),
    permissions: permissionPorts(),
    onChanged: (listener, signal) => {
      browser.storage.local.onChanged.addListener(listener);
      browser.permissions.onAdded.addListener(listener);
      browser.permissions.onRemoved.addListener(listener);
      signal.addEventListener('abort', () => {
        browser.storage.local.onChanged.removeListener(listener);
        browser.permissions.onAdded.removeListener(listener);
        browser.permissions.onRemoved.removeListener(listener);
      });
    },
  },
  new AbortController().signal,
);

const links = {
  dates: browser.runtime.getURL('desk.html#household'),
  problem: browser.runtime.getURL('desk.html#trust'),
};

function Page() {
  const view = model.view.value;
  if (!view) return null;
  speak(document.documentElement, view.language);
  return (
    <WordsProvider labels={labelsFor(view.texts, 'welcome')} locale={view.language.locale}>
      <Welcome
        view={view}
        said={model.said.value}
        links={links}
        onLanguage={(id) => void model.setLanguage(id)}
        onAdd={(place) => void model.add(place)}
        onAllow={() => void model.allowAgain()}
        onDrop={(chosen) => void model.drop(chosen)}
      />
    </WordsProvider>
  );
}

void model.refresh();
render(<Page />, page);
