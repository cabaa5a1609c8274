import type { Text } from '../language';
import type { SqlMode } from './kinds';

const OFF: Text = {
  en: 'SQL mode is off for this data source. An admin can switch it on in the data source settings; the query builder works without it.',
  'pt-BR':
    'O modo SQL está desligado nesta fonte de dados. Um administrador pode ligá-lo nas configurações da fonte de dados; o construtor de consultas funciona sem ele.',
};
const EDITORS: Text = {
  en: 'SQL on this data source is for editors and admins. Ask one of them, or use the query builder.',
  'pt-BR':
    'O SQL nesta fonte de dados é para editores e administradores. Peça a um deles ou use o construtor de consultas.',
};

/**
 * Why a caller may not run statements of their own, in words for them; undefined when they may.
 *
 * @param trusted true for editors and admins, and for alert rules, which editors wrote
 */
export function sqlRefusal(mode: SqlMode, trusted: boolean): Text | undefined {
  if (mode === 'off') return OFF;
  return mode === 'editors' && !trusted ? EDITORS : undefined;
}
