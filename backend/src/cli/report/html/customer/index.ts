import {
  bandStyle,
  RISK_BANDS,
  textsIn,
  valueName,
  writtenDays,
  type Fields,
  type Frame,
  type Language,
} from '../../../../contract';
import { plainFields, type PlainField } from '../../cells';
import { escapeHtml } from '../../escape';
import { lineChart } from '../charts';
import { columnsTable } from '../table';
import { valueText } from '../values';
import { reasonsTable } from './reasons';
import { rowsOf, type Row } from '../rows';
import { CUSTOMER_WORDS } from './words';

type Parts = Readonly<Record<string, () => string>>;

/** One customer as the panel shows them: the answer first, then why, what to do, and what hangs on it; undefined for a list. */
export function customerBody(frames: readonly Frame[], options: Fields, language: Language): string | undefined {
  const fieldsOf = (name: string): PlainField[] => plainFields(frames.find((one) => one.name === name) ?? NO_FRAME);
  const [score] = rowsOf(fieldsOf('churn_score'));
  const churn = score?.number('churn_probability');
  if (!score || churn === undefined) return undefined;
  const words = CUSTOMER_WORDS[language];
  const parts: Parts = {
    value: () => titled(valueTitle(score, language), figures(score, language)),
    action: () => titled(words.action, action(score, language)),
    reasons: () => {
      const table = reasonsTable(churn, fieldsOf('reasons'), options, language);
      return table ? titled(words.reasons, `<p class="facts">${words.points}</p>${table.html}`) : '';
    },
    rfm: () => titled(words.standing, standing(score, language)),
    history: () => history(fieldsOf('score_history'), language),
  };
  const wanted = Array.isArray(options.sections) ? textsIn(options.sections) : Object.keys(parts);
  const shown = Object.entries(parts).filter(([name]) => wanted.includes(name));
  return headline(score, language) + shown.map(([, part]) => part()).join('');
}

const NO_FRAME: Frame = { name: '', fields: [] };

const titled = (title: string, html: string): string => (html === '' ? '' : `<h3>${escapeHtml(title)}</h3>${html}`);

/** Who it is about, in which band, and what is to be expected, in a sentence. */
function headline(score: Row, language: Language): string {
  const band = RISK_BANDS.find((one) => one === score.text('band'));
  const { color, sign, label } = band ? bandStyle(band, language) : { color: '', sign: '', label: '' };
  const chip = band ? `<b class="band-chip" style="border-color:${color}">${sign} ${escapeHtml(label)}</b> ` : '';
  const place = [valueName('city', score.text('city'), language), score.text('state')].filter((one) => one !== '');
  const shown = (key: string): string => {
    const field = score.field(key);
    return field === undefined || score.text(key) === '' ? '' : valueText(score.value(key), field, language);
  };
  const facts = [score.text('customer_id'), shown('segment'), place.join(', '), shown('status')];
  const line = facts.filter((one) => one !== '').join(' · ');
  return `<p class="who">${chip}${escapeHtml(line)}</p><p class="words">${escapeHtml(score.text('sentence'))}</p>`;
}

function valueTitle(score: Row, language: Language): string {
  const { value, within } = CUSTOMER_WORDS[language];
  const days = score.number('horizon_days');
  return days === undefined ? value : `${value} ${within(writtenDays(days, language))}`;
}

const VALUES = ['revenue_at_risk', 'expected_revenue', 'value_if_returns'];

function figures(score: Row, language: Language): string {
  const shown = VALUES.flatMap((key) => {
    const field = score.field(key);
    if (!field) return [];
    const text = valueText(score.value(key), field, language);
    return [`<div class="figure"><span>${escapeHtml(field.name)}</span><b>${escapeHtml(text)}</b></div>`];
  });
  return shown.length === 0 ? '' : `<div class="figures">${shown.join('')}</div>`;
}

function action(score: Row, language: Language): string {
  const [title, detail, rule] = ['action', 'action_detail', 'action_rule'].map(score.text);
  if (!title) return '';
  const more = [detail ?? '', rule ? CUSTOMER_WORDS[language].rule(rule) : ''].filter((one) => one !== '');
  return `<p class="words">${escapeHtml(title)}</p>${more.map((one) => `<p class="facts">${escapeHtml(one)}</p>`).join('')}`;
}

const FIGURES = [
  ['recency_days', 'recency'],
  ['frequency', 'frequency'],
  ['monetary', 'monetary'],
] as const;

/** Where the customer stands among all and in the segment. */
function standing(score: Row, language: Language): string {
  const words = CUSTOMER_WORDS[language];
  const cell = (key: string): string => {
    const field = score.field(key);
    return field ? valueText(score.value(key), field, language) : '–';
  };
  const rows = FIGURES.map(([key, name]) => [
    words.figures[key],
    cell(key),
    better(score.number(`${name}_percentile`), language),
    better(score.number(`${name}_segment_percentile`), language),
  ]);
  const heads = [words.figure, words.customer, words.ofAll, words.ofSegment];
  return columnsTable(heads.map((head, i) => ({ head, isNumber: i > 0, texts: rows.map((row) => row[i] ?? '') }))).html;
}

/** Whole per cent, but never all or nothing where a few are left. */
function better(share: number | undefined, language: Language): string {
  if (share === undefined) return '–';
  const { over, under } = CUSTOMER_WORDS[language];
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return over;
  return percent === 0 && share > 0 ? under : `${percent}%`;
}

const AVERAGE = 'base_rate';

/** Past scores beside the average; nothing where there is but one. */
function history(fields: readonly PlainField[], language: Language): string {
  const time = fields.find(({ isTime }) => isTime);
  if (!time || time.values.length < 2) return '';
  const words = CUSTOMER_WORDS[language];
  const series = fields
    .filter(({ isNumber }) => isNumber)
    .map((field) => (field.key === AVERAGE ? { ...field, name: words.averageCustomer } : field));
  return titled(words.history, lineChart(time, series, language));
}
