-- grain: one row per product
-- product_id: the shop's id of the product
-- category: category in English; one without a translation keeps its own name, a missing one is "(no category)"
-- category_local: category as the shop names it
-- photos: number of photos
-- weight_g: weight in grams
-- length_cm: length in centimetres
-- height_cm: height in centimetres
-- width_cm: width in centimetres
select product_id, category, category_local, photos, weight_g, length_cm, height_cm, width_cm
from stg_products
