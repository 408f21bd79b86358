/**
 * Moving: out of the old municipality, in at the new one, and what becomes of the card. Filings move when their last
 * day is closed; the conditions under which the card ends do not, though one city says so (`otherwise`).
 * Rules: data/facts/move-*.yaml, data/facts/counting-rules.yaml
 */
import { addDays, earlier } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { lastOpenDayBefore } from '../dates/open-days.ts';
import type { Event } from '../household/schema.ts';
import type { Found, Rule, RuleInput } from './deadline.ts';
import { deadlineOf, type Happened, happened, happenedSince, isKnownOn, movedFiling, onePerId } from './notice.ts';
import { numberOn } from './numbers.ts';

/** Moves that lie ahead: not those that a later `moved`, or the filing, says are over. */
function ahead(events: readonly Event[]): Happened<'moving'>[] {
  const done = happened(events, 'moved').map(({ event }) => event);
  return happened(events, 'moving').filter(
    ({ event: { on } }) =>
      !done.some((moved) => moved.planned === on || moved.on >= on) && !happenedSince(events, ['move-filed'], on),
  );
}

/** Moves whose notice is still to be filed. One who has moved on since files at the newest address only. */
function unfiled(events: readonly Event[]): Happened<'moved'>[] {
  return happened(events, 'moved').filter(
    ({ event: { on } }) =>
      !happenedSince(events, ['move-filed'], on) && !happenedSince(events, ['moved'], addDays(on, 1)),
  );
}

/** A move-out inside Japan: before the move; online it can also be sent some days later, and there is a last chance. */
function insideJapan(input: RuleInput, { event: { on }, clear }: Happened<'moving'>): Found {
  const { facts, person } = input;
  const before = numberOn(facts, 'move-online-window-before', on);
  const online = numberOn(facts, 'move-online-window-after', on);
  const late = numberOn(facts, 'move-out-late', on);
  const afterwards = [online, late].filter((days) => days !== null).map((days) => addDays(on, days));
  const onlyWithCard = person.dates.card === null ? ['card'] : [];
  return deadlineOf(input, {
    kind: 'move-out',
    basis: on,
    // Only the online window is the same everywhere; each counter has its own.
    opens: before === null ? null : addDays(on, -before),
    advised: lastOpenDayBefore(on),
    last: on,
    moved: null,
    otherwise: afterwards,
    // After the last chance the card cannot stand in for the paper.
    follows: addDays(
      afterwards.reduce((a, b) => (a > b ? a : b), on),
      1,
    ),
    missing: [...(clear ? [] : ['moving']), ...onlyWithCard],
    facts: ['move-out', 'move-online-window', 'move-online-window-before', 'move-online-window-after', 'move-out-late'],
  });
}

/** Days on which the person leaves Japan with a move-out: told as a departure, or as a move that lies ahead. */
export function departures(events: readonly Event[]): { on: CivilDate; clear: boolean; kind: string }[] {
  const leaving = happened(events, 'leaving-japan').filter(({ event }) => event.moveOut);
  const told = new Set(happened(events, 'leaving-japan').map(({ event }) => event.on));
  const moves = ahead(events).filter(({ event }) => event.to === 'abroad' && !told.has(event.on));
  return [...leaving, ...moves].map(({ event, clear }) => ({ on: event.on, clear, kind: event.kind }));
}

/**
 * The move-out notification (転出届) at the old municipality, by the day of moving and at best before it. For a move
 * abroad the counter alone takes it, and nobody says how early.
 */
export const moveOut: Rule = (input) =>
  onePerId([
    ...ahead(input.events)
      .filter(({ event: { on, to } }) => to === 'other-municipality' && isKnownOn(input.facts, 'move-out', on))
      .map((move) => insideJapan(input, move)),
    ...departures(input.events)
      .filter(({ on }) => isKnownOn(input.facts, 'move-out', on))
      .map(({ on, clear, kind }) =>
        deadlineOf(input, {
          kind: 'move-out',
          basis: on,
          advised: lastOpenDayBefore(on),
          last: on,
          moved: null,
          missing: clear ? [] : [kind],
          facts: ['move-out'],
        }),
      ),
  ]);

/**
 * The moving-in notification (転入届; inside one municipality 転居届): so many days after the day of moving, which is not
 * counted itself, and never before it. A closed last day moves by law to the next open day; we advise the open day
 * before. Nothing is given where the limit is not known for the day of moving: the last day would be ours, not the
 * law's.
 */
export const moveIn: Rule = (input) =>
  onePerId(
    [...unfiled(input.events), ...ahead(input.events).filter(({ event }) => event.to !== 'abroad')].flatMap(
      ({ event: { on, kind }, clear }) => {
        const days = numberOn(input.facts, 'move-in-14-days', on);
        if (days === null) return [];
        return deadlineOf(input, {
          kind: 'move-in',
          basis: on,
          opens: on,
          last: addDays(on, days),
          // Another payload of the same day changes nothing here, except for a plan: abroad there is no move-in.
          missing: clear || kind === 'moved' ? [] : ['moving'],
          facts: ['move-in-14-days'],
        });
      },
    ),
  );

/**
 * Who moved out with the card instead of the paper must file the move-in by two limits, whichever comes first: so many
 * days after the *planned* day of moving, and so many after the real one. After it the card ends. Without the planned
 * day the other limit bounds the answer.
 *
 * Where somebody moved much later than planned, the last open day can lie before the move, and `advised` with it:
 * nothing can be done in time then.
 */
export const moveSpecialLimit: Rule = (input) =>
  unfiled(input.events).flatMap(({ event: { on, planned, withCard, from }, clear }) => {
    if (!withCard || from !== 'other-municipality') return [];
    const movedIn = numberOn(input.facts, 'move-special-handling-limits-moved-in', on);
    const days = numberOn(input.facts, 'move-special-handling-limits-planned', planned ?? on);
    if (movedIn === null || days === null) return [];
    const bound = addDays(on, movedIn);
    const last = planned === null ? bound : earlier(bound, addDays(planned, days));
    const otherwise = movedFiling(last);
    return deadlineOf(input, {
      kind: 'move-special-limit',
      basis: on,
      opens: on,
      last,
      moved: null,
      otherwise: otherwise === null ? [] : [otherwise],
      missing: planned === null || !clear ? ['moved'] : [],
      facts: [
        'move-special-handling-limits',
        'move-special-handling-limits-planned',
        'move-special-handling-limits-moved-in',
      ],
    });
  });

/**
 * Going on with the card at the new address (継続利用): so many days after the *filing* of the move-in, not after the move.
 * A new or a lost card ends the question. Inside one municipality the card is changed, not continued.
 */
export const cardContinuation: Rule = (input) =>
  happened(input.events, 'move-filed').flatMap(({ event: { on } }) => {
    const before = happened(input.events, 'moved').findLast(({ event }) => event.on <= on);
    const days = numberOn(input.facts, 'move-card-continuation', on);
    if (days === null || before?.event.from === 'same-municipality') return [];
    if (happenedSince(input.events, ['card-issued', 'card-lost', 'move-filed'], addDays(on, 1))) return [];
    const last = addDays(on, days);
    const otherwise = movedFiling(last);
    return deadlineOf(input, {
      kind: 'card-continuation',
      basis: on,
      opens: on,
      last,
      moved: null,
      otherwise: otherwise === null ? [] : [otherwise],
      facts: ['move-card-continuation'],
    });
  });
