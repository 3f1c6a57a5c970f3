/**
 * How a reader wants the pages to look: the choices there are, and under which names a browser remembers
 * them. Shared by the script that applies them before the first paint and by the controls that set them.
 */
/** A choice: the attribute of `<html>` that styles look at, and its values. `''` is the site's own, and sets nothing. */
export interface Choice {
  readonly attribute: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

export const CHOICES: readonly Choice[] = [
  { attribute: 'data-text', label: '字号', options: [['small', '小'], ['', '中'], ['large', '大'], ['elder', '适老']] },
  { attribute: 'data-scheme', label: '配色', options: [['', '跟随系统'], ['light', '浅色'], ['dark', '深色'], ['contrast', '高对比']] },
];

/** The name under which a choice is remembered. */
export const memoryOf = (attribute: string): string => `luoshi-${attribute}`;

/** The script that stands in the head: before anything is drawn, what the reader chose is on `<html>`. */
export function appearanceScript(): string {
  const known = Object.fromEntries(CHOICES.map(({ attribute, options }) => [attribute, options.map(([value]) => value).filter(Boolean)]));
  return `(function(root){root.setAttribute('data-script','');if(location.search)root.setAttribute('data-query','');try{var known=${JSON.stringify(known)};for(var name in known){var value=localStorage.getItem('${memoryOf('')}'+name);if(known[name].indexOf(value)>=0)root.setAttribute(name,value)}}catch(e){}})(document.documentElement);\n`;
}
