import { openSandbox, type Sandbox, type SandboxLimits } from '../sandbox';

/** The sandbox of one generation: opened by the first statement, as most shops never run any. */
export class OneSandbox {
  private opening?: Promise<Sandbox>;

  constructor(
    private readonly file: string,
    private readonly tempDirectory: string,
  ) {}

  /** @throws DuckDB's error when the file cannot be opened; the next call tries again */
  open(limits: SandboxLimits): Promise<Sandbox> {
    this.opening ??= openSandbox({ ...limits, file: this.file, tempDirectory: this.tempDirectory }).catch(
      (error: unknown) => {
        this.opening = undefined;
        throw error;
      },
    );
    return this.opening;
  }

  /** Stops what runs; does not wait for it. */
  close(): void {
    void this.opening?.then(
      (sandbox) => sandbox.close(),
      () => undefined,
    );
  }
}
