/** A panel as a dashboard's JSON holds it. */
export interface PanelModel {
  type: string;
  title: string;
  description?: string;
  transparent?: boolean;
  gridPos: { x: number; y: number; w: number; h: number };
  options?: Readonly<Record<string, unknown>>;
  fieldConfig?: { defaults: object; overrides: readonly OverrideModel[] };
  targets?: ReadonlyArray<Readonly<Record<string, unknown>> & { refId: string }>;
  transformations?: ReadonlyArray<{ id: string; options: Readonly<Record<string, unknown>> }>;
}

interface OverrideModel {
  matcher: { id: string; options?: unknown };
  properties: readonly PropertyModel[];
}

/** What an override sets of a field, such as the width of its column. */
export interface PropertyModel {
  id: string;
  value?: unknown;
}

/** A variable as a dashboard's JSON holds it. */
export interface VariableModel {
  name: string;
  type: string;
  query?: unknown;
}

/** What a page takes of a dashboard. */
export interface DashboardModel {
  panels: readonly PanelModel[];
  templating?: { list: readonly VariableModel[] };
}
