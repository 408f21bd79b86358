/** The page on which a date was noted, by its host: its title is the page's own and may say anything. */
export function NotePageLink({ page }: { page: string }) {
  return (
    <a href={page} target="_blank" rel="noopener noreferrer">
      {new URL(page).host}
    </a>
  );
}
