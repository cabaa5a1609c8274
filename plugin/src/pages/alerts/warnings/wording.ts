import type { WarningState } from '@contract';
import type { BadgeColor, IconName } from '@grafana/ui';
import { t } from '../../../language/t';
import type { StateChoice } from './filter';

interface Look {
  color: BadgeColor;
  icon: IconName;
  text: string;
}

/** Where a warning stands, in a word, a sign and a colour. */
export function stateLook(state: WarningState): Look {
  switch (state) {
    case 'new':
      return { color: 'red', icon: 'bell', text: t('pages.warnings.state.new', 'New') };
    case 'acknowledged':
      return { color: 'orange', icon: 'eye', text: t('pages.warnings.state.acknowledged', 'Acknowledged') };
    case 'acted':
      return { color: 'blue', icon: 'check-circle', text: t('pages.warnings.state.acted', 'Acted on') };
    case 'resolved':
      return { color: 'green', icon: 'check', text: t('pages.warnings.state.resolved', 'Resolved') };
    case 'false_alarm':
      return { color: 'darkgrey', icon: 'bell-slash', text: t('pages.warnings.state.false-alarm', 'False alarm') };
  }
}

/** What can be chosen of states, in words. */
export function choiceText(choice: StateChoice): string {
  if (choice === 'open') return t('pages.warnings.state.open', 'Open: new and acknowledged');
  if (choice === 'all') return t('pages.warnings.state.all', 'All');
  return stateLook(choice).text;
}

/** What the button says that brings a warning from one state to another. */
export function stepText(from: WarningState, to: WarningState): string {
  switch (to) {
    case 'new':
      return t('pages.warnings.step.new', 'Put back');
    case 'acknowledged':
      return from === 'new'
        ? t('pages.warnings.step.acknowledge', 'Acknowledge')
        : t('pages.warnings.step.again', 'Take up again');
    case 'acted':
      return t('pages.warnings.step.acted', 'Acted');
    case 'resolved':
      return t('pages.warnings.step.resolve', 'Resolve');
    case 'false_alarm':
      return t('pages.warnings.step.false-alarm', 'False alarm');
  }
}
