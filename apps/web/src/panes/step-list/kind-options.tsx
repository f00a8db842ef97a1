import { useTranslation } from 'react-i18next';
import { otherNodeKinds, stepKinds } from '../../canvas/diagram/nodes.js';
import { useNodeWords } from './use-node-words.js';

/** The kinds of flow node that can be made, as options of a select. */
export function KindOptions({ others }: { others: boolean }) {
  const { t } = useTranslation('stepList');
  const { kind } = useNodeWords([]);
  const options = (kinds: readonly string[]) =>
    kinds.map((each) => (
      <option key={each} value={each}>
        {kind(each)}
      </option>
    ));
  if (!others) return <>{options(stepKinds)}</>;
  return (
    <>
      <optgroup label={t('kindSteps')}>{options(stepKinds)}</optgroup>
      <optgroup label={t('kindOthers')}>{options(otherNodeKinds)}</optgroup>
    </>
  );
}
