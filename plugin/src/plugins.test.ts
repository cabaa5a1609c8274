import { existsSync, readdirSync, readFileSync } from 'fs';
import path from 'path';
import { withRevision } from '../dashboardRevision';
import * as ids from './ids';

interface Include {
  type: string;
  name: string;
  path?: string;
  uid?: string;
  role?: string;
}

interface Manifest {
  id: string;
  type: string;
  info: { version: string; updated: string; logos: Record<string, string>; description: string; keywords: string[] };
  includes?: Include[];
  dependencies: { grafanaDependency: string };
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const folders = readdirSync(__dirname, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'plugin.json')
  .map((entry) => entry.parentPath);
const manifests = folders.map((folder): [string, Manifest] => [folder, readJson(path.join(folder, 'plugin.json'))]);
const app = manifests.find(([folder]) => folder === __dirname)?.[1];

describe.each(manifests)('%s', (folder, manifest) => {
  it('needs the same version of Grafana as the others', () => {
    expect(manifest.dependencies.grafanaDependency).toBe('>=12.0.0-0');
  });

  it('has its logos, a description and keywords', () => {
    for (const logo of Object.values(manifest.info.logos)) expect(existsSync(path.join(folder, logo))).toBe(true);
    expect(manifest.info.description).toMatch(/\w+ \w+/);
    expect(manifest.info.keywords.length).toBeGreaterThan(2);
  });

  it('takes version and date from the build', () => {
    expect(manifest.info).toMatchObject({ version: '%VERSION%', updated: '%TODAY%' });
  });

  it('has the module that Grafana loads', () => {
    expect(['module.ts', 'module.tsx'].some((file) => existsSync(path.join(folder, file)))).toBe(true);
  });
});

describe('the app', () => {
  const dashboards = (app?.includes ?? []).filter(({ type }) => type === 'dashboard');

  it('includes every nested plugin by its name', () => {
    const nested = manifests.filter(([folder]) => folder !== __dirname).map(([, { type }]) => type);
    const included = (app?.includes ?? []).map(({ type }) => type).filter((type) => nested.includes(type));
    expect(included.toSorted()).toEqual(nested.toSorted());
  });

  it('includes dashboards that exist, and every one that does', () => {
    const root = path.join(__dirname, '../..');
    const files = readdirSync(path.join(root, 'dashboards')).filter((file) => file.endsWith('.json'));
    expect(dashboards.map((include) => include.path).toSorted()).toEqual(
      files.map((file) => `dashboards/${file}`).toSorted(),
    );
    // Grafana lists those in its navigation whose uid is told here.
    for (const { path: file, name, uid } of dashboards)
      expect(readJson(path.join(root, file ?? ''))).toMatchObject({ title: name, uid });
  });

  it('ships dashboards with a revision that changes when they do, and never otherwise', () => {
    const revisionOf = (dashboard: object, indent?: number): unknown =>
      JSON.parse(withRevision(JSON.stringify(dashboard, null, indent))).revision;
    const one = { uid: 'a', title: 'One', panels: [{ id: 1 }] };
    const revision = revisionOf(one);
    expect(Number.isInteger(revision)).toBe(true);
    // Grafana reads 1 where there is none, and keeps the dashboard where both are the same.
    expect(revision).toBeGreaterThan(1);
    expect(revisionOf(one, 2)).toBe(revision);
    expect(revisionOf({ ...one, panels: [{ id: 2 }] })).not.toBe(revision);
    expect(JSON.parse(withRevision(Buffer.from(JSON.stringify(one))))).toEqual({ ...one, revision });
  });

  it('shows its pages to everybody, and the settings to administrators', () => {
    const pages = (app?.includes ?? []).filter(({ type }) => type === 'page');
    const roles = pages.map(({ path: page = '', role }) => [page.replace('/a/%PLUGIN_ID%', ''), role]);
    expect(Object.fromEntries(roles)).toEqual({
      '': 'Viewer',
      '/customers': 'Viewer',
      '/customer': 'Viewer',
      '/alerts': 'Viewer',
      '/models': 'Viewer',
      '/data': 'Viewer',
      '/settings': 'Admin',
    });
  });

  it('goes by the ids that its parts use for each other', () => {
    expect(app?.id).toBe(ids.APP_ID);
    expect(manifests.map(([, { id }]) => id)).toContain(ids.DATASOURCE_ID);
    const uids = dashboards.map((include) => readJson(path.join(__dirname, '../..', include.path ?? '')).uid);
    expect(uids).toEqual(
      expect.arrayContaining([
        ids.EXECUTIVE_DASHBOARD_UID,
        ids.CHURN_RISK_DASHBOARD_UID,
        ids.SALES_OUTLOOK_DASHBOARD_UID,
        ids.MODEL_CARD_DASHBOARD_UID,
      ]),
    );
  });
});
