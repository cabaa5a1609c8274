export { openSandbox, type RunOptions, type Sandbox, type SandboxOptions } from './sandbox';
export type { Cut, SandboxColumn, SandboxResult } from './result';
