import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Captures } from '../evaluate';
import type { Labels } from '../expressions/values';

export interface SampleAlert {
  Labels: Labels;
  Annotations: Record<string, string>;
  /** RFC 3339. */
  StartsAt: string;
  EndsAt: string;
  GeneratorURL: string;
  SilenceURL: string;
}

export interface Notification {
  Alerts: { Firing: readonly SampleAlert[]; Resolved: readonly SampleAlert[] };
  CommonLabels: Labels;
}

export interface Rendering {
  ExternalURL: string;
  /** The annotations of rules, each for an instance. */
  Annotations: readonly { Texts: Record<string, string>; Labels: Labels; Values: Captures }[];
  /** The text of the message templates, and those of them to render. */
  Templates: string;
  Names: readonly string[];
  Notifications: readonly Notification[];
}

export interface Rendered {
  Annotations: Record<string, string>[];
  Notifications: Record<string, string>[];
}

/** Whether this machine has Go; Grafana's templates are Go's, and nothing else reads them exactly. */
export const hasGo = spawnSync('go', ['version']).status === 0;

/** What the templates give. @throws Error with what Go says of a template that it cannot read or render */
export function render(rendering: Rendering): Rendered {
  const program = join(process.cwd(), 'alerting/render/main.go');
  const { status, stdout, stderr } = spawnSync('go', ['run', program], {
    input: JSON.stringify(rendering),
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Rendered;
}
