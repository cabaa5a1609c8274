/**
 * The folder from which parts of this bundle are loaded when they are first needed. They lie beside the app's own module:
 * Grafana serves the data source, which is nested in the app, from a path of its own, or from the folder `datasource` on a
 * content delivery network.
 */
export function chunksPath(ownPath: string): string {
  return ownPath
    .replace(/\/churnwatch-warehouse-datasource\/$/, '/churnwatch-retention-app/')
    .replace(/\/datasource\/$/, '/');
}
