import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

const DESCRIPTION = `Churn scores, their reasons and the model's quality for workflow tools.

In Grafana the same routes are resource calls of the data source: replace \`/api\` by
\`/api/datasources/uid/<uid of the data source>/resources\`. Times are RFC 3339 in UTC, days \`YYYY-MM-DD\`, money is in
R$ (Brazilian real), shares and probabilities go from 0 to 1. Every error answers \`{"error": "..."}\`.`;

/** Collects the schemas of the routes that are registered after it. */
export function addOpenApi(app: FastifyInstance, version: string): void {
  app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Churnwatch',
        version,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'Customers', description: 'Who is about to stop buying, and why.' },
        { name: 'Predictions', description: 'Scores for lists and for made-up customers.' },
        { name: 'Figures', description: 'Key figures and risk.' },
        { name: 'Alerts', description: 'Early warnings, and what becomes of them.' },
        { name: 'Model', description: 'How good the model is.' },
        { name: 'Events', description: 'What happens in the shop, as it happens.' },
        { name: 'Warehouse', description: 'How the data was loaded, and building it anew.' },
        { name: 'Service', description: 'State of the service, and what dashboards ask.' },
      ],
    },
  });
}
