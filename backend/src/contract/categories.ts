import type { Language, Text } from './language';

const named = (en: string, portuguese: string): Text => ({ en, 'pt-BR': portuguese });

/** The categories of Olist's files by their keys: of the translation file, or the shop's own where that has none. */
const KNOWN: Readonly<Record<string, Text>> = {
  '(no category)': named('(no category)', '(sem categoria)'),
  '(no items)': named('(no items)', '(sem itens)'),
  Other: named('Other', 'Outros'),
  agro_industry_and_commerce: named('Agriculture, industry & commerce', 'Agro, indústria e comércio'),
  air_conditioning: named('Air conditioning', 'Climatização'),
  art: named('Art', 'Artes'),
  arts_and_craftmanship: named('Arts & crafts', 'Artes e artesanato'),
  audio: named('Audio', 'Áudio'),
  auto: named('Auto', 'Automotivo'),
  baby: named('Baby', 'Bebês'),
  bed_bath_table: named('Bed, bath & table', 'Cama, mesa e banho'),
  books_general_interest: named('Books: general interest', 'Livros de interesse geral'),
  books_imported: named('Books: imported', 'Livros importados'),
  books_technical: named('Books: technical', 'Livros técnicos'),
  cds_dvds_musicals: named('CDs & music DVDs', 'CDs e DVDs musicais'),
  christmas_supplies: named('Christmas supplies', 'Artigos de Natal'),
  cine_photo: named('Cinema & photo', 'Cine e foto'),
  computers: named('Computers', 'Computadores'),
  computers_accessories: named('Computer accessories', 'Informática e acessórios'),
  consoles_games: named('Consoles & games', 'Consoles e games'),
  construction_tools_construction: named('Construction tools', 'Ferramentas de construção'),
  construction_tools_lights: named('Construction: lighting', 'Construção: iluminação'),
  construction_tools_safety: named('Construction: safety', 'Construção: segurança'),
  cool_stuff: named('Cool stuff', 'Cool stuff'),
  costruction_tools_garden: named('Construction: garden tools', 'Construção: ferramentas de jardim'),
  costruction_tools_tools: named('Construction: tools', 'Construção: ferramentas'),
  diapers_and_hygiene: named('Diapers & hygiene', 'Fraldas e higiene'),
  drinks: named('Drinks', 'Bebidas'),
  dvds_blu_ray: named('DVDs & Blu-ray', 'DVDs e Blu-ray'),
  electronics: named('Electronics', 'Eletrônicos'),
  fashio_female_clothing: named('Fashion: women’s clothing', 'Moda: roupa feminina'),
  fashion_bags_accessories: named('Fashion: bags & accessories', 'Moda: bolsas e acessórios'),
  fashion_childrens_clothes: named('Fashion: children’s clothing', 'Moda: roupa infantojuvenil'),
  fashion_male_clothing: named('Fashion: men’s clothing', 'Moda: roupa masculina'),
  fashion_shoes: named('Fashion: shoes', 'Moda: calçados'),
  fashion_sport: named('Fashion: sports', 'Moda: esporte'),
  fashion_underwear_beach: named('Fashion: underwear & beachwear', 'Moda: íntima e praia'),
  fixed_telephony: named('Landline telephony', 'Telefonia fixa'),
  flowers: named('Flowers', 'Flores'),
  food: named('Food', 'Alimentos'),
  food_drink: named('Food & drink', 'Alimentos e bebidas'),
  furniture_bedroom: named('Furniture: bedroom', 'Móveis de quarto'),
  furniture_decor: named('Furniture & decor', 'Móveis e decoração'),
  furniture_living_room: named('Furniture: living room', 'Móveis de sala'),
  furniture_mattress_and_upholstery: named('Furniture: mattresses & upholstery', 'Colchões e estofados'),
  garden_tools: named('Garden tools', 'Ferramentas de jardim'),
  health_beauty: named('Health & beauty', 'Beleza e saúde'),
  home_appliances: named('Home appliances', 'Eletrodomésticos'),
  home_appliances_2: named('Home appliances 2', 'Eletrodomésticos 2'),
  home_comfort_2: named('Home comfort 2', 'Casa e conforto 2'),
  home_confort: named('Home comfort', 'Casa e conforto'),
  home_construction: named('Home construction', 'Casa e construção'),
  housewares: named('Housewares', 'Utilidades domésticas'),
  industry_commerce_and_business: named('Industry, commerce & business', 'Indústria, comércio e negócios'),
  kitchen_dining_laundry_garden_furniture: named(
    'Furniture: kitchen, dining, laundry & garden',
    'Móveis de cozinha, área de serviço, jantar e jardim',
  ),
  la_cuisine: named('La cuisine', 'La cuisine'),
  luggage_accessories: named('Luggage & accessories', 'Malas e acessórios'),
  market_place: named('Marketplace', 'Marketplace'),
  music: named('Music', 'Música'),
  musical_instruments: named('Musical instruments', 'Instrumentos musicais'),
  office_furniture: named('Office furniture', 'Móveis de escritório'),
  party_supplies: named('Party supplies', 'Artigos de festas'),
  pc_gamer: named('Gaming PCs', 'PCs gamer'),
  perfumery: named('Perfumery', 'Perfumaria'),
  pet_shop: named('Pet shop', 'Pet shop'),
  portateis_cozinha_e_preparadores_de_alimentos: named(
    'Small kitchen appliances & food processors',
    'Portáteis de cozinha e preparadores de alimentos',
  ),
  security_and_services: named('Insurance & services', 'Seguros e serviços'),
  signaling_and_security: named('Signage & security', 'Sinalização e segurança'),
  small_appliances: named('Small appliances', 'Eletroportáteis'),
  small_appliances_home_oven_and_coffee: named('Small appliances: oven & coffee', 'Portáteis para casa, forno e café'),
  sports_leisure: named('Sports & leisure', 'Esporte e lazer'),
  stationery: named('Stationery', 'Papelaria'),
  tablets_printing_image: named('Tablets, printing & imaging', 'Tablets, impressão e imagem'),
  telephony: named('Telephony', 'Telefonia'),
  toys: named('Toys', 'Brinquedos'),
  watches_gifts: named('Watches & gifts', 'Relógios e presentes'),
};

