-- Sellers of the touched customers' orders whom the generation knows.
SELECT
  seller_id,
  zip_prefix AS seller_zip_code_prefix,
  nullif(city, '(unknown)') AS seller_city,
  nullif(state, '(unknown)') AS seller_state
FROM generation.dim_sellers
WHERE seller_id IN (SELECT seller_id FROM raw_order_items)
