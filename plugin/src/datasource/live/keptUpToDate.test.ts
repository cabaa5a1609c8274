import type { DataQueryResponse } from '@grafana/data';
import { Subject } from 'rxjs';
import { keptUpToDate } from './keptUpToDate';

function follow() {
  const changes = new Subject<unknown>();
  const asked: Subject<DataQueryResponse>[] = [];
  const shown: DataQueryResponse[] = [];
  const failed = jest.fn();
  const ask = () => {
    const answer = new Subject<DataQueryResponse>();
    asked.push(answer);
    return answer;
  };
  const panel = keptUpToDate(ask, changes).subscribe({ next: (answer) => shown.push(answer), error: failed });
  const reply = (answer: DataQueryResponse) => {
    asked.at(-1)?.next(answer);
    asked.at(-1)?.complete();
  };
  return { changes, asked, shown, failed, panel, reply };
}

it('answers, and answers again after a change', () => {
  const { changes, shown, reply } = follow();
  reply({ data: [1] });
  changes.next('warning');
  reply({ data: [2] });
  expect(shown).toEqual([{ data: [1] }, { data: [2] }]);
});

it('asks once more for all that changes while an answer is on its way', () => {
  const { changes, asked, reply } = follow();
  changes.next(1);
  changes.next(2);
  expect(asked).toHaveLength(1);
  reply({ data: [1] });
  expect(asked).toHaveLength(2);
  reply({ data: [2] });
  expect(asked).toHaveLength(2);
});

it('keeps the rows beside the error when asking again fails, and recovers', () => {
  const { changes, asked, shown, failed, reply } = follow();
  reply({ data: [1] });
  changes.next('warning');
  reply({ data: [], errors: [{ message: 'No answer' }] });
  expect(shown.at(-1)).toEqual({ data: [1], errors: [{ message: 'No answer' }] });
  changes.next('warning');
  asked.at(-1)?.error(new Error('broken'));
  changes.next('warning');
  reply({ data: [3] });
  expect(shown.at(-1)).toEqual({ data: [3] });
  expect(failed).not.toHaveBeenCalled();
});

it('fails when the first asking fails', () => {
  const { asked, failed, changes } = follow();
  asked[0]?.error(new Error('state takes = or !='));
  expect(failed).toHaveBeenCalledWith(new Error('state takes = or !='));
  expect(changes.observed).toBe(false);
});

it('goes on without a connection', () => {
  const { changes, shown, failed, reply } = follow();
  changes.error(new Error('lost'));
  reply({ data: [1] });
  expect(shown).toEqual([{ data: [1] }]);
  expect(failed).not.toHaveBeenCalled();
});

it('ends with the panel, and gives up what is on its way', () => {
  const { changes, asked, panel } = follow();
  panel.unsubscribe();
  expect(changes.observed).toBe(false);
  expect(asked[0]?.observed).toBe(false);
});
