/** The messages of pluginv2.proto as they are decoded: absent messages are null, other absent fields empty. */
export interface WireUser {
  login: string;
  name: string;
  email: string;
  role: string;
}

export interface WireDataSource {
  uid: string;
  name: string;
  jsonData: Buffer;
  decryptedSecureJsonData: Record<string, string>;
  lastUpdatedMS: number;
}

export interface WireContext {
  orgId: number;
  pluginId: string;
  user: WireUser | null;
  dataSourceInstanceSettings: WireDataSource | null;
}

export interface WithContext {
  pluginContext: WireContext | null;
}

export interface WireQuery {
  refId: string;
  queryType: string;
  maxDataPoints: number;
  intervalMS: number;
  timeRange: { fromEpochMS: number; toEpochMS: number } | null;
  json: Buffer;
}

export interface QueryDataRequest extends WithContext {
  headers: Record<string, string>;
  queries: WireQuery[];
}

export interface WireDataResponse {
  frames: Uint8Array[];
  error: string;
  status: number;
  errorSource: string;
}

export interface QueryDataResponse {
  responses: Record<string, WireDataResponse>;
}

export interface CheckHealthResponse {
  status: number;
  message: string;
  jsonDetails: Uint8Array;
}

export interface CollectMetricsResponse {
  metrics: { prometheus: Uint8Array };
}

export type WireHeaders = Record<string, { values: string[] }>;

export interface CallResourceRequest extends WithContext {
  path: string;
  method: string;
  url: string;
  headers: WireHeaders;
  body: Buffer;
}

export interface CallResourceResponse {
  code: number;
  headers: WireHeaders;
  body: Uint8Array;
}

export interface StreamRequest extends WithContext {
  path: string;
  data: Buffer;
}

export interface StreamResponse {
  status: number;
  data: Uint8Array;
}

export interface StreamPacket {
  data: Uint8Array;
}

export type Empty = Record<string, never>;
