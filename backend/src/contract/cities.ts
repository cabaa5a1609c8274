/** Words of cities' names with their accents, as far as endings do not tell them. */
const WORDS: ReadonlyMap<string, string> = new Map(
  (
    'açailândia acaraú açu água águas além álvares amália amambaí américa américas américo andré ângelo antônia ' +
    'antônio araçatuba araguaína arapuã araxá arujá árvore áurea avaré ávila bagé balneário bárbara belém ' +
    'bragança brás búzios caçador caçapava cacém caeté caicó camaçari camaquã camará camboriú cambuí cananéia ' +
    'cândido canguçu capitólio carapicuíba cássia césar chácara chapecó cícero cláudio conceição concórdia ' +
    'constância coração corações cordeirópolis cornélio corumbá crateús criciúma cristóvão cruzália cubatão ' +
    'cuiabá curuçá esperança estância eusébio fátima fé feijó félix férreo garça getúlio glória goiás ' +
    'gonçalo gonçalves górdia grajaú gravataí guaçu guaçuí guaíba guaíra guajará guanhães guaratinguetá guarujá ' +
    'guaxupé guimarães herculândia hipólito ibaté ibirité ibiúna igarapé iguaçu ijuí ilhéus inácio índio índios ' +
    'ipiaú irecê itaboraí itacaré itaguaí itaí itajaí itajubá itanhaém itapé itápolis itapuã itapuí itararé itaú ' +
    'itaúna ivaí jaboatão jacaré jacareí jaguarão jaguariúna januária jaraguá jataí jaú jequié jerônimo josé ' +
    'juína júlio jundiaí lavínia lençóis límpio lourenço lucélia luís macaé macapá maceió magalhães magé ' +
    'mairiporã manhuaçu marabá maracanaú maricá maringá martinópolis mártires mauá mirandópolis mirassolândia ' +
    'mongaguá mossoró muriaé nazaré nilópolis niterói óleo olímpia osório pádua palhoça pará ' +
    'paraguaçu paraíba paraíso paraná paranaguá paranaíba paranavaí parnaíba patrocínio paulínia peruíbe ' +
    'petrópolis piraí pirajuí poá poção poços pompéia porã quatiguá quirinópolis quitéria ribeirão rolândia ' +
    'sabará santarém santíssimo são sapucaí sebastião seropédica sertãozinho simões sítio sumaré taboão taió ' +
    'tamandaré tatuí taubaté tefé telêmaco teófilo tietê timóteo tramandaí tremembé três tubarão tucuruí tupã ' +
    'ubá unaí união valença valparaíso várzea verônica viçosa vitória vitório xanxerê zélia'
  )
    .split(' ')
    .map((word) => [word.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, ''), word]),
);

/** Endings that are always written so. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/apolis$/, 'ápolis'],
  [/opolis$/, 'ópolis'],
  [/landia$/, 'lândia'],
  [/ziania$/, 'ziânia'],
  [/oiania$/, 'oiânia'],
  [/silia$/, 'sília'],
  [/rilia$/, 'rília'],
  [/cilia$/, 'cília'],
  [/encia$/, 'ência'],
  [/cao$/, 'ção'],
  [/coes$/, 'ções'],
  [/oes$/, 'ões'],
  [/ao$/, 'ão'],
];

/** Words that stay small within a name. */
const SMALL: ReadonlySet<string> = new Set([
  'a',
  'as',
  'da',
  'das',
  'de',
  'del',
  'do',
  'dos',
  'e',
  'em',
  'na',
  'no',
  'o',
  'os',
]);

/**
 * A city of Brazil as people write it, from the lower-case name without accents of Olist's files: `sao jose dos campos` as
 * `São José dos Campos`. A name with capitals stays as it is, and so does what stands in brackets behind it. Accents are
 * those that are known here: a rare name may lack one.
 */
export function cityName(city: string): string {
  const [, name = '', rest = ''] = /^([^(]*)(.*)$/s.exec(city) ?? [];
  if (name !== name.toLowerCase()) return city;
  const words = name.split(' ');
  return words.map((word, at) => (at > 0 && SMALL.has(word) ? word : capitalized(word))).join(' ') + rest;
}

/** Capital letters at the beginning, and after a hyphen or an apostrophe of a short particle: `d'Oeste`, `Ji-Paraná`. */
function capitalized(word: string): string {
  if (/^[dl]['’]/.test(word)) return `${word.slice(0, 2)}${capitalized(word.slice(2))}`;
  return word
    .split('-')
    .map(accented)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-');
}

function accented(word: string): string {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  const ending = ENDINGS.find(([end]) => end.test(word));
  return ending ? word.replace(ending[0], ending[1]) : word;
}
