import { useRef } from 'preact/hooks';
import { useText } from '../text.tsx';
import { copiesState, type CopiesPlace } from '../../lib/sites/places.ts';
import { Copies } from '../ui/Copies.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { ASIDE, type StoredView, type View } from '../ui/view.ts';
import { reachesNothing, type Access } from './access.ts';

export type TrustCallbacks = {
  onSite: (host: string, off: boolean) => void;
  onHover: (on: boolean) => void;
  onChooseSites: () => void;
  /** called while the click is handled */
  onAddCopies: (place: CopiesPlace) => void;
  onDropCopies: (place: CopiesPlace) => void;
  onExport: () => void;
  onImport: (file: File) => void;
  onErase: () => void;
};

const EXPLAINED: ReadonlySet<string> = new Set(['storage', 'alarms', 'notifications', 'scripting', 'activeTab']);

/** What a stored item is called. */
export function useItemName(): (stored: StoredView) => string {
  const { t } = useText();
  return ({ key, known }) =>
    known ? t(`item-${key}`) : key.startsWith(ASIDE) ? t('item-aside', { name: key.slice(ASIDE.length) }) : key;
}

/** What the extension may do, read from itself; what it keeps; and how to take it away. */
export function TrustPart({ view, access, on }: { view: View; access: Access | undefined; on: TrustCallbacks }) {
  return (
    <>
      <p class="lead">
        <Say k="unofficial-means" />
      </p>
      {access && <May access={access} places={view.settings.places} on={on} />}
      <Settings view={view} on={on} />
      <Stored view={view} />
      <Backup view={view} on={on} />
    </>
  );
}

type MayProps = { access: Access; places: readonly string[]; on: TrustCallbacks };

function May({ access, places, on }: MayProps) {
  const { t } = useText();
  const closed = reachesNothing(access.policy);
  return (
    <>
      <section aria-labelledby="may">
        <h2 id="may">
          <Say k="may" />
        </h2>
        <p class="hint">
          <Say k="trust-intro" />
        </p>
        <ul>
          {access.permissions.map((name) => (
            <li key={name}>
              {EXPLAINED.has(name) ? <Say k={`permission-${name}`} /> : <Line text={t('permission-other', { name })} />}{' '}
              <code>{name}</code>
            </li>
          ))}
        </ul>
        <p class={closed ? 'ok' : 'error'}>
          <Say k={closed ? 'no-network' : 'network-open'} />
        </p>
        <details>
          <summary>
            <Say k="policy" />
          </summary>
          <code class="block">{access.policy}</code>
        </details>
      </section>
      <section aria-labelledby="where-runs">
        <h2 id="where-runs">
          <Say k="where-runs" />
        </h2>
        {access.installed.length > 0 && <Hosts title="hosts-install" hosts={access.installed} />}
        {access.chosen.length > 0 ? (
          <Hosts title="hosts-chosen" hosts={access.chosen} />
        ) : (
          <p>
            <Say k="hosts-none" />
          </p>
        )}
        <button type="button" onClick={on.onChooseSites}>
          <Say k="choose-sites" />
        </button>
        <Copies
          place={access.copies}
          state={copiesState(access.copies, places, access.granted)}
          onAdd={on.onAddCopies}
          onDrop={on.onDropCopies}
        />
      </section>
    </>
  );
}

function Hosts({ title, hosts }: { title: string; hosts: readonly string[] }) {
  return (
    <details>
      <summary>
        <Say k={title} n={hosts.length} />
      </summary>
      <ul class="hosts">
        {hosts.map((host) => (
          <li key={host}>{host}</li>
        ))}
      </ul>
    </details>
  );
}

function Settings({ view, on }: { view: View; on: TrustCallbacks }) {
  const { plain } = useText();
  const { sitesOff, hover } = view.settings;
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">
        <Say k="settings" />
      </h2>
      <label class="choice">
        <input type="checkbox" checked={hover} onChange={(event) => on.onHover(event.currentTarget.checked)} />
        <span>
          <Say k="hover" />
        </span>
      </label>
      <h3>
        <Say k="sites-off" />
      </h3>
      {sitesOff.length === 0 && (
        <p>
          <Say k="sites-off-none" />
        </p>
      )}
      <ul class="rows">
        {sitesOff.map((host) => (
          <li key={host} class="split">
            <span>{host}</span>
            <button type="button" aria-label={plain('site-on-for', { host })} onClick={() => on.onSite(host, false)}>
              <Say k="site-on" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stored({ view }: { view: View }) {
  const { locale } = useText();
  const name = useItemName();
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  return (
    <section aria-labelledby="stored">
      <h2 id="stored">
        <Say k="stored" />
      </h2>
      <p class="hint">
        <Say k="stored-where" />
      </p>
      {view.stored.length === 0 && (
        <p>
          <Say k="stored-nothing" />
        </p>
      )}
      {view.stored.map((stored) => (
        <details key={stored.key} class="stored">
          <summary>
            <Line text={name(stored)} /> <small>{size.format(stored.bytes)}</small>
          </summary>
          <pre>{stored.json}</pre>
        </details>
      ))}
    </section>
  );
}

function Backup({ view, on }: { view: View; on: TrustCallbacks }) {
  const { t } = useText();
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <section aria-labelledby="backup">
        <h2 id="backup">
          <Say k="backup" />
        </h2>
        <p class="hint">
          <Say k="backup-why" />{' '}
          {view.backupOn !== null && <Line text={t('remind.backup-last', { date: view.backupOn })} />}
        </p>
        <div class="actions">
          <button type="button" onClick={on.onExport}>
            <Say k="export" />
          </button>
          <button type="button" onClick={() => file.current?.click()}>
            <Say k="import" />
          </button>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            hidden
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0];
              if (chosen) on.onImport(chosen);
              event.currentTarget.value = ''; // the same file can be chosen again
            }}
          />
        </div>
      </section>
      <section aria-labelledby="erase">
        <h2 id="erase">
          <Say k="erase" />
        </h2>
        <p class="hint">
          <Say k="erase-why" />
        </p>
        <button type="button" class="stop" onClick={on.onErase}>
          <Say k="erase" />
        </button>
      </section>
    </>
  );
}
