-- grain: one row per category name of the shop
select product_category_name, product_category_name_english
from raw_translation
