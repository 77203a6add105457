// Generated from src/category.rs by `cargo xtask build`. Edit the table there.

/**
 * @typedef {object} Category
 * @property {string} kind
 * @property {string} key
 * @property {'attributed'|'unattributed'|'provenance'} group
 * @property {string} label
 * @property {string} description
 * @property {boolean} default
 * @property {string} light
 * @property {string} dark
 * @property {'solid'|'double'|'dotted'|'dashed'|'wavy'} underline
 */

/** @type {ReadonlyArray<Category>} */
const SAIDBY_CATEGORIES = Object.freeze([
  {"kind":"direct","key":"direct","group":"attributed","label":"Direct quotation","description":"Words in quotation marks, or set off as a quotation, that a source is named for.","default":true,"light":"#1565c0","dark":"#82b1ff","underline":"solid"},
  {"kind":"mixed","key":"mixed","group":"attributed","label":"Mixed quotation","description":"What a source said, partly in its own words in quotation marks.","default":true,"light":"#00796b","dark":"#64d8cb","underline":"double"},
  {"kind":"indirect","key":"indirect","group":"attributed","label":"Indirect quotation","description":"What a source said, in the writer's words.","default":true,"light":"#2e7d32","dark":"#81c784","underline":"dotted"},
  {"kind":"anonymous-source","key":"anonymous-source","group":"attributed","label":"Anonymous source","description":"A source that is described and not named, such as a person familiar with the matter.","default":true,"light":"#6a4fb3","dark":"#b39ddb","underline":"dashed"},
  {"kind":"loaded-wording","key":"loaded-wording","group":"unattributed","label":"Loaded wording","description":"Wording that judges while it tells, in the writer's own voice.","default":true,"light":"#c62828","dark":"#ff8a80","underline":"wavy"},
  {"kind":"certainty","key":"certainty","group":"unattributed","label":"Certainty","description":"A word that makes a claim stronger than what is shown for it (undoubtedly, clearly).","default":true,"light":"#ad1457","dark":"#f48fb1","underline":"solid"},
  {"kind":"superlative","key":"superlative","group":"unattributed","label":"Superlative","description":"A claim that something is the most, the first or unique, with no figure and no source.","default":true,"light":"#8e24aa","dark":"#ce93d8","underline":"double"},
  {"kind":"generalisation","key":"generalisation","group":"unattributed","label":"Generalisation","description":"A claim about all, none or always.","default":true,"light":"#a1410f","dark":"#ffab91","underline":"dashed"},
  {"kind":"causal-claim","key":"causal-claim","group":"unattributed","label":"Causal claim","description":"A claim that one thing brought about another, with nobody named for it.","default":true,"light":"#9a6700","dark":"#ffd54f","underline":"solid"},
  {"kind":"prediction","key":"prediction","group":"unattributed","label":"Prediction","description":"A claim about what will happen that is neither scheduled nor announced.","default":true,"light":"#7a7000","dark":"#dce775","underline":"dotted"},
  {"kind":"imputed-motive","key":"imputed-motive","group":"unattributed","label":"Imputed motive","description":"What somebody is said to want, see or fear, without their having said so.","default":true,"light":"#b3261e","dark":"#ffb4ab","underline":"dotted"},
  {"kind":"unnamed-source","key":"unnamed-source","group":"unattributed","label":"Unnamed source","description":"A claim put on people nobody could look up (critics say, it is believed).","default":true,"light":"#5d4037","dark":"#d7b8a8","underline":"dashed"},
  {"kind":"distancing-quotes","key":"distancing-quotes","group":"unattributed","label":"Distancing quotes","description":"Quotation marks or so-called around words that no source is named for.","default":true,"light":"#546e7a","dark":"#b0bec5","underline":"wavy"},
  {"kind":"exhortation","key":"exhortation","group":"unattributed","label":"Exhortation","description":"A call to act or a rhetorical question in the writer's own voice.","default":true,"light":"#c2185b","dark":"#ff80ab","underline":"double"},
  {"kind":"headline","key":"headline","group":"provenance","label":"Headline","description":"The headline and the deck. Often written by an editor and not by the author.","default":false,"light":"#455a64","dark":"#b0bec5","underline":"solid"},
  {"kind":"outlet","key":"outlet","group":"provenance","label":"Outlet","description":"Who publishes the page.","default":true,"light":"#37474f","dark":"#cfd8dc","underline":"double"},
  {"kind":"byline","key":"byline","group":"provenance","label":"Byline","description":"Who wrote the piece, as the page says.","default":true,"light":"#00695c","dark":"#80cbc4","underline":"double"},
  {"kind":"author-affiliation","key":"author-affiliation","group":"provenance","label":"Author's affiliation","description":"For whom the author works, as the page says.","default":true,"light":"#00838f","dark":"#80deea","underline":"solid"},
  {"kind":"published","key":"published","group":"provenance","label":"Published","description":"When the piece was published.","default":true,"light":"#5e6b00","dark":"#c5cf7a","underline":"dotted"},
  {"kind":"modified","key":"modified","group":"provenance","label":"Modified","description":"When the piece was last changed.","default":true,"light":"#6d5f00","dark":"#d6c76a","underline":"dashed"},
  {"kind":"section","key":"section","group":"provenance","label":"Section","description":"The section of the outlet, such as opinion or world.","default":true,"light":"#4e5d6c","dark":"#b3c1cf","underline":"dotted"},
  {"kind":"wire-credit","key":"wire-credit","group":"provenance","label":"Wire credit","description":"The news agency the text comes from.","default":true,"light":"#33691e","dark":"#aed581","underline":"dashed"},
  {"kind":"image-credit","key":"image-credit","group":"provenance","label":"Image credit","description":"Who took or made the picture.","default":true,"light":"#3e6b5a","dark":"#a5d6c0","underline":"dotted"},
  {"kind":"contact","key":"contact","group":"provenance","label":"Contact","description":"An address to write to.","default":true,"light":"#3949ab","dark":"#9fa8da","underline":"dotted"},
  {"kind":"disclosure","key":"disclosure","group":"provenance","label":"Disclosure","description":"A stated interest, funding or donor of the author or outlet.","default":true,"light":"#6a1b9a","dark":"#ce93d8","underline":"solid"},
  {"kind":"correction","key":"correction","group":"provenance","label":"Correction","description":"A correction or an editor's note.","default":true,"light":"#bf360c","dark":"#ffab91","underline":"double"},
  {"kind":"sponsored","key":"sponsored","group":"provenance","label":"Sponsored","description":"A label that says the piece was paid for.","default":true,"light":"#9e5b00","dark":"#ffcc80","underline":"wavy"},
]);
/** @type {any} */ (globalThis).SAIDBY_CATEGORIES = SAIDBY_CATEGORIES;
