import { cityName } from './cities';

it.each([
  ['sao paulo', 'São Paulo'],
  ['rio de janeiro', 'Rio de Janeiro'],
  ['sao jose dos campos (SP)', 'São José dos Campos (SP)'],
  ["santa barbara d'oeste", "Santa Bárbara d'Oeste"],
  ['florianopolis', 'Florianópolis'],
  ['anapolis', 'Anápolis'],
  ['aparecida de goiania', 'Aparecida de Goiânia'],
  ['conceicao do mato dentro', 'Conceição do Mato Dentro'],
  ['mogi-guacu', 'Mogi-Guaçu'],
  ['ji-parana', 'Ji-Paraná'],
  ['são joão del rei', 'São João del Rei'],
  ['constructor', 'Constructor'],
  ['', ''],
  ['São Paulo', 'São Paulo'],
  ['NY (US)', 'NY (US)'],
])('writes %j as %j', (given, written) => {
  expect(cityName(given)).toBe(written);
});
