import type { Frame } from '../contract';

/** Who asks, and the data source that is asked. */
export interface PluginContext {
  orgId: number;
  pluginId: string;
  /** Absent when Grafana itself asks, e.g. for an alert rule. */
  user?: PluginUser;
  dataSource?: DataSourceInstance;
}

export interface PluginUser {
  login: string;
  name: string;
  email: string;
  /** `Admin`, `Editor`, `Viewer` or empty. */
  role: string;
}

export interface DataSourceInstance {
  uid: string;
  name: string;
  /** The settings as the configuration page saved them. */
  jsonData: unknown;
  /** Decrypted secrets: never to be logged. */
  secureJsonData: Readonly<Record<string, string>>;
  /** When the settings were last changed, in ms since 1970-01-01 UTC. */
  updated: number;
}

export interface DataQuery {
  refId: string;
  queryType: string;
  maxDataPoints: number;
  intervalMs: number;
  /** The time range, in ms since 1970-01-01 UTC. */
  from: number;
  to: number;
  /** The query as the editor saved it. */
  model: unknown;
}

export interface DataRequest {
  context: PluginContext;
  headers: Readonly<Record<string, string>>;
  queries: readonly DataQuery[];
}

/** The answer to one query. With `error`, `status` is 400 or above. */
export interface DataAnswer {
  /** An HTTP status; Grafana shows anything from 400 on as an error. */
  status: number;
  frames: readonly (Frame | Uint8Array)[];
  error?: string;
  /** Whose fault an error is: the plugin's own, or that of what lies behind it (data, settings, the query). */
  errorSource?: 'plugin' | 'downstream';
}

/** Answers by refId. */
export type DataResponse = Readonly<Record<string, DataAnswer>>;

export interface HealthResult {
  status: 'ok' | 'error' | 'unknown';
  /** One or two sentences for the person who pressed "Save & test". */
  message: string;
  details?: object;
}

export interface ResourceRequest {
  context: PluginContext;
  method: string;
  /** Below `/resources/`, without a leading slash and without the query string. */
  path: string;
  /** The path with the query string. */
  url: string;
  headers: Readonly<Record<string, readonly string[]>>;
  body: Uint8Array;
}

export interface ResourceResponse {
  status: number;
  headers: Readonly<Record<string, readonly string[]>>;
  body: Uint8Array;
}

export interface ChannelRequest {
  context: PluginContext;
  /** The channel's path below `ds/<uid>/`. */
  path: string;
  /** What the subscriber or publisher sent along, usually JSON. */
  data: Uint8Array;
}

export interface ChannelResponse {
  status: 'ok' | 'not found' | 'permission denied';
  /** JSON for the subscriber, or what is to be published. */
  data?: unknown;
}

/** Live channels. A data source without them leaves this out: every channel is then "not found". */
export interface ChannelHandlers {
  subscribe(request: ChannelRequest): Promise<ChannelResponse>;
  publish(request: ChannelRequest): Promise<ChannelResponse>;
  /** Yields frames in JSON form until it ends or the signal is aborted, which is when the last subscriber has left. */
  run(request: ChannelRequest, signal: AbortSignal): AsyncIterable<object>;
}

/**
 * What a data source does, apart from how Grafana talks to it. A handler that throws costs its caller an answer and
 * nobody else's; its signal is aborted when Grafana no longer waits.
 */
export interface PluginHandlers {
  query(request: DataRequest, signal: AbortSignal): Promise<DataResponse>;
  health(context: PluginContext): Promise<HealthResult>;
  /** The process's figures as Prometheus text. */
  metrics(): Promise<string>;
  /** One response, or a stream of which the first part carries status and headers. */
  resource(request: ResourceRequest, signal: AbortSignal): Promise<ResourceResponse> | AsyncIterable<ResourceResponse>;
  channels?: ChannelHandlers;
  /** Called once, before the process ends; it has about a second. */
  shutdown(): Promise<void>;
}
