-- grain: one row per product that was ordered, with what was said of it last
with items as (
  select
    row(occurred_at, seq) as age,
    unnest(from_json(body -> 'items', '[{"product_id": "VARCHAR", "category": "VARCHAR", "photos": "DOUBLE",
      "weight_g": "DOUBLE", "length_cm": "DOUBLE", "height_cm": "DOUBLE", "width_cm": "DOUBLE"}]')) as item
  from {events}
  where type = 'order_placed'
)
select
  item.product_id as product_id,
  arg_max(item.category, age) as product_category_name,
  cast(null as double) as product_name_lenght,
  cast(null as double) as product_description_lenght,
  arg_max(item.photos, age) as product_photos_qty,
  arg_max(item.weight_g, age) as product_weight_g,
  arg_max(item.length_cm, age) as product_length_cm,
  arg_max(item.height_cm, age) as product_height_cm,
  arg_max(item.width_cm, age) as product_width_cm
from items
group by item.product_id
