import { useText } from '../text.tsx';

type Language = { id: string; name: string; locale: string };

/** Chooses the language of everything we say; each language is named in itself. */
export function LanguageSelect({
  languages,
  current,
  onChange,
}: {
  languages: readonly Language[];
  current: string;
  onChange: (id: string) => void;
}) {
  const { plain } = useText();
  return (
    <span class="language">
      <select
        aria-label={plain('language')}
        value={current}
        onChange={(event) => onChange(event.currentTarget.value)}
        translate={false}
      >
        {languages.map(({ id, name, locale }) => (
          <option key={id} value={id} lang={locale} selected={id === current}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
