-- test: dim_zip_areas has one row per zip_prefix
select zip_prefix from dim_zip_areas group by zip_prefix having count(*) > 1;
