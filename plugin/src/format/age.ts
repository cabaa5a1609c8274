import { writtenAgo } from '@contract';
import { currentLanguage } from '../language/current';

/** How long ago a moment (RFC 3339) was, in the reader's language: `3 hours ago`; text that is no moment stays. */
export function formatAge(moment: string, now: number): string {
  const ms = now - new Date(moment).getTime();
  return Number.isNaN(ms) ? moment : writtenAgo(ms, currentLanguage());
}
