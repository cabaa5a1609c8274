/** Invented sentences in the tone of Brazilian shoppers, for review titles and messages. */
export interface Tone {
  titles: readonly string[];
  sentences: readonly string[];
}

export const HAPPY: Tone = {
  titles: [
    'Adorei',
    'Muito satisfeita',
    'nota dez',
    'Super indico',
    'Compra perfeita',
    '10',
    'Show de bola',
    'Vale a pena',
    'Lindo, lindo',
  ],
  sentences: [
    'Chegou antes do combinado e muito bem protegido.',
    'produto igual à foto, gostei demais',
    'Comprei para minha mãe e ela amou.',
    'A loja respondeu rápido, embalou com carinho e entregou certinho!',
    'Já é a segunda vez que compro, com certeza virão outras',
    'Qualidade ótima pelo preço que paguei.',
    'Veio com um bilhete escrito "obrigado pela confiança", achei atencioso.',
    'TUDO CERTO, PODEM CONFIAR!!!',
    'Funciona perfeitamente, instalei em cinco minutos',
    'Superou o que eu esperava ',
    'Entrega rapida e o tecido é macio, lavei e não desbotou',
    'Recomendo de olhos fechados 👏',
  ],
};

export const MIXED: Tone = {
  titles: ['Razoável', 'Esperava mais', 'mais ou menos', 'Bom', 'Ok', 'Poderia melhorar', '3 estrelas'],
  sentences: [
    'O produto é bom, mas a caixa veio amassada.',
    'A cor é um pouco diferente do anúncio',
    'Demorou um pouco, porém chegou.',
    'Pelo valor está razoavel, não espere muito',
    'Achei menor do que parecia na foto; serve.',
    'O manual veio só em inglês.',
    'Bonito, mas o acabamento deixa a desejar',
    'Vou usar mais uns dias para dar uma opinião melhor.',
    'Recebi, ainda não testei',
  ],
};

export const UNHAPPY: Tone = {
  titles: [
    'Decepcionada',
    'Não gostei',
    'pessimo',
    'Veio com defeito',
    'Produto errado',
    'Quero trocar',
    'Não comprem, é cilada',
  ],
  sentences: [
    'Veio quebrado e ninguém me responde.',
    'Pedi o azul e mandaram o preto, quero a troca',
    'No site dizia "couro legítimo", mas é plástico.',
    'Parou de funcionar no segundo dia, péssima qualidade',
    'Comprei duas unidades, veio apenas uma, e cobraram o frete das duas!',
    'Faltaram os parafusos, a montagem ficou impossível.',
    'nao recomendo essa loja',
    'Já mandei três e-mails e nada de devolverem o dinheiro',
    'O material é tão fino que rasgou ao abrir.',
  ],
};

export const WAITING: Tone = {
  titles: ['Não chegou', 'Atraso', 'cadê meu pedido', 'Ainda esperando', 'Entrega atrasada, sem aviso'],
  sentences: [
    'Ainda não recebi e o prazo já passou.',
    'O rastreio está parado há dias, ninguém sabe dizer onde está',
    'Prometeram para a semana passada, continuo esperando.',
    'Era presente de aniversário, a festa já foi e nada!',
    'A transportadora diz "entregue", mas aqui não chegou nada.',
    'Cancelei porque ninguém dava previsão',
    'QUERO O ESTORNO HOJE, SEM DESCULPA',
  ],
};

/** What stands between two sentences, the first most often. */
export const JOINS: readonly string[] = [' ', ' ', ' ', ' ', '\r\n', '\r\n', '\n', '\r\n\r\n', ', '];
