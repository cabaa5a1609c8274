import './bootData';
import { languageFor } from '@contract';
import { ThemeContext } from '@grafana/data';
import {
  DataSourceWithBackend,
  setBackendSrv,
  setDataSourceSrv,
  type BackendSrv,
  type BackendSrvRequest,
  type DataSourceSrv,
  type FetchResponse,
} from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router-dom';
import { from, type Observable } from 'rxjs';
import { startPageLanguage } from '../../../embed/boot/startLanguage';
import { themeOf } from '../../../embed/host/themes';
import { sourceSettings } from '../../../testing/settings';
import portuguese from '../../locales/pt-BR.json';
import { Warnings } from '../warnings/Warnings';

// The page of early warnings in a browser without a Grafana: what it asks of a data source's resources goes to the
// stand-alone server, which answers the same. `?theme=light`, `?lang=pt-BR`.

const RESOURCES = '/api/datasources/uid/shop/resources/';

async function send<Body>({ url, method = 'GET', data }: BackendSrvRequest): Promise<FetchResponse<Body>> {
  const path = url.replace(RESOURCES, '/api/');
  const body = data === undefined ? undefined : JSON.stringify(data);
  const response = await fetch(path, { method, body, headers: body ? { 'content-type': 'application/json' } : {} });
  const answer: unknown = await response.json();
  const { ok, status } = response;
  if (!ok) throw { status, data: answer };
  return { ...response, ok, status, data: answer as Body, config: { url } };
}

const service: Partial<BackendSrv> = {
  fetch: <Body,>(request: BackendSrvRequest): Observable<FetchResponse<Body>> => from(send<Body>(request)),
};
const sources: Partial<DataSourceSrv> = { get: async () => new DataSourceWithBackend(sourceSettings('shop')) };

async function start(): Promise<void> {
  const wishes = new URLSearchParams(window.location.search);
  setBackendSrv(service as BackendSrv);
  setDataSourceSrv(sources as DataSourceSrv);
  const language = languageFor(wishes.get('lang') ?? 'en');
  document.documentElement.lang = language;
  await startPageLanguage(language, language === 'en' ? [] : [portuguese]);
  const theme = themeOf(wishes.get('theme') === 'light' ? 'light' : 'dark');
  createRoot(document.body.appendChild(document.createElement('div'))).render(
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <main className="main-view">
        <h1>Alerts</h1>
        <MemoryRouter>
          <Warnings uid="shop" />
        </MemoryRouter>
      </main>
      <PortalContainer />
    </ThemeContext.Provider>,
  );
}

void start();
