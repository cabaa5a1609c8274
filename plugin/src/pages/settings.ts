/** What can be set for the app as a whole. */
export interface AppSettings {
  /** Uid of the data source that the app shows first. */
  defaultDatasource?: string;
}
