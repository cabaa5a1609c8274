/**
 * Brazil's states with the cities that orders come from. Per state: its share of the customers and of the sellers (per
 * mille), and per city, `name/first zip prefix/latitude/longitude/weight within the state`, ascending by zip prefix (the
 * first five digits of the postal code).
 */
export interface State {
  code: string;
  customers: number;
  sellers: number;
  cities: string;
}

export const STATES: readonly State[] = [
  {
    code: 'SP',
    customers: 418,
    sellers: 600,
    cities: `
      são paulo/01000/-23.55/-46.63/370; osasco/06000/-23.53/-46.79/19; barueri/06400/-23.51/-46.88/11;
      cotia/06700/-23.6/-46.92/8; guarulhos/07000/-23.46/-46.53/30; mogi das cruzes/08700/-23.52/-46.19/10;
      santo andré/09000/-23.66/-46.53/20; mauá/09300/-23.67/-46.46/9; são caetano do sul/09500/-23.62/-46.55/8;
      são bernardo do campo/09600/-23.69/-46.56/23; diadema/09900/-23.69/-46.62/9; santos/11000/-23.96/-46.33/18;
      são vicente/11300/-23.96/-46.39/8; guarujá/11400/-23.99/-46.26/6; praia grande/11700/-24.01/-46.4/9;
      taubaté/12000/-23.03/-45.56/8; são josé dos campos/12200/-23.18/-45.89/17; jacareí/12300/-23.3/-45.97/6;
      atibaia/12940/-23.12/-46.56/4; campinas/13000/-22.91/-47.06/36; sumaré/13170/-22.82/-47.27/5;
      jundiaí/13200/-23.19/-46.88/13; itu/13300/-23.26/-47.3/4; piracicaba/13400/-22.73/-47.65/9;
      americana/13465/-22.74/-47.33/6; limeira/13480/-22.56/-47.4/6; rio claro/13500/-22.41/-47.56/5;
      são carlos/13560/-22.02/-47.89/7; ribeirão preto/14000/-21.18/-47.81/13; franca/14400/-20.54/-47.4/5;
      araraquara/14800/-21.79/-48.18/6; são josé do rio preto/15000/-20.82/-49.38/8; araçatuba/16000/-21.21/-50.43/4;
      bauru/17000/-22.31/-49.07/8; marília/17500/-22.21/-49.95/4; sorocaba/18000/-23.5/-47.46/15;
      botucatu/18600/-22.89/-48.44/3; presidente prudente/19000/-22.13/-51.39/4`,
  },
  {
    code: 'RJ',
    customers: 129,
    sellers: 55,
    cities: `
      rio de janeiro/20000/-22.91/-43.2/540; niterói/24000/-22.88/-43.1/66; são gonçalo/24400/-22.83/-43.05/32;
      duque de caxias/25000/-22.79/-43.31/26; são joão de meriti/25500/-22.8/-43.37/14;
      petrópolis/25600/-22.51/-43.18/18; teresópolis/25950/-22.41/-42.97/10; nova iguaçu/26200/-22.76/-43.45/26;
      volta redonda/27200/-22.52/-44.1/17; resende/27500/-22.47/-44.45/8; macaé/27900/-22.37/-41.79/17;
      campos dos goytacazes/28000/-21.75/-41.33/18; nova friburgo/28600/-22.28/-42.53/11;
      cabo frio/28900/-22.88/-42.02/12`,
  },
  {
    code: 'ES',
    customers: 20,
    sellers: 8,
    cities: `
      vitória/29000/-20.32/-40.34/250; vila velha/29100/-20.33/-40.29/240; cariacica/29140/-20.26/-40.42/110;
      serra/29160/-20.13/-40.31/170; guarapari/29200/-20.67/-40.5/40; cachoeiro de itapemirim/29300/-20.85/-41.11/50;
      linhares/29900/-19.39/-40.07/40`,
  },
  {
    code: 'MG',
    customers: 117,
    sellers: 79,
    cities: `
      belo horizonte/30100/-19.92/-43.94/300; contagem/32000/-19.93/-44.05/50; betim/32600/-19.97/-44.2/30;
      nova lima/34000/-19.99/-43.85/14; governador valadares/35000/-18.85/-41.95/18; ipatinga/35160/-19.47/-42.54/22;
      ouro preto/35400/-20.39/-43.5/8; divinópolis/35500/-20.14/-44.88/16; sete lagoas/35700/-19.46/-44.25/16;
      juiz de fora/36000/-21.76/-43.35/48; viçosa/36570/-20.75/-42.88/10; varginha/37000/-21.55/-45.43/12;
      lavras/37200/-21.25/-45/10; itajubá/37500/-22.43/-45.45/10; poços de caldas/37700/-21.79/-46.56/16;
      uberaba/38000/-19.75/-47.93/24; uberlândia/38400/-18.92/-48.28/52; montes claros/39400/-16.73/-43.86/22`,
  },
  {
    code: 'BA',
    customers: 34,
    sellers: 7,
    cities: `
      salvador/40000/-12.97/-38.5/400; lauro de freitas/42700/-12.89/-38.32/55; camaçari/42800/-12.7/-38.32/30;
      feira de santana/44000/-12.26/-38.97/60; vitória da conquista/45000/-14.86/-40.84/45;
      itabuna/45600/-14.79/-39.28/25; ilhéus/45650/-14.79/-39.05/25; porto seguro/45810/-16.45/-39.06/18;
      barreiras/47800/-12.15/-44.99/16; juazeiro/48900/-9.42/-40.5/16`,
  },
  {
    code: 'SE',
    customers: 4,
    sellers: 1,
    cities: `
      aracaju/49000/-10.91/-37.07/700; itabaiana/49500/-10.68/-37.43/60`,
  },
  {
    code: 'PE',
    customers: 17,
    sellers: 4,
    cities: `
      recife/50000/-8.05/-34.88/420; olinda/53000/-8.01/-34.86/80; paulista/53400/-7.94/-34.87/60;
      jaboatão dos guararapes/54000/-8.11/-35.01/110; caruaru/55000/-8.28/-35.98/45; garanhuns/55290/-8.89/-36.49/22;
      petrolina/56300/-9.39/-40.5/40`,
  },
  {
    code: 'AL',
    customers: 4,
    sellers: 1,
    cities: `
      maceió/57000/-9.67/-35.74/700; arapiraca/57300/-9.75/-36.66/80`,
  },
  {
    code: 'PB',
    customers: 5,
    sellers: 2,
    cities: `
      joão pessoa/58000/-7.12/-34.86/500; campina grande/58400/-7.23/-35.88/160; patos/58700/-7.02/-37.28/30`,
  },
  {
    code: 'RN',
    customers: 5,
    sellers: 2,
    cities: `
      natal/59000/-5.79/-35.21/480; parnamirim/59140/-5.91/-35.26/110; mossoró/59600/-5.19/-37.34/90`,
  },
  {
    code: 'CE',
    customers: 13,
    sellers: 4,
    cities: `
      fortaleza/60000/-3.73/-38.53/520; caucaia/61600/-3.74/-38.65/40; maracanaú/61900/-3.88/-38.63/30;
      sobral/62000/-3.69/-40.35/28; juazeiro do norte/63000/-7.21/-39.32/32`,
  },
  {
    code: 'PI',
    customers: 5,
    sellers: 1,
    cities: `
      teresina/64000/-5.09/-42.8/600; parnaíba/64200/-2.91/-41.78/70; picos/64600/-7.08/-41.47/40`,
  },
  {
    code: 'MA',
    customers: 8,
    sellers: 1,
    cities: `
      são luís/65000/-2.53/-44.3/480; timon/65630/-5.1/-42.84/30; imperatriz/65900/-5.53/-47.48/110`,
  },
  {
    code: 'PA',
    customers: 11,
    sellers: 1,
    cities: `
      belém/66000/-1.46/-48.5/420; ananindeua/67000/-1.37/-48.37/120; santarém/68000/-2.44/-54.71/50;
      marabá/68500/-5.37/-49.12/45; parauapebas/68515/-6.07/-49.9/40`,
  },
  {
    code: 'AP',
    customers: 1,
    sellers: 0,
    cities: `
      macapá/68900/0.03/-51.07/800; santana/68925/-0.06/-51.18/100`,
  },
  {
    code: 'AM',
    customers: 2,
    sellers: 1,
    cities: `
      manaus/69000/-3.1/-60.02/950; itacoatiara/69100/-3.14/-58.44/20`,
  },
  {
    code: 'RR',
    customers: 0.6,
    sellers: 0,
    cities: `
      boa vista/69300/2.82/-60.67/950`,
  },
  {
    code: 'AC',
    customers: 0.9,
    sellers: 0.4,
    cities: `
      rio branco/69900/-9.97/-67.81/800; cruzeiro do sul/69980/-7.63/-72.67/80`,
  },
  {
    code: 'DF',
    customers: 21,
    sellers: 10,
    cities: `
      brasília/70000/-15.79/-47.88/880; guará/71000/-15.82/-47.98/40; taguatinga/72000/-15.83/-48.06/60`,
  },
  {
    code: 'GO',
    customers: 20,
    sellers: 13,
    cities: `
      goiânia/74000/-16.69/-49.26/360; aparecida de goiânia/74900/-16.82/-49.24/80; anápolis/75000/-16.33/-48.95/70;
      catalão/75700/-18.17/-47.94/25; jataí/75800/-17.88/-51.72/22; rio verde/75900/-17.79/-50.92/35`,
  },
  {
    code: 'RO',
    customers: 2.5,
    sellers: 1,
    cities: `
      porto velho/76800/-8.76/-63.9/400; ariquemes/76870/-9.91/-63.03/60; ji-paraná/76900/-10.88/-61.95/120`,
  },
  {
    code: 'TO',
    customers: 2.8,
    sellers: 0,
    cities: `
      palmas/77000/-10.18/-48.33/400; gurupi/77400/-11.73/-49.07/70; araguaína/77800/-7.19/-48.2/130`,
  },
  {
    code: 'MT',
    customers: 9,
    sellers: 2,
    cities: `
      cuiabá/78000/-15.6/-56.1/340; várzea grande/78100/-15.65/-56.13/90; sinop/78550/-11.86/-55.51/55;
      rondonópolis/78700/-16.47/-54.64/80`,
  },
  {
    code: 'MS',
    customers: 7,
    sellers: 2,
    cities: `
      campo grande/79000/-20.44/-54.65/480; três lagoas/79600/-20.75/-51.68/45; dourados/79800/-22.22/-54.81/90`,
  },
  {
    code: 'PR',
    customers: 50,
    sellers: 113,
    cities: `
      curitiba/80000/-25.43/-49.27/400; são josé dos pinhais/83000/-25.53/-49.21/45; colombo/83400/-25.29/-49.22/25;
      ponta grossa/84000/-25.09/-50.16/40; guarapuava/85000/-25.39/-51.46/18; cascavel/85800/-24.96/-53.46/42;
      foz do iguaçu/85850/-25.55/-54.59/32; toledo/85900/-24.71/-53.74/16; londrina/86000/-23.31/-51.16/75;
      maringá/87000/-23.42/-51.94/65`,
  },
  {
    code: 'SC',
    customers: 37,
    sellers: 61,
    cities: `
      florianópolis/88000/-27.6/-48.55/200; são josé/88100/-27.61/-48.64/70; palhoça/88130/-27.65/-48.67/32;
      itajaí/88300/-26.91/-48.66/45; balneário camboriú/88330/-26.99/-48.63/40; lages/88500/-27.82/-50.33/22;
      criciúma/88800/-28.68/-49.37/40; blumenau/89000/-26.92/-49.07/85; joinville/89200/-26.3/-48.85/100;
      jaraguá do sul/89250/-26.49/-49.07/32; chapecó/89800/-27.1/-52.62/40`,
  },
  {
    code: 'RS',
    customers: 55,
    sellers: 42,
    cities: `
      porto alegre/90000/-30.03/-51.23/300; canoas/92000/-29.92/-51.18/48; são leopoldo/93000/-29.76/-51.15/28;
      novo hamburgo/93300/-29.68/-51.13/36; gravataí/94000/-29.94/-50.99/26; viamão/94400/-30.08/-51.02/18;
      caxias do sul/95000/-29.17/-51.18/55; bento gonçalves/95700/-29.17/-51.52/16; pelotas/96000/-31.77/-52.34/40;
      rio grande/96200/-32.04/-52.1/24; santa cruz do sul/96800/-29.72/-52.43/16; santa maria/97000/-29.68/-53.81/42;
      uruguaiana/97500/-29.76/-57.09/12; passo fundo/99000/-28.26/-52.41/28`,
  },
];

/** One past the last zip prefix. */
export const ZIP_END = 100_000;

const PLAIN: Record<string, string> = {
  ã: 'a',
  á: 'a',
  â: 'a',
  é: 'e',
  ê: 'e',
  í: 'i',
  ó: 'o',
  ô: 'o',
  õ: 'o',
  ú: 'u',
  ç: 'c',
};

/** A city's name as the customers' and sellers' files write it: without accents. */
export function withoutAccents(name: string): string {
  return name.replace(/[ãáâéêíóôõúç]/g, (letter) => PLAIN[letter] ?? letter);
}
