/** A .proto file is compiled to protobufjs' JSON form: by build.mjs in bundles, by proto-transform.cjs in jest. */
declare module '*.proto' {
  import type { INamespace } from 'protobufjs/light';

  const descriptor: INamespace;
  export default descriptor;
}
