/** What the help of query kinds, their parameters and filters says in Portuguese, by its English text. */
export const PORTUGUESE_FORM_HELPS: Readonly<Record<string, string>> = {
  'One sentence that says what matters in this time range, computed from the data.':
    'Uma frase que diz o que importa agora neste período, calculada a partir dos dados.',
  'Sales in the time range, the churn risk of active customers, how good the churn model is, the sales to expect, how segments move, where customers are, or how the service fares.':
    'Vendas no período, o risco de churn dos clientes ativos, quão bom é o modelo de churn, as vendas esperadas, como os segmentos se movem, onde estão os clientes ou como vai o serviço.',
  'The eight key figures, each with its value one period before and the change.':
    'Os oito indicadores, cada um com o valor de um período antes e a variação.',
  'Empty: all eight.': 'Vazio: todos os oito.',
  'On: a time series from the period before to now, for a stat panel with a sparkline. Off: a row per figure.':
    'Ligado: uma série temporal do período anterior até agora, para um painel com minigráfico. Desligado: uma linha por indicador.',
  'Revenue, orders or customers by day, week or month, optionally split by one dimension.':
    'Receita, pedidos ou clientes por dia, semana ou mês, divididos por uma dimensão se desejado.',
  'Revenue is what was paid; orders and customers are counted once each. Purchases only.':
    'Receita é o que foi pago; pedidos e clientes contam uma vez cada. Só compras.',
  'Length of one step. Automatic: by the length of the time range and the width of the panel.':
    'Duração de um passo. Automática: pela duração do período e pela largura do painel.',
  'One series for each value of this dimension. Empty: one series.':
    'Uma série para cada valor desta dimensão. Vazio: uma série.',
  'The largest so many values; the rest is summed as "Other".':
    'Os tantos maiores valores; o resto é somado como "Outros".',
  'Adds the period of the same length just before the time range, moved onto it: dashed, “(period before)”.':
    'Acrescenta o período de mesma duração logo antes do período, deslocado para ele: tracejado, “(período anterior)”.',
  'Revenue, orders or customers by one dimension, largest first.':
    'Receita, pedidos ou clientes por uma dimensão, do maior para o menor.',
  'Dimension to break down by.': 'Dimensão do detalhamento.',
  'By the measure, or by name.': 'Pela medida ou pelo nome.',
  'On: largest first, or Z to A. Off: smallest first, or A to Z.':
    'Ligado: do maior para o menor, ou de Z a A. Desligado: do menor para o maior, ou de A a Z.',
  'Only the largest so many values; sorted by value and not descending, the smallest. Empty: all.':
    'Só os tantos maiores valores; ordenado por valor e não decrescente, os menores. Vazio: todos.',
  'Adds the value in the period of the same length just before the time range, and the change since.':
    'Acrescenta o valor no período de mesma duração logo antes do período, e a variação desde então.',
  'Customers by recency, frequency and monetary value at the as-of date, in eleven named segments.':
    'Clientes por recência, frequência e valor monetário na data de referência, em onze segmentos com nome.',
  'One number per segment, as an alert rule needs it. Empty: a table of all measures.':
    'Um número por segmento, como uma regra de alerta precisa. Vazio: uma tabela de todas as medidas.',
  'Empty: segments from the best to the most endangered.': 'Vazio: segmentos do melhor ao mais ameaçado.',
  'Largest first.': 'Do maior para o menor.',
  'One row per customer: recency, frequency, monetary value, scores, segment, status, state and last order.':
    'Uma linha por cliente: recência, frequência, valor monetário, notas, segmento, situação, estado e último pedido.',
  'A customer id or its beginning.': 'O código de um cliente ou o começo dele.',
  'Active: has ordered within the churn rule (180 days unless configured). Churned: has not. Empty: both.':
    'Ativos: compraram dentro da regra de churn (180 dias, salvo se configurado). Inativos: não. Vazio: ambos.',
  'Conditions on numbers of a row; all of them must hold.':
    'Condições sobre números de uma linha; todas precisam valer.',
  'Day (YYYY-MM-DD): customers who first purchased in its month or week, and in the time range. A row of the cohorts.':
    'Dia (AAAA-MM-DD): clientes que compraram pela primeira vez no mês ou na semana dele, e no período. Uma linha das coortes.',
  'Day (YYYY-MM-DD): customers who did what "Activity" says in its month or week. Empty: in the time range.':
    'Dia (AAAA-MM-DD): clientes que fizeram o que "Atividade" diz no mês ou na semana dele. Vazio: no período.',
  'What they did then: any purchase, or a stage of the lifecycle. Empty: any purchase, where "During" names a day.':
    'O que fizeram então: qualquer compra, ou uma etapa do ciclo de vida. Vazio: qualquer compra, onde "Durante" indica um dia.',
  'Of those days the calendar month, or the week that begins on Monday. Empty: the month.':
    'Desses dias, o mês do calendário ou a semana que começa na segunda-feira. Vazio: o mês.',
  'Segment some days before; with the day’s segment beside it in the list. Empty: any.':
    'Segmento alguns dias antes; na lista, ao lado do segmento do dia. Vazio: qualquer um.',
  'Segment at the as-of date, of those who moved. Empty: any.':
    'Segmento na data de referência, dos que mudaram. Vazio: qualquer um.',
  'Up: to a better segment. New: not yet a customer then. Gone: active then, churned now. Back: the other way round.':
    'Subiram: para um segmento melhor. Novos: ainda não eram clientes. Perdidos: ativos então, inativos agora. De volta: o contrário.',
  'How many days before the as-of date. Empty: 90.': 'Quantos dias antes da data de referência. Vazio: 90.',
  'Equal customers keep the same order from page to page.': 'Clientes iguais mantêm a mesma ordem de página em página.',
  'Rows of one page.': 'Linhas de uma página.',
  'Rows to skip.': 'Linhas a pular.',
  'The values that a dimension or a parameter takes, or customers, for dashboard variables.':
    'Os valores que uma dimensão ou um parâmetro aceita, ou clientes, para variáveis de painéis.',
  'What to list: values in the data, customers, or what a parameter can be set to.':
    'O que listar: valores nos dados, clientes, ou o que um parâmetro pode receber.',
  'All that there ever were, or those with a purchase in the time range (then let the variable refresh with it).':
    'Todos os que já existiram, ou os que têm uma compra no período (então deixe a variável se atualizar com ele).',
  'Values that hold this text; customers whose id begins with it. $__searchFilter: what is typed into the drop-down.':
    'Valores que contêm este texto; clientes cujo código começa com ele. $__searchFilter: o que se digita na lista.',
  'The most frequent so many; customers who paid most. Empty: 5,000, of customers 500.':
    'Os tantos mais frequentes; os clientes que mais pagaram. Vazio: 5.000, de clientes 500.',
  'One row per customer: churn probability, risk band, revenue at risk, main reason and recommended action.':
    'Uma linha por cliente: probabilidade de churn, faixa de risco, receita em risco, motivo principal e ação recomendada.',
  'Churn probability with reasons, percentiles, value, recommended action, past scores and orders of one customer.':
    'Probabilidade de churn com motivos, percentis, valor, ação recomendada, pontuações passadas e pedidos de um cliente.',
  'The customer id, or a beginning that only one customer has; or “most at stake”.':
    'O código do cliente, ou um começo que só um cliente tem; ou “mais em jogo”.',
  'The score of a customer with some features changed, or of a customer described by features alone.':
    'A pontuação de um cliente com algumas características mudadas, ou de um cliente descrito só por características.',
  'The customer to change. Empty: a customer described by the values alone.':
    'O cliente a mudar. Vazio: um cliente descrito só pelos valores.',
  'Features and their values, such as recency_days = 30, frequency = 2, monetary = 250.':
    'Características e seus valores, como recency_days = 30, frequency = 2, monetary = 250.',
  'Customers, mean churn probability, high-risk share and revenue at risk per segment, state, city or band.':
    'Clientes, probabilidade média de churn, parcela em risco alto e receita em risco por segmento, estado, cidade ou faixa.',
  'What to group customers by.': 'Por que agrupar os clientes.',
  'One number per group, as an alert rule needs it. Empty: a table of all measures. Revenue at risk: what would be lost within the horizon, weighted with the churn probability.':
    'Um número por grupo, como uma regra de alerta precisa. Vazio: uma tabela de todas as medidas. Receita em risco: o que se perderia dentro do horizonte, ponderado pela probabilidade de churn.',
  'A measure, or the name. Empty: the measure, without one revenue at risk.':
    'Uma medida ou o nome. Vazio: a medida, sem ela a receita em risco.',
  'Only the largest so many groups; sorted by a measure and not descending, the smallest. Empty: all.':
    'Só os tantos maiores grupos; ordenado por uma medida e não decrescente, os menores. Vazio: todos.',
  'A risk measure at the end of each month, scored with today’s model as of then.':
    'Uma medida de risco no fim de cada mês, pontuada com o modelo de hoje como era então.',
  'Revenue at risk: what would be lost within the horizon, weighted with the churn probability.':
    'Receita em risco: o que se perderia dentro do horizonte, ponderado pela probabilidade de churn.',
  'On, without a split: the series’ name and colour say how it has changed, for a stat panel with a sparkline.':
    'Ligado, sem divisão: o nome e a cor da série dizem como ela mudou, para um painel com minigráfico.',
  'How many customers are how likely to come back, compared with the average customer.':
    'Quantos clientes têm que chance de voltar, comparados ao cliente médio.',
  'Customers by value and churn risk: how many, what they paid, and how much revenue is at stake in each cell.':
    'Clientes por valor e risco de churn: quantos são, o que pagaram e quanta receita está em jogo em cada célula.',
  'What a customer is worth by: all that was paid so far, or the revenue to expect should the customer return.':
    'Pelo que se mede o valor de um cliente: tudo o que já pagou, ou a receita esperada se ele voltar.',
  'Empty: where the top fifth of all customers begins.': 'Vazio: onde começa o quinto superior de todos os clientes.',
  'Empty: where the upper half of all customers begins.': 'Vazio: onde começa a metade superior de todos os clientes.',
  'One number per cell, as an alert rule needs it. Empty: a table of all measures. Revenue at risk: what would be lost within the horizon, weighted with the churn probability.':
    'Um número por célula, como uma regra de alerta precisa. Vazio: uma tabela de todas as medidas. Receita em risco: o que se perderia dentro do horizonte, ponderado pela probabilidade de churn.',
  'How good the churn model is: metrics, calibration, lift, importance of features, drift and gates.':
    'Quão bom é o modelo de churn: métricas, calibração, lift, importância das características, desvio e verificações.',
  'What to show. Health: a few numbers for alert rules.': 'O que mostrar. Saúde: alguns números para regras de alerta.',
  'Of the view “Figures” this one alone, for a stat panel. Empty: all.':
    'Da visão “Indicadores”, só este, para um painel de um número. Vazio: todos.',
  'What was sold, what is expected of the days after the as-of date, with bands, and what was out of the ordinary.':
    'O que foi vendido, o que se espera dos dias após a data de referência, com faixas, e o que fugiu do normal.',
  'What is forecast. Revenue is what was paid; customers are those who buy. Purchases only.':
    'O que é previsto. Receita é o que foi pago; clientes são os que compram. Só compras.',
  'One forecast for each value of this dimension. Empty: the whole shop.':
    'Uma previsão para cada valor desta dimensão. Vazio: a loja toda.',
  'Length of one step. Automatic: by the length of history and horizon.':
    'Duração de um passo. Automática: pela duração do histórico e do horizonte.',
  'Days to look ahead from the as-of date.': 'Dias à frente da data de referência.',
  'Of the inner band, in percent: what will happen lies inside it so often. The wide one is of 95.':
    'Da faixa interna, em por cento: o que acontecer fica dentro dela com essa frequência. A larga é de 95.',
  'Automatic: for each series what forecast its own past best.':
    'Automática: para cada série, o que melhor previu o próprio passado.',
  'What the sum over the horizon should reach, in R$, orders or customers.':
    'O que a soma no horizonte deve alcançar, em R$, pedidos ou clientes.',
  'How far off the forecasts of the past were, for each model and horizon, beside simple baselines.':
    'Quanto as previsões do passado erraram, por modelo e horizonte, ao lado de referências simples.',
  'One number per horizon, as an alert rule needs it. Empty: a table of all models and figures.':
    'Um número por horizonte, como uma regra de alerta precisa. Vazio: uma tabela de todos os modelos e números.',
  'The expected sum of the next days against the days before, last year or a target: one number per series, for alert rules.':
    'A soma esperada dos próximos dias contra os dias anteriores, o ano anterior ou uma meta: um número por série, para regras de alerta.',
  'Shortfall: what is missing, as a share or in full; negative when more is expected.':
    'Falta: o que está faltando, como parcela ou por inteiro; negativo quando se espera mais.',
  'What the expected sum is compared with.': 'Com o que a soma esperada é comparada.',
  'Customers by the month or week of their first purchase, and how many of them came back after so many more.':
    'Clientes pelo mês ou pela semana da primeira compra, e quantos deles voltaram depois de tantos mais.',
  'Calendar months, or weeks that begin on Mondays.': 'Meses do calendário, ou semanas que começam na segunda-feira.',
  'For a heat map: one measure, a column per period since the first purchase. Empty: a row per cohort and period.':
    'Para um mapa de calor: uma medida, uma coluna por período desde a primeira compra. Vazio: uma linha por coorte e período.',
  'New, returning, reactivated and dormant customers by month or week.':
    'Clientes novos, recorrentes, reativados e adormecidos por mês ou semana.',
  'How many customers went from which RFM segment to which.': 'Quantos clientes foram de que segmento RFM para qual.',
  'The segments then are those of so many days before the as-of date.':
    'Os segmentos de então são os de tantos dias antes da data de referência.',
  'Sales, customers and their churn risk by state or by city, with the place of each city, for a map.':
    'Vendas, clientes e o risco de churn deles por estado ou cidade, com o lugar de cada cidade, para um mapa.',
  'A row per state, or a row per city with its latitude and longitude.':
    'Uma linha por estado, ou uma linha por cidade com latitude e longitude.',
  'Customers whose risk counts. Active: has ordered within the churn rule (180 days unless configured). Churned: has not. Empty: both.':
    'Clientes cujo risco conta. Ativos: compraram dentro da regra de churn (180 dias, salvo se configurado). Inativos: não. Vazio: ambos.',
  'Only the so many places with the most revenue. Empty: all.': 'Só os tantos lugares com mais receita. Vazio: todos.',
  'How fresh the data is, how its files were loaded, and how queries have fared lately.':
    'Quão atuais são os dados, como os arquivos foram carregados e como as consultas têm ido.',
  'Figures: numbers for tiles and alert rules. Queries: a row per kind of query. History: queries by minute. Load: a row per file.':
    'Indicadores: números para blocos e regras de alerta. Consultas: uma linha por tipo de consulta. Histórico: consultas por minuto. Carga: uma linha por arquivo.',
  'View figures: the one number that an alert rule compares. Empty: all of them.':
    'Visão indicadores: o único número que uma regra de alerta compara. Vazio: todos.',
  'How far back queries, and webhooks newly given up, are counted.':
    'Por quanto tempo para trás contam as consultas e os webhooks que ficaram sem entrega.',
  'Of anomalies: days on which this lay far outside of what was to be expected.':
    'De anomalias: dias em que isto ficou muito fora do esperado.',
  'On: a panel asks again by itself whenever a warning is made or changed.':
    'Ligado: o painel consulta de novo por conta própria sempre que um aviso é criado ou alterado.',
  'One SELECT statement over the marts, with macros for the time range.':
    'Um comando SELECT sobre as tabelas, com macros para o período.',
  'One SELECT over the marts. $__timeFilter(column) keeps the time range; the reference lists all macros.':
    'Um SELECT sobre as tabelas. $__timeFilter(coluna) mantém o período; a referência lista todas as macros.',
  'Table: the columns as they are. Time series: a line per text and number. Numeric: a number per row of texts, for alert rules.':
    'Tabela: as colunas como são. Série temporal: uma linha por texto e número. Numérico: um número por linha de textos, para regras de alerta.',
  'Format time series: the column with the time. Empty: the first column of dates or timestamps.':
    'Formato série temporal: a coluna com o tempo. Vazio: a primeira coluna de datas ou horários.',
  "State of the customer's address.": 'Estado do endereço do cliente.',
  'Product category of the items ordered.': 'Categoria dos produtos pedidos.',
  'How the order was paid.': 'Como o pedido foi pago.',
  'RFM segment of the customer at the as-of date.': 'Segmento RFM do cliente na data de referência.',
  'Churn risk of the customer at the as-of date.': 'Risco de churn do cliente na data de referência.',
  'Day (YYYY-MM-DD) as of which customers are judged. Empty: the end of the time range, held inside the data.':
    'Dia (AAAA-MM-DD) em que os clientes são avaliados. Vazio: o fim do período, mantido dentro dos dados.',
  'Language of sentences and display names; set from the reader’s own. Empty: English.':
    'Idioma das frases e dos nomes; definido pelo do leitor. Vazio: inglês.',
  'One number about customers at high risk: for the whole shop, or for each segment or state.':
    'Um número sobre clientes em risco alto: de toda a loja, ou de cada segmento ou estado.',
  'Newly: who is at high risk and was not so many days before. Change: relative, 0.1 being a tenth more than then.':
    'Novos: quem está em risco alto e não estava tantos dias antes. Variação: relativa; 0,1 é um décimo a mais que então.',
  'One number, and so one alert, for each. Empty: the whole shop.':
    'Um número, e assim um alerta, para cada. Vazio: toda a loja.',
  'Only customers who have paid this much: high value is the top fifth, low value the lower half. Empty: all.':
    'Só clientes que pagaram esse tanto: valor alto é o quinto superior; valor baixo, a metade inferior. Vazio: todos.',
  'What is new or has changed is so against so many days before the as-of date.':
    'O que é novo ou mudou, mudou em relação a tantos dias antes da data de referência.',
  'Main reasons and the customers with the most at stake as labels, for annotations. Not for the condition of a rule: its alerts would change with them.':
    'Motivos principais e os clientes com mais em jogo como rótulos, para anotações. Não para a condição de uma regra: os alertas mudariam com eles.',
  'The forecast over time, its sum over the horizon, forecasts of the past beside what happened, anomalies, or how far each day of the time range lay outside of its band: one number per day, for alert rules.':
    'A previsão ao longo do tempo, sua soma no horizonte, previsões do passado ao lado do que ocorreu, anomalias, ou quanto cada dia do período ficou fora da sua faixa: um número por dia, para regras de alerta.',
  'Of the view Deviations. Outside of the band: as a share of what was expected, below zero under the 95% band, above zero over it, zero inside.':
    'Da visão Desvios. Fora da faixa: como parcela do esperado; negativo abaixo da faixa de 95%, positivo acima dela, zero dentro.',
  'Churn rate: of those active when the step began, the share that began to count as churned in it; one series, for alert rules. Empty: the four stages.':
    'Taxa de churn: dos ativos no início do intervalo, a parcela que passou a contar como inativa nele; uma série, para regras de alerta. Vazio: as quatro fases.',
  'What happened when: early warnings, unusual days of sales, campaigns, holidays, and when data was loaded. For annotations.':
    'O que aconteceu e quando: avisos antecipados, dias de vendas incomuns, campanhas, feriados e cargas de dados. Para anotações.',
  'Empty: all. Campaigns come from the CSV file that the data source settings name. Filters narrow anomalies and alerts only.':
    'Vazio: todos. As campanhas vêm do arquivo CSV indicado nas configurações da fonte de dados. Os filtros valem só para anomalias e alertas.',
  'One row per customer whose risk has risen to high: score, reasons, value, what to do, and who is on it.':
    'Uma linha por cliente cujo risco subiu para alto: pontuação, motivos, valor, o que fazer e quem está cuidando.',
  'Where warnings stand. Empty: all.': 'Em que situação estão os avisos. Vazio: todos.',
  'Warnings that this person has taken. Empty: all.': 'Avisos que esta pessoa assumiu. Vazio: todos.',
  'In place of the time range: all that were made on this day (YYYY-MM-DD) or later.':
    'Em vez do período: todos os criados neste dia (AAAA-MM-DD) ou depois.',
  'Equal warnings keep the same order from page to page.': 'Avisos iguais mantêm a mesma ordem de página para página.',
  'Newest or largest first.': 'Os mais novos ou maiores primeiro.',
  'Open warnings, response times, and whether customers who were acted on came back more often than others.':
    'Avisos em aberto, tempos de resposta e se os clientes contatados voltaram mais que os outros.',
  'Figures: numbers for tiles and alert rules. History: warnings by day. Read-out: who came back, with intervals.':
    'Indicadores: números para blocos e regras de alerta. Histórico: avisos por dia. Resultado: quem voltou, com intervalos.',
};
