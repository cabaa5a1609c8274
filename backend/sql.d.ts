/** SQL files are imported as text: esbuild's text loader in bundles, sql-transform.cjs in jest. */
declare module '*.sql' {
  const text: string;
  export default text;
}

/** YAML files likewise. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
