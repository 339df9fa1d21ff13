/** A logger as it is typed: its model and its number, in one draft. */
import { loggerIdOf } from '@yaosu/chaincode/signing/logger-id';

/** Model of a logger that signs with a key of its own; its number is then the key's id. */
export const OWN_KEY = 'key';

/** Models whose exports can be read, as their makers call them. */
export const LOGGER_MODELS = {
  qtagClm: 'Q-tag CLm doc LR',
  fridgeTag2: 'Fridge-tag 2',
  fridgeTag2L: 'Fridge-tag 2 L',
} as const;

/** Model and number of a draft. */
export const splitLogger = (draft: string): { readonly model: string; readonly number: string } => {
  const [model = '', ...rest] = draft.split(' ');
  return { model: model === '' ? 'qtagClm' : model, number: rest.join(' ') };
};

/** The draft of a model and a number. */
export const joinLogger = (model: string, number: string): string => `${model} ${number}`;

/** The id that peers know the logger by; undefined while it has no number. */
export const loggerIdTyped = (draft: string): string | undefined => {
  const { model, number } = splitLogger(draft);
  if (number.trim() === '') return undefined;
  return model === OWN_KEY ? number.trim() : loggerIdOf(model, number.trim());
};
