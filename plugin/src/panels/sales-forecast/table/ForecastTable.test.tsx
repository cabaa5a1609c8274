import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { expectAccessible } from '../../../testing/accessibility';
import { forecastFrame, loaded } from '../testing/frames';
import { View } from '../testing/View';

const STATES = ['SP', 'Other', 'RJ'];

describe('the table', () => {
  const rows = () => screen.getAllByRole('row').map((row) => row.textContent);

  const short = loaded([forecastFrame({ past: 14 })]);

  it('takes the place of the picture, the future marked in words', async () => {
    render(<View data={short} />);
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(screen.getByRole('group', { name: 'Forecast as a table' })).toHaveAttribute('tabindex', '0');
    expect(rows()[0]).toBe('DayActualExpected80% from80% to95% from95% toNote');
    expect(rows()[4]).toBe(
      'Sun, Aug 19, 2018R$ 8,400.00R$ 1,410.00R$ 1,200.00R$ 1,600.00R$ 1,000.00R$ 1,800.00Unusually high',
    );
    expect(rows().at(-2)).toMatch(/^Fri, Sep 7, 2018R\$ 1,210.00.*Forecast · Independence Day$/);
  });

  it('can be read from the end', async () => {
    render(<View data={short} options={{ asTable: true }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Day' }));
    expect(rows()[1]).toMatch(/^Sat, Sep 8, 2018/);
    expect(screen.getByRole('columnheader', { name: 'Day' })).toHaveAttribute('aria-sort', 'descending');
  });

  it('names the series where there are several', () => {
    render(<View data={loaded([forecastFrame({ names: STATES, past: 2, future: 1 })])} options={{ asTable: true }} />);
    expect(
      rows()
        .slice(1, 4)
        .map((row) => row?.slice(17, 22)),
    ).toEqual(['SPR$ ', 'RJR$ ', 'Other']);
  });

  it('draws only what is in sight of very many rows', () => {
    render(<View data={loaded([forecastFrame({ past: 900 })])} options={{ asTable: true }} />);
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '911');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<View data={short} options={{ asTable: true }} />);
    await expectAccessible(container);
  });
});

describe('the download', () => {
  it('holds every figure of the answer', async () => {
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return 'blob:x';
    };
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<View data={loaded([forecastFrame({ past: 1, future: 1 })])} />);
    await userEvent.click(screen.getByRole('button', { name: 'Download as CSV' }));
    const text = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      for (const blob of blobs) reader.readAsText(blob);
    });
    expect(text).toBe(
      'time,actual,forecast,lower,upper,lower_95,upper_95,anomalous\r\n' +
        '2018-08-29,1000,1010,800,1200,600,1400,0\r\n' +
        '2018-08-30,,1110,900,1300,700,1500,\r\n',
    );
  });
});
