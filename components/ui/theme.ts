/** Keeps `data-theme` of the root at what the person's system asks for, until `signal` aborts. */
export function followTheme(root: HTMLElement, dark: MediaQueryList, signal?: AbortSignal): void {
  const apply = () => {
    root.dataset['theme'] = dark.matches ? 'dark' : 'light';
  };
  apply();
  dark.addEventListener('change', apply, signal ? { signal } : undefined);
}

/** Tells the whole document which language it is in: for hyphens, fonts, screen readers and line heights. */
export function speak(root: HTMLElement, language: { id: string; locale: string; direction: 'ltr' | 'rtl' }): void {
  root.lang = language.locale;
  root.dir = language.direction;
  root.dataset['language'] = language.id;
}
