import { NativeSelect, TextInput } from '@mantine/core';
import { DOWNLOAD_FORMATS, type DownloadSpec } from '@yaosu/gateway/api/downloads';
import { LABEL_SYMBOLS } from '@yaosu/gateway/api/labels';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const SYMBOL_NAMES = {
  datamatrix: 'GS1 DataMatrix',
  qr: 'QR, GS1 Digital Link',
  'gs1-128': 'GS1-128',
} as const;

/** How codes are written out; what is empty is not printed. */
export type Layout = Pick<DownloadSpec, 'format' | 'symbol'> & {
  readonly lot: string;
  readonly expiry: string;
};

interface Props {
  readonly layout: Layout;
  readonly onChange: (change: Partial<Layout>) => void;
}

/** Format, symbol, and what stands beside the serial. */
export const DownloadFields = ({ layout, onChange }: Props): ReactElement => {
  const { t } = useTranslation();
  const { format, symbol, lot, expiry } = layout;
  return (
    <>
      <NativeSelect
        label={t('codes.format')}
        data={DOWNLOAD_FORMATS.map((value) => ({ value, label: t(`codes.formats.${value}`) }))}
        value={format}
        onChange={(event) => onChange({ format: event.currentTarget.value as Layout['format'] })}
      />
      {format !== 'csv' && (
        <NativeSelect
          label={t('codes.symbol')}
          data={LABEL_SYMBOLS.map((value) => ({ value, label: SYMBOL_NAMES[value] }))}
          value={symbol}
          onChange={(event) => onChange({ symbol: event.currentTarget.value as Layout['symbol'] })}
        />
      )}
      <TextInput
        label={t('codes.lot')}
        description={t('codes.leftOut')}
        value={lot}
        onChange={(event) => onChange({ lot: event.currentTarget.value.trim() })}
      />
      <TextInput
        type="date"
        label={t('codes.expiry')}
        description={t('codes.leftOut')}
        value={expiry}
        onChange={(event) => onChange({ expiry: event.currentTarget.value })}
      />
    </>
  );
};
