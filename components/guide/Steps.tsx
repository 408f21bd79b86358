import type { GuideModel } from '../../lib/visit-model.ts';
import { Item } from './Items.tsx';

/** What one does, in its order; where a step cannot be taken back, the warning stands beside it as well. */
export function Steps({ steps }: Pick<GuideModel, 'steps'>) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id}>
          <Item item={step} />
          {step.warnings.map((warning) => (
            <p key={warning.id} class="stop">
              <Item item={warning} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
