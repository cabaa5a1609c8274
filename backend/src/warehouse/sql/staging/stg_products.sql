-- grain: one row per product, with its category in English where the shop has a translation
select
  p.product_id,
  coalesce(t.product_category_name_english, p.product_category_name, '(no category)') as category,
  p.product_category_name as category_local,
  p.product_photos_qty as photos,
  p.product_weight_g as weight_g,
  p.product_length_cm as length_cm,
  p.product_height_cm as height_cm,
  p.product_width_cm as width_cm
from raw_products p
left join stg_translation t on t.product_category_name = p.product_category_name
