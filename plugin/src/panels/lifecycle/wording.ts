import type { LifecycleStage } from '@contract';
import { t } from '../../language/t';
import { formatCount, formatCountShort } from '../../format/numbers';

export function stageText(stage: LifecycleStage): string {
  if (stage === 'new') return t('lifecycle.stage.new', 'New');
  if (stage === 'returning') return t('lifecycle.stage.returning', 'Returning');
  if (stage === 'reactivated') return t('lifecycle.stage.reactivated', 'Reactivated');
  return t('lifecycle.stage.dormant', 'Dormant');
}

export function stageMeaning(stage: LifecycleStage): string {
  if (stage === 'new') return t('lifecycle.meaning.new', 'Bought for the first time');
  if (stage === 'returning') return t('lifecycle.meaning.returning', 'Bought again while still active');
  if (stage === 'reactivated')
    return t('lifecycle.meaning.reactivated', 'Bought again after having counted as churned');
  return t('lifecycle.meaning.dormant', 'Began to count as churned: no purchase for too long');
}

export const netText = (): string => t('lifecycle.net', 'Change of active customers');

/** A change with its sign. */
export const signed = (value: number): string => `${signOf(value)}${formatCount(Math.abs(value))}`;
export const signedShort = (value: number): string => `${signOf(value)}${formatCountShort(Math.abs(value))}`;

const signOf = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '');
