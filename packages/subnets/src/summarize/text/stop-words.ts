/** English words that carry grammar rather than meaning. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all almost also although always am among an and another any ' +
    'are around as at away back be became because become been before being below between both but by ' +
    'came can cannot come could did do does doing done down during each either else enough even ever ' +
    'every few first for from further gave get give given go goes going got had has have having he her ' +
    'here hers herself him himself his how however i if in indeed instead into is it its itself just ' +
    'keep kept kind last least less let like likely made make makes many may maybe me might more most ' +
    'much must my myself near nearly need neither never next no nor not nothing now of off often on ' +
    'once one only onto or other others our ours ourselves out over own part per perhaps put quite ' +
    'rather really same say says see seem seems several shall she should since so some something ' +
    'sometimes still such take taken takes than that the their theirs them themselves then there ' +
    'therefore these they thing things this those though through thus till to together too toward ' +
    'towards two under unless until up upon us use used using usually very was way we well went were ' +
    'what when where whether which while who whole whom whose why will with within without would yet ' +
    'you your yours yourself yourselves s t d ll m re ve don didn doesn isn wasn won'
  ).split(' '),
)
