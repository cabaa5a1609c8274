-- One row: the amounts from which a customer is among those worth most, of all customers at the as-of date. They are amounts
-- that somebody is worth, so that equal customers are always in one class.
SELECT
  quantile_disc({value}, $high_quantile::DOUBLE)::DOUBLE AS high_from,
  quantile_disc({value}, $medium_quantile::DOUBLE)::DOUBLE AS medium_from
FROM {customers}
