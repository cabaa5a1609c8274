-- Products of the touched customers' orders that the generation knows, under the shop's own names of their categories.
SELECT
  product_id,
  category_local AS product_category_name,
  NULL::DOUBLE AS product_name_lenght,
  NULL::DOUBLE AS product_description_lenght,
  photos AS product_photos_qty,
  weight_g AS product_weight_g,
  length_cm AS product_length_cm,
  height_cm AS product_height_cm,
  width_cm AS product_width_cm
FROM generation.dim_products
WHERE product_id IN (SELECT product_id FROM raw_order_items)
