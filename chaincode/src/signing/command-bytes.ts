/** Making a command: its id and the bytes that all parties sign. */
import type { Command } from '../model/kernel/command.js';
import { sha256Hex, utf8 } from './bytes.js';
import { canonicalJson, canonicalMembers, canonicalObject } from './canonical-json.js';

/** `cmd`: SHA-256 of the canonical command without `cmd`. */
export const commandId = (command: Omit<Command, 'cmd'>): string => sha256Hex(commandTexts(command).identity);

/** The canonical text of a command. */
export interface CommandTexts {
  readonly whole: string;
  /** Without `cmd`: what its id is the SHA-256 of. */
  readonly identity: string;
}

/** Both texts from one pass over the command's members. */
export const commandTexts = (command: Omit<Command, 'cmd'>): CommandTexts => {
  const members = canonicalMembers(command);
  const rest = members.filter(({ name }) => name !== 'cmd');
  return { whole: canonicalObject(members), identity: canonicalObject(rest) };
};

/** A command with its id. */
export const withCommandId = (command: Omit<Command, 'cmd'>): Command => ({
  ...command,
  cmd: commandId(command),
});

/** The bytes that every party signs. */
export const signedBytes = (command: Command): Uint8Array => utf8(canonicalJson(command));

/** Key id of a public key: SHA-256 of its DER SubjectPublicKeyInfo. */
export const kidOf = (spki: Uint8Array): string => sha256Hex(spki);
