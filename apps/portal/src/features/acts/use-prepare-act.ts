import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { Draft } from '../../lib/act-form/draft.js';
import type { Session } from '../../lib/session.js';

/** The record that the person has seen. */
export interface Seen {
  readonly key: string;
  readonly hash: string;
}

/** Fields of a form that are wrong, by their path. */
export class FormWrong extends Error {
  constructor(readonly paths: ReadonlySet<string>) {
    super('FORM_WRONG');
  }
}

/** What is filled in, and the cards of those who sign beside the person. */
export interface Filled {
  readonly draft: Draft;
  readonly cards: string;
}

/** Cards that fit no part of the act, or a part that nobody fills. */
export class SignersWrong extends Error {
  constructor() {
    super('SIGNERS_WRONG');
  }
}

/** Checks a draft, stores its texts, and makes the command that the person is then asked to sign. */
export const usePrepareAct = (
  session: Session,
  { contract, name }: ActHead,
  seen?: Seen,
): UseMutationResult<Command, Error, Filled> =>
  useMutation({
    mutationFn: async (filled: Filled) => {
      const { prepareAct } = await import('./prepare-act.js');
      return prepareAct(session, { contract, name, seen }, filled);
    },
  });
