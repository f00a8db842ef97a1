import { Fragment } from 'react';
import type { Reference, Schema } from './open-api.js';
import { typeOf } from './open-api.js';

/** A type in words, with the models in it as links to where they are described. */
export function ApiType({ schema }: { schema: Schema | Reference | undefined }) {
  const { words, models } = typeOf(schema);
  return (
    <code>
      {words.split(/\b/u).map((word, index) =>
        models.includes(word) ? (
          <a key={index} className="nl-link" href={`#model-${word}`}>
            {word}
          </a>
        ) : (
          <Fragment key={index}>{word}</Fragment>
        ),
      )}
    </code>
  );
}
