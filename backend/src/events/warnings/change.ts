import {
  MAX_NOTE,
  MAX_OWNER,
  NEXT_WARNING_STATES,
  warningStateStyle,
  type Text,
  type WarningChange,
  type WarningNews,
  type WarningRecord,
  type WarningState,
  type WarningStep,
} from '../../contract';
import type { Statements } from '../store/statements';
import { RECORD_COLUMNS, recordOf } from './records';
import { writtenText } from './texts';
import { nextNumbers, writeSteps } from './write';

/** Why a warning was not changed, as an HTTP status and in words. */
export interface Refusal {
  status: 404 | 409 | 422;
  error: Text;
}

/** News of the change; without news where there was nothing to change. */
export type Changed = { news?: WarningNews } | Refusal;

/** What people write. */
const NOTE: Text = { en: 'note', 'pt-BR': 'anotação' };
const OWNER: Text = { en: 'owner', 'pt-BR': 'responsável' };

const UPDATE = `UPDATE warnings SET warning_state = $state, owner = $owner, version = $version,
  acknowledged_at = CAST($acknowledged_at AS TIMESTAMP), acted_at = CAST($acted_at AS TIMESTAMP),
  closed_at = CAST($closed_at AS TIMESTAMP)
  WHERE id = $id`;

/** Changes a warning, with a step of its history, in the transaction of the statements. */
export async function changeWarning(
  statements: Statements,
  id: string,
  change: WarningChange,
  who: string,
  at: number,
): Promise<Changed> {
  const sql = `SELECT ${RECORD_COLUMNS} FROM warnings WHERE id = $id AND NOT held_out`;
  const [row] = await statements.rows(sql, { id });
  if (!row) return { status: 404, error: missingText(JSON.stringify(id.slice(0, 40))) };
  const before = recordOf(row);
  const planned = planChange(before, change, who, new Date(at).toISOString());
  if ('error' in planned) return planned;
  if (!planned.changed) return {};
  const { after, note } = planned;
  const { warning_state: state, owner, version, acknowledged_at, acted_at, closed_at } = after;
  await statements.run(UPDATE, { id, state, owner, version, acknowledged_at, acted_at, closed_at });
  const [seq = 0] = await nextNumbers(statements, 'warning_step_seq', 1);
  const step: WarningStep = {
    seq,
    at: new Date(at).toISOString(),
    who,
    from_state: before.warning_state,
    to_state: state,
    owner,
    note,
  };
  await writeSteps(statements, [{ warningId: id, step }]);
  return { news: { seq, type: 'warning.updated', warning: after, step } };
}

type Planned = { changed: false } | { changed: true; after: WarningRecord; note: string | null } | Refusal;

/**
 * What a warning becomes by a change. Who takes a warning up becomes its owner, unless it has one or another is named; one
 * that is put back is anybody's again.
 */
export function planChange(before: WarningRecord, change: WarningChange, who: string, now: string): Planned {
  const state = change.state ?? before.warning_state;
  const owner = ownerOf(before, change, who);
  const note = writtenText(NOTE, change.note ?? '', MAX_NOTE, true);
  const refusal = staleness(before, change) ?? impossible(before, state);
  if (refusal) return refusal;
  if ('problem' in owner) return { status: 422, error: owner.problem };
  if ('problem' in note) return { status: 422, error: note.problem };
  const moves = state !== before.warning_state;
  const changed = moves || orNull(owner.text) !== before.owner || note.text !== '';
  if (!changed) return { changed };
  const moments = moves ? momentsOf(before, state, now) : {};
  const version = before.version + 1;
  const after = { ...before, ...moments, warning_state: state, owner: orNull(owner.text), version };
  return { changed, after, note: orNull(note.text) };
}

function staleness(before: WarningRecord, { version }: WarningChange): Refusal | undefined {
  const isStale = version !== undefined && version !== before.version;
  return isStale ? { status: 409, error: staleText(before) } : undefined;
}

function impossible({ warning_state }: WarningRecord, state: WarningState): Refusal | undefined {
  if (state === warning_state || NEXT_WARNING_STATES[warning_state].includes(state)) return undefined;
  return { status: 422, error: transitionText(warning_state, state) };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function ownerOf(before: WarningRecord, { owner, state }: WarningChange, who: string): ReturnType<typeof writtenText> {
  if (owner !== undefined) return writtenText(OWNER, owner ?? '', MAX_OWNER);
  const comesTo = (to: WarningState) => state === to && before.warning_state !== to;
  if (comesTo('new')) return { text: '' };
  return { text: before.owner ?? (comesTo('acknowledged') ? who : '') };
}

/** When it was first taken up, first acted on, and closed for good; what is put back has not been. */
function momentsOf(
  before: WarningRecord,
  state: WarningState,
  now: string,
): Pick<WarningRecord, 'acknowledged_at' | 'acted_at' | 'closed_at'> {
  const { acknowledged_at, acted_at } = before;
  const closes = state === 'resolved' || state === 'false_alarm';
  const isUndone = state === 'new' || (before.warning_state === 'acted' && state === 'acknowledged');
  return {
    // Whoever acts on or closes a warning has seen it.
    acknowledged_at: state === 'new' ? null : (acknowledged_at ?? now),
    acted_at: state === 'acted' ? (acted_at ?? now) : isUndone ? null : acted_at,
    closed_at: closes ? now : null,
  };
}

const missingText = (id: string): Text => ({
  en: `There is no early warning ${id}.`,
  'pt-BR': `Não há alerta antecipado ${id}.`,
});

function staleText({ warning_state: state, owner, version }: WarningRecord): Text {
  const [by, de] = owner === null ? ['', ''] : [`, owner ${owner}`, `, responsável ${owner}`];
  return {
    en: `Somebody has changed this early warning meanwhile: it is ${words(state)}${by} (version ${version}). Look at it again, then change it.`,
    'pt-BR': `Alguém mudou este alerta antecipado nesse meio-tempo: está como ${quoted(state)}${de} (versão ${version}). Veja-o de novo e depois mude-o.`,
  };
}

function transitionText(from: WarningState, to: WarningState): Text {
  const next = NEXT_WARNING_STATES[from];
  return {
    en: `An early warning that is ${words(from)} cannot become ${words(to)}; it can become: ${next.map(words).join(', ')}.`,
    'pt-BR': `Um alerta antecipado que está como ${quoted(from)} não pode passar a ${quoted(to)}; pode passar a: ${next.map(quoted).join(', ')}.`,
  };
}

const words = (state: WarningState): string => state.replace('_', ' ');
const quoted = (state: WarningState): string => `“${warningStateStyle(state, 'pt-BR').label}”`;
