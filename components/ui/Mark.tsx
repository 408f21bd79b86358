/** Our mark: a word, and no crest. */
export function Mark() {
  return (
    <span class="mark" lang="ja" translate={false} aria-hidden="true">
      窓
    </span>
  );
}
