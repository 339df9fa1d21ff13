import { useTranslation } from 'react-i18next';

const DICTIONARIES = [
  'values',
  'alarms',
  'dispositions',
  'kinds',
  'units',
  'storages',
  'controls',
  'functions',
] as const;
const CODE = /^[\d.]+$/;

/** Dictionary keys under which a value of a closed list may have its word, in order. */
export const valueKeys = (value: string): string[] => DICTIONARIES.map((name) => `${name}.${value}`);

/** The word for a value of a closed list, as a field has it where that differs; codes of tables stay as they are. */
export const useValueText = (): ((value: string, field?: string) => string) => {
  const { t } = useTranslation();
  return (value, field) => {
    if (CODE.test(value)) return value;
    return t([...(field === undefined ? [] : [`valuesOf.${field}.${value}`]), ...valueKeys(value)]);
  };
};
