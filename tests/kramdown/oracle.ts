import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** `jekyll`: Jekyll's converter with Jekyll's defaults. `kramdown`: the library with its own. */
export type Mode = 'jekyll' | 'kramdown';

export interface Question {
  readonly text: string;
  readonly mode: Mode;
  /** kramdown's options by kramdown's names. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly html: string;
  readonly warnings: readonly string[];
  /** Why there is no HTML: kramdown failed, or took too long. */
  readonly error?: string;
}

interface Waiting {
  readonly line: string;
  readonly resolve: (answer: Answer) => void;
}

/** Seconds that kramdown gets for one document: some inputs take it minutes. */
const SECONDS = 5;
/** Ruby's own time limit does not always strike; then the process is killed. */
const GRACE = 15;

/**
 * The real kramdown, in one Ruby process that is started when first asked and again when it dies.
 * Questions may be asked all at once: they are answered in their order.
 */
export class Oracle {
  private process: ChildProcessWithoutNullStreams | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private watch: NodeJS.Timeout | null = null;
  private lastId = 0;
  private closed = false;

  constructor(private readonly seconds = SECONDS) {}

  ask(question: Question): Promise<Answer> {
    const id = ++this.lastId;
    const line = `${JSON.stringify({ ...question, id, seconds: this.seconds })}\n`;
    return new Promise((resolve) => {
      this.waiting.set(id, { line, resolve });
      if (this.process === null) this.start();
      else this.process.stdin.write(line);
      if (this.watch === null) this.restartWatch();
    });
  }

  askAll(questions: readonly Question[]): Promise<Answer[]> {
    return Promise.all(questions.map((question) => this.ask(question)));
  }

  /** The process that answers, if one does. */
  get pid(): number | undefined {
    return this.process?.pid;
  }

  close(): void {
    this.closed = true;
    if (this.watch !== null) clearTimeout(this.watch);
    this.process?.stdin.end();
    this.process?.kill('SIGKILL');
  }

  private start(): void {
    const child = spawn('ruby', [path.join(__dirname, 'oracle.rb')], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.process = child;
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => {
      complaint = (complaint + data.toString()).slice(-2000);
    });
    // What was not read when the process died is asked again.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => this.receive(line));
    child.on('error', (error) => {
      complaint = error.message;
    });
    child.on('close', () => this.died(child, complaint));
    child.stdin.write([...this.waiting.values()].map(({ line }) => line).join(''));
  }

  private receive(line: string): void {
    const { id, html = '', warnings = [], error } = JSON.parse(line);
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    this.restartWatch();
    waiting?.resolve(error === undefined ? { html, warnings } : { html, warnings, error });
  }

  /** The first that waits is the one that killed it: it gets no second chance. */
  private died(child: ChildProcessWithoutNullStreams, complaint: string): void {
    if (this.process !== child) return;
    this.process = null;
    const first = this.waiting.entries().next();
    if (first.done === true || this.closed) return;
    const [id, { resolve }] = first.value;
    this.waiting.delete(id);
    resolve({ html: '', warnings: [], error: `kramdown ended: ${complaint.trim()}` });
    if (this.waiting.size > 0) this.start();
    this.restartWatch();
  }

  /** The time counts from the last answer, so it is that of the document at work. */
  private restartWatch(): void {
    if (this.watch !== null) clearTimeout(this.watch);
    this.watch = null;
    if (this.waiting.size === 0 || this.closed) return;
    const limit = (this.seconds + GRACE) * 1000;
    this.watch = setTimeout(() => this.process?.kill('SIGKILL'), limit);
  }
}
