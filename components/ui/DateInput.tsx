import type { CivilDate } from '../../lib/dates/civil-date.ts';
import type { DateField } from '../../lib/household/schema.ts';
import { dateKey } from './asked.ts';
import { yearsFor } from './date-parts.ts';
import { DayInput } from './DayInput.tsx';

/** The words on the papers themselves, beside every translation. */
const JA: Readonly<Record<DateField, string>> = {
  birth: '生年月日',
  card: '有効期限',
  certificate: '電子証明書の有効期限',
  stay: '在留期間（満了日）',
  residenceCard: '有効期間',
  licence: '有効',
};

/** One date of a person, saved at once. */
export function DateInput({
  field,
  value,
  today,
  onSave,
}: {
  field: DateField;
  value: CivilDate | null;
  today: CivilDate;
  onSave: (date: CivilDate | null) => void;
}) {
  const key = dateKey(field);
  return (
    <DayInput
      name={field}
      label={key}
      ja={JA[field]}
      hints={[`${key}-where`, `${key}-why`]}
      value={value}
      years={yearsFor(field, today)}
      latest={field === 'birth' ? today : undefined}
      onSave={onSave}
    />
  );
}
