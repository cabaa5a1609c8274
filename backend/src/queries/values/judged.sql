-- One row per segment or risk band that some of the customers have.
SELECT DISTINCT {dimension} AS value
FROM {customers}
{where}
