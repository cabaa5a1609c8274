-- grain: one row per customer with at least one purchase up to the end of the day $cut, by customer_key
--
-- Everything here could be known at the end of $cut. An order counts from the day it was placed; its approval, its
-- handing over to the carrier, its delivery and its review count only if they had happened by then, else the order
-- looks as not yet approved, shipped, delivered or reviewed. The customer's address is that of the last order placed
-- by then, and what categories, sellers and places say of the chance of another purchase is learnt only from purchases
-- whose 90 days were over.
-- The status of an order is its final one, and nobody recorded when it came about, so at a past day "canceled" is
-- hindsight. Who is a customer and what counts as a purchase (is_purchase) stays as everywhere else in the product;
-- beyond that no feature looks at the status. Trouble shows by what anyone could see at the time: of all orders placed,
-- whatever became of them, those that were not delivered, or not by the promised day.
-- What these columns are made from stands in sql/shop; see features-sql.ts.
WITH {known},
-- Without a window, which takes longer for some customers than all else that is known of their days.
occasion_days AS (
  SELECT customer_key, list(purchase_day ORDER BY purchase_day) AS days
  FROM (SELECT DISTINCT customer_key, purchase_day FROM purchases)
  GROUP BY customer_key
),
rhythm AS (
  SELECT
    customer_key,
    len(days) AS frequency,
    days[1] AS first_day,
    days[-1] AS last_day,
    (days[-1] - days[1]) / nullif(len(days) - 1, 0) AS mean_gap_days,
    CASE
      WHEN len(days) > 1 THEN list_max(list_transform(days[2:], lambda day, i: day - days[i]))
    END AS longest_gap_days
  FROM occasion_days
),
baskets AS (
  SELECT
    p.customer_key,
    count(DISTINCT i.category) AS categories,
    count(DISTINCT i.seller_id) AS sellers,
    avg(coalesce(c.rate, overall.rate)) AS category_rate,
    avg(coalesce(s.rate, overall.rate)) AS seller_rate,
    avg(products.weight_g) AS weight_g,
    avg(CASE WHEN sellers.state = p.state THEN 1 ELSE 0 END) AS same_state
  FROM fct_order_items i
  JOIN purchases p ON p.order_key = i.order_key
  LEFT JOIN category_rates c ON c.category = i.category
  LEFT JOIN seller_rates s ON s.seller_id = i.seller_id
  LEFT JOIN dim_products products ON products.product_id = i.product_id
  LEFT JOIN dim_sellers sellers ON sellers.seller_id = i.seller_id
  CROSS JOIN overall
  GROUP BY p.customer_key
),
card_payments AS (
  SELECT p.customer_key, sum(f.value) AS value
  FROM fct_order_payments f
  JOIN purchases p ON p.order_key = f.order_key
  WHERE f.payment_type = 'credit_card'
  GROUP BY p.customer_key
),
reviews AS (
  SELECT p.customer_key, avg(f.score) AS score, min(f.score) AS worst
  FROM fct_order_reviews f
  JOIN purchases p ON p.order_key = f.order_key
  WHERE f.answered_at < $cut::DATE + INTERVAL 1 DAY
  GROUP BY p.customer_key
),
-- All orders placed, whatever their final status: see above.
deliveries AS (
  SELECT
    customer_key,
    count(*) FILTER (WHERE delivered_at IS NULL OR delivered_at >= $cut::DATE + INTERVAL 1 DAY) AS undelivered,
    count(*) FILTER (
      WHERE estimated_day < $cut::DATE AND (delivered_at IS NULL OR delivered_at >= $cut::DATE + INTERVAL 1 DAY)
    ) AS overdue
  FROM fct_orders
  WHERE purchase_day <= $cut::DATE
  GROUP BY customer_key
),
totals AS (
  SELECT
    customer_key,
    count(*) AS orders,
    max(order_key) AS last_order_key,
    sum(payment_value) AS monetary,
    sum(voucher_value) AS voucher_value,
    sum(item_value) AS item_value,
    sum(freight_value) AS freight,
    sum(items) AS items,
    avg(instalments) AS instalments,
    avg(date_diff('second', purchased_at, approved_at)) / 3600 AS approval_hours,
    avg(date_diff('second', approved_at, carrier_at)) / 86400 AS handling_days,
    avg(date_diff('second', purchased_at, delivered_at)) / 86400 AS delivery_days,
    avg(delivered_at::DATE - estimated_day) AS delay_days,
    avg(estimated_day - p.purchase_day) AS promised_days,
    max(delivered_at::DATE) AS last_delivery,
    avg(CASE WHEN isodow(p.purchase_day) >= 6 THEN 1 ELSE 0 END) AS weekend_share,
    max(busyness) AS busyness
  FROM purchases p
  JOIN busy_days ON busy_days.purchase_day = p.purchase_day
  GROUP BY customer_key
)
SELECT
  t.customer_key,
  ($cut::DATE - r.last_day)::DOUBLE AS recency_days,
  ($cut::DATE - t.last_delivery)::DOUBLE AS days_since_delivery,
  r.frequency::DOUBLE AS frequency,
  (t.orders - r.frequency)::DOUBLE AS same_day_orders,
  t.monetary::DOUBLE AS monetary,
  t.monetary::DOUBLE / t.orders AS order_value,
  last_order.payment_value::DOUBLE AS last_order_value,
  t.item_value::DOUBLE / nullif(t.items, 0) AS item_price,
  t.freight::DOUBLE / t.orders AS freight_per_order,
  t.freight::DOUBLE / nullif(t.freight + t.item_value, 0) AS freight_share,
  ($cut::DATE - r.first_day)::DOUBLE AS tenure_days,
  r.mean_gap_days::DOUBLE AS mean_gap_days,
  r.longest_gap_days::DOUBLE AS longest_gap_days,
  (($cut::DATE - r.last_day) / r.mean_gap_days)::DOUBLE AS gaps_overdue,
  t.items::DOUBLE / t.orders AS items_per_order,
  b.categories::DOUBLE AS categories,
  b.sellers::DOUBLE AS sellers,
  b.weight_g::DOUBLE AS product_weight_g,
  (b.category_rate / nullif(overall.rate, 0))::DOUBLE AS category_repeat_index,
  (b.seller_rate / nullif(overall.rate, 0))::DOUBLE AS seller_repeat_index,
  t.instalments::DOUBLE AS instalments,
  coalesce(card_payments.value, 0)::DOUBLE / nullif(t.monetary, 0) AS card_share,
  t.voucher_value::DOUBLE / nullif(t.monetary, 0) AS voucher_share,
  t.approval_hours::DOUBLE AS approval_hours,
  t.promised_days::DOUBLE AS promised_days,
  t.handling_days::DOUBLE AS handling_days,
  t.delivery_days::DOUBLE AS delivery_days,
  t.delay_days::DOUBLE AS delay_days,
  d.undelivered::DOUBLE AS undelivered_orders,
  d.overdue::DOUBLE AS overdue_orders,
  reviews.score::DOUBLE AS review_score,
  reviews.worst::DOUBLE AS worst_review,
  (coalesce(state_rates.rate, overall.rate) / nullif(overall.rate, 0))::DOUBLE AS state_repeat_index,
  (coalesce(city_rates.rate, overall.rate) / nullif(overall.rate, 0))::DOUBLE AS city_repeat_index,
  city_sizes.customers::DOUBLE AS city_customers,
  b.same_state::DOUBLE AS same_state_share,
  t.weekend_share::DOUBLE AS weekend_share,
  hour(last_order.purchased_at)::DOUBLE AS last_order_hour,
  t.busyness::DOUBLE AS busiest_day
FROM totals t
JOIN rhythm r ON r.customer_key = t.customer_key
JOIN deliveries d ON d.customer_key = t.customer_key
JOIN purchases last_order ON last_order.order_key = t.last_order_key
JOIN city_sizes ON city_sizes.state = last_order.state AND city_sizes.city = last_order.city
LEFT JOIN baskets b ON b.customer_key = t.customer_key
LEFT JOIN card_payments ON card_payments.customer_key = t.customer_key
LEFT JOIN reviews ON reviews.customer_key = t.customer_key
LEFT JOIN state_rates ON state_rates.state = last_order.state
LEFT JOIN city_rates ON city_rates.state = last_order.state AND city_rates.city = last_order.city
CROSS JOIN overall
ORDER BY t.customer_key
