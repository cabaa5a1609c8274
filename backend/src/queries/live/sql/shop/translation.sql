-- The shop's own names of categories in English, as far as its products tell.
SELECT DISTINCT category_local AS product_category_name, category AS product_category_name_english
FROM generation.dim_products
WHERE category_local IS NOT NULL
