import type { WarningState } from '../alerts/states';

/** The states of an early warning in Portuguese. */
export const PORTUGUESE_WARNING_STATES: Readonly<Record<WarningState, string>> = {
  new: 'Novo',
  acknowledged: 'Assumido',
  acted: 'Com ação',
  resolved: 'Resolvido',
  false_alarm: 'Alarme falso',
};
