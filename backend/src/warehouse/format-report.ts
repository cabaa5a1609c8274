import type { Totals } from '../contract';
import type { FileReport, LoadReport } from './report';

const count = new Intl.NumberFormat('en');
const money = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A load report as plain text: what was read and refused, and the totals of all orders and of purchases. */
export function formatLoadReport(report: LoadReport): string {
  const { generation } = report;
  return [
    `Generation ${generation.id}, built ${generation.builtAt}`,
    `Source     ${generation.source}${generation.sample ? ' (generated sample data)' : ''}`,
    `Purchases  ${generation.firstDay} to ${generation.lastDay}, regular trade ${generation.regularFirstDay} to ${generation.regularLastDay}`,
    '',
    ...table(
      ['file', 'rows read', 'loaded', 'refused'],
      report.files.map((file) => [
        file.file ?? `${file.table} (absent)`,
        count.format(file.rowsRead),
        count.format(file.rowsLoaded),
        count.format(file.rowsRejected),
      ]),
    ),
    ...report.files.flatMap(formatNotes),
    '',
    ...table(
      ['', 'all orders', 'purchases*'],
      [
        totalsRow('orders', report.totals, (totals) => count.format(totals.orders)),
        totalsRow('persons', report.totals, (totals) => count.format(totals.customers)),
        totalsRow('payments', report.totals, (totals) => money.format(totals.payments)),
      ],
    ),
    '* orders that are neither canceled nor unavailable',
    '',
    `${report.checks.length} tests of the finished tables passed.`,
  ].join('\n');
}

function totalsRow(name: string, totals: LoadReport['totals'], show: (totals: Totals) => string): string[] {
  return [name, show(totals.allOrders), show(totals.purchases)];
}

function formatNotes(file: FileReport): string[] {
  const name = file.file ?? file.table;
  return [
    ...file.notes.map((note) => `  ${name}: ${note}`),
    ...file.rejects.flatMap((reject) => [
      `  ${name}: ${count.format(reject.rows)} refused: ${reject.reason}`,
      ...reject.examples.map(
        (example) => `    ${example.line === null ? '' : `line ${example.line}: `}${example.record}`,
      ),
    ]),
  ];
}

/** Lines of a table: the first column flush left, the others flush right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]!.length)));
  return all.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}
