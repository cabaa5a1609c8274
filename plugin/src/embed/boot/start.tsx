import React from 'react';
import { fetchDashboard } from '../api/dashboards';
import { App } from '../page/App';
import { startPage, type Beginning } from './startPage';

/** Starts the application. */
export function start(beginning: Beginning): Promise<void> {
  return startPage(<App loadDashboard={loadDashboard} />, beginning);
}
const loadDashboard = (uid: string) => fetchDashboard(uid);
