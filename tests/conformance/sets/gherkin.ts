/** Solidsoft's feature files as tables: an outline with examples becomes a case an example. */

interface Step {
  readonly step: string;
  readonly table?: readonly (readonly string[])[];
}

/** A scenario of the files. */
export interface Scenario {
  readonly feature: string;
  readonly scenario: string;
  readonly steps: readonly Step[];
  readonly examples: readonly Readonly<Record<string, string>>[];
}

/** A scenario with the values of one example filled in. */
export interface Filled {
  readonly id: string;
  readonly steps: readonly string[];
  /** Rows of AI and value that have an AI. */
  readonly rows: readonly (readonly string[])[];
}

const CONTROL = ['GS', 'RS', 'EOT'];

/** Every example of a scenario; one without placeholders is its own example. */
export const filled = ({ scenario, steps, examples }: Scenario): readonly Filled[] => {
  const text = JSON.stringify(steps);
  const isOutline = [...text.matchAll(/<(\w+)>/g)].some(([, name = '']) => !CONTROL.includes(name));
  const values = isOutline ? examples : [{}];
  return values.map((example: Readonly<Record<string, string>>, i) => {
    const fill = (part: string): string =>
      part.replace(/<(\w+)>/g, (all, name: string) => example[name] ?? all);
    return {
      id: `${scenario} ${String(i + 1)}`,
      steps: steps.map(({ step }) => fill(step)),
      rows: steps
        .flatMap(({ table = [] }) => table.slice(1))
        .map((row) => row.map(fill))
        .filter(([ai = '']) => ai !== ''),
    };
  });
};

/** The text in quotation marks of a step. */
export const quotedIn = (step = ''): string => /"(.*)"/s.exec(step)?.[1] ?? '';
