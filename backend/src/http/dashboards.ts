import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyPluginCallback } from 'fastify';

export interface DashboardSummary {
  uid: string;
  title: string;
  description: string;
  tags: string[];
}

type Dashboard = DashboardSummary & Record<string, unknown>;

/**
 * All dashboards of a folder, by title. Read anew at each call, so that an edited file shows at the next reload.
 *
 * @throws Error naming the file that is no dashboard
 */
export async function readDashboards(folder: string): Promise<Dashboard[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const dashboard = JSON.parse(await readFile(join(folder, name), 'utf8')) as Dashboard;
      if (typeof dashboard.uid !== 'string' || typeof dashboard.title !== 'string') {
        throw new Error(`${join(folder, name)} is not a dashboard: it has no uid or no title.`);
      }
      return dashboard;
    }),
  );
}

/** Not part of the REST API that is described as OpenAPI. */
const OF_THE_VIEWER = { schema: { hide: true }, config: { permission: 'read' } } as const;

/** `GET /dashboards` and `GET /dashboards/:uid`: the provisioned dashboards, for the viewer. */
export const dashboards: FastifyPluginCallback<{ folder: string }> = (app, { folder }, done) => {
  app.get('/dashboards', OF_THE_VIEWER, async (): Promise<DashboardSummary[]> => {
    const all = await readDashboards(folder);
    return all.map(({ uid, title, description, tags }) => ({
      uid,
      title,
      description: description ?? '',
      tags: tags ?? [],
    }));
  });

  app.get<{ Params: { uid: string } }>('/dashboards/:uid', OF_THE_VIEWER, async (request, reply) => {
    const found = (await readDashboards(folder)).find((dashboard) => dashboard.uid === request.params.uid);
    return found ?? reply.status(404).send({ error: 'There is no dashboard with this uid.' });
  });

  done();
};
