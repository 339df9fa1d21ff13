/** A set of public vectors, and how its cases are run against our code. */

/** One case: its check says whether our code does what the vector wants. */
export interface Case {
  readonly id: string;
  readonly passes: () => boolean | Promise<boolean>;
}

/** Vectors of a file or folder that are not run, and why. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** A set, named as its folder below the conformance folder. */
export interface ConformanceSet {
  readonly name: string;
  /** Folder or file that has to be there. */
  readonly at: string;
  readonly cases: (path: string) => readonly Case[] | Promise<readonly Case[]>;
  /** Lets go of what the cases work with. */
  readonly close?: () => Promise<void>;
  readonly leftOut: readonly LeftOut[];
}
