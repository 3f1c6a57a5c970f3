/** How a reader may want the pages to look: the choices there are, and under which names a browser remembers them. */

/** A choice: the attribute of `<html>` that styles look at, and its values. `''` is the site's own, and sets nothing. */
export interface Choice {
  readonly attribute: string;
  /** The name under which a browser remembers it. */
  readonly memory: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

export const CHOICES: readonly Choice[] = [
  { attribute: 'data-text', memory: 'luoshi-data-text', label: '字号', options: [['small', '小'], ['', '中'], ['large', '大'], ['elder', '适老']] },
  { attribute: 'data-scheme', memory: 'luoshi-data-scheme', label: '配色', options: [['', '跟随系统'], ['light', '浅色'], ['dark', '深色'], ['contrast', '高对比']] },
];
