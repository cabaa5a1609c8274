import { render, screen } from '@testing-library/react';
import React from 'react';
import { ready } from '../../testing/status';
import DashboardScene from './DashboardScene';

let scenes = 0;
jest.mock('./sceneOf', () => ({
  sceneOf: () => {
    const text = `scene ${++scenes}`;
    return { Component: () => <p>{text}</p> };
  },
}));

const dashboard = { title: 'A', panels: [] };
const { generation } = ready();
if (!generation) throw new Error('There is no generation.');

beforeEach(() => void (scenes = 0));

describe('a dashboard within a page', () => {
  const page = (shown: typeof generation) => <DashboardScene {...{ dashboard, generation: shown }} uid="shop" />;

  it('asks anew when another generation serves, though its days are the same, and not before', async () => {
    const { rerender } = render(page(generation));
    expect(await screen.findByText('scene 1')).toBeVisible();
    rerender(page({ ...generation, builtAt: 'now' }));
    expect(screen.getByText('scene 1')).toBeVisible();
    rerender(page({ ...generation, id: 'another' }));
    expect(await screen.findByText('scene 2')).toBeVisible();
  });
});
