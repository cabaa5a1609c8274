import { NOT_YET, segmentStyle, SEGMENTS } from '@contract';
import { currentLanguage } from '../../language/current';
import { segmentText as nameOf } from '../../language/names';
import { t } from '../../language/t';
import type { Facts } from '../../components/picture/facts';
import { formatDay } from '../../format/dates';
import { formatCount, formatMoneyExact, formatShare } from '../../format/numbers';
import { countOf, totalOf } from './data/lens';
import type { Choice, Flow, MovementModel } from './data/model';
import type { Lens } from './options';

/** A segment's name, or that somebody was no customer then. */
export const segmentText = (segment: string): string =>
  segment === NOT_YET ? t('movement.not-yet', 'Not yet a customer') : nameOf(segment);

export function lensText(lens: Lens): string {
  switch (lens) {
    case 'all':
      return t('movement.lens.all', 'All');
    case 'stayed':
      return t('movement.lens.stayed', 'Stayed');
    case 'up':
      return t('movement.lens.up', 'Up');
    case 'down':
      return t('movement.lens.down', 'Down');
    case 'new':
      return t('movement.lens.new', 'New');
    case 'gone':
      return t('movement.lens.gone', 'Gone');
    case 'back':
      return t('movement.lens.back', 'Back');
  }
}

/** What counts as moved that way. */
export function lensHelp(lens: Lens): string {
  switch (lens) {
    case 'all':
      return t('movement.help.all', 'Everybody who is a customer now');
    case 'stayed':
      return t('movement.help.stayed', 'In the same segment as then');
    case 'up':
      return t('movement.help.up', 'In a better segment than then');
    case 'down':
      return t('movement.help.down', 'In a more endangered segment than then');
    case 'new':
      return t('movement.help.new', 'Not yet a customer then');
    case 'gone':
      return t('movement.help.gone', 'Active then, churned now; also counted as stayed, up or down');
    case 'back':
      return t('movement.help.back', 'Churned then, active now; also counted as stayed, up or down');
  }
}

/** A flow's name, or that of all flows from or into a segment. */
export function choiceText({ from, to }: Choice): string {
  if (from === '') return to === '' ? t('movement.everybody', 'All customers') : into(to);
  if (to === '') return t('movement.from', 'From {{from}}', { from: segmentText(from) });
  return t('movement.flow', '{{from}} → {{to}}', { from: segmentText(from), to: segmentText(to) });
}

const into = (to: string): string => t('movement.into', 'Into {{to}}', { to: segmentText(to) });

/** The sentence that says how many stayed, moved and left. */
export function summaryText({ flows, customers, before }: MovementModel): string {
  if (customers === 1) return onlyText(flows, before);
  const share = (lens: Lens): string => formatShare(totalOf(flows, lens) / customers);
  const [gone, back] = [totalOf(flows, 'gone'), totalOf(flows, 'back')];
  const values = {
    customers: formatCount(customers),
    stayed: share('stayed'),
    up: share('up'),
    down: share('down'),
    new: share('new'),
    gone: t('movement.summary.gone', '{{all}} stopped buying', { all: formatCount(gone), count: gone }),
    back: t('movement.summary.back', '{{all}} came back', { all: formatCount(back), count: back }),
    day: before === undefined ? '' : formatDay(before),
  };
  return before === undefined
    ? t(
        'movement.summary.plain',
        'Of {{customers}} customers {{down}} moved down, {{up}} up, {{stayed}} stayed and {{new}} are new; {{gone}}, {{back}}.',
        values,
      )
    : t(
        'movement.summary.since',
        'Since {{day}}, of {{customers}} customers {{down}} moved down, {{up}} up, {{stayed}} stayed and {{new}} are new; {{gone}}, {{back}}.',
        values,
      );
}

/** The same of a shop's only customer, of whom shares would say nothing. */
function onlyText(flows: readonly Flow[], before: string | undefined): string {
  const moved = ONLY[flows.find(({ customers }) => customers > 0)?.way ?? 'stayed']();
  return before === undefined
    ? t('movement.summary.only', '{{moved}}.', { moved })
    : t('movement.summary.onlySince', '{{moved}} since {{day}}.', { moved, day: formatDay(before) });
}

const ONLY: Record<Flow['way'], () => string> = {
  new: () => t('movement.summary.onlyNew', 'The only customer has come'),
  stayed: () => t('movement.summary.onlyStayed', 'The only customer has stayed in the same segment'),
  up: () => t('movement.summary.onlyUp', 'The only customer has moved up'),
  down: () => t('movement.summary.onlyDown', 'The only customer has moved down'),
};

/** All that a flow says when it is pointed at. */
export function flowFacts(flow: Flow, { flows, customers }: MovementModel, lens: Lens): Facts {
  const into = totalOf(
    flows.filter(({ to }) => to === flow.to),
    'all',
  );
  return {
    title: choiceText(flow),
    text: lensText(flow.way),
    facts: [
      ...(lens === 'all' || lens === flow.way
        ? []
        : [{ name: lensText(lens), value: formatCount(countOf(flow, lens)) }]),
      {
        name: t('movement.fact.customers', 'Customers'),
        value: `${formatCount(flow.customers)} (${formatShare(flow.customers / customers)})`,
      },
      {
        name: t('movement.fact.of-from', 'Of {{segment}} then', { segment: segmentText(flow.from) }),
        value: formatShare(flow.share),
      },
      {
        name: t('movement.fact.of-to', 'Of {{segment}} now', { segment: segmentText(flow.to) }),
        value: formatShare(into > 0 ? flow.customers / into : 0),
      },
      { name: t('movement.fact.gone', 'Stopped buying'), value: formatCount(flow.gone) },
      { name: t('movement.fact.back', 'Came back'), value: formatCount(flow.back) },
      { name: t('movement.fact.paid', 'Paid so far'), value: formatMoneyExact(flow.revenue) },
    ],
  };
}

/** All that a segment says when it is pointed at: then (`from`) or now. */
export function nodeFacts(segment: string, side: 'from' | 'to', { flows, customers }: MovementModel): Facts {
  const own = flows.filter((flow) => flow[side] === segment);
  const total = totalOf(own, 'all');
  const known = SEGMENTS.find((one) => one === segment);
  const ways: Lens[] = side === 'from' ? ['stayed', 'up', 'down', 'gone', 'back'] : ['stayed', 'up', 'down', 'new'];
  return {
    title: choiceText(side === 'from' ? { from: segment, to: '' } : { from: '', to: segment }),
    text: known && segmentStyle(known, currentLanguage()).meaning,
    facts: [
      {
        name: t('movement.fact.customers', 'Customers'),
        value: `${formatCount(total)} (${formatShare(total / customers)})`,
      },
      ...ways
        .map((way) => ({ name: lensText(way), count: totalOf(own, way) }))
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => ({ name, value: `${formatCount(count)} (${formatShare(count / total)})` })),
    ],
  };
}
