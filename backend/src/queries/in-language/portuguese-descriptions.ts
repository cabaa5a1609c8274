/** What the descriptions of columns say in Brazilian Portuguese, by their English texts. */
export const PORTUGUESE_DESCRIPTIONS: Readonly<Record<string, string>> = {
  // Sales and key figures
  'What customers paid for purchases (not canceled, not unavailable).':
    'O que os clientes pagaram por compras (não canceladas nem indisponíveis).',
  'Purchases (orders not canceled and not unavailable).': 'Compras (pedidos não cancelados nem indisponíveis).',
  'Different persons with at least one purchase.': 'Pessoas diferentes com pelo menos uma compra.',
  'What customers paid for purchases (orders not canceled and not unavailable) in the time range.':
    'O que os clientes pagaram por compras (pedidos não cancelados nem indisponíveis) no período.',
  'Purchases (orders not canceled and not unavailable) in the time range.':
    'Compras (pedidos não cancelados nem indisponíveis) no período.',
  'Different persons with at least one purchase in the time range.':
    'Pessoas diferentes com pelo menos uma compra no período.',
  'Revenue divided by orders in the time range.': 'Receita dividida pelos pedidos do período.',
  'Share of all customers up to the as-of date who have made more than one purchase.':
    'Parcela de todos os clientes até a data de referência que fizeram mais de uma compra.',
  'Share of all customers up to the as-of date whose last purchase lies 180 days (or as configured) back.':
    'Parcela de todos os clientes até a data de referência cuja última compra foi há 180 dias (ou como configurado).',
  'Mean review score (1 to 5) of the purchases in the time range that have a review.':
    'Nota média (1 a 5) das compras do período que têm avaliação.',
  'Share of the delivered purchases of the time range that arrived by the estimated date.':
    'Parcela das compras entregues do período que chegaram até a data estimada.',
  // Customers and segments
  'The segment at the day from which moves are counted.': 'O segmento no dia a partir do qual se contam os movimentos.',
  'Days from the last purchase to the as-of date.': 'Dias da última compra até a data de referência.',
  'Days from the first purchase to the as-of date.': 'Dias da primeira compra até a data de referência.',
  'Days with a purchase.': 'Dias com uma compra.',
  'All that the customer has paid for purchases.': 'Tudo o que o cliente pagou por compras.',
  '1 (longest ago) to 5 (most recent).': '1 (há mais tempo) a 5 (mais recente).',
  '1 (bought on one day only) to 5 (most often).': '1 (comprou em um único dia) a 5 (com mais frequência).',
  '1 (least) to 5 (most).': '1 (menos) a 5 (mais).',
  'All that these customers have ever paid for purchases, up to the as-of date.':
    'Tudo o que estes clientes já pagaram por compras, até a data de referência.',
  'Share of the segment whose last purchase lies 180 days (or as configured) back.':
    'Parcela do segmento cuja última compra foi há 180 dias (ou como configurado).',
  'Mean days since the last purchase.': 'Média de dias desde a última compra.',
  'Mean number of days with a purchase.': 'Número médio de dias com uma compra.',
  'Up: to a better segment. Down: to a more endangered one. New: not yet a customer then.':
    'Subiu: para um segmento melhor. Desceu: para um mais ameaçado. Novo: ainda não era cliente então.',
  'Of the customers who were in that segment then.': 'Dos clientes que estavam nesse segmento então.',
  'All that these customers have paid for purchases up to the as-of date.':
    'Tudo o que estes clientes pagaram por compras até a data de referência.',
  'Of these, who were active then and count as churned now.':
    'Destes, os que estavam ativos então e agora contam como inativos.',
  'Of these, who counted as churned then and are active now.':
    'Destes, os que contavam como inativos então e agora estão ativos.',
  'Purchased for the first time.': 'Compraram pela primeira vez.',
  'Had purchased before, and did not count as churned meanwhile.':
    'Já haviam comprado e não contaram como inativos nesse meio-tempo.',
  'Came back after having counted as churned.': 'Voltaram depois de terem contado como inativos.',
  'Began to count as churned: no purchase for as many days as the churn rule names.':
    'Passaram a contar como inativos: nenhuma compra pelos dias que a regra de churn define.',
  'Share of the cohort that purchased in the period; 100% in the first one.':
    'Parcela da coorte que comprou no período; 100% no primeiro.',
  'Customers of the cohort who purchased in the period.': 'Clientes da coorte que compraram no período.',
  'What the cohort paid for purchases in the period.': 'O que a coorte pagou por compras no período.',
  'Periods since the first purchase.': 'Períodos desde a primeira compra.',
  'No while the period still runs.': 'Não enquanto o período ainda corre.',
  'First day of the period of the first purchase.': 'Primeiro dia do período da primeira compra.',
  'Everybody who has purchased up to the as-of date and lives there.':
    'Todos os que compraram até a data de referência e moram ali.',
  'Share of the customer base whose last purchase lies 180 days (or as configured) back.':
    'Parcela da base de clientes cuja última compra foi há 180 dias (ou como configurado).',
  'Customers of the base whose churn risk is high.': 'Clientes da base com risco de churn alto.',
  'Degrees; empty where the place is not known.': 'Graus; vazio onde o lugar não é conhecido.',
  // Churn risk
  'Clearly less likely to buy again than average': 'Chance de comprar de novo claramente menor que a média',
  'About as likely to buy again as average': 'Chance de comprar de novo próxima da média',
  'Clearly more likely to buy again than average': 'Chance de comprar de novo claramente maior que a média',
  'Risk compared with the average customer: high, medium or low.':
    'Risco comparado ao do cliente médio: alto, médio ou baixo.',
  'Odds of buying again, as a multiple of the average customer’s.':
    'Chance de comprar de novo, como múltiplo da do cliente médio.',
  'Probability of no purchase within the horizon.': 'Probabilidade de nenhuma compra dentro do horizonte.',
  'Mean probability of no purchase within the horizon.': 'Probabilidade média de nenhuma compra dentro do horizonte.',
  'Churn probability before the change.': 'Probabilidade de churn antes da mudança.',
  'Churn probability of the average customer.': 'Probabilidade de churn do cliente médio.',
  'Churn probability from which risk is high.': 'Probabilidade de churn a partir da qual o risco é alto.',
  'Churn probability up to which risk is low.': 'Probabilidade de churn até a qual o risco é baixo.',
  'Churn probability at the odds where the bin begins.': 'Probabilidade de churn na chance em que o intervalo começa.',
  'Churn probability at the odds where the bin ends.': 'Probabilidade de churn na chance em que o intervalo termina.',
  'Odds of buying again where the bin begins; the average is 1.':
    'Chance de comprar de novo onde o intervalo começa; a média é 1.',
  'Odds of buying again where the bin ends; the average is 1.':
    'Chance de comprar de novo onde o intervalo termina; a média é 1.',
  'Revenue within the horizon should the customer come back.': 'Receita dentro do horizonte se o cliente voltar.',
  'Revenue within the horizon should the customer come back, times the probability of not coming back.':
    'Receita dentro do horizonte se o cliente voltar, vezes a probabilidade de não voltar.',
  'Revenue within the horizon should the customer come back, times the probability of coming back.':
    'Receita dentro do horizonte se o cliente voltar, vezes a probabilidade de voltar.',
  'Share of all customers who bought longer ago.': 'Parcela de todos os clientes que compraram há mais tempo.',
  'Share of all customers who bought on fewer days.': 'Parcela de todos os clientes que compraram em menos dias.',
  'Share of all customers who paid less.': 'Parcela de todos os clientes que pagaram menos.',
  'Share of the segment’s customers who bought longer ago.':
    'Parcela dos clientes do segmento que compraram há mais tempo.',
  'Share of the segment’s customers who bought on fewer days.':
    'Parcela dos clientes do segmento que compraram em menos dias.',
  'Share of the segment’s customers who paid less.': 'Parcela dos clientes do segmento que pagaram menos.',
  'Lower end of the 95% confidence interval.': 'Limite inferior do intervalo de confiança de 95%.',
  'Upper end of the 95% confidence interval.': 'Limite superior do intervalo de confiança de 95%.',
  'What it adds to the churn probability.': 'O que soma à probabilidade de churn.',
  'Active or churned by the churn rule.': 'Ativo ou inativo pela regra de churn.',
  'Days of delivery after the promised day; below zero: early.':
    'Dias de entrega depois do dia prometido; abaixo de zero: adiantada.',
  'Customers expected to buy again within the horizon.': 'Clientes que devem comprar de novo dentro do horizonte.',
  'Share of customers whose risk is high.': 'Parcela de clientes com risco alto.',
  'Revenue at risk of the high-risk customers.': 'Receita em risco dos clientes de risco alto.',
  'What the customers are worth: high, medium or low; value_from and value_to say how much.':
    'Quanto valem os clientes: alto, médio ou baixo; value_from e value_to dizem quanto.',
  'Share of all customers asked for.': 'Parcela de todos os clientes consultados.',
  'All that these customers have paid for purchases.': 'Tudo o que estes clientes pagaram por compras.',
  'Share of all that the customers asked for have paid.': 'Parcela de tudo o que os clientes consultados pagaram.',
  'Share of the revenue at risk of all customers asked for.':
    'Parcela da receita em risco de todos os clientes consultados.',
  'Customers are worth at least this much.': 'Os clientes valem pelo menos isto.',
  'Customers are worth less than this.': 'Os clientes valem menos que isto.',
  'The order in which to act: the highest risk first, then the most at stake for each customer.':
    'A ordem em que agir: primeiro o risco mais alto, depois o que mais está em jogo por cliente.',
  // The model
  'Return rate of the first tenth over that of all customers.':
    'Taxa de retorno do primeiro décimo sobre a de todos os clientes.',
  'Share of all who came back that the first tenth holds.':
    'Parcela de todos os que voltaram contida no primeiro décimo.',
  'Customers who did buy again within the horizon.': 'Clientes que de fato compraram de novo dentro do horizonte.',
  'Chance of buying again that the model gave.': 'Chance de comprar de novo que o modelo deu.',
  'Share that did buy again.': 'Parcela que de fato comprou de novo.',
  'Where a chance that comes true exactly would lie.': 'Onde ficaria uma chance que se cumpre exatamente.',
  'Share of all who came back that the deciles up to this one hold.':
    'Parcela de todos os que voltaram contida nos decis até este.',
  'Return rate of the deciles up to this one over that of all customers.':
    'Taxa de retorno dos decis até este sobre a de todos os clientes.',
  'Area under the precision-recall curve of finding those who come back.':
    'Área sob a curva de precisão e revocação ao encontrar quem volta.',
  'Mean loss of ROC-AUC when the values of the feature are shuffled.':
    'Perda média de ROC-AUC quando os valores da característica são embaralhados.',
  'Standard deviation of the importance over the repeats.': 'Desvio-padrão da importância nas repetições.',
  'Population stability index against training: below 0.1 stable, above 0.25 large.':
    'Índice de estabilidade populacional em relação ao treino: abaixo de 0,1 estável, acima de 0,25 grande.',
  'Largest population stability index of the features.':
    'Maior índice de estabilidade populacional das características.',
  'Population stability index of the score.': 'Índice de estabilidade populacional da pontuação.',
  'Days of trade, up to the as-of date, that the model’s training did not know of.':
    'Dias de comércio, até a data de referência, que o treino do modelo não conhecia.',
  // The forecast
  'Customers who buy on a day; over several days, the sum of the days.':
    'Clientes que compram em um dia; em vários dias, a soma dos dias.',
  'Mean absolute error ÷ that of last week’s same day as forecast, one week ahead, in the past. Below 1 is better than that.':
    'Erro absoluto médio ÷ o de usar o mesmo dia da semana passada como previsão, uma semana à frente, no passado. Abaixo de 1 é melhor que isso.',
  'Mean of |error| ÷ the mean of forecast and actual.': 'Média de |erro| ÷ a média da previsão e do real.',
  'Sum of |error| ÷ sum of the actuals.': 'Soma de |erro| ÷ soma dos valores reais.',
  'Sum of errors ÷ sum of the actuals; above zero: forecast too high.':
    'Soma dos erros ÷ soma dos valores reais; acima de zero: previsão alta demais.',
  'Share of actuals inside the 80% band: 80% is right.':
    'Parcela dos valores reais dentro da faixa de 80%: o certo é 80%.',
  'Share of actuals inside the 95% band: 95% is right.':
    'Parcela dos valores reais dentro da faixa de 95%: o certo é 95%.',
  'What is missing, as a share of what it is compared with; below zero: more is expected.':
    'O que falta, como parcela daquilo com que se compara; abaixo de zero: espera-se mais.',
  '1 where the actual lies outside the 95% band.': '1 onde o valor real fica fora da faixa de 95%.',
  // The service
  'Since the files were last loaded.': 'Desde a última carga dos arquivos.',
  'From the last day of regular trade to today.': 'Do último dia de comércio regular até hoje.',
  'Rows of the files that were refused.': 'Linhas dos arquivos que foram recusadas.',
  'Since the churn model was trained.': 'Desde o treino do modelo de churn.',
  'Queries answered or refused.': 'Consultas respondidas ou recusadas.',
  'Queries that failed by a fault of the service.': 'Consultas que falharam por culpa do serviço.',
  'Questions about churn that failed by a fault of the service.':
    'Perguntas sobre churn que falharam por culpa do serviço.',
  '95 of 100 queries took no longer.': '95 de 100 consultas não levaram mais que isso.',
  'Queries answered or refused in the minute.': 'Consultas respondidas ou recusadas no minuto.',
  'Of these, failed by a fault of the service.': 'Destas, falharam por culpa do serviço.',
  '95 of 100 queries of the minute took no longer.': '95 de 100 consultas do minuto não levaram mais que isso.',
  'Answered or refused.': 'Respondidas ou recusadas.',
  'By a fault of the service: wrong questions do not count.': 'Por culpa do serviço: perguntas erradas não contam.',
  'Refused, each with its reason: see the mart load_rejects.':
    'Recusadas, cada uma com seu motivo: veja a tabela load_rejects.',
  'How long the oldest event has waited for its effect.':
    'Há quanto tempo o evento mais antigo espera pelo seu efeito.',
  'Events that have had no effect on a profile yet.': 'Eventos que ainda não tiveram efeito em um perfil.',
  'Events that had their effect, over the last minute.': 'Eventos que tiveram efeito, no último minuto.',
  'Messages to other tools that are still to be delivered.': 'Mensagens a outras ferramentas ainda por entregar.',
  'Messages to other tools that were given up in the last 30 days.':
    'Mensagens a outras ferramentas que não puderam ser entregues nos últimos 30 dias.',
  'Messages to other tools that were given up in the last minutes.':
    'Mensagens a outras ferramentas que não puderam ser entregues nos últimos minutos.',
  'Events that could not be used, and are kept with why.':
    'Eventos que não puderam ser usados e são guardados com o motivo.',
};
