-- The $most high-risk customers of each group with the most revenue at risk, by their rows in the matrix.
SELECT {dimension} AS group_name, matrix_row
FROM {customers}
{where}
QUALIFY row_number() OVER (PARTITION BY {dimension} ORDER BY revenue_at_risk DESC, customer_key) <= $most
