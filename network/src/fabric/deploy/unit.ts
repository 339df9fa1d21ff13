/** A process in a container, whatever runs containers: compose file and manifests are two spellings of a list of these. */

/** A value that stands in no file: the entry of a secret that somebody else keeps. */
export interface SecretValue {
  readonly secret: string;
  readonly key: string;
}

/** Files that are mounted read-only: those of a secret, or public ones that are written beside the description. */
export interface Mount {
  readonly from: 'secret' | 'config';
  /** Name of the secret, or of the folder of files. */
  readonly name: string;
  readonly at: string;
  /** File below `at` → key of the secret, or file of the folder. */
  readonly items: Readonly<Record<string, string>>;
}

/** A port of a unit. */
export interface UnitPort {
  readonly name: string;
  readonly port: number;
  /** Whether other organisations come there. */
  readonly isPublic: boolean;
}

/** How it is asked whether a unit works. */
export type Probe =
  | { readonly kind: 'http'; readonly path: string; readonly port: number }
  | { readonly kind: 'tcp'; readonly port: number }
  | { readonly kind: 'command'; readonly command: readonly string[] };

/** What a unit may use: CPU in thousandths, memory in MiB. */
export interface Resources {
  readonly requests: { readonly cpu: number; readonly memory: number };
  readonly limits: { readonly cpu: number; readonly memory: number };
}

/** One process. */
export interface Unit {
  readonly name: string;
  /** Name in the network's domain, for those that others reach. */
  readonly host?: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly secretEnv: Readonly<Record<string, SecretValue>>;
  readonly mounts: readonly Mount[];
  /** What it keeps, and how much room that gets, in GiB. */
  readonly data?: { readonly at: string; readonly gibibytes: number };
  /** Folders for what need not be kept. */
  readonly scratch: readonly string[];
  readonly ports: readonly UnitPort[];
  readonly probe: Probe;
  readonly resources: Resources;
  /** User and group; never 0. */
  readonly uid: number;
  /** Units of the organisation that it calls, with the port. */
  readonly calls: readonly { readonly unit: string; readonly port: number }[];
  /** Ports of other organisations' hosts that it calls. */
  readonly callsOutside: readonly number[];
}

/** Public files by folder and name. */
export type PublicFiles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Everything that one organisation runs. */
export interface OrganisationUnits {
  /** Short name, as in the table of organisations. */
  readonly name: string;
  readonly mspId: string;
  readonly units: readonly Unit[];
  /** For mounts from `config`. */
  readonly files: PublicFiles;
}
