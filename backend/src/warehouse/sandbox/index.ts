export { openSandbox, type RunOptions, type Sandbox, type SandboxLimits, type SandboxOptions } from './sandbox';
export type { Cut, SandboxColumn, SandboxResult } from './result';
export { openProcessSandbox } from './process/process-sandbox';
