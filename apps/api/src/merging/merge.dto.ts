import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { IDS_ANSWERS, MERGE_TAKES, PROCESS_LIMITS, type MergeChoice } from '#domain';
import {
  IsBase64Bytes,
  IsFreeText,
  IsLine,
  IsListOfObjects,
  IsOneOf,
  IsWholeNumber,
  MayBeLeftOut,
  rule,
} from '../platform/http/input/rules.js';
import { MERGE_FIELDS } from './merge.problems.js';

/** On a list of choices, each an object: none says twice what it takes in one conflict. */
const IsOncePerConflict = () =>
  rule(
    MERGE_FIELDS.choices,
    (value) =>
      !Array.isArray(value) ||
      new Set(value.map((choice: { conflict?: unknown } | null) => choice?.conflict)).size === value.length,
  );

export class MergeChoiceBody implements MergeChoice {
  /**
   * Id of the conflict (botsing), as a refusal named it.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  @IsLine()
  conflict: string;

  /**
   * What is taken (keuze): what is sent (`mine`) or what was saved since (`theirs`). Where the conflict says
   * `oneAfterOther`, both can stand one after the other: `mineFirst` or `theirsFirst`.
   * @example "mine"
   */
  @IsOneOf(MERGE_TAKES)
  take: 'mine' | 'theirs' | 'mineFirst' | 'theirsFirst';
}

export class MergeBody {
  /**
   * The version that the diagram was made on (basis).
   * @example 9
   */
  @IsWholeNumber(1, Number.MAX_SAFE_INTEGER)
  base: number;

  /**
   * The diagram (diagram): BPMN 2.0 in any encoding XML allows, at most 6 MiB, in base64.
   * @example "PGRlZmluaXRpb25zIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIi8+"
   */
  @ApiProperty({ format: 'byte' })
  @IsBase64Bytes()
  diagram: string;

  /**
   * What changed (notitie).
   * @example "Controle toegevoegd"
   */
  @MayBeLeftOut()
  @IsFreeText()
  note?: string;

  /**
   * Needed where ids with decisions stand on other elements now (ids): decisions follow their elements, or
   * stay with their ids.
   * @example "follow"
   */
  @MayBeLeftOut()
  @IsOneOf(IDS_ANSWERS)
  ids?: 'follow' | 'keep';

  /** What to take where the two cannot go together (keuzes), one for each conflict, at most 1500. */
  @MayBeLeftOut()
  @IsListOfObjects(PROCESS_LIMITS.choices)
  @IsOncePerConflict()
  @ValidateNested({ each: true })
  @Type(() => MergeChoiceBody)
  choices?: MergeChoiceBody[];
}
