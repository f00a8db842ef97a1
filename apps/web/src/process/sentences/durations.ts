const DURATION =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** A duration as BPMN writes it (ISO 8601, `P14D`) in words, "14 dagen"; any other text as it is. */
export function durationWords(text: string, language: string): string {
  const parts = DURATION.exec(text.trim());
  if (!parts) return text;
  const words = UNITS.flatMap((unit, index) => {
    const count = parts[index + 1];
    return count === undefined
      ? []
      : [new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count))];
  });
  return words.length === 0 ? text : words.join(' ');
}
