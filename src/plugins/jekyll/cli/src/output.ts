import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../../contracts/report';
import type { Problem } from '../../core/problem';
import { inLanguage } from './language';

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Where a command's answers go: results to stdout, everything else to stderr. */
export interface Output {
  /** The one JSON document of a run. */
  json(document: unknown): void;
  /** A line of the result; nothing with `--quiet` or `--json`. */
  line(text?: string): void;
  /** A line of the result that `--quiet` keeps. */
  result(text: string): void;
  /** A problem of a file: an error is shown even with `--quiet`, then on stderr. */
  problem(file: string, problem: Problem): void;
  /** A line that is always shown, on stderr. */
  error(text: string): void;
  progress(progress: Progress): void;
  /** Takes the progress bar away. */
  endProgress(): void;
  /** Waits until everything has left: a pipe takes long answers piece by piece. */
  flush(): Promise<void>;
}

/**
 * Takes stdout for results alone: whatever Strapi and its plugins print goes to stderr, so that
 * `--json` gives one document and nothing else.
 */
export function openOutput(options: OutputOptions): Output {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  const bar =
    process.stderr.isTTY && !options.quiet
      ? new SingleBar(
          {
            format: '{bar} {value}/{total} {label}',
            stream: process.stderr,
            clearOnComplete: true,
          },
          Presets.shades_classic,
        )
      : null;
  let started = false;
  return {
    json: (document) => void write(`${JSON.stringify(document, null, 2)}\n`),
    line(text = '') {
      if (!options.quiet && !options.json) write(`${text}\n`);
    },
    result(text) {
      if (!options.json) write(`${text}\n`);
    },
    problem(file, problem) {
      const line = problemLine(file, problem);
      if (!options.quiet) this.line(line);
      else if (problem.severity === 'error') this.error(line.trim());
    },
    error: (text) => void process.stderr.write(`${text}\n`),
    progress({ done, total, label }) {
      if (!bar || total === null) return;
      if (started) bar.update(done, { label });
      else bar.start(total, done, { label });
      started = true;
    },
    endProgress() {
      if (started) bar?.stop();
      started = false;
    },
    flush: () => new Promise((resolve) => write('', () => resolve())),
  };
}

/** A problem as one line: place, kind, what to do. */
export function problemLine(file: string, problem: Problem): string {
  const place = [file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  return `  ${place}  ${problem.severity}  ${inLanguage(problem.message)}  (${problem.code})`;
}
