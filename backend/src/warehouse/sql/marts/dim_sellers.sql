-- grain: one row per seller
-- seller_id: the shop's id of the seller
-- state: state of the seller's address
-- city: city of the seller's address
-- zip_prefix: first digits of the seller's zip code
select seller_id, state, city, zip_prefix
from stg_sellers
