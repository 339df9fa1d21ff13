import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { EventProofAnswer } from '@yaosu/gateway/api/proof-schemas';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { saveFile } from '../lib/save-file.js';
import { useErrorText } from './use-error-text.js';

interface Props {
  readonly label: string;
  /** Name of the file, without its ending. */
  readonly file: string;
  readonly load: () => Promise<Pick<ReadAnswer<'recordProof'>, 'bundle'> & Pick<EventProofAnswer, 'epcis'>>;
}

/** A button that saves a bundle, which is verified offline. */
export const SaveProof = ({ label, file, load }: Props): ReactElement => {
  const errorText = useErrorText();
  const save = useMutation({
    mutationFn: async () => {
      const { bundle, epcis } = await load();
      // An event is verified from a file that shows it beside its bundle.
      const content = epcis === undefined ? bundle : { bundle, epcis };
      saveFile(`${file}.proof.json`, new Blob([canonicalJson(content)], { type: 'application/json' }));
    },
  });
  return (
    <Group gap="xs">
      <Button size="compact-xs" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {label}
      </Button>
      {save.isError && (
        <Text size="sm" c="red" role="alert">
          {errorText(save.error)}
        </Text>
      )}
    </Group>
  );
};
