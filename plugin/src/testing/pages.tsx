import { OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';
import { render, type RenderResult } from '@testing-library/react';
import React, { type ReactElement } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';

/** A page at an address; what follows the `?` stands in the element of role `note`. */
export function renderAt(search: string, page: ReactElement): RenderResult {
  const future = { v7_startTransition: true, v7_relativeSplatPath: true };
  return render(
    <MemoryRouter initialEntries={[`/page${search}`]} future={future}>
      {page}
      <Place />
    </MemoryRouter>,
  );
}

function Place() {
  const { search } = useLocation();
  return <div role="note">{decodeURIComponent(search)}</div>;
}

/** Has the reader have this role in the organisation. */
export function asRole(role: 'Admin' | 'Editor' | 'Viewer'): void {
  config.bootData.user.orgRole = OrgRole[role];
}
