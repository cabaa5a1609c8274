/** A category of goods: what shoppers pay (R$), how prices spread, what it weighs and how popular it is. */
export interface Category {
  name: string;
  english: string;
  medianPrice: number;
  /** Standard deviation of the logarithm of the price. */
  spread: number;
  /** Median weight of a product, in grams. */
  grams: number;
  popularity: number;
  /** Missing from the translation file, as a few are. */
  untranslated: boolean;
}

/** `name|english|median price|spread|grams|popularity` */
const TRANSLATED = `
  roupa_de_cama_e_banho|bedding_and_bath|82|.65|1250|105
  cosmeticos_e_cuidados|cosmetics_and_care|78|.9|380|95
  esportes_e_aventura|sports_and_outdoors|79|.8|700|84
  decoracao_de_interiores|interior_decoration|66|.75|1200|80
  acessorios_de_computador|computer_peripherals|80|.85|320|76
  artigos_para_o_lar|household_goods|60|.85|1150|68
  relogios_e_joias|watches_and_jewelry|128|.9|330|58
  celulares_e_capas|mobile_phones_and_cases|32|.9|220|45
  pecas_automotivas|car_parts|86|1|900|41
  jardim_e_varanda|garden_and_balcony|60|.75|1600|42
  brinquedos_e_jogos|toys_and_games|78|.8|800|40
  perfumes_importados|imported_perfumes|92|.85|390|35
  mundo_do_bebe|baby_world|78|.9|720|30
  presentes_criativos|creative_gifts|110|.8|1300|30
  eletronicos_portateis|portable_electronics|30|1|210|27
  papelaria_e_escritorio|stationery_and_office|68|.8|900|25
  bolsas_e_carteiras|bags_and_wallets|55|.7|220|20
  animais_de_estimacao|pet_supplies|86|.75|850|22
  cadeiras_e_mesas_de_trabalho|work_chairs_and_desks|150|.45|10500|16
  videogames|video_games|62|1.1|250|12
  malas_e_mochilas|suitcases_and_backpacks|102|.65|1300|11
  material_de_construcao|building_materials|88|1|1200|9
  aparelhos_do_lar|household_devices|52|1|500|8
  violoes_e_percussao|guitars_and_percussion|98|1.1|850|7
  liquidificadores_e_mixers|blenders_and_mixers|96|1.1|1150|7
  reformas_da_casa|home_renovation|94|.85|900|6
  livros_de_ficcao|fiction_books|42|.75|480|8
  mercearia|groceries|49|.65|340|7
  sofas_e_estantes|sofas_and_shelves|115|.7|8000|6
  aconchego_do_lar|home_comfort|86|.75|1700|5
  cervejas_e_vinhos|beers_and_wines|52|.75|700|5
  som_e_caixas_acusticas|sound_and_speakers|88|1.1|420|4
  diversos|miscellaneous|60|.85|520|4
  lampadas_e_luminarias|lamps_and_lights|98|.85|1000|4
  ventilacao_e_ar|fans_and_air|142|.9|3000|3.5
  area_externa|outdoor_living|108|.85|6200|3.5
  cafes_e_chas|coffees_and_teas|40|.75|800|4
  insumos_industriais|industrial_supplies|105|.65|5800|3
  livros_academicos|academic_books|58|.7|820|3
  telefones_com_fio|corded_phones|66|1.2|390|2.8
  tenis_e_sapatos|trainers_and_shoes|82|.65|850|4
  geladeiras_e_fogoes|fridges_and_stoves|320|1|16000|2.4
  cercas_e_irrigacao|fences_and_irrigation|52|.95|1250|2.4
  produtos_rurais|farm_products|210|1.2|2500|2.2
  quadros_e_esculturas|pictures_and_sculptures|95|.7|1600|2.3
  notebooks|laptops|1250|.45|2700|2
  placas_e_alarmes|signs_and_alarms|78|1.1|560|2
  equipamentos_de_protecao|protective_equipment|118|1|620|2
  enfeites_natalinos|christmas_ornaments|46|.95|620|1.6
  moda_masculina|mens_fashion|62|.65|420|2.4
  moda_praia|beachwear|58|.95|200|1.6
  camas_e_guarda_roupas|beds_and_wardrobes|215|.85|12500|1.2
  furadeiras_e_serras|drills_and_saws|120|1|1900|1.4
  tablets_e_leitores|tablets_and_readers|310|.6|420|1
  cafeteiras|coffee_makers|260|1|3200|1.2
  cameras_e_lentes|cameras_and_lenses|140|1.1|430|.9
  filmes_e_series|films_and_series|24|1|200|.8
  livros_estrangeiros|foreign_books|64|.7|520|.8
  moda_feminina|womens_fashion|58|.6|380|2
  baloes_e_festas|balloons_and_parties|54|1|900|.6
  fraldas_e_lencos|nappies_and_wipes|44|.45|900|1.5
  colchoes|mattresses|240|.55|9500|.6
  instrumentos_de_sopro|wind_instruments|120|1.2|900|.5
  buques_e_plantas|bouquets_and_plants|30|.5|820|.5
  tapetes_e_cortinas|rugs_and_curtains|70|.7|1500|.8
  roupa_esportiva|activewear|62|.55|260|1.2
  croche_e_costura|crochet_and_sewing|38|.9|450|.6
  panelas_especiais|speciality_cookware|130|.6|2300|.5
  discos_de_vinil|vinyl_records|78|.5|350|.4
  roupa_infantil|childrenswear|52|.5|260|.8
  garantias_e_servicos|warranties_and_services|96|.5|500|.2`;

const UNTRANSLATED = `
  computadores_para_jogos||1400|.4|6500|.3
  mixers_e_processadores_de_mesa||75|1.2|1700|.3`;

export const CATEGORIES: readonly Category[] = [...parse(TRANSLATED, false), ...parse(UNTRANSLATED, true)];

function parse(table: string, untranslated: boolean): Category[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', english = '', ...figures] = line.trim().split('|');
      const [medianPrice = 0, spread = 0, grams = 0, popularity = 0] = figures.map(Number);
      return { name, english, medianPrice, spread, grams, popularity, untranslated };
    });
}
