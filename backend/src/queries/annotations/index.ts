import {
  ANNOTATION_SOURCES,
  labelOf,
  QueryError,
  type AnnotationsQuery,
  type AnnotationSource,
  type Frame,
  type InLanguages,
  type Language,
  type Notice,
  type TimeRange,
} from '../../contract';
import { ForecastError } from '../../forecast/forecast';
import type { QueryContext } from '../context';
import { alertEvents } from './alerts';
import { wordingIn } from '../wording';
import { anomalyEvents } from './anomalies';
import type { CampaignFile } from './campaigns/campaign-file';
import { campaignEvents } from './campaigns/campaign-events';
import type { ShopEvent, Told } from './event';
import { eventFrame } from './event-frame';
import { holidayEvents } from './holidays';
import { loadEvents } from './loads';

const SOURCES: Record<AnnotationSource, (query: AnnotationsQuery, context: QueryContext) => Promise<Told>> = {
  alerts: alertEvents,
  anomalies: anomalyEvents,
  campaigns: campaignEvents,
  holidays: holidayEvents,
  loads: loadEvents,
};

/** More would be a solid block of colour, and slow to draw. */
const MAX_EVENTS = 10_000;

interface SourceWords {
  missing(source: AnnotationSource): string;
  cut(shown: string, all: string): string;
}

const PORTUGUESE_MISSING: Record<AnnotationSource, string> = {
  alerts: 'Faltam os alertas.',
  anomalies: 'Faltam as anomalias.',
  campaigns: 'Faltam as campanhas.',
  holidays: 'Faltam os feriados.',
  loads: 'Faltam as cargas de dados.',
};

const WORDS: InLanguages<SourceWords> = {
  en: {
    missing: (source) => `${labelOf(source)} are missing.`,
    cut: (shown, all) => `Only the first ${shown} of ${all} events are shown: choose a shorter time range.`,
  },
  'pt-BR': {
    missing: (source) => PORTUGUESE_MISSING[source],
    cut: (shown, all) => `Só os primeiros ${shown} de ${all} eventos são mostrados: escolha um período mais curto.`,
  },
};

/** The sources that a query asks for: all when it names none, but campaigns only where there is a file of them. */
export function sourcesOf({ source }: AnnotationsQuery, file: Pick<CampaignFile, 'isNamed'>): AnnotationSource[] {
  if (source && source.length > 0) return ANNOTATION_SOURCES.filter((one) => source.includes(one));
  return ANNOTATION_SOURCES.filter((one) => one !== 'campaigns' || file.isNamed);
}

/**
 * One table: the events of the asked sources that touch the time range. Of several sources, one that has nothing to
 * tell for a reason of its own says so in a notice, and the others are shown.
 *
 * @throws QueryError, ForecastError where the only source cannot be read
 */
export async function annotations(query: AnnotationsQuery, context: QueryContext): Promise<Frame[]> {
  const sources = sourcesOf(query, context.campaigns);
  const told: (Told & { failed?: boolean })[] = [];
  for (const source of sources) {
    const one = SOURCES[source](query, context);
    told.push(
      await (sources.length === 1
        ? one
        : one.catch((error: unknown) => withoutEvents(source, error, context.language))),
    );
  }
  const { events, notices } = mostOf(
    told.flatMap((one) => one.events).filter((one) => touches(one, context.asked)),
    context.language,
  );
  const all = [...told.flatMap((one) => one.notices ?? []), ...notices];
  const incomplete = told.some(({ failed }) => failed === true);
  return [eventFrame(events, { notices: all, ...(incomplete ? { custom: { incomplete } } : {}) })];
}

/** True for an answer that lacks what a source could not tell just now. */
export const isIncomplete = ({ meta }: Frame): boolean => meta?.custom?.incomplete === true;

function withoutEvents(source: AnnotationSource, error: unknown, language: Language): Told & { failed: boolean } {
  if (!(error instanceof QueryError || error instanceof ForecastError)) throw error;
  const notice: Notice = { severity: 'warning', text: `${WORDS[language].missing(source)} ${error.told[language]}` };
  return { events: [], notices: [notice], failed: true };
}

const touches = ({ time, timeEnd = time }: ShopEvent, { from, to }: TimeRange): boolean =>
  time <= to && timeEnd >= from;

function mostOf(events: ShopEvent[], language: Language): { events: ShopEvent[]; notices: Notice[] } {
  if (events.length <= MAX_EVENTS) return { events, notices: [] };
  const { count } = wordingIn(language);
  const text = WORDS[language].cut(count(MAX_EVENTS), count(events.length));
  return {
    events: [...events].sort((a, b) => a.time - b.time).slice(0, MAX_EVENTS),
    notices: [{ severity: 'warning', text }],
  };
}
