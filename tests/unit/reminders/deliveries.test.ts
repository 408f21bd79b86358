import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Deliveries, EMPTY_DELIVERIES, upgradeDeliveries } from '../../../lib/reminders/deliveries.ts';

const stored = JSON.parse(readFileSync('tests/fixtures/deliveries/v1-answered.json', 'utf8'));

describe('deliveries stored by an earlier version', () => {
  it('keep every notice and every answer', () => {
    const upgraded = upgradeDeliveries(stored);
    expect(upgraded).toEqual({ ...stored, version: 2, notMine: {} });
    expect(upgradeDeliveries(upgraded)).toEqual(upgraded);
    expect(Deliveries.parse(upgraded)).toEqual(upgraded);
  });

  it.each<[unknown, string]>([
    [{ ...stored, version: 2 }, 'a new number without the new field'],
    [{ ...stored, notMine: {} }, 'the new field under the old number'],
    [{ ...EMPTY_DELIVERIES, version: 3 }, 'a later version'],
    [null, 'nothing'],
  ])('of another shape are refused: %o (%s)', (value) => {
    expect(() => upgradeDeliveries(value)).toThrow();
  });
});
