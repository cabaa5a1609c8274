import type { Reason } from '../data/model';
import { stepsTo } from './steps';

const reason = (feature: string, contribution: number): Reason => ({
  feature,
  label: `Label of ${feature}`,
  unit: '',
  value: 1,
  typical: 1,
  contribution,
  sentence: '',
  changeable: false,
  min: null,
  max: null,
  step: null,
});

it('names each step by its feature, and the last one by how many it sums up', () => {
  const rows = [0.1, 0.05, 0.02, 0.01].map((share, index) => reason(`f${index}`, share));
  const { steps } = stepsTo(0.68, { base: 0.5, rows }, 2);
  expect(steps.map(({ key, label }) => [key, label])).toEqual([
    ['f0', 'Label of f0'],
    ['f1', 'Label of f1'],
    ['others', 'All 2 others'],
  ]);
});
