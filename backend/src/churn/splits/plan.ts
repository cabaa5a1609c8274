import { addDays, writtenDay, type Language } from '../../contract';
import { daysBetween, type ResolvedOptions, resolveOptions, SplitError, type SplitOptions } from './options';

/**
 * One evaluation with what may be learnt for it: the label window of every training cut (the horizon's days after it)
 * ends on or before the evaluation cut, so that no day is both learnt from and judged by.
 */
export interface Fold {
  evaluationCut: string;
  /** Ascending, one or more. */
  trainingCuts: string[];
}

export interface SplitPlan {
  horizonDays: number;
  test: Fold;
  /** Ascending by evaluation cut. Their label windows end on or before the test cut, as they choose what is tested. */
  validation: Fold[];
  /** Every cut with a complete horizon, the latest ones, for the model that serves after the test; ascending. */
  refitCuts: string[];
}

/**
 * Plans purged time-series splits (M. López de Prado, "Advances in Financial Machine Learning", 2018, chapter 7: rows
 * whose labels overlap the evaluation's are left out of training). A cut is the last day that features know of; its
 * labels look at the horizon's days after it, up to and including cut + horizon.
 *
 * @throws SplitError when options make no sense, or when the history is too short: it says how many days are needed
 */
export function planSplits(options: SplitOptions): SplitPlan {
  const resolved = resolveOptions(options);
  const { horizonDays, lastDay, testCut, trainingCuts, fewestValidationCuts } = resolved;
  checkLength(resolved);
  const usable = usableCuts(resolved);
  const foldAt = (evaluationCut: string): Fold => ({
    evaluationCut,
    trainingCuts: cutsBackFrom(addDays(evaluationCut, -horizonDays), trainingCuts, resolved).filter(usable),
  });
  const test = foldAt(testCut);
  const validation = cutsBackFrom(addDays(testCut, -horizonDays), resolved.validationCuts, resolved)
    .filter(usable)
    .map(foldAt)
    .filter((fold) => fold.trainingCuts.length > 0);
  if (!usable(testCut) || test.trainingCuts.length === 0 || validation.length < fewestValidationCuts)
    throw new SplitError({
      en:
        `Too few customers: cuts need ${resolved.fewestCustomers}, and there are not enough such cuts before ${writtenDay(testCut, 'en')}. ` +
        'Choose a shorter horizon, or ask for fewer customers.',
      'pt-BR':
        `Clientes de menos: os cortes precisam de ${resolved.fewestCustomers}, e não há cortes assim o bastante antes de ` +
        `${writtenDay(testCut, 'pt-BR')}. Escolha um horizonte menor ou peça menos clientes.`,
    });
  const refitCuts = cutsBackFrom(addDays(lastDay, -horizonDays), trainingCuts, resolved).filter(usable);
  return { horizonDays, test, validation, refitCuts };
}

/**
 * Up to so many cuts, ascending: the latest one allowed, and others before it at the spacing, each with enough history.
 */
function cutsBackFrom(latest: string, most: number, { firstDay, historyDays, spacingDays }: ResolvedOptions): string[] {
  const room = Math.floor((daysBetween(firstDay, latest) - historyDays) / spacingDays) + 1;
  const count = Math.max(0, Math.min(most, room));
  return Array.from({ length: count }, (_, i) => addDays(latest, -spacingDays * (count - 1 - i)));
}

function usableCuts({ customersAt, fewestCustomers }: ResolvedOptions): (cut: string) => boolean {
  return (cut) => customersAt === undefined || customersAt(cut) >= fewestCustomers;
}

function checkLength(options: ResolvedOptions): void {
  const { firstDay, lastDay, testCut, horizonDays, spacingDays, historyDays, fewestValidationCuts } = options;
  if (daysBetween(testCut, lastDay) < horizonDays) throw lastHorizonIncomplete(options);
  // A horizon each for training and, before it, for validation; more validation cuts go further back.
  const validation = fewestValidationCuts === 0 ? 0 : horizonDays + (fewestValidationCuts - 1) * spacingDays;
  const before = historyDays + horizonDays + validation;
  const found = daysBetween(firstDay, testCut);
  if (found >= before) return;
  const after = daysBetween(testCut, lastDay);
  const needed = before + after;
  // Both the first and the last day count: a shop that opened today has one.
  const days = found + after + 1;
  throw new SplitError(
    {
      en:
        `The history is too short for a horizon of ${horizonDays} days: ${number(needed + 1, 'en')} days of regular trade ` +
        `are needed, and there ${days === 1 ? 'is' : 'are'} ${number(days, 'en')}. Choose a shorter horizon, or wait for more data.`,
      'pt-BR':
        `O histórico é curto demais para um horizonte de ${horizonDays} dias: são precisos ${number(needed + 1, 'pt-BR')} dias de ` +
        `comércio regular, e há ${number(days, 'pt-BR')}. Escolha um horizonte menor ou espere por mais dados.`,
    },
    needed,
  );
}

const number = (value: number, language: Language): string => value.toLocaleString(language);

function lastHorizonIncomplete({ testCut, lastDay, horizonDays }: ResolvedOptions): SplitError {
  const latest = addDays(lastDay, -horizonDays);
  return new SplitError({
    en:
      `What customers do within ${horizonDays} days after ${writtenDay(testCut, 'en')} is not yet known on ` +
      `${writtenDay(lastDay, 'en')}: choose a test cut of ${writtenDay(latest, 'en')} or before.`,
    'pt-BR':
      `O que os clientes fazem em ${horizonDays} dias depois de ${writtenDay(testCut, 'pt-BR')} ainda não se sabe em ` +
      `${writtenDay(lastDay, 'pt-BR')}: escolha um corte de teste em ${writtenDay(latest, 'pt-BR')} ou antes.`,
  });
}
