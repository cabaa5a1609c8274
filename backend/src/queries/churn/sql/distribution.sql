-- One row per bin that has customers. Bins are counted within each band, from the threshold that bounds it: outwards in
-- the high and low bands, upwards in the medium one; so none spans two bands. $width is the bin's width in ln(odds); the
-- outermost bins take all that lies beyond.
WITH scored AS (
  SELECT band, ln(greatest(relative_odds, 1e-9)) AS log_odds FROM {customers} {where}
)
SELECT
  band,
  CASE band
    WHEN 'high' THEN least($most - 1, greatest(0, floor((ln($high) - log_odds) / $width)))
    WHEN 'low' THEN least($most - 1, greatest(0, floor((log_odds - ln($low)) / $width)))
    ELSE least($inner - 1, greatest(0, floor((log_odds - ln($high)) / $inner_width)))
  END::INTEGER AS bin,
  count(*)::DOUBLE AS customers
FROM scored
GROUP BY 1, 2
