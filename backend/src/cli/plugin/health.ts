import type { WarehouseStatus } from '../../contract';
import type { HealthResult } from '../../grafana/handlers';

const whole = (value: number): string => value.toLocaleString('en-US');

/** What "Save & test" says: what was checked, and what to do when something is wrong. */
export function healthOf(status: WarehouseStatus): HealthResult {
  const { state, progress, generation, error } = status;
  const details = { ...status };
  if (progress) {
    const percent = Math.round(progress.share * 100);
    const meanwhile = generation ? ` Generation ${generation.id} serves meanwhile.` : '';
    return {
      status: 'ok',
      message: `The warehouse is being built, ${percent} % (${progress.step}).${meanwhile}`,
      details,
    };
  }
  if (!generation) return { status: 'error', message: error ?? 'There is no warehouse yet.', details };
  if (error) {
    const serving = `Generation ${generation.id} of ${generation.builtAt} goes on serving.`;
    return { status: 'error', message: `The newest build failed: ${error} ${serving}`, details };
  }
  const { purchases, firstDay, lastDay } = generation;
  const origin = generation.sample ? 'Generated sample data, not a real shop.' : `Data of ${generation.source}.`;
  return {
    status: state === 'ready' ? 'ok' : 'error',
    message:
      `${origin} ${whole(purchases.orders)} purchases by ${whole(purchases.customers)} customers from ${firstDay} to ` +
      `${lastDay}; ${whole(generation.rowsRead)} rows read, ${whole(generation.rowsRejected)} rejected. ` +
      `Generation ${generation.id}, built ${generation.builtAt}.`,
    details,
  };
}
