import { openProcessSandbox, openSandbox, type Sandbox, type SandboxLimits } from '../sandbox';

/**
 * The sandbox of one generation: opened by the first statement, as most shops never run any. With a program its statements
 * run in processes of their own.
 */
export class OneSandbox {
  private opening?: Promise<Sandbox>;

  constructor(
    private readonly file: string,
    private readonly tempDirectory: string,
    private readonly program?: string,
  ) {}

  /** @throws DuckDB's error when the file cannot be opened; the next call tries again */
  open(limits: SandboxLimits): Promise<Sandbox> {
    this.opening ??= this.openAs(limits).catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private openAs(limits: SandboxLimits): Promise<Sandbox> {
    const options = { ...limits, file: this.file, tempDirectory: this.tempDirectory };
    return this.program === undefined ? openSandbox(options) : openProcessSandbox(options, this.program);
  }

  /** Stops what runs; does not wait for it. */
  close(): void {
    void this.opening?.then(
      (sandbox) => sandbox.close(),
      () => undefined,
    );
  }
}