/** The keys of the categories that have names here. */
export const KNOWN_CATEGORIES: readonly string[] = Object.keys(KNOWN);

/** Words that shops write without their accents in names of categories. */
const ACCENTS: ReadonlyMap<string, string> = new Map(
  (
    'saúde informática acessórios móveis decoração domésticas relógios eletroportáteis áudio calçados climatização ' +
    'construção serviço escritório eletrônicos eletrodomésticos indústria comércio colchão técnicos ' +
    'iluminação negócios segurança sinalização música portáteis café higiene feminina impressão bebê cosméticos peças ' +
    'automotivas estimação malas violões percussão ficção sofás acústicas lâmpadas luminárias ventilação área ' +
    'cafés chás acadêmicos tênis geladeiras fogões irrigação equipamentos proteção câmeras balões lenços colchões ' +
    'buquês crochê cerâmica óculos veículos bebês páscoa higiênicos elétricos história matérias'
  )
    .split(' ')
    .map((word) => [word.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, ''), word]),
);

/**
 * The name of a category as people read it: `health_beauty` as `Health & beauty` or `Beleza e saúde`. In queries, filters
 * and values of fields it goes by its key.
 *
 * @param own what the shop calls it in its own language, for categories that have no name here
 */
export function categoryName(category: string, language: Language, own?: string): string {
  const known = Object.hasOwn(KNOWN, category) ? KNOWN[category] : undefined;
  if (known) return known[language];
  return language === 'pt-BR'
    ? written(own ?? category, (word) => ACCENTS.get(word) ?? word)
    : written(category, (word) => (word === 'and' ? '&' : word));
}

/** A key such as `garden_chairs` in words: `Garden chairs`. */
function written(key: string, wordOf: (word: string) => string): string {
  const text = key.replaceAll('_', ' ').split(' ').map(wordOf).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
