import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '#bpmn';
import { WithNames } from '../../process/sentences/sentence.js';
import type { ConflictWords } from './conflict-words.js';

interface Props {
  words: ConflictWords;
  chosen: Choice | undefined;
  /** Somebody tried to save without choosing here. */
  missing: boolean;
  onChoose(take: Choice): void;
  /** Wants to see in the drawings what it is about. */
  onLook(): void;
}

/** One point on which two people want something else. */
export function ConflictField({ words, chosen, missing, onChoose, onLook }: Props) {
  const { t } = useTranslation('merging');
  const id = useId();
  return (
    <fieldset
      className="choice conflict"
      aria-describedby={missing ? `${id}-error` : undefined}
      onFocus={onLook}
    >
      <legend className="utrecht-form-label">
        <WithNames text={words.about} />
      </legend>
      {missing && (
        <p className="utrecht-form-field-error-message" id={`${id}-error`}>
          {t('chooseThis')}
        </p>
      )}
      {words.was !== undefined && (
        <p className="muted conflict__was">
          <WithNames text={words.was} />
        </p>
      )}
      {words.options.map(({ take, text, warning }) => (
        <label key={take} className="check">
          <input
            type="radio"
            name={id}
            checked={chosen === take}
            aria-invalid={missing || undefined}
            onChange={() => onChoose(take)}
          />
          <span>
            <WithNames text={text} />
            {warning !== undefined && (
              <span className="conflict__warning">
                ⚠ <WithNames text={warning} />
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
