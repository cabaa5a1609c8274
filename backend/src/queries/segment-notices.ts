import { segmentName, type Frame, type InLanguages, type Language, type Notice, type Segment } from '../contract';
import { count } from './wording';

/** Segments whose names sound as if somebody were gone, whereas the grid compares customers with each other. */
export const SOUND_GONE: readonly Segment[] = ['Hibernating', 'Lost'];

interface Words {
  or: string;
  some(customers: string, names: string, days: string): string;
  /** The same of but one. */
  single(names: string, days: string): string;
  one(name: string, days: string): string;
}

const WORDS: InLanguages<Words> = {
  en: {
    or: 'or',
    some: (customers, names, days) =>
      `Segments rank customers among each other: ${customers} of those called ${names} bought less than ${days} days ago and have not churned. Where customers are few, or all have bought lately, the status says more than the segment.`,
    single: (names, days) =>
      `Segments rank customers among each other: 1 of those called ${names} bought less than ${days} days ago and has not churned. Where customers are few, or all have bought lately, the status says more than the segment.`,
    one: (name, days) =>
      `Segments rank customers among each other: this one is called ${name}, and yet bought less than ${days} days ago and has not churned. Where customers are few, or all have bought lately, the status says more than the segment.`,
  },
  'pt-BR': {
    or: 'ou',
    some: (customers, names, days) =>
      `Os segmentos comparam os clientes entre si: ${customers} dos chamados ${names} compraram há menos de ${days} dias e não estão inativos. Onde há poucos clientes, ou todos compraram há pouco, a situação diz mais que o segmento.`,
    single: (names, days) =>
      `Os segmentos comparam os clientes entre si: 1 dos chamados ${names} comprou há menos de ${days} dias e não está inativo. Onde há poucos clientes, ou todos compraram há pouco, a situação diz mais que o segmento.`,
    one: (name, days) =>
      `Os segmentos comparam os clientes entre si: este se chama ${name} e, no entanto, comprou há menos de ${days} dias e não está inativo. Onde há poucos clientes, ou todos compraram há pouco, a situação diz mais que o segmento.`,
  },
};

/** What a reader must know of segments in which customers sound gone who are not. @param active how many those are */
export function segmentNotices(active: number, churnDays: number, language: Language): Notice[] {
  if (active === 0) return [];
  const [first = '', last = ''] = SOUND_GONE.map((segment) => segmentName(segment, language));
  const words = WORDS[language];
  const names = `${first} ${words.or} ${last}`;
  const days = count(churnDays, language);
  const text = active === 1 ? words.single(names, days) : words.some(count(active, language), names, days);
  return [{ severity: 'info', text }];
}

/** The same of one customer. */
export function customerNotices(segment: Segment, status: string, churnDays: number, language: Language): Notice[] {
  if (status !== 'active' || !SOUND_GONE.includes(segment)) return [];
  return [{ severity: 'info', text: WORDS[language].one(segmentName(segment, language), count(churnDays, language)) }];
}

/** The frame with these notices beside those that it has. */
export function noted(frame: Frame, notices: readonly Notice[]): Frame {
  if (notices.length === 0) return frame;
  return { ...frame, meta: { ...frame.meta, notices: [...(frame.meta?.notices ?? []), ...notices] } };
}
