/** What all processes of a gateway have to know at once; Redis when there are several, memory when there is one. */

/** How often something happened in its window. */
export interface Count {
  readonly hits: number;
  /** When the window ends, milliseconds since 1970. */
  readonly endsMs: number;
}

/** Short-lived marks. None of them is the only copy of anything: all may be lost with the server that keeps them. */
export interface Shared {
  /** Takes a name for a while. @returns false when it is taken already */
  take(name: string, lifeMs: number): Promise<boolean>;
  /** What was noted under a name, undefined when nothing was or it is too old. */
  noted(name: string): Promise<number | undefined>;
  /** Notes a number under a name for a while. */
  note(name: string, value: number, lifeMs: number): Promise<void>;
  /** Counts in a window that begins with the first. */
  count(name: string, windowMs: number): Promise<Count>;
  close(): Promise<void>;
}
